"""Settings: documented, checked, and the token kept to itself."""

from __future__ import annotations

import json
import os
import re
import threading
from dataclasses import FrozenInstanceError, asdict, fields
from pathlib import Path

import pytest
from dotenv import dotenv_values

from bot.config import (
    DESCRIPTIONS,
    Settings,
    SettingsError,
    exposed,
    harmless_environment,
    load_settings,
    secrets_of,
    with_token,
)
from bot.setting import Secret

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / ".env.example"
TOKEN = "MTIz.very.secret"


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """An environment without any setting of ours."""
    for name in DESCRIPTIONS:
        monkeypatch.delenv(name.upper(), raising=False)
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def env_file(tmp_path: Path) -> Path:
    """Where a test writes its .env."""
    return tmp_path / ".env"


def refusal(env_file: Path) -> str:
    """The sentence with which the settings are refused."""
    with pytest.raises(SettingsError) as caught:
        load_settings(env_file)
    text = str(caught.value)
    assert "\n" not in text
    return text


def test_the_example_documents_every_setting() -> None:
    """.env.example has exactly the settings there are, each under a comment."""
    lines = EXAMPLE.read_text(encoding="utf-8").splitlines()
    assert set(dotenv_values(EXAMPLE)) == {name.upper() for name in DESCRIPTIONS}
    for at, line in enumerate(lines):
        if re.match(r"[A-Z_]+=", line):
            assert lines[at - 1].startswith("# "), line


def test_the_example_can_be_used_as_it_is() -> None:
    """Copied to .env and left alone, the example means the defaults."""
    assert load_settings(EXAMPLE) == Settings()


def test_the_defaults_need_no_file(env_file: Path) -> None:
    """Without a file: no token, the shipped knowledge, an ordinary log."""
    settings = load_settings(env_file)
    assert settings.discord_token is None
    assert settings.knowledge_dir == ROOT / "knowledge"
    assert settings.log_level == "INFO"


def test_every_setting_is_described() -> None:
    """A field says what it is for."""
    assert list(DESCRIPTIONS) == [field.name for field in fields(Settings)]
    assert [name for name, description in DESCRIPTIONS.items() if not description] == []


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("DISCORD_TOKN=x", "has an unknown setting DISCORD_TOKN. Did you mean DISCORD_TOKEN?"),
        ("knowlege_dir=x", "has an unknown setting knowlege_dir. Did you mean KNOWLEDGE_DIR?"),
        ("LOG_LEVEL=INFO\nLOGLEVEL=INFO", "has an unknown setting LOGLEVEL. Did you mean LOG_LEVEL?"),
        ("ZZZ=1", "has an unknown setting ZZZ. The settings are DISCORD_TOKEN, DISCORD_TOKEN_FILE, KNOWLEDGE_DIR, "),
    ],
)
def test_an_unknown_setting_is_refused_with_a_hint(env_file: Path, text: str, sentence: str) -> None:
    """A name that is written wrong is not passed over in silence."""
    env_file.write_text(text, encoding="utf-8")
    assert refusal(env_file).startswith(f"{env_file} {sentence}")


@pytest.mark.parametrize("value", ["LOUD", "debug!", "0"])
@pytest.mark.parametrize("place", ["file", "environment"])
def test_a_bad_value_is_one_sentence(env_file: Path, monkeypatch: pytest.MonkeyPatch, value: str, place: str) -> None:
    """It names the setting, what it may be, and where to read more."""
    if place == "file":
        env_file.write_text(f"LOG_LEVEL={value}", encoding="utf-8")
    else:
        monkeypatch.setenv("LOG_LEVEL", value)
    text = refusal(env_file)
    assert text.startswith("The setting LOG_LEVEL can't be used: ")
    assert "'DEBUG', 'INFO', 'WARNING' or 'ERROR'" in text
    assert text.endswith("See .env.example.")


@pytest.mark.parametrize("data", [b"\xff\xfe", "LOG_LEVEL=é".encode("latin-1")])
def test_a_file_that_is_no_text_is_one_sentence(env_file: Path, data: bytes) -> None:
    """A .env in another encoding is named."""
    env_file.write_bytes(data)
    assert refusal(env_file).startswith(f"{env_file} can't be read: ")


def test_names_may_be_written_in_small_letters(env_file: Path) -> None:
    """``log_level`` is LOG_LEVEL."""
    env_file.write_text("log_level=DEBUG", encoding="utf-8")
    assert load_settings(env_file).log_level == "DEBUG"


