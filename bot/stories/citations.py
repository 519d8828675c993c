"""From a quote as a curator writes it to a citation that is proved, or to what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.stories.quotes import QuoteFinder, QuoteProblem
from bot.stories.records import SPOKEN, Citation
from bot.stories.schema import CitationSource, SpeakerSource, StorySource, nearest
from bot.stories.yaml_source import Path, Source


@dataclass(frozen=True)
class CitationReader:
    """Reads the citations of one file; ``fault`` takes a line, what is wrong, what to do, and the entry."""

    source: Source
    finder: QuoteFinder | None
    head: StorySource | None
    fault: Callable[[int | None, str, str, str | None], None]

    def read(self, written: CitationSource, path: Path, entry: str | None) -> Citation | None:
        """Return the citation that stands at ``path``, or None after telling its faults."""
        line = self.source.line((*path, "quote"))
        for problem, remedy in self._speaker_faults(written):
            self.fault(line, problem, remedy, entry)
        if self.finder is None:
            return None
        found = self.finder.locate(written.quote, written.paragraph)
        if isinstance(found, QuoteProblem):
            self.fault(line, found.problem, found.remedy, entry)
            return None
        start, end = found
        article = self.finder.article
        paragraph = article.paragraph_at(start).number
        speaker = self.speaker(written.speaker)
        name = speaker.name if speaker else written.speaker
        return Citation(article.text[start:end], start, end, paragraph, name, written.kind)

    def speaker(self, name: str | None) -> SpeakerSource | None:
        """Return the speaker of story.yaml who has that name or alias."""
        if name is None or self.head is None:
            return None
        folded = name.casefold()
        return next((s for s in self.head.speakers if folded in {n.casefold() for n in (s.name, *s.aliases)}), None)

    def _speaker_faults(self, written: CitationSource) -> list[tuple[str, str]]:
        if written.speaker is None:
            return []
        if written.kind and written.kind not in SPOKEN:
            return [
                (
                    f"A citation of kind `{written.kind}` is nobody's words, but has the speaker {written.speaker}.",
                    "Remove the speaker, or use kind `quote` or `reported`.",
                )
            ]
        if not self._is_known(written.speaker):
            return [
                (
                    f"The speaker {written.speaker} is neither in story.yaml nor in the article.",
                    self._meant(written.speaker),
                )
            ]
        return []

    def _meant(self, name: str) -> str:
        known = [
            each for speaker in (self.head.speakers if self.head else ()) for each in (speaker.name, *speaker.aliases)
        ]
        near = nearest(name, known)
        return f"Did you mean {near}?" if near else "Correct the name, or add the speaker to story.yaml."

    def _is_known(self, name: str) -> bool:
        """Tell whether story.yaml or the article has a name; where either can't be read, every name is."""
        if self.head is None or self.finder is None:
            return True
        return self.speaker(name) is not None or self.finder.names(name)
