"""The format of story.yaml and entries/*.yaml, as msgspec has it; unknown keys are refused."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Annotated, Literal, TypeVar, get_args

from msgspec import Meta, Struct

from bot.scalars import alternatives, stripped
from bot.stories.printing import named
from bot.stories.validating import FormatError, Violation
from bot.stories.yaml_source import Path

T = TypeVar("T")
_WHITE = frozenset("\t\n\r")

LONGEST_ANSWER = 1_000
LONGEST_QUESTION = 1_000


def _stripped(value: object) -> object:
    return stripped(value) if isinstance(value, str) else value


def _visible(text: str) -> str:
    """Refuse what can't be shown, and what shows nothing: Discord refuses it, and a terminal obeys it."""
    if text.isprintable() and "!" <= text[:1] <= "~":
        # Nearly every text, and told at once.
        return text
    for letter in text:
        if unicodedata.category(letter) in ("Cc", "Cs") and letter not in _WHITE:
            raise ValueError(f"Remove the character U+{ord(letter):04X}; it can't be shown.")
    if all(unicodedata.category(letter)[0] in "CZM" for letter in text):
        raise ValueError("Write something; nothing of it can be seen.")
    return text


_SHOWN = {"before": _stripped, "after": _visible}
Text = Annotated[str, Meta(min_length=1, max_length=2_000, extra=_SHOWN)]
ShortText = Annotated[str, Meta(min_length=1, max_length=200, extra=_SHOWN)]
Question = Annotated[str, Meta(min_length=1, max_length=LONGEST_QUESTION, extra=_SHOWN)]
Answer = Annotated[str, Meta(min_length=1, max_length=LONGEST_ANSWER, extra=_SHOWN)]
# \Z: before a line's end at the end of a text, Python's $ stands too.
EntryId = Annotated[str, Meta(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,79}\Z")]
Url = Annotated[str, Meta(pattern=r"^https?://[^\s<>\x00-\x1f\x7f]+\Z", max_length=512)]
# A key that may be left out may be left empty.
Several = Annotated[list[T], Meta(extra={"before": lambda value: [] if value is None else value})]
_KEYS = Meta(extra={"before": lambda value: {} if value is None else value})
# What people ask next, by the id of the entry that has just answered them.
FollowUps = Annotated[dict[EntryId, Annotated[list[Question], Meta(min_length=1)]], _KEYS]
Named = Annotated[dict[ShortText, ShortText], _KEYS]
Kind = Literal["quote", "reported", "narration", "headline", "caption", "credit", "sources"]
# Warnings of `check` on an entry that may be right as it is, which only a person can tell.
Settled = Literal["misquoted", "speaker", "spoken", "figure", "unattributed", "opening", "overlap"]


class CitationSource(Struct, frozen=True, forbid_unknown_fields=True):
    """A quote as a curator writes it."""

    quote: Text
    speaker: ShortText | None = None
    kind: Kind | None = None
    paragraph: Annotated[int, Meta(ge=1)] | None = None


class EntrySource(Struct, frozen=True, forbid_unknown_fields=True):
    """An entry as a curator writes it."""

    id: EntryId
    questions: Annotated[list[Question], Meta(min_length=1)]
    answer: Answer
    citations: Several[CitationSource] = []
    in_story: bool = True
    topic: ShortText | None = None
    follow_ups: FollowUps = {}
    settled: Several[Settled] = []


class SpeakerSource(Struct, frozen=True, forbid_unknown_fields=True):
    """A speaker as a curator writes it."""

    name: ShortText
    role: ShortText | None = None
    organisation: ShortText | None = None
    camp: ShortText | None = None
    aliases: Several[ShortText] = []


class DisputeSource(Struct, frozen=True, forbid_unknown_fields=True):
    """A disputed point as a curator writes it: what the camps say on it, in their own words."""

    id: EntryId
    point: ShortText
    statements: Annotated[list[CitationSource], Meta(min_length=1)]


class DateSource(Struct, frozen=True, forbid_unknown_fields=True):
    """What is known of the date, and what is not."""

    known: ShortText | None = None
    note: Text | None = None


class StorySource(Struct, frozen=True, forbid_unknown_fields=True):
    """story.yaml; only the title must be there."""

    title: ShortText
    kicker: ShortText | None = None
    summary: Text | None = None
    publisher: ShortText | None = None
    url: Url | None = None
    date: ShortText | DateSource | None = None
    sources: Several[ShortText] = []
    speakers: Several[SpeakerSource] = []
    people: Several[SpeakerSource] = []
    aliases: Several[Annotated[list[ShortText], Meta(min_length=2)]] = []
    topics: Named = {}
    disputes: Several[DisputeSource] = []


def explain(error: FormatError, keys: frozenset[str], most: int | None = None) -> list[tuple[Path, str, str]]:
    """Return path, problem and remedy of each violation in words for a curator; ``keys`` are those the format knows."""
    misspelt = {
        (*each.path[:-1], nearest(str(each.path[-1]), keys)) for each in error.violations if each.kind == "unknown"
    }
    # A key that is only misspelt is not missing.
    found = [each for each in error.violations if not (each.kind == "missing" and each.path in misspelt)][:most]
    return [(each.path, *(_empty_line(each) or _sentence(each, keys))) for each in found]


def _empty_line(wrong: Violation) -> tuple[str, str] | None:
    """Tell of an item of a list that is left empty among others."""
    name, last = wrong.path[-2:] if len(wrong.path) > 1 else (None, None)
    empty = wrong.kind == "too short" or (wrong.kind == "text" and wrong.value is None)
    if not (empty and isinstance(name, str) and isinstance(last, int)):
        return None
    return f"A line of `{named(name)}` is empty.", "Write a text there, or delete the line."


def _sentence(wrong: Violation, keys: frozenset[str]) -> tuple[str, str]:
    name = named(next((part for part in reversed(wrong.path) if isinstance(part, str)), ""))
    match wrong.kind:
        case "unknown":
            return f"The key `{name}` is not known.", _nearest_key(name, keys)
        case "missing":
            return f"The key `{name}` is missing.", "Add it."
        case "choice":
            return (
                f"`{name}` is {named(repr(wrong.value))}.",
                f"Use one of {alternatives(_CHOICES[frozenset(wrong.limit)])}.",
            )
        case "text" | "list" | "keys" | "truth" | "number":
            # Without a key it is an item of a list that is wrong as a whole.
            what = f"`{name}`" if name else "The entry"
            problem = "is empty" if wrong.value is None else "has a value of the wrong shape"
            return f"{what} {problem}.", _SHAPES[wrong.kind]
    return f"`{name}` can't be used as it is.", _limit(wrong, name)


# In the order of this format: msgspec sorts them.
_CHOICES = {frozenset(get_args(each)): get_args(each) for each in (Kind, Settled)}
_SHAPES = {
    "text": "Write text here; it must not be empty.",
    "list": "Write a list: one `- ` line each.",
    "keys": "Write `key: value` lines.",
    "truth": "Write true or false.",
    "number": "Write a whole number.",
}


# What a list holds that must not be empty; follow-ups stand under the ids of entries.
_HELD = {"aliases": "name", "statements": "statement"}


def _limit(wrong: Violation, name: str) -> str:
    match wrong.kind:
        case "pattern":
            return _PATTERNS.get(name, _PATTERNS["id"])
        case "too few":
            return _at_least(wrong.limit, name)
    return _LIMITS[wrong.kind].format(wrong.limit)


_LIMITS = {
    "too long": "Keep it to {} characters.",
    "too short": "Write something; it is empty.",
    "too small": "Use {} or more.",
    "refused": "{}",
}
_PATTERNS = {
    "id": "Use letters, digits, `-`, `_` and `.`, at most 80, beginning with a letter or a digit.",
    "url": "Use a whole address that begins with https://.",
}


def _at_least(count: int, name: str) -> str:
    thing = _HELD.get(name, "question")
    return f"Write at least one {thing}." if count == 1 else f"Write at least {count} {thing}s."


def _nearest_key(name: str, keys: frozenset[str]) -> str:
    near = nearest(name, keys)
    return f"Did you mean `{near}`?" if near else f"The keys are {', '.join(sorted(keys))}."


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name that somebody who wrote ``name`` may have meant, if one is like it."""
    from rapidfuzz import fuzz, process  # only a faulty file needs it

    near = process.extractOne(name, sorted(known), scorer=fuzz.ratio, score_cutoff=60)
    return near[0] if near else None
