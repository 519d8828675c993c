"""Settings from the environment and from .env; the environment wins."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import unquote, urlsplit

from dotenv.parser import parse_stream
from platformdirs import user_cache_dir, user_data_dir
from pydantic import BeforeValidator, Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict
from rapidfuzz import fuzz, process

from bot.errors import BotError
from bot.log import LogFormat

ENV_FILE = Path(".env")
_HARMLESS = frozenset(
    {"PATH", "HOME", "LANG", "TZ", "TMPDIR", "TEMP", "TMP", "SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"}
    | {"PYTHONHOME", "PYTHONPYCACHEPREFIX", "PYTHONDONTWRITEBYTECODE", "PYTHONUTF8", "PYTHONIOENCODING"}
)
_HARMLESS_KINDS = ("LC_", "OPENBLAS_")
_OTHERS_MAY_READ = stat.S_IRGRP | stat.S_IROTH
_SHIPPED_KNOWLEDGE = Path(__file__).resolve().parent.parent / "knowledge"


def _split(value: object) -> object:
    """Split ids at commas or white space."""
    if not isinstance(value, str):
        return value
    parts = value.replace(",", " ").split()
    if not all(part.isdecimal() for part in parts):
        raise ValueError("write ids, such as 123456789012345678, separated by commas")
    return parts


# NoDecode: what several ids look like is ours to say, not JSON's.
Ids = Annotated[frozenset[int], NoDecode, BeforeValidator(_split)]


class Settings(BaseSettings):
    """Everything that can be set; .env.example documents each and a test holds the two equal."""

    model_config = SettingsConfigDict(env_ignore_empty=True, extra="forbid", frozen=True)

    discord_token: SecretStr | None = Field(None, description="The bot's token; without one, a terminal chat opens.")
    discord_token_file: Path | None = Field(
        None, description="A file that holds nothing but the token: a secret of Docker's or a credential of systemd's."
    )
    knowledge_dir: Path = Field(_SHIPPED_KNOWLEDGE, description="The folder that holds the stories.")
    cache_dir: Path | None = Field(
        Path(user_cache_dir("verbatim")),
        description="Where what was learnt is kept, to start faster; safe to delete. `off` keeps nothing.",
    )
    records: SecretStr | None = Field(
        SecretStr(str(Path(user_data_dir("verbatim")) / "records.db")),
        description="Where is kept what was asked in vain: a file, or a database's URL. `off` keeps nothing.",
    )
    records_days: int = Field(90, ge=1, description="For how many days that is kept.")
    encoder: Literal["on", "off"] = Field("on", description="Whether the sentence encoder is used, if it is installed.")
    home_guild: int | None = Field(None, description="The server whose moderators look after the bot, by id.")
    moderator_roles: Ids = Field(frozenset(), description="Roles of the home server that may look after the bot.")
    moderator_users: Ids = Field(frozenset(), description="People in the home server who may look after the bot.")
    audit_channel: int | None = Field(None, description="The channel to which every act of a moderator is posted.")
    open_channels: Ids = Field(
        frozenset(), description="Channels in which every question is answered; needs the message content intent."
    )
    questions_per_minute: int = Field(20, ge=0, description="How much one person may ask a minute; 0 is no limit.")
    channel_answers_per_minute: int = Field(
        30, ge=0, description="How many answers a channel may get a minute; 0 is no limit."
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field("INFO", description="How much the log says.")
    log_format: LogFormat = Field("text", description="Whether the log is text for people, or JSON lines for machines.")
    monitoring_port: int | None = Field(
        None, ge=1, le=65_535, description="The port of /healthz and /metrics; without one, there are none."
    )
    monitoring_host: str = Field("127.0.0.1", description="The address on which that port is opened.")

    @field_validator("encoder", "log_format", mode="before")
    @classmethod
    def _lower(cls, value: object) -> object:
        return value.strip().lower() if isinstance(value, str) else value

    @field_validator("log_level", mode="before")
    @classmethod
    def _upper(cls, value: object) -> object:
        return value.upper() if isinstance(value, str) else value

    @field_validator("knowledge_dir", "cache_dir", "discord_token_file")
    @classmethod
    def _home(cls, value: Path | None) -> Path | None:
        return value.expanduser() if value else None

    @field_validator("cache_dir", "records", mode="before")
    @classmethod
    def _off(cls, value: object) -> object:
        return None if isinstance(value, str) and value.strip().casefold() == "off" else value


class SettingsError(BotError):
    """A setting that can't be used."""


def load_settings(env_file: Path = ENV_FILE) -> Settings:
    """Read the settings once; raise SettingsError with one sentence when something is wrong."""
    _refuse_unknown(env_file)
    try:
        return Settings(_env_file=env_file)  # type: ignore[call-arg]
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        name = str(first["loc"][0]).upper()
        problem = first["msg"].removeprefix("Value error, ")
        raise SettingsError(f"The setting {name} can't be used: {problem}. See .env.example.") from None


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
    return settings.model_copy(update={"discord_token": SecretStr(token)})


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


def _refuse_unknown(env_file: Path) -> None:
    """Refuse a file with a line that sets nothing, or that sets what is no setting."""
    if not env_file.is_file():
        return
    try:
        with env_file.open(encoding="utf-8") as file:
            lines = list(parse_stream(file))
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{env_file} can't be read: {error}.") from None
    for line in lines:
        if line.error or (line.key is not None and line.value is None):
            raise SettingsError(
                f"{env_file}:{line.original.line} sets nothing. Write NAME=value, quotation marks closed."
            )
        if line.key is not None:
            _refuse_name(env_file, line.key)


def _refuse_name(env_file: Path, name: str) -> None:
    known = [each.upper() for each in Settings.model_fields]
    if name.upper() not in known:
        near = process.extractOne(name.upper(), known, scorer=fuzz.ratio, score_cutoff=60)
        hint = f"Did you mean {near[0]}?" if near else f"The settings are {', '.join(known)}."
        raise SettingsError(f"{env_file} has an unknown setting {name}. {hint}")
