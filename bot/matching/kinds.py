"""What kind of thing a question asks for (a number, a day, a place), and which kinds an entry has to give.

An entry whose quotes hold no number is no answer to "how many", however much else of the question it knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bot.calendar_names import MONTHS, WEEKDAYS
from bot.numerals import NUMERALS

_UNITS = r"(?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?)"
_WEEKDAYS = rf"(?:{'|'.join(WEEKDAYS)})s?"
_MONTHS = rf"(?:{'|'.join(MONTHS)})"
_NUMBER = (
    rf"(?:\d[\d.,]*|{'|'.join(word for word, value in NUMERALS.items() if value > 1)}"
    r"|hundreds?|thousands?|millions?|billions?|dozens?|half|third|quarter|none|both|single)"
)
_YEAR = r"\b(?:1[5-9]|20)\d\d\b"
_PARTS_OF_DAY = r"\b(?:noon|midnight|morning|evening|afternoon)\b"
_HOURS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_CLOCK = (
    rf"\b\d{{1,2}}(?::\d\d)?\s?(?:[ap]\.?m\b\.?|o'clock)|\b\d{{1,2}}:\d\d\b|{_PARTS_OF_DAY}"
    rf"|\bat (?:half past )?(?:{_HOURS})\b(?! \w+s\b)"
)
_DATE = rf"\b(?:{_MONTHS}\s+\d{{1,2}}|\d{{1,2}}(?:st|nd|rd|th)?\.?\s+(?:of\s+)?{_MONTHS})\b|{_YEAR}"
_DAY = rf"\b{_WEEKDAYS}\b|{_DATE}|\b(?:today|yesterday|tomorrow)\b"
_WHEN = (
    rf"{_DAY}|{_CLOCK}|\b{_MONTHS}\b|\b(?:ago|since|until|before|after|during|meanwhile)\b"
    r"|\b(?:last|this|next|late|early)\s+(?:week|month|year|summer|winter|spring|autumn|fall)\b"
)
_PAID = r"(?:costs?|pay|pays|paid|charged?|earns?|worth|spen[dt]|price|fees?|money|salary)"
_COUNTED = r"number of|(?:what|which) (?:number|percentage|proportion|share)"
_TIMES = r"\b(?:once|twice|times|regularly|always|often|seldom|rarely|never|every|each|daily|weekly|monthly|yearly)\b"

_PLACE = r"(?:[Ii]n|[Aa]t|[Nn]ear|[Ff]rom|[Oo]utside|[Ii]nside|[Ii]nto|[Tt]o|[Oo]f|[Aa]round|[Aa]cross|[Bb]y|[Oo]n)"
_DO = r"(?:did|do|does|was|were|is|are|will|has|have|had)"
_STRESSED = "(?:exactly|precisely|again|actually|first|roughly|about|then|ever)"
_MAY = rf"(?:{_DO}|would|can|could|must|should|might|may)"
_PLACES = "city|town|village|place|region|province|district|building|hall"
# Where one of these is asked for, a text that gives it has the very word.
_SITES = "street|hotel|port|airport|airfield|airbase|base"
_CURRENCY = r"[$€£¥]|\b(?:dollar|euro|pound|franc|crown|rouble|ruble|cent)s?\b|\byen\b"
_NEVER = r"(?!)"

# How a question asks for a kind, in its words as the engine reads them; what comes first counts.
_ASKS = {
    "span": rf"how long(?! ago| ha[sv])|how many {_UNITS}",
    "age": r"how old|what age",
    "often": r"how often|how many times",
    "money": rf"how much (?:\w+ ){{0,8}}?{_PAID}\b|\b(?:price|salary|fee|wages?)\b",
    "count": rf"how many|how much|{_COUNTED}",
    "measure": r"how (?:far|tall|high|fast|deep|wide|heavy)\b",
    "clock": r"(?:what|which) (?:time|hour)\b|time of (?:the )?day",
    "year": r"(?:what|which) year",
    "day": r"(?:what|which) (?:exact )?(?:day|date|weekday)\b|date of",
    # "When they are asked" tells of a case, "when are they asked" asks for a time.
    "when": rf"\bwhen (?:{_STRESSED} )?(?={_DO}\b)|since when|how long (?:ago|ha[sv])",
    "place": r"^(?:and |so |but )?where\b(?!.*\b(?:from|get|got|say|says|find|look|read)\b)"
    rf"|(?:what|which) (?:{_PLACES})\b",
    "site": rf"(?:what|which) (?:{_SITES})\b",
    # By what means somebody came to know something, whom they told, and who put it into words.
    "method": rf"\bhow (?:exactly )?{_MAY} (?:\w+ ){{1,6}}?(?:know|find out|figure out|work out|calculate|count|measure"
    r"|determine|establish|verify|check|prove|arrive at)\b",
    "hearer": r"\bto whom\b(?: \w+){1,5} (?:say|tell|speak|talk|explain|complain)"
    rf"|^whom? .*\b(?:say|speak|talk)(?:ing)?\b.* to$|^whom? {_DO} (?:\w+ ){{1,4}}?tell\b",
    "author": r"^(?:and |so |but )?who (?:wrote|authored|penned|drafted|edited)\b"
    r"|^(?:and |so )?whom? .* (?:written|drafted) by$",
    # Who did *not*, as against "who did it, if not he?".
    "denial": rf"^(?:\w+ )?(?:who|whom|what|which|whose)\b(?: (?!{_MAY}|if|that|when)\w+){{0,3}} {_MAY}"
    r"(?: (?!if|that|when|because|who)\w+){0,3} (?:not|never)\b",
    # Somebody or something beside what is named.
    "other": rf"\b(?:who|whom) else\b|\b{_DO} (?:anyone|anybody|someone|somebody) else\b"
    r"|^(?:and |so |but )?(?:who|whom|anyone|anybody)\b.* (?:besides|(?:apart|aside) from|other than|except)\b",
}
# How a text gives it. How it is known, who heard or wrote it, and who did not do it or else did, phrasings alone tell.
_GIVES = {
    "span": rf"(?:{_NUMBER}|\b(?:an?|several|many|few))[\s-]+{_UNITS}\b",
    "age": rf"\baged?\b|{_NUMBER}[\s-]+years?[\s-]+old|,\s*\d\d,",
    "often": rf"{_TIMES}|\b{_NUMBER}\b",
    "money": _CURRENCY,
    "count": rf"\b{_NUMBER}\b|%|\bpercent\b",
    "measure": rf"\b{_NUMBER}\b",
    "clock": _CLOCK,
    "year": _YEAR,
    "day": _DAY,
    "when": _WHEN,
    "place": rf"\b{_PLACE}\s+(?:the\s+)?(?:\w+\s+)?(?!(?i:{_MONTHS}|{_WEEKDAYS})\b)[A-Z]\w+",
    "site": rf"\b(?:{_SITES})s?\b",
    "method": _NEVER,
    "hearer": _NEVER,
    "author": _NEVER,
    "denial": _NEVER,
    "other": _NEVER,
}
_ASKED = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _ASKS.items()))
_GIVEN = {kind: re.compile(pattern, 0 if kind == "place" else re.IGNORECASE) for kind, pattern in _GIVES.items()}
# After one of these somebody is only mentioned.
_ASIDE = r"(?:who|that|of|about|against|by|to|from|for)\b"
# Whose words or thoughts are asked for; "did X say that ..." asks whether it was X.
_SAYS = re.compile(
    rf"\b(?:what|how|why|where|when|which|whom)\b(?: \w+){{0,3}}? {_MAY} (?:(?!{_ASIDE})\w+ ){{0,6}}?(?P<who>\w+)"
    r" (?:(?:really|actually|ever|also|then|exactly|have to) )?"
    r"(?:say|think|claim|argue|admit|believe|insist|deny|react|respond|comment|feel)\b"
)
# One of these is in every question that asks for a kind.
_MARKS = frozenset({"how", "when", "since", "where", "not", "never"})
_MARKS |= {
    "number",
    "percentage",
    "proportion",
    "share",
    "age",
    "price",
    "salary",
    "fee",
    "wage",
    "wages",
    "time",
    "hour",
    "year",
    "day",
    "date",
    "weekday",
}
_MARKS |= {"else", "besides", "from", "than", "except"}
_MARKS |= {"whom", "to", "tell", "wrote", "authored", "penned", "drafted", "edited", "by"}
_MARKS |= {*_PLACES.split("|"), *_SITES.split("|")}
_NOTHING: frozenset[str] = frozenset()
# A date and a time of day count nothing.
_NO_COUNT = re.compile(rf"{_CLOCK}|{_DATE}", re.IGNORECASE)
_COUNTING = frozenset({"count", "measure", "often"})


def asked(words: Sequence[str]) -> frozenset[str]:
    """Return the kinds of thing that a question asks for."""
    # Most questions have none of the words that any kind is asked for by; looking for these is quicker.
    if _MARKS.isdisjoint(words):
        return _NOTHING
    return frozenset(each.lastgroup or "" for each in _ASKED.finditer(" ".join(words)))


def whose_words(words: Sequence[str], people: frozenset[str]) -> frozenset[str]:
    """Return, as kinds of thing, the words of those people that a question asks for."""
    if people.isdisjoint(words):
        return _NOTHING
    speakers = (each["who"] for each in _SAYS.finditer(" ".join(words)))
    return frozenset(words_of(who) for who in speakers if who in people)


def words_of(person: str) -> str:
    """Return the kind of thing that somebody's words are."""
    return f"words of {person}"


def given(texts: Iterable[str]) -> frozenset[str]:
    """Return the kinds of thing that texts have to give."""
    text = " \n".join(texts)
    counted = _NO_COUNT.sub(" ", text)
    return frozenset(kind for kind, pattern in _GIVEN.items() if pattern.search(counted if kind in _COUNTING else text))
