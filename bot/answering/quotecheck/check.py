"""Checking a post against a story: each of its quotes, whom it gives them to, and what to show of the article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from bot.answering.quotecheck.align import exact_places
from bot.answering.quotecheck.attribution import Attribution
from bot.answering.quotecheck.cast import Named
from bot.answering.quotecheck.judge import NOTHING, Claim, Finding, Judge
from bot.answering.quotecheck.naming import NameReader
from bot.answering.quotecheck.passages import read_passages
from bot.answering.quotecheck.posted import Part, Post, read_post
from bot.answering.quotecheck.records import QuoteCheck, Verdict
from bot.answering.quotecheck.slices import Slice
from bot.answering.quotecheck.words import Word, words_of
from bot.stories import Library, Story

_MOST_WORDS = 1_500
_ENDED = re.compile(r"[.!?]")
_DIVIDED = re.compile(r"[-–—―~(:\"“”„«»‘]|\s'")
_QUESTION = re.compile(
    r"\W*(?:who|what|when|where|why|how|which|did|does|do|is|are|was|were|has|have|can|could|should|would|will)\b"
    r"|.*\?\W*$",
    re.IGNORECASE | re.DOTALL,
)


class QuoteChecker:
    """Checks posts against one story."""

    def __init__(self, story: Story) -> None:
        """Read the story's passages once for all posts."""
        self.story = story
        self._reading, self._cast = read_passages(story)
        self._judge = Judge(story.article, self._reading, self._cast)
        self._attribution = Attribution(NameReader(self._cast.vocabulary))

    def check(self, text: str) -> QuoteCheck:
        """Return the verdict on a post; of several quotes, the worst one's."""
        post = read_post(text)
        if not post.parts:
            return QuoteCheck(Verdict.NOT_IN_STORY, self.story.id)
        phrases = self._attribution.of(post)
        if (whole := self._whole(post, phrases[0])) is not None:
            return self._result([whole])
        parts = zip(post.parts, phrases, strict=True)
        return self._result([self._part(post, part, phrase) for part, phrase in parts])

    def _whole(self, post: Post, phrase: str | None) -> Finding | None:
        """Read a paste that has the article's own marks in it as one slice, its 'said X' with it."""
        marked = any(part.marked for part in post.parts)
        for start in (0, post.parts[0].start) if marked else (0,):
            words = words_of(post.text, start)[:_MOST_WORDS]
            if any(self._is_paste(post, words, place) for place in exact_places(self._reading.words, words)):
                named = self._named(phrase) if start else None
                return self._judge.exact(Claim(post.text, words, named, marked))
        return None

    def _is_paste(self, post: Post, words: Sequence[Word], place: int) -> bool:
        """Tell whether a text that is word for word the article's has no 'Name:' and no more words of the poster's."""
        first, last = post.parts[0], post.parts[-1]
        if last.marked and words[0].start >= first.start and words[-1].start >= last.end:
            beyond = place + sum(word.start < last.end for word in words)
            if self._reading.passages[beyond - 1] == self._reading.passages[beyond]:
                return False
        return last.start > words[-1].start or self._is_divided_alike(post.text, words, place)

    def _is_divided_alike(self, post: str, words: Sequence[Word], place: int) -> bool:
        """Tell whether no colon, dash or bracket parts the words of a post where the article goes on."""
        for n, (a, b) in enumerate(pairwise(words), place):
            posted = post[a.end : b.start]
            said = self.story.article.text[self._reading.words[n].end : self._reading.words[n + 1].start]
            runs_over = _ENDED.search(said) and not _ENDED.search(posted)
            if (":" in posted and ":" not in said) or (runs_over and _DIVIDED.search(posted)):
                return False
        return True

    def _named(self, phrase: str | None) -> Named | None:
        return self._cast.resolve(phrase) if phrase else None

    def _part(self, post: Post, part: Part, phrase: str | None) -> Finding:
        """Check one part, and what it is without the name that it may begin or end with."""
        words = words_of(post.text, part.start, part.end)[:_MOST_WORDS]
        whole = Claim(post.text, words, self._named(phrase), part.marked)
        claims = [*self._shorter_claims(post, part, phrase, words), whole]
        best = min((self._judge.judge(claim) for claim in claims), key=lambda each: each.rank)
        return NOTHING if self._is_question(post, part, best) else best

    def _shorter_claims(self, post: Post, part: Part, phrase: str | None, words: Sequence[Word]) -> Iterable[Claim]:
        for shorter in self._attribution.within(post.text, part):
            named = self._named(shorter.phrase or phrase)
            fewer = words_of(post.text, shorter.start, shorter.end)[:_MOST_WORDS]
            is_stranger = named is not None and not named.voices
            if not ((shorter.doubtful or is_stranger) and self._judge.belongs(words, fewer)):
                yield Claim(post.text, fewer, named, part.marked or shorter.named)

    def _is_question(self, post: Post, part: Part, best: Finding) -> bool:
        """Tell whether an unmarked part asks something in the poster's own words."""
        is_changed = best.verdict in {Verdict.ALTERED, Verdict.STITCHED} and any(d.posted for d in best.differences)
        return is_changed and not part.marked and bool(_QUESTION.match(post.text))

    def _result(self, findings: Sequence[Finding]) -> QuoteCheck:
        """Join the findings of a post: the worst verdict, with every slice that was found."""
        worst = max(findings, key=lambda each: each.verdict.badness)
        if worst.verdict == Verdict.NOT_IN_STORY:
            return QuoteCheck(worst.verdict, self.story.id)
        words, article = self._reading.words, self.story.article
        slices = [each for finding in findings for each in finding.slices]
        told = {(words[first].start, words[last].end): self._spoken([(first, last)]) for first, last in slices}
        changes = tuple(each for finding in findings for each in finding.differences)
        paragraph = article.paragraph_at(words[worst.slices[0][0]].start).number
        return QuoteCheck(
            worst.verdict,
            self.story.id,
            *self._spoken(worst.slices),
            tuple(told),
            paragraph,
            self._context(worst.slices),
            changes,
            tuple(told.values()),
        )

    def _spoken(self, slices: Sequence[Slice]) -> tuple[str | None, str | None]:
        """Return whose words most of the slices are, and of what kind; spliced from several, they are nobody's."""
        inside = [n for first, last in slices for n in range(first, last + 1)]
        counted = Counter((self._reading.owners[n], self._reading.kinds[n]) for n in inside)
        told = Counter({each: count for each, count in counted.items() if each[0]})
        if len({owner for owner, _ in told}) > 1 and len(slices) > 1:
            return None, None
        return (told or counted).most_common(1)[0][0]

    def _context(self, slices: Sequence[Slice]) -> str:
        """Return the whole sentences around the slices, with an ellipsis where some are passed over."""
        numbers = sorted({self._reading.sentence_of[n] for first, last in slices for n in range(first, last + 1)})
        texts = [self.story.article.text[slice(*self._reading.sentences[number])] for number in numbers]
        joints = ["", *(" " if b == a + 1 else " … " for a, b in pairwise(numbers))]
        return "".join(joint + text for joint, text in zip(joints, texts, strict=True))


class LibraryChecker:
    """Checks posts against every story of a library."""

    def __init__(self, library: Library) -> None:
        """Read all stories once for all posts."""
        self._checkers = [QuoteChecker(story) for story in library.stories]

    def check(self, text: str) -> QuoteCheck:
        """Return the best verdict that any story gives."""
        found = [checker.check(text) for checker in self._checkers]
        return min(found, key=lambda each: (each.verdict.badness, -sum(end - start for start, end in each.spans)))


def check_in(library: Library, text: str) -> QuoteCheck:
    """Check a post against every story once; who checks often keeps a ``LibraryChecker``."""
    return LibraryChecker(library).check(text)
