"""Checking a post against a story: each of its quotes, whom it gives them to, and what to show of the article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from bot.answering.quotecheck.align import exact_places
from bot.answering.quotecheck.attribution import Attribution
from bot.answering.quotecheck.cast import Named
from bot.answering.quotecheck.claim import Claim
from bot.answering.quotecheck.judge import NOTHING, Finding, Judge, says_enough
from bot.answering.quotecheck.naming import NameReader
from bot.answering.quotecheck.nearest import Nearest
from bot.answering.quotecheck.owners import Owners
from bot.answering.quotecheck.passages import read_passages
from bot.answering.quotecheck.posted import Part, Post, read_post
from bot.answering.quotecheck.records import CheckedQuote, QuoteCheck, Verdict
from bot.answering.quotecheck.slices import Slice
from bot.answering.quotecheck.words import Word, content_count, words_of
from bot.stories import Library, Story

_MOST_WORDS = 1_500
_MOST_OF_THE_POSTERS = 0.2
_MARK = re.compile("[“”„‟″«»＂\"'‘’‚‹›`]")
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
        self._owners = Owners(self._reading, self._cast)
        self._judge = Judge(story.article, self._reading, self._owners)
        self._nearest = Nearest(self._reading, self._cast)
        self._attribution = Attribution(NameReader(self._cast.vocabulary))

    def check(self, text: str) -> QuoteCheck:
        """Return the verdict on a post; of several quotes, the worst one's."""
        post = read_post(text)
        if not post.parts:
            return self._label(post)
        phrases = self._attribution.of(post)
        if (whole := self._whole(post, phrases[0])) is not None:
            return self._result([whole])
        parts = zip(post.parts, phrases, strict=True)
        return self._result([self._checked(post, part, phrase) for part, phrase in parts])

    def _label(self, post: Post) -> QuoteCheck:
        """Check a post of nothing but a 'Name:': exact where the article has it with its colon."""
        words = words_of(post.text)
        places = exact_places(self._reading.words, words) if _MARK.search(post.text) is None else []
        if not any(self._said_after(place + len(words) - 1).lstrip().startswith(":") for place in places):
            return QuoteCheck(Verdict.NOT_IN_STORY, self.story.id)
        finding = self._judge.exact(Claim(post.text, words, None, marked=False))
        return self._result([(self._quote(post, None, finding), finding)])

    def _said_after(self, n: int) -> str:
        """Return what the article has between a word and the next one."""
        words = self._reading.words
        following = words[n + 1].start if n + 1 < len(words) else None
        return self.story.article.text[words[n].end : following]

    def _paste_with_marks_in_it(self, post: Post) -> tuple[CheckedQuote, Finding] | None:
        """Read a changed or spliced paste as one quote if its only marks are some that the article has in a passage."""
        if not all(self._is_marked_alike(post, part) for part in post.parts):
            return None
        part = Part(0, len(post.text), marked=False)
        quote, finding = self._checked(Post(post.text, (part,)), part, None)
        is_paste = finding.loss <= _MOST_OF_THE_POSTERS * len(words_of(post.text))
        return (quote, finding) if is_paste else None

    def _is_marked_alike(self, post: Post, part: Part) -> bool:
        """Tell whether the article has a part in marks too, within a passage, and beside the same word as the post."""
        inner = words_of(post.text, part.start, part.end)
        places = exact_places(self._reading.words, inner) if part.marked else []
        beside = words_of(post.text, 0, part.start)[-1:], words_of(post.text, part.end)[:1]
        return any(self._stands_in_marks((place, place + len(inner) - 1), *beside) for place in places)

    def _stands_in_marks(self, place: Slice, before: Sequence[Word], after: Sequence[Word]) -> bool:
        """Tell whether a slice has marks around it in its passage, and one of two words beside it."""
        (first, last), words = place, self._reading.words
        if first == 0 or last + 1 == len(words) or len(set(self._reading.passages[first - 1 : last + 2])) > 1:
            return False
        is_marked = all(_MARK.search(self._said_after(n)) for n in (first - 1, last))
        beside = [each.text == words[first - 1].text for each in before]
        beside += [each.text == words[last + 1].text for each in after]
        return is_marked and any(beside)

    def _whole(self, post: Post, phrase: str | None) -> tuple[CheckedQuote, Finding] | None:
        """Read a paste that has the article's own marks in it as one quote, its 'X said' with it."""
        found = self._slice_from(post, 0, None) or self._paste_with_marks_in_it(post)
        if found is None and any(part.marked for part in post.parts):
            found = self._slice_from(post, post.parts[0].start, self._named(phrase))
        return found

    def _slice_from(self, post: Post, start: int, named: Named | None) -> tuple[CheckedQuote, Finding] | None:
        """Read a post from some place on as one slice of the article."""
        words = words_of(post.text, start)[:_MOST_WORDS]
        if not any(self._is_paste(post, words, place) for place in exact_places(self._reading.words, words)):
            return None
        finding = self._judge.exact(Claim(post.text, words, named, any(part.marked for part in post.parts)))
        return (self._quote(post, None, finding), finding) if finding is not NOTHING else None

    def _is_paste(self, post: Post, words: Sequence[Word], place: int) -> bool:
        """Tell whether a text that is word for word the article's has no 'Name:' and no more words of the poster's."""
        first, last = post.parts[0], post.parts[-1]
        if last.marked and words[0].start >= first.start and words[-1].start >= last.end:
            beyond = place + sum(word.start < last.end for word in words)
            goes_on = self._reading.passages[beyond - 1] == self._reading.passages[beyond]
            is_all = not words_of(post.text, 0, words[0].start)
            if goes_on and not (is_all and _MARK.search(self._said_after(beyond - 1))):
                return False
        return last.start > words[-1].start or self._is_divided_alike(post.text, words, place)

    def _is_divided_alike(self, post: str, words: Sequence[Word], place: int) -> bool:
        """Tell whether no colon, dash or bracket parts the words of a post where the article goes on."""
        for n, (a, b) in enumerate(pairwise(words), place):
            posted = post[a.end : b.start]
            said = self._said_after(n)
            runs_over = _ENDED.search(said) and not _ENDED.search(posted)
            if (":" in posted and ":" not in said) or (runs_over and _DIVIDED.search(posted)):
                return False
        return True

    def _named(self, phrase: str | None) -> Named | None:
        return self._cast.resolve(phrase) if phrase else None

    def _checked(self, post: Post, part: Part, phrase: str | None) -> tuple[CheckedQuote, Finding]:
        """Check one part; for words that the story does not have, look for what comes nearest."""
        finding = self._part(post, part, phrase)
        quote = self._quote(post, part, finding)
        if finding.verdict is not Verdict.NOT_IN_STORY:
            return quote, finding
        words = words_of(post.text, part.start, part.end)[:_MOST_WORDS]
        if not says_enough(words) and exact_places(self._reading.words, words):
            return replace(quote, is_common=True), finding
        place = self._nearest.find(words, self._named(phrase or self._attribution.asked(post, part)))
        return replace(quote, nearest=self._owners.voiced(place) if place else None), finding

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
            is_quote = part.marked or shorter.named
            if not (is_quote or content_count(fewer)):
                continue  # 'he said so'
            if not ((shorter.doubtful or is_stranger) and self._judge.belongs(words, fewer)):
                yield Claim(post.text, fewer, named, is_quote)

    def _is_question(self, post: Post, part: Part, best: Finding) -> bool:
        """Tell whether an unmarked part asks something in the poster's own words."""
        if part.marked or best.verdict not in {Verdict.ALTERED, Verdict.STITCHED}:
            return False
        if post.text.rstrip().endswith("?"):
            return bool(_QUESTION.match(post.text))
        # A slice can begin as a question does: 'has other purposes'.
        first = self._reading.words[best.slices[0][0]]
        begins_alike = first.text == words_of(post.text, part.start, part.end)[0].text
        return not begins_alike and any(d.posted for d in best.differences) and bool(_QUESTION.match(post.text))

    def _quote(self, post: Post, part: Part | None, finding: Finding) -> CheckedQuote:
        """Return what is told of one quote; without a part, of the whole post."""
        start, end = (part.start, part.end) if part else (0, len(post.text))
        return CheckedQuote(
            " ".join(post.text[start:end].split()),
            part is None or part.marked,
            finding.verdict,
            tuple(map(self._owners.voiced, finding.slices)),
            finding.differences,
            finding.misnamed,
            finding.reordered,
            self._context(finding.slices) if finding.slices else None,
            self._is_cut(finding.slices),
        )

    def _result(self, found: Sequence[tuple[CheckedQuote, Finding]]) -> QuoteCheck:
        """Join what was found of a post's quotes: the worst verdict, with all of them."""
        quotes = tuple(quote for quote, _ in found)
        _, worst = max(found, key=lambda each: each[1].verdict.badness)
        if worst.verdict is Verdict.NOT_IN_STORY:
            return QuoteCheck(worst.verdict, self.story.id, quotes=quotes)
        paragraph = self.story.article.paragraph_at(self._reading.words[worst.slices[0][0]].start).number
        return QuoteCheck(worst.verdict, self.story.id, *self._owners.spoken(worst.slices), paragraph, quotes)

    def _sentences(self, slices: Sequence[Slice]) -> list[int]:
        """Return the numbers of the sentences that slices have words of."""
        return sorted({self._reading.sentence_of[n] for first, last in slices for n in range(first, last + 1)})

    def _context(self, slices: Sequence[Slice]) -> str:
        """Return the whole sentences around the slices, with an ellipsis where some are passed over."""
        numbers = self._sentences(slices)
        texts = [self.story.article.text[slice(*self._reading.sentences[number])] for number in numbers]
        joints = ["", *(" " if b == a + 1 else " … " for a, b in pairwise(numbers))]
        return "".join(joint + text for joint, text in zip(joints, texts, strict=True))

    def _is_cut(self, slices: Sequence[Slice]) -> bool:
        """Tell whether the sentences of slices have more words in the same passages."""
        numbers = set(self._sentences(slices))
        inside = {n for first, last in slices for n in range(first, last + 1)}
        passages = {self._reading.passages[n] for n in inside}
        return any(
            number in numbers and n not in inside and self._reading.passages[n] in passages
            for n, number in enumerate(self._reading.sentence_of)
        )


class LibraryChecker:
    """Checks posts against every story of a library."""

    def __init__(self, library: Library) -> None:
        """Read all stories once for all posts."""
        self._checkers = [QuoteChecker(story) for story in library.stories]

    def check(self, text: str) -> QuoteCheck:
        """Return the best verdict that any story gives."""
        found = [checker.check(text) for checker in self._checkers]
        return min(found, key=lambda each: (each.verdict.badness, -_length(each), not each.has_words))


def _length(check: QuoteCheck) -> int:
    """Return how much of a story was found, be it of one quote among several."""
    return sum(end - start for start, end, *_ in {each for quote in check.quotes for each in quote.slices})


def check_in(library: Library, text: str) -> QuoteCheck:
    """Check a post against every story once; who checks often keeps a ``LibraryChecker``."""
    return LibraryChecker(library).check(text)
