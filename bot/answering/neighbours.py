"""The sentences before and after what was shown, for who asks how the article goes on."""

from __future__ import annotations

import re

from bot.matching.words import clean
from bot.stories import Citation, Story
from bot.stories.article import sentences

_THING = r"(?:sentence|line|quote|bit|part|words?|thing|one)"
_OPENING = r"""(?:(?:and|so|ok|oh|but|then|show\ me|give\ me|read\ me|can\ i\ (?:see|have)|whats
    |what(?:\ (?:is|was|does|did))?)\ )*(?:(?:the|his|her|their)\ )?"""
_AFTER = re.compile(
    rf"""{_OPENING}(?:
        {_THING}\ (?:right\ |just\ |directly\ )?(?:after|following|behind)(?:\ (?:it|that|this|them))?
        |next\ {_THING}
        |(?:comes?|came|follows?|says?|said|stands?|he\ say|she\ say)\ (?:right\ |just\ )?
         (?:next|after\ (?:it|that|this))
        |(?:go|carry|read)\ on|how\ does\ (?:it|that|the\ quote)\ (?:go\ on|continue|end))""",
    re.VERBOSE,
)
_BEFORE = re.compile(
    rf"""{_OPENING}(?:
        {_THING}\ (?:right\ |just\ |directly\ )?before(?:\ (?:it|that|this|them))?
        |(?:previous|preceding)\ {_THING}
        |(?:comes?|came|says?|said|stands?|he\ say|she\ say)\ (?:right\ |just\ )?before(?:\ (?:it|that|this))?)""",
    re.VERBOSE,
)


def step_asked(question: str) -> int:
    """Return 1 if a question asks for the sentence after what was shown, -1 for the one before, 0 for anything else."""
    bare = " ".join(re.sub(r"[^\w\s]", "", clean(question)).split())
    return 1 if _AFTER.fullmatch(bare) else -1 if _BEFORE.fullmatch(bare) else 0


def neighbour(story: Story, shown: Citation, step: int) -> Citation | None:
    """Return the sentence before or after a citation, None at the article's edge."""
    spans = sentences(story.article)
    touched = [at for at, (start, end) in enumerate(spans) if start < shown.end and shown.start < end]
    if not touched:
        return None
    wanted = touched[-1] + 1 if step > 0 else touched[0] - 1
    return cited(story, *spans[wanted]) if 0 <= wanted < len(spans) else None


def with_attribution(story: Story, shown: tuple[Citation, ...]) -> tuple[Citation, ...]:
    """Return citations with the sentences that name their speakers: who said it is proved by the article too."""
    added = [found for each in shown if (found := _naming(story, each))]
    return tuple(dict.fromkeys([*shown[:2], *added, *shown[2:]]))


def _naming(story: Story, shown: Citation) -> Citation | None:
    """Return the sentence of a citation's paragraph that names its speaker, None if the citation does."""
    speaker = story.speaker(shown.speaker) if shown.speaker else None
    if speaker is None:
        return None
    last = speaker.name.split()[-1]
    inside = [
        span for span in sentences(story.article) if story.article.paragraph_at(span[0]).number == shown.paragraph
    ]
    named = [(start, end) for start, end in inside if last in story.article.text[start:end]]
    if not named or any(start < shown.end and shown.start < end for start, end in named):
        return None
    return cited(story, *named[0])


def cited(story: Story, start: int, end: int) -> Citation:
    """Return a slice with the speaker and kind that the citations give most of it."""
    told = [*(entry.citations for entry in story.entries), *(dispute.statements for dispute in story.disputes)]
    known = [
        each for every in told for each in every if 2 * (min(end, each.end) - max(start, each.start)) > end - start
    ]
    owners = {(each.speaker, each.kind) for each in known}
    speaker, kind = owners.pop() if len(owners) == 1 else (None, None)
    return story.cite(start, end, speaker, kind)
