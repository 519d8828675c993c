"""Telling what is not a question about the story at all: nothing, greetings, thanks, insults, other bots' commands."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from bot.answering import phrases
from bot.matching.words import clean, english

LONGEST_QUESTION = 1_500
_LETTER = re.compile(r"[^\W\d_]")
_IN_SEVERAL_LANGUAGES = frozenset({"a", "as", "do", "i", "in", "is", "me", "no", "on", "so", "was", "will"})
_LETTERS = re.compile(r"[^\W\d_]+")
_COMMAND = re.compile(r"^\s*(?:[!/.$?;%&+=>-]|[a-z]{1,3}!)[a-z][\w-]*\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Reply:
    """A phrase, and what has to be in a message, or be all of it, for it to fit."""

    pattern: re.Pattern[str]
    anywhere: bool
    phrase: phrases.Phrase

    def fits(self, plain: str) -> bool:
        """Tell whether this is the phrase for a message."""
        return (self.pattern.search(plain) if self.anywhere else self.pattern.fullmatch(plain)) is not None


@cache
def _replies() -> tuple[_Reply, ...]:
    """Read smalltalk.yaml once."""
    text = files("bot.answering").joinpath("smalltalk.yaml").read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - safe
    parts: dict[str, str] = data["parts"]
    return tuple(
        _Reply(re.compile(_pattern(each, parts)), "within" in each, getattr(phrases, each["say"]))
        for each in data["replies"]
    )


def _pattern(said: Mapping[str, Any], parts: Mapping[str, str]) -> str:
    """Return the expression for a whole message, its line breaks and what is around it included."""
    unless = f"(?!.*(?:{said['unless']}))" if "unless" in said else ""
    if "whole" in said:
        follow = rf"(?:[\s,!.]+(?:{said['then']}))*" if "then" in said else ""
        pattern = rf"{unless}(?:{'|'.join(said['whole'])}){follow}[\s!.?,:;)(~*]*"
    elif "within" in said:
        pattern = rf"\b(?:{'|'.join(said['within'])})\b"
    else:
        pattern = rf"(?s:{unless}(?:{'|'.join(said['begins'])}).*)"
    return re.sub(r"<([a-z ]+)>", lambda found: f"(?:{parts[found[1]]})", pattern)


def reply_to_no_question(text: str) -> str | None:
    """Return the fitting line for what can't be read as a question, or None."""
    if len(text) > LONGEST_QUESTION:
        return phrases.TOO_LONG
    plain = clean(text)
    if not _LETTER.search(plain):
        return phrases.NOTHING_ASKED
    return phrases.OTHER_LANGUAGE if _foreign(plain) else None


def reply_to_small_talk(text: str) -> str | None:
    """Return the fitting line for what is most likely no question about a story, or None."""
    if _COMMAND.match(text):
        return phrases.OTHER_TASK
    plain = clean(text)
    if not plain.isascii():
        plain = " ".join("".join(letter for letter in plain if unicodedata.category(letter) != "So").split())
    return next((reply.phrase for reply in _replies() if reply.fits(plain)), None)


def _foreign(plain: str) -> bool:
    """Tell whether most letters are of another script than Latin, or the small words those of another language."""
    if not plain.isascii():
        letters = [letter for letter in plain if letter.isalpha()]
        if sum("LATIN" not in unicodedata.name(letter, "") for letter in letters) * 2 > len(letters):
            return True
    small = _LETTERS.findall(plain)
    foreign, light = sum(map(english().foreign.__contains__, small)), english().light
    if foreign >= 2 and foreign > sum(map(light.__contains__, small)):
        return True
    # "Was sagte Lawrow?": some small words are of several languages.
    surely = not english().foreign_surely.isdisjoint(small)
    return surely and not any(word in light and word not in _IN_SEVERAL_LANGUAGES for word in small)
