"""Who speaks in a story, and which of them a name, an office or an organisation in a post means."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from rapidfuzz.distance import OSA

from bot.answering.quotecheck.vocabulary import (
    ARTICLES,
    BYSTANDERS,
    COUNTERPARTS,
    HONORIFICS,
    LABELS,
    ORGANISATIONS,
    PARTICLES,
    PRONOUNS,
    TITLES,
)
from bot.answering.quotecheck.words import Word, words_of
from bot.stories import Speaker, Story

_POSSESSIVE = re.compile(r"['‘’‚‛′ʼ´`]s?(?![^\W_])")
_LAST_POSSESSIVE = re.compile(r"['‘’‚‛′ʼ´`]s$")
_AROUND_NAMES = " \t,;:.!?*_~|`#-–—()[]\"“”„«»'‘’"
_SHORTEST_MISSPELT = 4
# "Falk & Sons" and "Falk and Sons" are one firm.
_JOINING = frozenset({"and", "&"})

Name = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker with the names, offices and organisation they go by, each as folded words."""

    name: str
    personal: frozenset[Name]
    offices: frozenset[Name]
    organisation: str | None = None
    bodies: frozenset[frozenset[str]] = frozenset()


@dataclass(frozen=True, slots=True)
class Named:
    """Whom a phrase names: some of the story's voices, or somebody else if there are none."""

    voices: frozenset[str] = frozenset()
    phrase: str = field(default="", compare=False)


class Cast:
    """The voices of one story."""

    def __init__(self, story: Story, derived: Iterable[Speaker] = ()) -> None:
        """Collect the speakers that the story lists, and those that only its text names."""
        speakers = _with_organisations([*story.speakers, *derived])
        bodies = {speaker.organisation.casefold() for speaker in speakers if speaker.organisation}
        self.voices = tuple(_voice(speaker, story.aliases, bodies) for speaker in speakers)
        self._publishers = [name_of(name) for name in (story.publisher, *story.sources) if name]
        names = [name for voice in self.voices for name in (*voice.personal, *voice.offices, *voice.bodies)]
        known = {word for name in names for word in name}
        known |= {word for group in story.aliases for alias in group for word in name_of(alias)}
        self.vocabulary = frozenset(known - PRONOUNS - PARTICLES - {"is"})
        self._personal = sorted(
            ((name, voice) for voice in self.voices for name in voice.personal), key=lambda pair: -len(pair[0])
        )

    def resolve(self, phrase: str) -> Named | None:
        """Return whom ``phrase`` names; None if it names no speaker at all, as a publisher or 'he' does."""
        plain = _POSSESSIVE.sub(lambda mark: " " * len(mark.group()), phrase)
        words = [word for word in words_of(plain) if not word.text.isdigit()]
        if not words or self._is_nobody(plain, words):
            return None
        found = self._body(words) or self._person(phrase, words) or self._office(plain, words) or Named()
        return replace(found, phrase=phrase)

    def _is_nobody(self, phrase: str, words: list[Word]) -> bool:
        """Tell whether a phrase names a publisher, a source, or nobody in particular."""
        named = [word.text for word in words if word.text not in ARTICLES]
        if any(word.text == "us" and phrase[word.start] == "U" for word in words):
            return False  # the country, not the pronoun
        if all(word in PRONOUNS or word in LABELS for word in named):
            return True
        listed = {word for publisher in self._publishers if set(publisher) <= set(named) for word in publisher}
        return bool(listed) and all(word in listed | LABELS | PARTICLES | {"online", "com"} for word in named)

    def _body(self, words: list[Word]) -> Named | None:
        """Return the organisation of several words, of which one may be a person's name, that a phrase is.

        Whoever speaks for it is meant too.
        """
        texts = _telling(words) - _JOINING
        spoken = {v.name for v in self.voices if any(_same_words(texts, body - _JOINING) for body in v.bodies)}
        return Named(frozenset(spoken)) if spoken and len(texts) > 1 else None

    def _person(self, phrase: str, words: list[Word]) -> Named | None:
        """Return the first person whose own name stands in the phrase."""
        texts = [word.text for word in words]
        for at in range(len(words)):
            for name, voice in self._personal:
                if tuple(texts[at : at + len(name)]) == name:
                    tail = words[at + len(name) - 1 :]
                    other = _is_namesake(phrase, words[: at + 1], name, voice) or _is_somebody_of(phrase, tail)
                    return Named() if other else Named(frozenset({voice.name}))
        return None

    def _office(self, phrase: str, words: list[Word]) -> Named | None:
        """Return who holds the office or is the organisation that makes up the whole phrase."""
        texts = _telling(words)
        bodies_of = {voice.name: frozenset().union(*voice.bodies) for voice in self.voices}
        spoken = {
            voice.name
            for voice in self.voices
            if _holds_office(texts, voice, bodies_of.get(voice.organisation or "", frozenset()))
        }
        bodies = {voice.name for voice in self.voices if any(_same_words(texts, body) for body in voice.bodies)}
        return Named(frozenset(spoken | bodies)) if spoken | bodies else None

    def is_right(self, named: Named, owner: str) -> bool:
        """Tell whether ``named`` is the owner of the words, or the organisation the owner speaks for."""
        voice = next((voice for voice in self.voices if voice.name == owner), None)
        return bool(named.voices & {owner, voice.organisation if voice else owner})

    def name_shown(self, named: Named) -> str:
        """Return the name that a phrase means as the story has it, or else as it was written."""
        written = _LAST_POSSESSIVE.sub("", " ".join(named.phrase.split()).strip(_AROUND_NAMES))
        known = next(iter(named.voices)) if len(named.voices) == 1 else ""
        return known if set(name_of(known)) & set(name_of(written)) - PARTICLES else written


