"""One clear question a figure, a sum, a day: asked with the sentence's own words, or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.answering.quotecheck.vocabulary import LIGHT_WORDS
from bot.drafting.verbs import is_verb
from bot.numerals import NUMERALS
from bot.speech.english import (
    AUXILIARIES,
    DETERMINERS,
    JOINING,
    NO_NAMES,
    ONLY_BESIDE_QUOTES,
    PREPOSITIONS,
    SAYING,
    word_set,
)

_COUNT = rf"(?:\d+(?:[.,]\d+)*|{'|'.join(word for word, value in NUMERALS.items() if value > 1)})"
_MANY = r"(?:[a-z-]+s|people|men|women|children)"
_COUNTED = re.compile(rf"(?<![\w.,$£€-]){_COUNT}\s+((?:[a-z-]+\s)??{_MANY})\b", re.IGNORECASE)
_NOT_COUNTED = word_set(
    "percent per million billion thousand years year months month weeks week days day hours hour minutes seconds times "
    "decades centuries out of in to and or as was is has its his this others sets dollars pounds euros crowns cents "
    "kilometres miles metres meters feet inches litres liters grams kilograms tonnes tons acres hectares"
)
# What may stand before a count that opens what a sentence tells: "At present about 312 pupils use the hall".
_BEFORE_COUNT = re.compile(
    rf"(?:(?:[^.;:()]*\s)?(?:that|{'|'.join(sorted(SAYING - ONLY_BESIDE_QUOTES - {'told', 'tells', 'tell'}))})\s)?"
    r"(?:(?:At|In|On|By|Since|Until|After|Before)\s[^,;:\d]{2,30}?,?\s)?"
    r"(?:(?:about|around|almost|nearly|some|only|over|under|more than|fewer than|less than|up to|at least)\s)?$",
    re.IGNORECASE,
)
# "The two sides", "those three": told before. "Lark 2 seats": a part of a name.
_TOLD = re.compile(r"(?:\b(?:both|these|those)|\bthe(?=\s+two\b))\s+", re.IGNORECASE)
_NAMED = re.compile(r"(?:^|\s)[A-Z][\w'’-]*\s$")
_OWNER = r"(?:The|A|An)(?: [\w'-]+){1,3}?|[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,2}"
_HAS = re.compile(rf"({_OWNER}) (has|have|had) (?:about |only )?{_COUNT}\s")
# Where a sentence or a part of one begins with its subject.
_SUBJECT = r"(?:(?<=^)|(?<=[,;:] )|(?<=that ))((?:an?|the)(?: (?!the\b|an?\b|of\b|in\b)[\w'-]+){1,3}?)"
_ASIDE = r"(?:, [^,;:]{2,60},)?"
_COST = re.compile(rf"{_SUBJECT}{_ASIDE} (would cost|will cost|has cost|costs|cost)\b[^.;:]{{0,40}}?\d", re.IGNORECASE)
_COSTING = {"would cost": "would", "will cost": "will", "has cost": "has", "costs": "does", "cost": "did"}
_TIME = (
    r"(?:in|on|at|by|for|since|from) (?:the )?(?:early |late |spring |summer |autumn |winter )?"
    r"(?:\d{4}\b|\d{1,2} [A-Z][a-z]+|[A-Z][a-z]+ \d{1,4}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|spring|summer|autumn|winter)"
)
_PARTICIPLE = r"(?:to be )?(?:[a-z]+ed|built|held|sold|lost|found|shut)"
_DONE = re.compile(
    rf"{_SUBJECT}(?:, with [^,;:]{{2,60}},)? (is|are|was|were|will be) ({_PARTICIPLE}) {_TIME}", re.IGNORECASE
)
_DONE_ASIDE = re.compile(rf"{_SUBJECT}, ([a-z]+ed|built) {_TIME}\b[^,;:]{{0,20}},", re.IGNORECASE)
_CLAUSE = re.compile(r"[^.;:,()\"“”]*")
# "… were hurt and nobody has been found": the question ends before it.
_FURTHER = re.compile(
    rf"\s(?:and|or|but|while)\s(?:[\w'’-]+\s){{1,3}}?(?:{'|'.join(sorted(AUXILIARIES))})\b.*", re.DOTALL
)
_LONGEST, _LONGEST_BEFORE, _FEWEST_DONE = 90, 300, 2
_POINTING = word_set("it them him her he she they his their its one ones this these those there i we you my our")
_NO_VERB = word_set(
    "and or than more less away ago apart old long each per out up down back that to inside outside within"
)


def about_figures(sentence: str) -> list[str]:
    """Return questions for what a sentence counts, what something costs, and when something was or will be done."""
    return list(dict.fromkeys([*_costs(sentence), *_times(sentence), *_counts(sentence)]))


def _counts(sentence: str) -> Iterator[str]:
    counts = list(_COUNTED.finditer(sentence))
    first = counts[0] if counts else None
    for found in counts:
        noun = found.group(1)
        if (_NOT_COUNTED | LIGHT_WORDS) & set(noun.casefold().split()) or _is_known(sentence, found):
            continue
        has = _HAS.match(sentence) if found is first else None
        rest = _CLAUSE.match(sentence, found.end())
        goes_on = _FURTHER.sub("", rest.group()[:_LONGEST_BEFORE]).rstrip() if rest else ""
        if has and has.group(1) not in {"It", "He", "She", "They", "We", "I", "But"}:
            yield f"How many {noun} {_does(has.group(2))} {_small(has.group(1))} have?"
        elif _begins_clause(sentence[: found.start()]) and _does_something(goes_on):
            yield f"How many {noun}{goes_on}?"


def _begins_clause(before: str) -> bool:
    return len(before) <= _LONGEST_BEFORE and _BEFORE_COUNT.fullmatch(before) is not None


def _does_something(rest: str) -> bool:
    """Tell whether words behind what is counted are what it does, and understood without what stands before."""
    words = [word for word in rest.casefold().split() if word not in {"still", "also", "already", "now"}]
    if len(words) < _FEWEST_DONE or len(rest) > _LONGEST or _POINTING.intersection(words):
        return False
    return is_verb(words[0]) or (words[1] in DETERMINERS and words[0] not in PREPOSITIONS | JOINING | _NO_VERB)


def _is_known(sentence: str, count: re.Match[str]) -> bool:
    """Tell whether a number is no news."""
    before, told = sentence[: count.start()], list(_TOLD.finditer(sentence, 0, count.end()))
    opens = before.strip().casefold() in NO_NAMES or _begins_clause(before)
    return any(each.end() == count.start() for each in told) or (not opens and _NAMED.search(before) is not None)


def _does(verb: str) -> str:
    return {"has": "does", "have": "do", "had": "did"}[verb]


def _costs(sentence: str) -> Iterator[str]:
    for found in _COST.finditer(sentence):
        if not AUXILIARIES.intersection(found.group(1).casefold().split()):
            yield f"How much {_COSTING[found.group(2).casefold()]} {_small(found.group(1))} cost?"


def _times(sentence: str) -> Iterator[str]:
    for found in _DONE.finditer(sentence):
        auxiliary, _, be = found.group(2).partition(" ")
        yield " ".join(filter(None, ("When", auxiliary, _small(found.group(1)), be, found.group(3)))) + "?"
    for found in _DONE_ASIDE.finditer(sentence):
        yield f"When was {_small(found.group(1))} {found.group(2)}?"


def _small(subject: str) -> str:
    first, _, rest = subject.partition(" ")
    small = first.casefold() in {"a", "an", "the", "its", "his", "her", "their"}
    return f"{first.casefold() if small else first} {rest}".strip()
