"""Warnings about who is said to say something: the article read for itself, the entries compared with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from bot.answering.quotecheck.cast import Cast
from bot.checking.concerns import Concern, Kind, sentence
from bot.speech import Certainty, Reading, read_speech
from bot.speech.records import Span
from bot.stories import Citation, Entry, Story
from bot.stories.records import SPOKEN
from bot.stories.typography import fold

_SURELY = (Certainty.NAMED, Certainty.MEANT)


@dataclass(frozen=True)
class Speakers:
    """Who says what in a story's article, as far as its text tells; read when it is asked for."""

    story: Story

    @cached_property
    def _reading(self) -> Reading:
        return read_speech(self.story.article, has_headline=has_headline(self.story))

    @cached_property
    def _cast(self) -> Cast:
        return Cast(self.story)

    def spoken(self, citation: Citation) -> bool:
        """Tell whether a citation is of spoken words: most of it stands within the article's quotation marks."""
        whole = [piece for each in self._reading.quotations if each.within is None for piece in each.pieces]
        return _covers(whole, citation)

    def likely(self, citation: Citation) -> str | None:
        """Return whose words a citation is, also by a guess."""
        return next((each.speaker for each in self._reading.quotations if _covers(each.pieces, citation)), None)

    def sure(self, citation: Citation) -> tuple[str, Certainty] | None:
        """Return who surely says the words of a citation, and whether the text names them there."""
        quoted = [(each.pieces, each) for each in self._reading.quotations]
        reported = [((each.span,), each) for each in self._reading.reports]
        for pieces, each in (*quoted, *(reported if citation.kind == "reported" else ())):
            if each.speaker and each.certainty in _SURELY and _covers(pieces, citation):
                return each.speaker, each.certainty
        return None

    def is_same(self, found: str, said_by: str) -> bool:
        """Tell whether a name in the article means the speaker of a citation, or whom that one speaks for."""
        named, speaker = self._cast.resolve(found), self.story.speaker(said_by)
        names = speaker.names if speaker else (said_by,)
        alike = any(set(found.casefold().split()) & set(name.casefold().split()) for name in names)
        return named is None or self._cast.is_right(named, said_by) or (not named.voices and alike)

    def other(self, citation: Citation) -> tuple[str, Certainty] | None:
        """Return who surely says the words of a citation, if that is somebody else than it has."""
        found = self.sure(citation) if citation.speaker and citation.kind in SPOKEN else None
        return found if found and not self.is_same(found[0], citation.speaker or "") else None

    def doubted(self) -> set[str]:
        """Return the entries with words of somebody else: what else is said of their speakers would lead astray."""
        return {entry.id for entry in self.story.entries if any(map(self.other, entry.citations))}


def has_headline(story: Story) -> bool:
    """Tell whether an article begins with its title."""
    first = story.article.paragraphs[:1]
    return bool(first) and fold(first[0].text).casefold() == fold(story.title).casefold()


def _covers(pieces: tuple[Span, ...] | list[Span], citation: Citation) -> bool:
    """Tell whether most of a citation stands in some slices."""
    shared = sum(max(0, min(end, citation.end) - max(start, citation.start)) for start, end in pieces)
    return 2 * shared > citation.end - citation.start


def doubtful_speakers(story: Story) -> Iterator[Concern]:
    """Compare each quote's speaker with whom the article names or means beside the words."""
    speakers = Speakers(story)
    for entry, citation, others in _citations(story, Kind.SPEAKER):
        if found := speakers.other(citation):
            name, certainty = found
            gives = "gives" if certainty is Certainty.NAMED else "seems to give"
            problem = sentence(f"{citation.speaker} is given words that the article {gives} {name}: “{citation.quote}”")
            remedy = "Correct the speaker, or write `settled: [speaker]` if the article is misread here."
            made = Concern.of_entry(Kind.SPEAKER, story, entry, problem + _also(others), remedy)
            yield replace(made, text=citation.quote)


def spoken_words(story: Story) -> Iterator[Concern]:
    """Say which words that the article quotes are cited as its own, or as nobody's."""
    speakers = Speakers(story)
    for entry, citation, others in _citations(story, Kind.SPOKEN):
        if (citation.speaker is None or citation.kind not in SPOKEN) and speakers.spoken(citation):
            problem, remedy = _wanting(citation) + _also(others), _remedy(speakers.sure(citation))
            yield replace(Concern.of_entry(Kind.SPOKEN, story, entry, problem, remedy), text=citation.quote)


def _citations(story: Story, kind: Kind) -> Iterator[tuple[Entry, Citation, list[str]]]:
    """Return each citation once: the first entry that has it, and the ids of the others.

    An entry in which this kind of warning is settled has none: what is settled there is so of no other entry.
    """
    places: dict[Citation, dict[str, Entry]] = {}
    for entry in story.entries:
        for citation in () if kind in entry.settled else entry.citations:
            places.setdefault(citation, {})[entry.id] = entry
    for citation, having in places.items():
        first, *others = having.values()
        yield first, citation, [entry.id for entry in others]


def _also(others: list[str]) -> str:
    """Say which other entries have a citation too: what is done to it is to be done in each."""
    return f" So it is in {', '.join(others)}." if others else ""


def _wanting(citation: Citation) -> str:
    if citation.kind and citation.kind not in SPOKEN:
        return sentence(f"Words in the article's quotation marks are cited as {citation.kind}: “{citation.quote}”")
    if citation.speaker:
        return sentence(
            f"Words in the article's quotation marks are {citation.speaker}'s without a kind: “{citation.quote}”"
        )
    return sentence(f"Nobody is named for words in the article's quotation marks: “{citation.quote}”")


def _remedy(found: tuple[str, Certainty] | None) -> str:
    speaker = found[0] if found else "NAME"
    return f"Write `kind: quote` and `speaker: {speaker}`."
