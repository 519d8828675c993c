"""Warnings about quotes and those who said them: what no entry shows, wrong speakers, answers that name nobody."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property

from bot.answering.quotecheck.cast import Cast
from bot.answering.quotecheck.vocabulary import HONORIFICS, ORGANISATIONS
from bot.checking.concerns import Concern, Kind, sentence
from bot.speech import Certainty, Quotation, read_speech
from bot.stories import Citation, Story
from bot.stories.coverage import coverage
from bot.stories.records import SPOKEN
from bot.stories.typography import fold

_SHORTEST_PART = 3


def uncovered(story: Story) -> Iterator[Concern]:
    """Say which sentences no entry quotes."""
    text = story.article.text
    file = story.folder / "article.txt" if story.folder else None
    for start, end in coverage(story).uncovered:
        line = text.count("\n", 0, start) + 1
        problem = sentence(f"No entry quotes the sentence “{text[start:end]}”")
        remedy = "Write an entry that does, unless nobody will ask for it."
        yield Concern(Kind.UNCOVERED, story.id, file, line, None, problem, remedy, text=text[start:end])


def doubtful_speakers(story: Story) -> Iterator[Concern]:
    """Compare each quote's speaker with whom the article names beside the words, the entries left aside."""
    reading, cast = read_speech(story.article, has_headline=has_headline(story)), Cast(story)
    named = [each for each in reading.quotations if each.certainty is Certainty.NAMED and each.speaker]
    told: set[tuple[str, int, int]] = set()
    for entry in story.entries:
        for citation in entry.citations:
            said_by = citation.speaker if citation.kind == "quote" else None
            found = next((each.speaker for each in named if _covers(each, citation)), None)
            place = said_by or "", citation.start, citation.end
            if said_by and found and place not in told and not _is_same(cast, story, found, said_by):
                told.add(place)
                problem = sentence(f"{said_by} is given words that the article gives {found}: “{citation.quote}”")
                remedy = "Correct the speaker, or leave it if the article is misread here."
                yield replace(Concern.of_entry(Kind.SPEAKER, story, entry, problem, remedy), text=citation.quote)


def has_headline(story: Story) -> bool:
    """Tell whether an article begins with its title."""
    first = story.article.paragraphs[:1]
    return bool(first) and fold(first[0].text).casefold() == fold(story.title).casefold()


def _covers(quotation: Quotation, citation: Citation) -> bool:
    """Tell whether most of a citation is of a quotation."""
    shared = sum(max(0, min(end, citation.end) - max(start, citation.start)) for start, end in quotation.pieces)
    return 2 * shared > citation.end - citation.start


def _is_same(cast: Cast, story: Story, found: str, said_by: str) -> bool:
    """Tell whether a name in the article means the speaker of a citation, or whom that one speaks for."""
    named, speaker = cast.resolve(found), story.speaker(said_by)
    names = speaker.names if speaker else (said_by,)
    alike = any(set(found.casefold().split()) & set(name.casefold().split()) for name in names)
    return named is None or cast.is_right(named, said_by) or (not named.voices and alike)


def unattributed(story: Story) -> Iterator[Concern]:
    """Say which answers rest on somebody's words alone and name none of those who said them.

    An answer that also shows the story's own narration may rest on that.
    """
    voices = _Voices(story)
    for entry in story.entries:
        speakers = [voices.speaker(citation) for citation in entry.citations] if entry.in_story else []
        known = [speaker for speaker in speakers if speaker]
        if known and len(known) == len(speakers) and not voices.named(entry.answer, known):
            problem = f"The answer rests on words of {_listed(known)} and does not say so."
            remedy = "Begin it with who said it: readers must see that it is a claim."
            line = entry.lines.answer if entry.lines else None
            made = Concern.of_entry(Kind.UNATTRIBUTED, story, entry, problem, remedy)
            yield replace(made, line=line, text=entry.answer)


class _Voices:
    """Whose words a citation is, by the entry or else by the article, and the names they may be given in an answer."""

    def __init__(self, story: Story) -> None:
        self._story = story

    @cached_property
    def _quotations(self) -> tuple[Quotation, ...]:
        """What the article alone tells; only read if an entry leaves a speaker out."""
        return read_speech(self._story.article, has_headline=has_headline(self._story)).quotations

    def speaker(self, citation: Citation) -> str | None:
        """Return whose words these are, None if they are the story's own or nobody knows."""
        if citation.speaker or (citation.kind and citation.kind not in SPOKEN):
            return citation.speaker
        return next((each.speaker for each in self._quotations if _covers(each, citation)), None)

    def named(self, answer: str, speakers: Iterable[str]) -> bool:
        """Tell whether an answer names one of the speakers, their office or whom they speak for."""
        text = fold(answer)
        return any(
            any(_stands_in(name, text, re.IGNORECASE) for name in self._names(speaker))
            or any(_stands_in(part, text) for part in self._parts(speaker))
            for speaker in speakers
        )

    def _names(self, name: str) -> set[str]:
        found = self._story.speaker(name)
        if found is None:
            return {name}
        body = self._story.speaker(found.organisation) if found.organisation else None
        names = {*found.names, found.role, found.organisation, *(body.names if body else ())}
        return {without for each in names if each for without in (each, re.sub(r"(?i)^(?:the|an?)\s+", "", each))}

    def _parts(self, name: str) -> list[str]:
        """Return the words of a person's name that are said for the whole: the last, of somebody with a role any."""
        words = [word for word in re.findall(r"[^\W_][\w'’-]*", name) if word.casefold() not in HONORIFICS]
        if any(word.casefold() in ORGANISATIONS for word in words):
            return []
        found = self._story.speaker(name)
        said = words if found and found.role else words[-1:]
        return [word for word in said if word[0].isupper() and len(word) >= _SHORTEST_PART]


def _stands_in(name: str, text: str, flags: int = 0) -> bool:
    return re.search(rf"(?<!\w){re.escape(fold(name))}(?!\w)", text, flags) is not None


def _listed(names: Iterable[str]) -> str:
    *others, last = dict.fromkeys(names)
    return f"{', '.join(others)} and {last}" if others else last