def test_the_environment_wins(env_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A variable of the environment is stronger than .env, unless it is empty."""
    env_file.write_text("LOG_LEVEL=DEBUG\nKNOWLEDGE_DIR=/from/file", encoding="utf-8")
    monkeypatch.setenv("LOG_LEVEL", "ERROR")
    monkeypatch.setenv("KNOWLEDGE_DIR", "")
    settings = load_settings(env_file)
    assert (settings.log_level, settings.knowledge_dir) == ("ERROR", Path("/from/file"))


def test_other_variables_of_the_environment_are_no_matter(env_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment is full of what is not ours."""
    monkeypatch.setenv("DISCORD_TOKN", "x")
    assert load_settings(env_file).discord_token is None


@pytest.mark.parametrize(
    ("written", "kept"), [("off", None), ("OFF", None), ("/a/b.db", "/a/b.db"), ("x://y", "x://y")]
)
def test_the_records_are_a_file_a_url_or_off(monkeypatch: pytest.MonkeyPatch, written: str, kept: str | None) -> None:
    """A URL may hold a password: it is shown nowhere."""
    monkeypatch.setenv("RECORDS", written)
    records = Settings().records
    assert (records.get_secret_value() if records else None) == kept
    assert "/a/b.db" not in repr(Settings())


@pytest.mark.parametrize("name", ["RECORDS", "CACHE_DIR"])
@pytest.mark.parametrize("written", ["on", " On "])
def test_on_is_no_place(env_file: Path, name: str, written: str) -> None:
    """A file or a folder of that name would lie wherever one stands."""
    env_file.write_text(f"{name}='{written}'", encoding="utf-8")
    expected = "write where, or off; leave it empty for the usual place. See .env.example."
    assert refusal(env_file) == f"The setting {name} can't be used: {expected}"


@pytest.mark.parametrize(("written", "kept"), [("off", None), (" OFF ", None), ("/a/b", Path("/a/b"))])
def test_the_cache_can_be_turned_off(monkeypatch: pytest.MonkeyPatch, written: str, kept: Path | None) -> None:
    """``CACHE_DIR=off`` keeps nothing."""
    monkeypatch.setenv("CACHE_DIR", written)
    assert Settings().cache_dir == kept


def test_the_token_is_never_shown(env_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the settings' text nor a refusal gives the token away."""
    env_file.write_text(f"DISCORD_TOKEN={TOKEN}", encoding="utf-8")
    settings = load_settings(env_file)
    assert settings.discord_token is not None
    assert settings.discord_token.get_secret_value() == TOKEN
    for shown in (repr(settings), str(settings), f"{asdict(settings)}", json.dumps(asdict(settings), default=str)):
        assert TOKEN not in shown
    monkeypatch.setenv("LOG_LEVEL", "LOUD")
    assert TOKEN not in refusal(env_file)


def test_settings_can_not_change() -> None:
    """They are read once."""
    with pytest.raises(FrozenInstanceError, match="log_level"):
        Settings().log_level = "DEBUG"  # type: ignore[misc]


@pytest.mark.parametrize("line", ['DISCORD_TOKEN="abc', "just words"])
def test_a_line_that_sets_nothing_is_named(tmp_path: Path, line: str) -> None:
    """A quotation mark left open must not start a bot without its token."""
    file = tmp_path / ".env"
    file.write_text(f"LOG_LEVEL=INFO\n{line}\n", encoding="utf-8")
    with pytest.raises(SettingsError, match=r"\.env:2 sets nothing"):
        load_settings(file)


def test_a_level_may_be_written_small_and_home_as_a_tilde(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What people write everywhere else works here too."""
    monkeypatch.setenv("LOG_LEVEL", "debug")
    monkeypatch.setenv("KNOWLEDGE_DIR", "~/stories")
    settings = load_settings(tmp_path / "none")
    assert settings.log_level == "DEBUG"
    assert settings.knowledge_dir == Path.home() / "stories"


@pytest.mark.parametrize(
    ("written", "ids"),
    [("", set()), ("5", {5}), ("5,6", {5, 6}), (" 5 , 6 ", {5, 6}), ("5 6", {5, 6}), ("5,,6,", {5, 6}), ("5,5", {5})],
)
@pytest.mark.parametrize("name", ["OPEN_CHANNELS", "MODERATOR_ROLES", "MODERATOR_USERS"])
def test_ids_are_written_with_commas_between(env_file: Path, name: str, written: str, ids: set[int]) -> None:
    """Or with white space; nothing written is nobody."""
    env_file.write_text(f"{name}={written}", encoding="utf-8")
    assert getattr(load_settings(env_file), name.lower()) == ids


@pytest.mark.parametrize("written", ["#general", "[5]", "5;6", "<#5>", "-5", "5.0"])
def test_what_is_no_id_is_one_sentence(env_file: Path, written: str) -> None:
    """It names the setting and shows what ids look like."""
    env_file.write_text(f'OPEN_CHANNELS="{written}"', encoding="utf-8")
    expected = "write ids, such as 123456789012345678, separated by commas. See .env.example."
    assert refusal(env_file) == f"The setting OPEN_CHANNELS can't be used: {expected}"


@pytest.mark.parametrize("name", ["QUESTIONS_PER_MINUTE", "CHANNEL_ANSWERS_PER_MINUTE", "RECORDS_DAYS"])
@pytest.mark.parametrize("written", ["-1", "many", "1.5"])
def test_a_limit_is_a_number_from_0(env_file: Path, name: str, written: str) -> None:
    """Anything else is named."""
    env_file.write_text(f"{name}={written}", encoding="utf-8")
    assert refusal(env_file).startswith(f"The setting {name} can't be used: ")


@pytest.mark.parametrize("written", ["MTIz.very.secret", "  MTIz.very.secret\n\n"])
def test_the_token_may_stand_in_a_file(env_file: Path, tmp_path: Path, written: str) -> None:
    """Secrets of Docker's and credentials of systemd's are files; white space around the token is no matter."""
    file = tmp_path / "token"
    file.write_text(written, encoding="utf-8")
    env_file.write_text(f"DISCORD_TOKEN_FILE={file}", encoding="utf-8")
    settings = with_token(load_settings(env_file))
    assert settings.discord_token is not None
    assert settings.discord_token.get_secret_value() == TOKEN
    assert TOKEN not in repr(settings)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (None, "can't be read: No such file or directory."),
        (b"\xff\xfe\xff", "can't be read: it is no text."),
        (b"", "must hold the token and nothing else."),
        (b"DISCORD_TOKEN = MTIz.very.secret", "must hold the token and nothing else."),
    ],
)
def test_a_file_without_a_token_is_one_sentence(tmp_path: Path, content: bytes | None, sentence: str) -> None:
    """It names the file and never repeats what stands in it."""
    file = tmp_path / "token"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(SettingsError) as caught:
        with_token(Settings(discord_token_file=file))
    assert str(caught.value).startswith(f"DISCORD_TOKEN_FILE names {file}, which ")
    assert str(caught.value).endswith(sentence)
    assert TOKEN not in str(caught.value)


def test_two_tokens_are_one_too_many(tmp_path: Path) -> None:
    """Which of them is meant is not guessed."""
    with pytest.raises(SettingsError, match="DISCORD_TOKEN and DISCORD_TOKEN_FILE are both set"):
        with_token(Settings(discord_token=Secret(TOKEN), discord_token_file=tmp_path / "token"))


def test_the_secrets_are_the_token_and_the_password_of_the_records() -> None:
    """As they are written, and as they are meant."""
    url = "postgresql://user:pass%2Fword@host/name"
    secrets = secrets_of(Settings(discord_token=Secret(TOKEN), records=Secret(url)))
    assert secrets == {TOKEN, "pass%2Fword", "pass/word"}
    assert secrets_of(Settings(records=None)) == set()
    assert secrets_of(Settings(records=Secret("http://[bad"))) == set()


@pytest.mark.skipif(os.name != "posix", reason="permissions of files are Unix's")
@pytest.mark.parametrize(
    ("mode", "is_exposed"), [(0o600, False), (0o400, False), (0o640, True), (0o604, True), (0o644, True)]
)
def test_files_that_others_may_read_are_named(env_file: Path, tmp_path: Path, mode: int, is_exposed: bool) -> None:
    """Both .env and the token's own file."""
    files = [env_file, tmp_path / "token"]
    for file in files:
        file.touch()
        file.chmod(mode)
    assert exposed(Settings(discord_token_file=files[1]), env_file) == (files if is_exposed else [])


def test_no_file_is_exposed_where_there_is_none(env_file: Path) -> None:
    """Secrets under /run are Docker's and systemd's, who decide for themselves."""
    assert exposed(Settings(discord_token_file=Path("/run/secrets/token")), env_file) == []


def test_monitoring_is_off_and_on_this_machine_alone() -> None:
    """Unless somebody decides otherwise."""
    assert (Settings().monitoring_port, Settings().monitoring_host) == (None, "127.0.0.1")


@pytest.mark.parametrize("written", ["0", "65536", "http", "-1"])
def test_a_port_is_a_number_from_1_to_65535(env_file: Path, written: str) -> None:
    """Anything else is named."""
    env_file.write_text(f"MONITORING_PORT={written}", encoding="utf-8")
    assert refusal(env_file).startswith("The setting MONITORING_PORT can't be used: ")


def test_a_child_gets_the_arithmetic_and_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    """What it learns must be rounded as it would be here."""
    monkeypatch.setenv("OPENBLAS_CORETYPE", "Haswell")
    monkeypatch.setenv("DISCORD_TOKEN", "secret")
    found = harmless_environment()
    assert found["OPENBLAS_CORETYPE"] == "Haswell"
    assert "DISCORD_TOKEN" not in found


def test_a_secret_is_compared_and_not_shown() -> None:
    """Not even how long it is."""
    assert Secret("a") == Secret("a") != Secret("b")
    assert len({Secret("a"), Secret("a"), Secret("b")}) == 2
    assert Secret("a") != "a"
    assert (repr(Secret("a")), f"{Secret('secret')}") == ("Secret('**********')", "**********")
    assert [bool(Secret(text)) for text in ("", "a")] == [False, True]


def test_what_is_given_wins_over_the_environment(env_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And this over the file; what stands nowhere is as ever."""
    env_file.write_text("LOG_LEVEL=DEBUG\nENCODER=off\nRECORDS_DAYS=7", encoding="utf-8")
    monkeypatch.setenv("log_level", "ERROR")
    monkeypatch.setenv("Encoder", "on")
    settings = Settings(env_file, log_level="warning")
    assert (settings.log_level, settings.encoder, settings.records_days) == ("WARNING", "on", 7)
    assert settings.monitoring_host == "127.0.0.1"


def test_what_is_no_setting_can_not_be_given() -> None:
    """A test that misspells one tests nothing."""
    with pytest.raises(TypeError, match="no setting log_levle"):
        Settings(log_levle="DEBUG")


def test_a_line_may_use_what_another_sets(env_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Or what the environment has, or else what stands behind `:-`."""
    monkeypatch.setenv("PLACE", "/srv")
    env_file.write_text(
        "CACHE_DIR=${PLACE}/cache\nKNOWLEDGE_DIR=${CACHE_DIR}/../k\nMONITORING_HOST=${NOWHERE:-::1}",
        encoding="utf-8",
    )
    settings = load_settings(env_file)
    assert (settings.cache_dir, settings.knowledge_dir) == (Path("/srv/cache"), Path("/srv/cache/../k"))
    assert settings.monitoring_host == "::1"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes")
def test_the_file_may_be_a_pipe(env_file: Path) -> None:
    """As a password manager makes one: it can be read once, and what is wrong with it is said all the same."""
    os.mkfifo(env_file)
    for text, check in (("LOG_LEVEL=DEBUG", None), ("LOGLEVEL=DEBUG", "unknown setting LOGLEVEL")):
        writing = threading.Thread(target=env_file.write_text, args=(text,), daemon=True)
        writing.start()
        if check:
            assert check in refusal(env_file)
        else:
            assert load_settings(env_file).log_level == "DEBUG"
        writing.join()


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("RECORDS_DAYS=0", "write a whole number, 1 or more"),
        ("QUESTIONS_PER_MINUTE=many", "write a whole number, 0 or more"),
        ("MONITORING_PORT=65536", "write a whole number from 1 to 65535"),
        ("HOME_GUILD=#general", "write an id, such as 123456789012345678"),
        ("OPEN_CHANNELS=٥", "write ids, such as 123456789012345678, separated by commas"),
        ("ENCODER=maybe", "write 'on' or 'off'"),
        ("LOG_FORMAT=xml", "write 'text' or 'json'"),
        (
            "CACHE_DIR=~nobody-of-that-name/x",
            "write a path; nothing is known of the home folder that its tilde means",
        ),
    ],
)
def test_what_is_wrong_says_what_to_write(env_file: Path, line: str, problem: str) -> None:
    """The whole sentence."""
    env_file.write_text(line, encoding="utf-8")
    assert refusal(env_file) == f"The setting {line.partition('=')[0]} can't be used: {problem}. See .env.example."
