"""Settings from the environment and from .env; the environment wins."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from io import StringIO
from pathlib import Path
from typing import Annotated, Literal, get_args
from urllib.parse import unquote, urlsplit

from rapidfuzz import fuzz, process

from bot.errors import BotError
from bot.log import LogFormat
from bot.setting import (
    Secret,
    Setting,
    an_id,
    ids,
    number,
    one_of,
    optional,
    path,
    secret,
    settings_of,
    text,
    unless_off,
)

ENV_FILE = Path(".env")
_HARMLESS = frozenset(
    {"PATH", "HOME", "LANG", "TZ", "TMPDIR", "TEMP", "TMP", "SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"}
    | {"PYTHONHOME", "PYTHONPYCACHEPREFIX", "PYTHONDONTWRITEBYTECODE", "PYTHONUTF8", "PYTHONIOENCODING"}
)
_HARMLESS_KINDS = ("LC_", "OPENBLAS_")
_OTHERS_MAY_READ = stat.S_IRGRP | stat.S_IROTH
_SHIPPED_KNOWLEDGE = Path(__file__).resolve().parent.parent / "knowledge"


def _small(word: str) -> str:
    return word.strip().lower()


LogLevel = Literal["DEBUG", "INFO", "WARNING", "ERROR"]
# What a setting may be, and how that is read.
Text = Annotated[str, text]
OptionalSecret = Annotated[Secret | None, optional(secret)]
SecretOrOff = Annotated[Secret | None, unless_off(secret)]
Folder = Annotated[Path, path]
FolderOrOff = Annotated[Path | None, unless_off(path)]
OptionalPath = Annotated[Path | None, optional(path)]
OptionalId = Annotated[int | None, optional(an_id)]
Ids = Annotated[frozenset[int], ids]
Count = Annotated[int, number(0)]
Days = Annotated[int, number(1)]
OptionalPort = Annotated[int | None, optional(number(1, 65_535))]
OnOff = Annotated[Literal["on", "off"], one_of(("on", "off"), _small)]
Level = Annotated[LogLevel, one_of(get_args(LogLevel), str.upper)]
Format = Annotated[LogFormat, one_of(get_args(LogFormat), _small)]


class SettingsError(BotError):
    """A setting that can't be used."""


@dataclass(frozen=True, init=False)
class Settings:
    """Everything that can be set; .env.example documents each and a test holds the two equal."""

    discord_token: Annotated[OptionalSecret, "The bot's token; without one, a terminal chat opens."] = None
    discord_token_file: Annotated[
        OptionalPath, "A file that holds nothing but the token: a secret of Docker's or a credential of systemd's."
    ] = None
    knowledge_dir: Annotated[Folder, "The folder that holds the stories."] = _SHIPPED_KNOWLEDGE
    cache_dir: Annotated[
        FolderOrOff, "Where what was learnt is kept, to start faster; safe to delete. `off` keeps nothing."
    ] = field(init=False)
    records: Annotated[
        SecretOrOff, "Where is kept what was asked in vain: a file, or a database's URL. `off` keeps nothing."
    ] = field(init=False)
    records_days: Annotated[Days, "For how many days that is kept."] = 90
    encoder: Annotated[OnOff, "Whether the sentence encoder is used, if it is installed."] = "on"
    home_guild: Annotated[OptionalId, "The server whose moderators look after the bot, by id."] = None
    moderator_roles: Annotated[Ids, "Roles of the home server that may look after the bot."] = frozenset()
    moderator_users: Annotated[Ids, "People in the home server who may look after the bot."] = frozenset()
    audit_channel: Annotated[OptionalId, "The channel to which every act of a moderator is posted."] = None
    open_channels: Annotated[Ids, "Channels in which every question is answered; needs the message content intent."] = (
        frozenset()
    )
    questions_per_minute: Annotated[Count, "How much one person may ask a minute; 0 is no limit."] = 20
    channel_answers_per_minute: Annotated[Count, "How many answers a channel may get a minute; 0 is no limit."] = 30
    log_level: Annotated[Level, "How much the log says."] = "INFO"
    log_format: Annotated[Format, "Whether the log is text for people, or JSON lines for machines."] = "text"
    monitoring_port: Annotated[OptionalPort, "The port of /healthz and /metrics; without one, there are none."] = None
    monitoring_host: Annotated[Text, "The address on which that port is opened."] = "127.0.0.1"

    def __init__(self, _env_file: Path | None = None, **given: object) -> None:
        """Read what is not given from the environment, and what is not there from a file; raise SettingsError."""
        if strange := given.keys() - DESCRIPTIONS.keys():
            raise TypeError(f"There is no setting {min(strange)}.")
        written = {**_named(_of_file(_env_file)), **_named(os.environ.items()), **given}
        for name, each in _SETTINGS.items():
            if name in written:
                # Frozen is what has been read.
                object.__setattr__(self, name, _value(name, each, written[name]))
            elif name in _USERS_OWN:
                object.__setattr__(self, name, _USERS_OWN[name]())