def name_of(text: str) -> Name:
    """Return a name as folded words, without an article before it."""
    words = [word.text for word in words_of(text)]
    return tuple(words[1:] if len(words) > 1 and words[0] in ARTICLES else words)


def _telling(words: Iterable[Word]) -> frozenset[str]:
    """Return the words of a phrase that tell who is meant."""
    return frozenset(_standard(word.text) for word in words) - ARTICLES - PARTICLES - HONORIFICS - BYSTANDERS


def _is_namesake(phrase: str, words: list[Word], name: Name, voice: Voice) -> bool:
    """Tell whether a bare surname, the last of ``words``, has somebody else's first name before it."""
    before = words[-2] if len(words) > 1 else None
    if len(name) > 1 or before is None or before.text in TITLES | ORGANISATIONS | ARTICLES | PARTICLES:
        return False
    own = {word for names in (voice.personal, voice.offices) for each in names for word in each}
    own |= set(name_of(voice.organisation or ""))
    apart = phrase[before.end : words[-1].start].strip(" .")
    stands = not apart and phrase[before.start].isupper() and len(before.text) > 1
    return stands and not any(_akin(before.text, each) or _misspelt(before.text, each) for each in own)


def _is_somebody_of(phrase: str, words: list[Word]) -> bool:
    """Tell whether a name only says whose: 'Lavrov's spokeswoman', 'the Obama administration'."""
    if len(words) < 2:
        return False
    between = phrase[words[0].end : words[1].start]
    if between == " ":
        return words[1].text in ORGANISATIONS
    return between.startswith(("'", "’")) and any(word.text in TITLES | ORGANISATIONS for word in words[1:4])


def _with_organisations(speakers: list[Speaker]) -> list[Speaker]:
    """Make every organisation that somebody speaks for a speaker too, under the name it is listed by."""
    known = {name.casefold(): speaker.name for speaker in speakers for name in speaker.names}
    missing = {speaker.organisation for speaker in speakers if speaker.organisation}
    listed = [
        replace(each, organisation=known.get((each.organisation or "").casefold(), each.organisation))
        for each in speakers
    ]
    return [*listed, *(Speaker(name) for name in sorted(missing) if name.casefold() not in known)]


