"""What a question leans on that is no question by itself: "when was that?", "and him?"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from bot.matching.lexicon import common_words
from bot.matching.words import asking_words, english, words
from bot.stories import Entry, Speaker, Story

PRONOUNS = frozenset({"he", "him", "his", "she", "her", "hers"})
PRONOUNS |= {"they", "them", "their", "theirs", "it", "its", "that", "this", "those", "these"}
PRONOUNS |= {"there", "then", "same"}
# "He", "he is" in short, and "that man".
_MAN = r"(?:man|woman|guy|bloke|dude|fellow|chap|gentleman|lady|person|official|speaker)"
_PERSON = re.compile(
    rf"\b(?:s?he['’]?s|he|him|his|she|her|hers|(?:that|this|the same) {_MAN}(?:['’]?s)?)\b", re.IGNORECASE
)
# Asks whether somebody said something, who may be another than said it.
_WHETHER_SAID = re.compile(
    r"(?:(?:and|so|but|ok|wait|hey) )*(?:did|does|has|was it|is it)\b.*"
    r"\b(?:say|said|claim|claimed|call|called|tell|told|mention|mentioned)\b",
    re.IGNORECASE,
)
_ASKS_FOR_A_PERSON = re.compile(
    rf"\b(?:who|whom|whose|(?:which|what) (?:{_MAN}|president|minister|politician|leader))\b", re.IGNORECASE
)
# Says that somebody else was meant.
_MEANT = re.compile(
    r"\s*(?:(?:no|nope|nah|sorry|wait|oops|not \w+)[\s,.!-]+)*"
    r"(?:i (?:mean|meant|was asking about|asked about|said)|rather|actually)"
    r"[\s,:]+(?:the\s+)?(?P<whom>[\w. '’-]+?)[\s.!?]*(?:please|pls|not \w+)?[\s.!]*",
    re.IGNORECASE,
)
_LONGEST_CORRECTION = 80
_POSSESSIVE = frozenset({"his", "hers"})
_OPENERS = frozenset({"and", "but", "or", "also", "then"})
_MOST_WORDS = 10
# Questions whose words are asked for several times, the canonical ones of some hundred entries among them.
_IN_HAND = 500
# Patterns of people's names: more than a few stories have.
_KEPT_NAMES = 1_000
# What a word of the talk before weighs; by meaning, what lies near the talk is told better.
LENT, LENT_BY_MEANING = 0.5, 0.25
# The more content a leaning question has of its own, the less does it lean.
_LESS_A_WORD = 0.3


@dataclass(frozen=True, slots=True)
class Talk:
    """What an elliptic question leans on.

    asked: the elliptic question itself, as it was typed.
    question, entry: the question before, and the ids of the story and the entry that it led to.
    words: words to borrow.
    weight: how much it leans, 1 if it has no content of its own.
    """

    asked: str
    question: str
    entry: tuple[str, str] | None = None
    words: tuple[str, ...] = ()
    weight: float = 1.0


def leaning(question: str, before: str, story: Story | None, entry: Entry | None) -> tuple[str, Talk]:
    """Return a question with "he" and the like written out as the person meant, and what it leans on.

    ``before``: the question before; ``story`` and ``entry``: what that led to.
    """
    full = _written_out(question, before, story, entry)
    led_to = (story.id, entry.id) if story and entry else None
    weight = 1 / (1 + _LESS_A_WORD * len(content_words(full)))
    return full, Talk(question, before, led_to, _lent(full, before, entry), weight)


def _written_out(question: str, before: str, story: Story | None, entry: Entry | None) -> str:
    """Return a question with a name in the place of "he".

    Whoever is named before "he" is meant by it ("And Ivanov, what's his job?"), nobody who is named after it ("what
    does he say about Obama?").
    """
    if story is None or not _PERSON.search(question):
        return question
    person = _spoken_of(before, story, entry)

    def named(found: re.Match[str]) -> str:
        means_itself = _first_person(story, question[: found.start()])
        return found.group() if means_itself else _in_place_of(found.group().casefold(), person)

    return _PERSON.sub(named, question) if person else question


def _spoken_of(before: str, story: Story, entry: Entry | None) -> str:
    """Return whoever is named in the last question, else whose words were shown, else who was named."""
    if entry is None:
        return _first_person(story, before) or ""
    spoken = " ".join(citation.speaker or "" for citation in entry.citations)
    texts = (before, spoken, entry.question, entry.answer)
    if not entry.in_story:
        # The words that are shown are no answer: whoever the question is about is meant.
        texts = (before, entry.question, spoken, entry.answer)
    if _ASKS_FOR_A_PERSON.search(before):
        # The answer to "whose regime is it?" is a name.
        texts = (before, entry.answer, spoken, entry.question)
    named = [_first_person(story, text) for text in texts]
    if entry.in_story and named[1] and named[0] and named[0] not in spoken and _WHETHER_SAID.match(before):
        # "Did Lavrov say so?" was answered with somebody else's words: that is the man.
        named = named[1:]
    return next(filter(None, named), "")


def _in_place_of(pronoun: str, person: str) -> str:
    if pronoun in _POSSESSIVE or (" " in pronoun and pronoun.endswith("s")):
        return f"{person}'s"
    return f"{person} is" if pronoun.endswith("s") else person


def corrected(question: str, before: str, story: Story) -> str | None:
    """Return the question before with somebody else in it: "no, I meant Lavrov" after "what did Kirby say?"."""
    found = _MEANT.fullmatch(question) if len(question) <= _LONGEST_CORRECTION else None
    asked = _first_person(story, before) if found else None
    if not found or not asked:
        return None
    meant = next((each.name for each in story.persons if _any_of(each.names).fullmatch(found["whom"])), None)
    if not meant or meant == asked:
        return None
    return re.sub(rf"(?:\bthe\s+)?{_any_of(_names(story, asked)).pattern}", meant, before, flags=re.IGNORECASE)


def _names(story: Story, name: str) -> tuple[str, ...]:
    return next(person.names for person in story.persons if person.name == name)


def leans(question: str) -> bool:
    """Tell whether a question can hardly be understood by itself."""
    found = asking_words(question)
    content = content_words(question)
    return (
        not content
        or not PRONOUNS.isdisjoint(found)
        or found[0] in _OPENERS
        or found[:2] in (["what", "about"], ["how", "about"])
        or len(found) <= 3
    )


@lru_cache(_IN_HAND)
def content_words(question: str) -> tuple[str, ...]:
    """Return the words that carry the subject."""
    light = english().light
    return tuple(word for word in asking_words(question) if word not in light and word not in PRONOUNS)


def names_something(question: str) -> bool:
    """Tell whether a question names something of its own, beside what it may ask of anything that was said."""
    asides = english().asides
    return any(word in common_words() and word not in asides for word in content_words(question))


def is_english(word: str) -> bool:
    """Tell whether a word is a common English one."""
    return word in common_words() or word in english().asides


def points_at_somebody(question: str) -> bool:
    """Tell whether a question has a word like "he", for which a talk may have a name."""
    return _PERSON.search(question) is not None


def asks_of_someone_unnamed(question: str, story: Story) -> bool:
    """Tell whether a question asks of a person whom it does not name: "what's his job?"."""
    bare = points_at_somebody(question) and len(content_words(question)) <= 1
    return bare and _first_person(story, question) is None


def _lent(question: str, before: str, entry: Entry | None) -> tuple[str, ...]:
    """Return the words that a leaning question borrows from the last exchange."""
    own = set(words(question))
    lent = dict.fromkeys(content_words(before) + content_words(entry.question if entry else ""))
    return tuple([word for word in lent if word not in own][:_MOST_WORDS])


def _first_person(story: Story, text: str) -> str | None:
    """Return the name of whoever is named first in a text."""
    named = [(place, each.name) for each in story.persons if (place := _first_place(each, text)) is not None]
    return min(named)[1] if named else None


def _first_place(person: Speaker, text: str) -> int | None:
    found = _any_of(person.names).search(text)
    return found.start() if found else None


@lru_cache(_KEPT_NAMES)
def _any_of(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b", re.IGNORECASE)