def _users_cache() -> Path:
    from platformdirs import user_cache_dir  # who says where all is kept needs none of this

    return Path(user_cache_dir("verbatim"))


def _users_records() -> Secret:
    from platformdirs import user_data_dir  # as above

    return Secret(str(Path(user_data_dir("verbatim")) / "records.db"))


_SETTINGS = settings_of(Settings)
_USERS_OWN: Mapping[str, Callable[[], object]] = {"cache_dir": _users_cache, "records": _users_records}
# What each setting is for.
DESCRIPTIONS: Mapping[str, str] = {name: each.description for name, each in _SETTINGS.items()}


def load_settings(env_file: Path = ENV_FILE) -> Settings:
    """Read the settings once; raise SettingsError with one sentence when something is wrong."""
    return Settings(env_file)


def _value(name: str, each: Setting, written: object) -> object:
    try:
        return each.read(written)
    except ValueError as error:
        # Not from the error: what was written may be a secret.
        raise SettingsError(f"The setting {name.upper()} can't be used: {error}. See .env.example.") from None


def _named(variables: Iterable[tuple[str, str | None]]) -> dict[str, str]:
    """Return variables by names in small letters; one that is empty is as good as none."""
    return {name.lower(): value for name, value in variables if value}


def _of_file(env_file: Path | None) -> Iterable[tuple[str, str | None]]:
    """Return what a file sets; refuse one with a line that sets nothing, or that sets what is no setting."""
    # A password manager may give a pipe, which can be read only once.
    if env_file is None or not (env_file.is_file() or env_file.is_fifo()):
        return ()
    try:
        content = env_file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{env_file} can't be read: {error}.") from None
    # Who is configured by the environment alone needs none of this.
    from dotenv import dotenv_values
    from dotenv.parser import parse_stream

    for line in parse_stream(StringIO(content)):
        if line.error or (line.key is not None and line.value is None):
            raise SettingsError(
                f"{env_file}:{line.original.line} sets nothing. Write NAME=value, quotation marks closed."
            )
        if line.key is not None:
            _refuse_name(env_file, line.key)
    return dotenv_values(stream=StringIO(content)).items()


def _refuse_name(env_file: Path, name: str) -> None:
    known = [each.upper() for each in DESCRIPTIONS]
    if name.upper() not in known:
        near = process.extractOne(name.upper(), known, scorer=fuzz.ratio, score_cutoff=60)
        hint = f"Did you mean {near[0]}?" if near else f"The settings are {', '.join(known)}."
        raise SettingsError(f"{env_file} has an unknown setting {name}. {hint}")


def with_token(settings: Settings) -> Settings:
    """Return the settings with the token, read from its file if it stands in one; raise SettingsError if it can't be.

    Only who connects needs it: all other commands work for people who may not read that file.
    """
    file = settings.discord_token_file
    if file is None:
        return settings
    if settings.discord_token is not None:
        raise SettingsError("DISCORD_TOKEN and DISCORD_TOKEN_FILE are both set: set one of them. See .env.example.")
    try:
        token = file.read_text(encoding="utf-8").strip()
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is no text"
        raise SettingsError(f"DISCORD_TOKEN_FILE names {file}, which can't be read: {why}.") from None
    if len(token.split()) != 1:
        raise SettingsError(f"DISCORD_TOKEN_FILE names {file}, which must hold the token and nothing else.")
    return replace(settings, discord_token=Secret(token))


def secrets_of(settings: Settings) -> frozenset[str]:
    """Return what must never be shown: the token, and the password in the records' URL if there is one."""
    token = settings.discord_token.get_secret_value() if settings.discord_token else ""
    password = ""
    if settings.records:
        with suppress(ValueError):
            password = urlsplit(settings.records.get_secret_value()).password or ""
    return frozenset(filter(None, (token, password, unquote(password))))


def use_one_thread() -> None:
    """Have NumPy compute on one thread, unless somebody wants more: called before NumPy is imported.

    Its matrices are small here. Shared between threads they take as long where the machine is idle, and several times
    as long where it is not: one spins while it waits for the other.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def harmless_environment() -> dict[str, str]:
    """Return what of the environment says where things are and how to calculate: a child process needs no secret.

    On another processor's arithmetic what a child learns would be rounded otherwise.
    """
    return {name: value for name, value in os.environ.items() if name in _HARMLESS or name.startswith(_HARMLESS_KINDS)}


def exposed(settings: Settings, env_file: Path = ENV_FILE) -> list[Path]:
    """Return the files with secrets that other people of this machine may read, where permissions are Unix's.

    Under /run lie secrets of Docker's and credentials of systemd's: who may read those was decided there.
    """
    files = [each for each in (env_file, settings.discord_token_file) if each and each.is_file()]
    private = [each for each in files if not each.is_relative_to("/run")]
    return [each for each in private if os.name == "posix" and each.stat().st_mode & _OTHERS_MAY_READ]
