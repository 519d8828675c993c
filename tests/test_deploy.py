"""The unit and the Dockerfile, checked as far as that goes without running them."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bot.config import DESCRIPTIONS

ROOT = Path(__file__).resolve().parent.parent
README, DOCKERFILE = (ROOT / "README.md").read_text(encoding="utf-8"), ROOT / "Dockerfile"
((UNIT,), (SHOWN_DOCKERFILE,)) = (
    re.findall(rf"```{kind}\n(.*?)```", README, re.DOTALL) for kind in ("ini", "dockerfile")
)
ANALYZE = shutil.which("systemd-analyze")
SETTINGS = {name.upper() for name in DESCRIPTIONS}

# What the unit must have; every value is the strictest with which the bot runs.
HARDENING = {
    "DynamicUser": "yes",
    "NoNewPrivileges": "yes",
    "CapabilityBoundingSet": "",
    "AmbientCapabilities": "",
    "ProtectSystem": "strict",
    "ProtectHome": "yes",
    "PrivateTmp": "yes",
    "PrivateDevices": "yes",
    "PrivateUsers": "yes",
    "ProtectClock": "yes",
    "ProtectControlGroups": "yes",
    "ProtectHostname": "yes",
    "ProtectKernelLogs": "yes",
    "ProtectKernelModules": "yes",
    "ProtectKernelTunables": "yes",
    "ProtectProc": "invisible",
    "LockPersonality": "yes",
    "MemoryDenyWriteExecute": "yes",
    "RemoveIPC": "yes",
    "RestrictAddressFamilies": "AF_INET AF_INET6 AF_UNIX",
    "RestrictNamespaces": "yes",
    "RestrictRealtime": "yes",
    "RestrictSUIDSGID": "yes",
    "SystemCallArchitectures": "native",
    "SystemCallFilter": "@system-service",
    "UMask": "0077",
}


def unit() -> dict[str, list[str]]:
    """The unit's settings; some come more than once."""
    found: dict[str, list[str]] = {}
    for line in UNIT.splitlines():
        if "=" in line and not line.startswith("#"):
            name, value = line.split("=", 1)
            found.setdefault(name, []).append(value)
    return found


def instructions() -> list[tuple[str, str]]:
    """The Dockerfile's instructions with what they are given, continued lines joined."""
    text = re.sub(r"\\\n\s*", "", DOCKERFILE.read_text(encoding="utf-8"))
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return [(word.upper(), rest) for word, rest in (line.split(maxsplit=1) for line in lines)]


def given(instruction: str) -> list[str]:
    """What an instruction is given, each time that it comes."""
    return [rest for word, rest in instructions() if word == instruction]


def test_the_readme_shows_the_dockerfile_as_it_is() -> None:
    """Word for word."""
    assert DOCKERFILE.read_text(encoding="utf-8") == SHOWN_DOCKERFILE


@pytest.mark.skipif(shutil.which("sed") is None, reason="this machine has no sed")
def test_the_readme_installs_the_unit_that_it_shows(tmp_path: Path) -> None:
    """Its command writes the block, and nothing else."""
    (command,) = re.findall(r"^sed .*(?= > /etc/systemd/system/verbatim\.service)", README, re.MULTILINE)
    here = tmp_path / "verbatim.service"
    with here.open("w", encoding="utf-8") as file:
        subprocess.run(shlex.split(command), cwd=ROOT, stdout=file, check=True)
    assert here.read_text(encoding="utf-8") == UNIT


