"""The format of story.yaml and entries/*.yaml, checked by pydantic; unknown keys are refused."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from typing import Annotated, Any, Literal, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    StringConstraints,
    Tag,
    ValidationError,
)

from bot.stories.printing import named

T = TypeVar("T")
_WHITE = frozenset("\t\n\r")

LONGEST_ANSWER = 1_000
LONGEST_QUESTION = 1_000


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


_VISIBLE = AfterValidator(_visible)
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2_000), _VISIBLE]
ShortText = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200), _VISIBLE]
Question = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_QUESTION), _VISIBLE]
Answer = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_ANSWER), _VISIBLE]
EntryId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$")]
# A key that may be left out may be left empty.
Several = Annotated[list[T], BeforeValidator(lambda value: [] if value is None else value)]
# What people ask next, by the id of the entry that has just answered them.
FollowUps = Annotated[
    dict[EntryId, Annotated[list[Question], Field(min_length=1)]],
    BeforeValidator(lambda value: {} if value is None else value),
]
Named = Annotated[dict[ShortText, ShortText], BeforeValidator(lambda value: {} if value is None else value)]
Kind = Literal["quote", "reported", "narration", "headline", "caption", "credit", "sources"]
# Warnings of `check` on an entry that may be right as it is, which only a person can tell.
Settled = Literal["misquoted", "speaker", "spoken", "figure", "unattributed", "opening", "overlap"]


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class CitationSource(_Model):
    """A quote as a curator writes it."""

    quote: Text
    speaker: ShortText | None = None
    kind: Kind | None = None
    paragraph: Annotated[int, Field(ge=1)] | None = None


class EntrySource(_Model):
    """An entry as a curator writes it."""

    id: EntryId
    questions: Annotated[list[Question], Field(min_length=1)]
    answer: Answer
    citations: Several[CitationSource] = []
    in_story: bool = True
    topic: ShortText | None = None
    follow_ups: FollowUps = {}
    settled: Several[Settled] = []


class SpeakerSource(_Model):
    """A speaker as a curator writes it."""

    name: ShortText
    role: ShortText | None = None
    organisation: ShortText | None = None
    camp: ShortText | None = None
    aliases: Several[ShortText] = []


class DisputeSource(_Model):
    """A disputed point as a curator writes it: what the camps say on it, in their own words."""

    id: EntryId
    point: ShortText
    statements: Annotated[list[CitationSource], Field(min_length=1)]


class DateSource(_Model):
    """What is known of the date, and what is not."""

    known: ShortText | None = None
    note: Text | None = None


def _shape_of_date(value: object) -> str:
    return "text" if isinstance(value, str) else "keys"


# Told apart before they are checked: otherwise what is wrong with one would be said of both.
Date = Annotated[Annotated[ShortText, Tag("text")] | Annotated[DateSource, Tag("keys")], Discriminator(_shape_of_date)]


class StorySource(_Model):
    """story.yaml; only the title must be there."""

    title: ShortText
    kicker: ShortText | None = None
    summary: Text | None = None
    publisher: ShortText | None = None
    url: Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\x00-\x1f\x7f]+$", max_length=512)] | None = None
    date: Date | None = None
    sources: Several[ShortText] = []
    speakers: Several[SpeakerSource] = []
    people: Several[SpeakerSource] = []
    aliases: Several[Annotated[list[ShortText], Field(min_length=2)]] = []
    topics: Named = {}
    disputes: Several[DisputeSource] = []


def explain(
    error: ValidationError, keys: frozenset[str] | set[str], most: int | None = None
) -> list[tuple[tuple[str | int, ...], str, str]]:
    """Return path, problem and remedy of each error in words for a curator; ``keys`` are those the format knows."""
    errors = error.errors(include_url=False, include_context=True)
    misspelt = {
        (*item["loc"][:-1], nearest(str(item["loc"][-1]), keys)) for item in errors if item["type"] == "extra_forbidden"
    }
    # A key that is only misspelt is not missing.
    found = [item for item in errors if not (item["type"] == "missing" and item["loc"] in misspelt)][:most]
    return [(_path(item["loc"]), *(_empty_line(item) or _sentence(item, keys))) for item in found]


def _path(location: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """Drop what pydantic adds: the tag of the date's shape, and a word for the key of a mapping."""
    if location[:1] == ("date",):
        return (*location[:1], *location[2:])
    mapping = location[:1] in (("topics",), ("follow_ups",))
    return location[:-1] if mapping and location[-1] == "[key]" else location