def _voice(speaker: Speaker, aliases: tuple[tuple[str, ...], ...], bodies: set[str]) -> Voice:
    names = {name_of(name) for name in speaker.names}
    names |= {name_of(other) for group in aliases for other in group if names & {name_of(name) for name in group}}
    if _is_body(name_of(speaker.name)) or bodies & {name.casefold() for name in speaker.names}:
        own_words = frozenset(frozenset(map(_standard, name)) - PARTICLES for name in names)
        return Voice(speaker.name, frozenset(), frozenset(), speaker.organisation, own_words)
    own = set(name_of(speaker.name)) - TITLES
    personal = {name for name in names if set(name) & own or not TITLES & set(map(_standard, name))}
    offices = {tuple(map(_standard, name)) for name in (names - personal) | {name_of(speaker.role or "")} if name}
    personal |= {bare for name in personal if (bare := tuple(word for word in name if word not in TITLES))}
    return Voice(
        speaker.name,
        frozenset(personal | _surname(speaker)),
        frozenset(offices),
        speaker.organisation,
        frozenset(_office_bodies(offices)),
    )


def _surname(speaker: Speaker) -> set[Name]:
    """Return the last word of a person's name; somebody without an office may be no person."""
    name = tuple(word for word in name_of(speaker.name) if word not in TITLES)
    return {name[-1:]} if len(name) > 1 and not _is_body(name) and (speaker.role or len(name) == 2) else set()


def _is_body(name: Name) -> bool:
    """Tell whether a name is an organisation's: 'State Department', but not 'State Department spokesman'."""
    words = [_standard(word) for word in name]
    body = [word for word in words if word in ORGANISATIONS]
    return bool(body) and _head(tuple(words)) in body


def _office_bodies(offices: set[Name]) -> set[frozenset[str]]:
    """Return what somebody is the chief *of*, if that is an organisation and not a country."""
    tails = [office[office.index("of") + 1 :] for office in offices if "of" in office]
    return {frozenset(tail) - PARTICLES for tail in tails if ORGANISATIONS & set(tail)}


def _head(office: Name) -> str:
    """Return the noun an office is named by: the last one before 'of'."""
    front = office[: office.index("of")] if "of" in office else office
    return front[-1] if front else ""


def _holds_office(words: frozenset[str], voice: Voice, body: frozenset[str]) -> bool:
    """Tell whether words name a voice's office: its noun, and nothing but its title and organisation."""
    return any(
        _any_akin(_head(office), words) and all(_any_akin(word, body.union(office)) for word in words)
        for office in voice.offices
    )


def _same_words(words: frozenset[str], body: frozenset[str]) -> bool:
    """Tell whether words name an organisation; the country before its name may be missing."""
    optional = {word for word in body if word in {"us", "uk", "eu", "un"}}
    return all(_any_akin(word, body) for word in words) and all(_any_akin(part, words) for part in body - optional)


def _any_akin(word: str, others: Iterable[str]) -> bool:
    return any(_akin(word, other) for other in others)


def _akin(word: str, other: str) -> bool:
    """Tell whether two words differ in their ending only: Russia and Russian, minister and ministry."""
    if word == other:
        return True
    shared = next((n for n, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), min(len(word), len(other)))
    return shared >= 5 and max(len(word), len(other)) - shared <= 2


def _misspelt(word: str, meant: str) -> bool:
    """Tell whether a first name is another with one slip of the fingers."""
    return min(len(word), len(meant)) >= _SHORTEST_MISSPELT and OSA.distance(word, meant, score_cutoff=1) <= 1


def _standard(word: str) -> str:
    return COUNTERPARTS.get(word, word)