def test_the_token_is_there_before_the_service_is_started() -> None:
    """Who pastes one block after the other, and does what stands between them, starts it with a token."""
    blocks = re.findall(r"^```sh\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    (made,) = [number for number, block in enumerate(blocks) if "/etc/verbatim/token" in block]
    (started,) = [number for number, block in enumerate(blocks) if "systemctl enable" in block]
    assert made < started
    assert unit()["LoadCredential"] == ["token:/etc/verbatim/token"]
    assert "EnvironmentFile=-/etc/verbatim/settings" in UNIT


def test_the_knowledge_that_can_be_edited_lies_where_the_service_may_write() -> None:
    """The commands outside of the unit go by what is in it."""
    (folder,) = unit()["StateDirectory"]
    assert f"cp -r /opt/verbatim/knowledge /var/lib/{folder}/\n" in README
    assert f"--reference=/var/lib/{folder}/ /var/lib/{folder}/knowledge\n" in README
    assert f"echo KNOWLEDGE_DIR=/var/lib/{folder}/knowledge >> /etc/verbatim/settings\n" in README


def test_the_container_is_given_what_it_reads_and_writes() -> None:
    """The user of the image owns it, and it is mounted where the image looks for it."""
    (user,), (line,) = given("USER"), given("ENV")
    assert f"chown -R {user} ~/verbatim/token ~/verbatim/knowledge\n" in README
    (knowledge,) = re.findall(r"-v ~/verbatim/knowledge:(\S+)", README)
    assert f"KNOWLEDGE_DIR={knowledge} " in line
    (token,) = re.findall(r"-v ~/verbatim/token:(\S+):ro", README)
    assert f"DISCORD_TOKEN_FILE={token} " in README
    assert re.findall(r"-v verbatim:(\S+)", README) == given("VOLUME")


@pytest.mark.parametrize(("name", "value"), HARDENING.items(), ids=HARDENING)
def test_the_unit_gives_no_right_that_the_bot_does_not_need(name: str, value: str) -> None:
    """Each of systemd's restraints that the bot can live with."""
    assert unit()[name][0] == value


def test_the_unit_keeps_the_token_to_itself() -> None:
    """A credential: neither an argument nor a variable of the environment holds it."""
    found = unit()
    assert found["LoadCredential"] == ["token:/etc/verbatim/token"]
    assert "DISCORD_TOKEN_FILE=%d/token" in found["Environment"]
    assert not re.search(r"DISCORD_TOKEN=", UNIT)
    names = {each.split("=")[0] for line in found["Environment"] for each in shlex.split(line)}
    assert names <= SETTINGS


def test_the_unit_stops_and_starts_as_the_bot_does() -> None:
    """A stop has the time that it takes, a reload is SIGHUP, and what can't get better is not tried again."""
    found = unit()
    assert found["TimeoutStopSec"] == ["20s"]
    assert found["ExecReload"] == ["/bin/kill -HUP $MAINPID"]
    assert (found["Restart"], found["RestartPreventExitStatus"]) == (["on-failure"], ["2"])
    assert found["StartLimitIntervalSec"] == ["0"]


@pytest.mark.skipif(ANALYZE is None, reason="this machine has no systemd-analyze")
def test_systemd_finds_no_fault_in_the_unit(tmp_path: Path) -> None:
    """Neither a mistake, nor an unknown setting; the program is put where this machine has one."""
    here = tmp_path / "verbatim.service"
    text = UNIT.replace("/opt/verbatim/.venv/bin/python", sys.executable)
    here.write_text(text, encoding="utf-8")
    done = subprocess.run([ANALYZE or "", "verify", "--man=no", str(here)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.skipif(ANALYZE is None, reason="this machine has no systemd-analyze")
def test_systemd_finds_little_exposed(tmp_path: Path) -> None:
    """Its own score, from 0 (nothing) to 10; what is above 2 would have to be explained."""
    here = tmp_path / "verbatim.service"
    here.write_text(UNIT, encoding="utf-8")
    done = subprocess.run(
        [ANALYZE or "", "security", "--offline=true", "--threshold=20", str(here)],
        capture_output=True,
        text=True,
        check=False,
    )
    if "Unknown" in done.stderr or "unrecognized" in done.stderr:
        pytest.skip("this systemd-analyze rates no files")
    assert done.returncode == 0, done.stdout[-300:]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux knows this")
def test_the_bot_answers_where_memory_is_never_both_written_and_run() -> None:
    """As under MemoryDenyWriteExecute; the encoder's library is asked too."""
    program = (
        "import ctypes, os, sys\n"
        "if ctypes.CDLL(None).prctl(65, 1, 0, 0, 0): sys.exit(77)\n"
        "os.execv(sys.executable, [sys.executable, '-m', 'bot', 'ask', 'who is Lavrov?'])"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode == 77:
        pytest.skip("this Linux is older than 6.3")
    assert (done.returncode, "Russian Foreign Minister" in done.stdout) == (0, True), done.stderr


def test_all_that_is_copied_into_the_image_is_there() -> None:
    """Files of the repository, or of the stage before; nothing as wide as the whole folder, which may hold a .env."""
    for line in given("COPY"):
        *sources, _ = [part for part in line.split() if not part.startswith("--chown")]
        if sources[0].startswith("--from="):
            assert sources[0] == "--from=build"
            continue
        assert [each for each in sources if not (ROOT / each).exists()] == []
        assert not {".", "./", "*", ".env"} & set(sources)
    assert given("ADD") == []


def test_the_image_has_the_pinned_versions_and_no_others() -> None:
    """requirements.txt first, then the bot without dependencies; what it needs is copied."""
    runs = [line for line in given("RUN") if "pip install" in line]
    assert [line.split("--no-cache-dir ")[1] for line in runs] == ["-r requirements.txt", "--no-deps ."]
    copied = " ".join(given("COPY")).split()
    assert {"pyproject.toml", "README.md", "LICENSE", "requirements.txt", "bot", "knowledge"} <= set(copied)


def test_the_image_runs_as_nobody_in_particular() -> None:
    """A user by number, which orchestrators can check, set after the last step that needs root."""
    words = [word for word, _ in instructions()]
    (user,) = given("USER")
    assert re.fullmatch(r"[1-9]\d{3,}:[1-9]\d{3,}", user)
    assert "RUN" not in words[words.index("USER") :]
    assert f"--uid {user.split(':')[0]} " in given("RUN")[-1]


def test_the_image_holds_no_secret() -> None:
    """No token in a variable or an argument of the build; what is set are settings that there are."""
    assert given("ARG") == []
    (line,) = given("ENV")
    names = {each.split("=")[0] for each in line.split()}
    assert names <= SETTINGS | {"PATH", "PYTHONUNBUFFERED", "PYTHONDONTWRITEBYTECODE"}
    assert not {name for name in names if "TOKEN" in name or "PASSWORD" in name}


def test_the_image_is_stopped_and_looked_after_as_the_bot_can() -> None:
    """SIGTERM to the bot itself, not to a shell before it, and /healthz on the port that is set."""
    assert given("STOPSIGNAL") == ["SIGTERM"]
    assert given("ENTRYPOINT") == ['["python", "-m", "bot"]']
    assert re.search(r"MONITORING_PORT=\d+", given("ENV")[0])
    (check,) = given("HEALTHCHECK")
    assert "http://127.0.0.1:$MONITORING_PORT/healthz" in check
    code = shlex.split(check.split(" CMD ")[1])
    assert code[:2] == ["python", "-c"]
    compile(code[2], "HEALTHCHECK", "exec")