def _empty_line(item: Mapping[str, Any]) -> tuple[str, str] | None:
    """Tell of an item of a list that is left empty among others."""
    loc: tuple[str | int, ...] = item["loc"]
    name, last = loc[-2:] if len(loc) > 1 else (None, None)
    empty = item["type"] == "string_too_short" or (item["type"] == "string_type" and item["input"] is None)
    if not (empty and isinstance(name, str) and isinstance(last, int)):
        return None
    return f"A line of `{named(name)}` is empty.", "Write a text there, or delete the line."


def _sentence(item: Mapping[str, Any], keys: frozenset[str] | set[str]) -> tuple[str, str]:
    name = named(next((part for part in reversed(_path(item["loc"])) if isinstance(part, str)), ""))
    # Without a key it is an item of a list that is wrong as a whole.
    what = f"`{name}`" if name else "The entry"
    context = item.get("ctx", {})
    match item["type"]:
        case "extra_forbidden":
            return f"The key `{name}` is not known.", _nearest_key(name, keys)
        case "missing":
            return f"The key `{name}` is missing.", "Add it."
        case "literal_error":
            return f"`{name}` is {named(repr(item['input']))}.", f"Use one of {context['expected']}."
        case (
            "string_type"
            | "list_type"
            | "dict_type"
            | "model_type"
            | "bool_parsing"
            | "int_parsing"
            | "bool_type"
            | "int_type"
        ):
            problem = "is empty" if item["input"] is None else "has a value of the wrong shape"
            return f"{what} {problem}.", _SHAPES.get(item["type"], "See the format in the README.")
        case (
            "string_too_long"
            | "string_too_short"
            | "too_short"
            | "string_pattern_mismatch"
            | "greater_than_equal"
            | "value_error"
        ):
            return f"`{name}` can't be used as it is.", _limit(item, name, context)
    return f"`{name}`: {item['msg']}.", "See the format in the README."


_SHAPES = {
    "string_type": "Write text here; it must not be empty.",
    "list_type": "Write a list: one `- ` line each.",
    "dict_type": "Write `key: value` lines.",
    "model_type": "Write `key: value` lines.",
    "bool_parsing": "Write true or false.",
    "bool_type": "Write true or false.",
    "int_parsing": "Write a whole number.",
    "int_type": "Write a whole number.",
}


# What a list holds that must not be empty; follow-ups stand under the ids of entries.
_HELD = {"aliases": "name", "statements": "statement"}


def _limit(item: Mapping[str, Any], name: str, context: dict) -> str:
    match kind := item["type"]:
        case "string_too_long":
            return f"Keep it to {context['max_length']} characters."
        case "string_too_short" | "too_short":
            return _at_least(context["min_length"], name) if kind == "too_short" else "Write something; it is empty."
        case "greater_than_equal":
            return f"Use {context['ge']} or more."
        case "value_error":
            return str(context["error"])
    if name == "url":
        return "Use a whole address that begins with https://."
    return "Use letters, digits, `-`, `_` and `.`, at most 80, beginning with a letter or a digit."


def _at_least(count: int, name: str) -> str:
    thing = _HELD.get(name, "question")
    return f"Write at least one {thing}." if count == 1 else f"Write at least {count} {thing}s."


def _nearest_key(name: str, keys: frozenset[str] | set[str]) -> str:
    near = nearest(name, keys)
    return f"Did you mean `{near}`?" if near else f"The keys are {', '.join(sorted(keys))}."


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name that somebody who wrote ``name`` may have meant, if one is like it."""
    from rapidfuzz import fuzz, process  # only a faulty file needs it

    near = process.extractOne(name, sorted(known), scorer=fuzz.ratio, score_cutoff=60)
    return near[0] if near else None
