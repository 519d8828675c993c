"""Settings: documented, checked, and the token kept to itself."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from dotenv import dotenv_values
from pydantic import SecretStr

from bot.config import Settings, SettingsError, exposed, harmless_environment, load_settings, secrets_of, with_token

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / ".env.example"
TOKEN = "MTIz.very.secret"


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """An environment without any setting of ours."""
    for name in Settings.model_fields:
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
    assert set(dotenv_values(EXAMPLE)) == {name.upper() for name in Settings.model_fields}
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
    assert [name for name, field in Settings.model_fields.items() if not field.description] == []


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
    for shown in (repr(settings), str(settings), f"{settings.model_dump()}", settings.model_dump_json()):
        assert TOKEN not in shown
    monkeypatch.setenv("LOG_LEVEL", "LOUD")
    assert TOKEN not in refusal(env_file)


def test_settings_can_not_change() -> None:
    """They are read once."""
    with pytest.raises(ValueError, match="frozen"):
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
        with_token(Settings(discord_token=SecretStr(TOKEN), discord_token_file=tmp_path / "token"))


def test_the_secrets_are_the_token_and_the_password_of_the_records() -> None:
    """As they are written, and as they are meant."""
    url = "postgresql://user:pass%2Fword@host/name"
    secrets = secrets_of(Settings(discord_token=SecretStr(TOKEN), records=SecretStr(url)))
    assert secrets == {TOKEN, "pass%2Fword", "pass/word"}
    assert secrets_of(Settings(records=None)) == set()
    assert secrets_of(Settings(records=SecretStr("http://[bad"))) == set()


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
