"""Questions whose words some are: "was 'a good future' Obama's line?" is a quote check too, put in another way."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.answering.names import any_of
from bot.answering.said import FEWEST_WORDS, QUOTED, SAY, START, Said, quoted
from bot.stories import Story

_STORIES_IN_HAND = 64
# What stands before those to choose from.
_MARKS = ",:;?!.(–—-"
# A question is looked at in outline: one mark for the words in quotation marks, and one for each person who is named.
_QUOTE, _NAME = "§", "@"
_WORDS = re.compile(rf"(?<!\w){QUOTED}(?!\w)", re.DOTALL)
# Whoever has one of these in their question asks for more than whose words they are.
_MORE = re.compile(r"\b(?:what|why|when|where|how|which|if|whether|whom|reasons?|mean\w*)\b", re.IGNORECASE)
_NARRATOR = r"(?:\w+\s+)?(?:reporter|journalist|author|writer|article|report|story)"
_WHO = rf"(?:the\s+)?(?P<who>{_NAME})(?P<several>(?:\s*,)?\s+or\s+(?:the\s+)?(?:{_NAME}|{_NARRATOR}))?"
_NOUN = r"(?:own\s+)?(?:lines?|words?|phrases?|quotes?|remarks?|statements?|sentences?|speech|claims?|comments?|bit)"
_SURELY = r"(?:(?:really|actually|clearly|also|once|himself|herself)\s+)?"
_SPEAKS = rf"(?:{SAY}|gave|made|uttered|delivered|(?:talk(?:s|ed)?|speaks?|spoke)\s+(?:about|of))"
_IS = r"(?:is|was|are|were|is(?:n['’]?t|\s+not)|was(?:n['’]?t|\s+not))"
_HEARSAY = r"(?:(?:[\w'’]+\s+){1,4}(?:claims?|says?|thinks?|insists?|heard|read|reckons?|told\s+me)\s+(?:that\s+)?)?"
_TAG = re.compile(
    r"(?:\W|\b(?:right|correct|true|yes|no|huh|am\s+i\s+right|or\s+not|did(?:n['’]?t)?\s+(?:he|she|they)"
    r"|(?:is|was)(?:n['’]?t)?\s+(?:it|that)(?:\s+(?:so|right|true|correct))?"
    r"|i\s+(?:say|think|believe)\s+(?:it|that)\s+(?:is|was)\s+some(?:body|one)\s+else)\b)*",
    re.IGNORECASE,
)


def _asks(middle: str) -> re.Pattern[str]:
    return re.compile(rf"{START}{middle}(?!\w)(?P<rest>[^{_QUOTE}]{{0,80}})", re.IGNORECASE | re.DOTALL)


_ASKS = (
    # Was "…" something Obama said? Was "…" Obama's line?
    _asks(
        rf"{_IS}\s+(?:it\s+)?{_QUOTE}\s+{_SURELY}(?:something\s+|a\s+quote\s+)?(?:that\s+|of\s+|by\s+|from\s+)?"
        rf"{_WHO}(?:['’]s)?(?:\s+{_NOUN})?(?:\s+{_SPEAKS})?"
    ),
    # My teacher says it was Obama who said "…", right? Obama gave that "…" speech, didn't he?
    _asks(
        rf"{_HEARSAY}(?:it\s+(?:is|was)\s+|{_IS}\s+it\s+)?{_WHO}\s+(?:who\s+|that\s+)?{_SURELY}{_SPEAKS}\s+"
        rf"(?:(?:that|the|this|a|an|about|of|it|{_NAME})\s+)*{_QUOTE}(?:\s+{_NOUN})?"
    ),
    # "…" - is that Obama talking or the reporter?
    _asks(
        rf"{_QUOTE}\W+{_IS}\s+(?:that|this|it)\s+{_WHO}(?:['’]s)?"
        rf"(?:\s+(?:talking|speaking|{_NOUN}|(?:who\s+)?(?:saying|said|says)(?:\s+(?:it|that|this))?))?"
        rf"(?P<rather>\s+or\s+(?:the\s+)?(?:{_NAME}|{_NARRATOR}))?"
    ),
    # Who said "…", Obama or Kirby?
    _asks(rf"who\s+{_SURELY}{_SPEAKS}\s+(?:that\s+)?{_QUOTE}\W+{_WHO}"),
    # Did Obama or Kirby say "…"?
    _asks(rf"(?:did|does|has)\s+{_WHO}\s+{_SURELY}{_SPEAKS}\s+(?:that\s+)?{_QUOTE}"),
)


def asked_whose(question: str, story: Story) -> Said | None:
    """Return the words that somebody asks about with who is said to have said them, None if it is no such question."""
    found = _WORDS.search(question)
    if found is None or len(quoted(found).split()) < FEWEST_WORDS or {_QUOTE, _NAME} & set(question):
        return None
    before, after = question[: found.start()], question[found.end() :]
    names = _names(_names_in(story))
    outline = names.sub(_NAME, f"{before}{_QUOTE}{after}")
    asked = next(filter(None, (each.fullmatch(outline) for each in _ASKS)), None)
    if asked is None or _MORE.search(outline):
        return None
    named = names.findall(f"{before}{_QUOTE}{after}")[outline.count(_NAME, 0, asked.start("who"))]
    groups = asked.groupdict()
    is_open = bool(groups["several"] or groups.get("rather")) or outline.lstrip().lower().startswith("who")
    return Said(f"{named}: “{quoted(found)}”", is_open, is_all=_TAG.fullmatch(asked["rest"]) is not None)


def without_choice(question: str, story: Story) -> str | None:
    """Return a question without those it may be about: "who called it a mistake, Kirby or Obama?"; None if it has none.

    Whoever it is, the other one's name says nothing of what is asked.
    """
    found = _choice(_names_in(story)).fullmatch(question)
    return f"{found['asked'].rstrip(f' {_MARKS}')}?" if found else None


def _names_in(story: Story) -> tuple[str, ...]:
    return tuple(name for person in (*story.speakers, *story.people) for name in person.names)


@lru_cache(_STORIES_IN_HAND)
def _names(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(any_of(names), re.IGNORECASE)


@lru_cache(_STORIES_IN_HAND)
def _choice(names: tuple[str, ...]) -> re.Pattern[str]:
    one = rf"(?:the\s+)?{any_of(names)}"
    asked = r"(?P<asked>\W*(?:(?:so|and|but)\W+)?(?:who|whose)\b.+?)"
    return re.compile(rf"{asked}[{_MARKS}]\s{{0,3}}{one}\s+or\s+{one}\W*", re.IGNORECASE | re.DOTALL)
