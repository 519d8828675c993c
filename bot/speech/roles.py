"""What an article says somebody is: words before a name, or set off by commas before or behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.speech.english import (
    DETERMINERS,
    LIGHT_WORDS,
    NOUNS_TOO,
    OFFICE_VERBS,
    OFFICE_VERBS_PAST,
    OWNERS,
    PREPOSITIONS,
    SAYING,
    is_one,
    is_role,
)
from bot.speech.names import Mention
from bot.speech.records import Span
from bot.speech.sentences import Sentence
from bot.speech.tokens import Token, tokens_of

_LONGEST_ROLE = 12
_COURTESY = re.compile(r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Prof)\.?$")
_LETTERS = re.compile(r"\s+(?:QC|KC|MP|MEP|CBE|OBE|MBE)\b")
_AGE = re.compile(r"\s*,\s*(?:aged\s+)?\d{1,3}(?=\s*,)")
_PLACE = re.compile(r"\s*,\s*of\s+[A-Z][^,.;]{0,40}(?=,)")
# Up to a mark, but not to one within a number: "41,600".
_UNMARKED = r"(?:[^,;:.()—–\n]|(?<=\d)[,.](?=\d))"
_APPOSITION = re.compile(rf"\s*,\s*({_UNMARKED}+(?:,? and (?:co-)?\w+{_UNMARKED}*)?)")
# Where a description ends that a relative clause or a second one goes on from.
_GOES_ON = re.compile(r"\s+(?:who|whose|which|that|and the|and a|and an)\b.*|, and (?=[A-Z]).*", re.DOTALL)
_DOES = rf"(?:{'|'.join(sorted(OFFICE_VERBS))})\b"
# What is over names what was led: somebody "who led" may have been ahead in a race.
_DID = rf"(?:{'|'.join(sorted(OFFICE_VERBS_PAST))}) (?:the|its|their|his|her) "
_WHO = re.compile(
    rf"\s*,\s*(who (?:also )?(?:{_DOES}|{_DID})(?:[^,;:()\n\0]|(?<=\d),(?=\d)){{3,80}}?)(?=[.,](?!\d)|[;\n]|$)"
)
_YEARS = re.compile(r"\d+-year-old\s+")


def role_of(sentence: Sentence, mention: Mention) -> Span | None:
    """Return the words that say what somebody is, without an article before them."""
    title = mention.role
    if title and " " in sentence.text[slice(*title)]:
        return title
    # A title of one word, such as Professor, says less than what commas set off.
    return (
        (_before(sentence, mention) if title else None)
        or title
        or _behind(sentence, mention)
        or _before(sentence, mention)
    )


def _behind(sentence: Sentence, mention: Mention) -> Span | None:
    """Read 'X, the Y minister, …' and 'X, who chairs the club'; an age or a place may stand between."""
    text, at = sentence.text, mention.end
    for skipped in (_LETTERS, _AGE, _PLACE):
        if passed := skipped.match(text, at, sentence.span[1]):
            at = passed.end()
    if found := _WHO.match(text, at, sentence.span[1]):
        return found.span(1)
    found = _APPOSITION.match(text, at, sentence.span[1])
    return _description(text, *found.span(1)) if found else None


def _before(sentence: Sentence, mention: Mention) -> Span | None:
    """Read 'the opposition leader, X, …' and 'whose director, X'."""
    text = sentence.text
    start = mention.role[0] if mention.role else mention.start
    lead = _COURTESY.sub("", text[sentence.span[0] : start].rstrip())
    lead = text[: sentence.span[0]] + lead.rstrip()
    if not lead.endswith(","):
        return None
    closed = text[mention.end : mention.end + 1] in {",", ".", " ", ""}
    end = len(lead) - 1
    tokens = [token for token in sentence.tokens if token.end <= end]
    head = _head_before(tokens)
    if not closed or head is None or tokens[-1].end != end:
        return None
    begin = head
    while begin and _belongs(text, tokens, begin):
        begin -= 1
    return tokens[begin].start, tokens[-1].end


def _head_before(tokens: Sequence[Token]) -> int | None:
    """Return the noun that words before a name turn on: the last one, or 'head' in 'head of forecasting'."""
    if not tokens:
        return None
    if is_role(tokens[-1].text):
        return len(tokens) - 1
    linked = (n for n in range(len(tokens) - 2, max(len(tokens) - 6, 0), -1) if tokens[n].lower in {"of", "for", "at"})
    return next((n - 1 for n in linked if is_role(tokens[n - 1].text)), None)


def _belongs(text: str, tokens: Sequence[Token], begin: int) -> bool:
    before = tokens[begin - 1]
    stop = before.possessive or before.lower in DETERMINERS | OWNERS | LIGHT_WORDS | SAYING | PREPOSITIONS
    return not stop and text[before.end : tokens[begin].start] == " "


def _description(text: str, start: int, end: int) -> Span | None:
    """Return the part of an apposition that says what somebody is, None if it says something else."""
    cut = _GOES_ON.sub("", text[start:end])
    tokens = tokens_of(text, start, start + len(cut))
    while tokens and (tokens[0].lower in DETERMINERS or tokens[0].possessive or _YEARS.match(f"{tokens[0].text} ")):
        tokens = tokens[1:]
    front = [token for token in tokens[:5] if token.lower not in LIGHT_WORDS - {"of"}]
    head = next((n for n, token in enumerate(front) if is_one(token.text)), None)
    if head is None or not 0 < len(tokens) <= _LONGEST_ROLE or tokens[0].lower in PREPOSITIONS | SAYING | LIGHT_WORDS:
        return None
    if any(token.lower in PREPOSITIONS for token in front[:head]):
        return None
    # "In Holm, residents said that …" calls nobody a resident.
    if any(token.lower in SAYING - NOUNS_TOO and not token.capital for token in tokens):
        return None
    return tokens[0].start, tokens[-1].end
