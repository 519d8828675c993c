"""Warnings about what answers rest on: sentences that no entry shows, and claims that name nobody who makes them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from bot.answering.quotecheck.vocabulary import HONORIFICS, ORGANISATIONS
from bot.checking.concerns import Concern, Kind, sentence
from bot.checking.speakers import Speakers
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


def unattributed(story: Story) -> Iterator[Concern]:
    """Say which answers rest on somebody's words alone and name none of those who said them.

    An answer that also shows the story's own narration may rest on that.
    """
    voices = _Voices(story)
    for entry in story.entries:
        speakers = [voices.speaker(citation) for citation in entry.citations] if entry.in_story else []
        known = [speaker for speaker in speakers if speaker]
        unnamed = bool(known) and len(known) == len(speakers) and not voices.named(entry.answer, known)
        if unnamed and entry.id not in voices.doubted:
            problem = f"The answer rests on words of {_listed(known)} and does not say so."
            remedy = "Begin it with who said it: readers must see that it is a claim."
            line = entry.lines.answer if entry.lines else None
            made = Concern.of_entry(Kind.UNATTRIBUTED, story, entry, problem, remedy)
            yield replace(made, line=line, text=entry.answer)


class _Voices:
    """Whose words a citation is, by the entry or else by the article, and the names they may be given in an answer."""

    def __init__(self, story: Story) -> None:
        self._story, self._speakers = story, Speakers(story)

    @property
    def doubted(self) -> set[str]:
        """The entries whose words are rather somebody else's: to name whom they give them to would make it worse."""
        return self._speakers.doubted()

    def speaker(self, citation: Citation) -> str | None:
        """Return whose words these are, None if they are the story's own or nobody knows."""
        if citation.speaker or (citation.kind and citation.kind not in SPOKEN):
            return citation.speaker
        return self._speakers.likely(citation)

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
