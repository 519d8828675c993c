"""The English that tells whether a changed word turns the meaning round; nothing here knows a particular story."""

from __future__ import annotations

from bot.calendar_names import MONTHS, SHORT_MONTHS, WEEKDAYS
from bot.numerals import NUMERALS, ORDINALS


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _table(lines: str) -> dict[str, str]:
    """Read lines of 'word: meaning', several on one line."""
    return {word: meaning for word, _, meaning in (each.partition(":") for each in lines.split())}


def _pairs(lines: str) -> frozenset[tuple[str, str]]:
    """Read 'these/those' as every word before the stroke with every one behind it, both ways round."""
    sides = [tuple(half.split(",") for half in each.split("/")) for each in lines.split()]
    found = {(a, b) for left, right in sides for a in left for b in right}
    return frozenset(found | {(b, a) for a, b in found})


# What is written in one word, as it is folded: without its apostrophe.
CONTRACTED = {
    word: tuple(parts.split("+"))
    for word, parts in _table(
        "its:it+is thats:that+is whats:what+is hes:he+is shes:she+is theres:there+is heres:here+is whos:who+is "
        "lets:let+us im:i+am youre:you+are theyre:they+are ive:i+have weve:we+have youve:you+have theyve:they+have "
        "youll:you+will theyll:they+will itll:it+will thatll:that+will youd:you+would theyd:they+would "
        "isnt:is+not arent:are+not wasnt:was+not werent:were+not dont:do+not doesnt:does+not didnt:did+not "
        "hasnt:has+not havent:have+not hadnt:had+not wont:will+not wouldnt:would+not cant:can+not cannot:can+not "
        "couldnt:could+not shouldnt:should+not mustnt:must+not neednt:need+not mightnt:might+not shant:shall+not "
        "aint:is+not"
    ).items()
}
DENYING = _set("not no never none nobody noone nothing nowhere neither nor without hardly barely scarcely") | {
    word for word, parts in CONTRACTED.items() if parts[-1] == "not"
}

NUMBERS = {word: float(value) for word, value in (NUMERALS | ORDINALS).items()}
NUMBERS |= {"both": 2.0, "half": 0.5, "once": 1.0, "twice": 2.0, "double": 2.0, "triple": 3.0}
SCALES = {
    word: float(value)
    for word, value in _table(
        "dozen:12 dozens:12 hundred:1e2 hundreds:1e2 thousand:1e3 thousands:1e3 million:1e6 millions:1e6 m:1e6 "
        "billion:1e9 billions:1e9 bn:1e9 trillion:1e12 trillions:1e12"
    ).items()
}
# These are numbers only where they stand for one: 'the one that', 'a second later', 'the first of all'.
SOMETIMES_NUMBERS = _set("one once first second third half double both")
UNITS = _table(
    "%:% percent:% pct:% cent:% percentage:% $:$ dollar:$ dollars:$ usd:$ €:€ euro:€ euros:€ £:£ pound:£ pounds:£ "
    "₽:₽ ruble:₽ rubles:₽ rouble:₽ roubles:₽ ¥:¥ yen:¥ ₹:₹ rupee:₹ rupees:₹"
)
# One day or month for another is another date.
DATES = (
    frozenset(WEEKDAYS) | _set("yesterday today tomorrow"),
    frozenset((*MONTHS, *SHORT_MONTHS)),
)
SAME_MONTH = 3  # letters that a month and its short form share

NEGATIVE_PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non", "anti", "mis", "de", "counter")
# Plain opposites, by the words that people have for them.
OPPOSITES = _pairs(
    "support,back,favour,favor,endorse,promote/oppose,resist,fight,reject,condemn for,pro/against,anti "
    "accept,welcome,embrace/reject,refuse,decline admit,confirm,acknowledge,concede/deny,dispute "
    "agree/disagree,refuse allow,permit,let/forbid,ban,prohibit,prevent,block "
    "increase,rise,grow,raise,gain,climb/decrease,fall,drop,shrink,reduce,cut,lower,decline,lose "
    "more,greater,larger,bigger,higher,over,above/less,fewer,smaller,lower,under,below most/least "
    "better/worse best/worst good,great,excellent/bad,evil,terrible,poor improve/worsen strengthen/weaken "
    "right,correct/wrong,incorrect true/false,untrue always,often/never,rarely,seldom all,every,everybody,everyone/"
    "none,no,nobody before/after up/down begin,start,continue/end,stop,cease,finish open/close,shut "
    "win,victory/lose,defeat,loss,lost success,succeed/failure,fail friend,ally,partner/enemy,foe,opponent,rival "
    "love,like/hate,dislike strong/weak war/peace attack,invade/defend,protect early,earlier/late,later "
    "praise,applaud/condemn,criticise,criticize,blame help,aid/harm,hurt,hinder build,create/destroy,demolish "
    "arrive,enter,come/leave,exit,go stay,remain,keep/leave,go,depart,resign include/exclude import/export buy/sell "
    "moderate/extreme,extremist,radical guilty/innocent,guiltless alive/dead safe,secure/dangerous,unsafe "
    "high,tall/low old/new,young big,large,huge/small,tiny,little long/short rich/poor cheap/expensive,costly "
    "easy,simple/hard,difficult major/minor majority/minority public,publicly,openly/private,privately,secretly,secret "
    "maximum/minimum inside,within/outside north/south northern/southern east/west eastern/western left/right "
    "possible,likely/impossible,unlikely trust/distrust,doubt believe/doubt,disbelieve legal,lawful/illegal,unlawful "
    "advance/retreat free,release/arrest,jail,imprison,detain remember/forget hope/fear,despair pass/fail "
    "present/absent lead/follow give/take offer/withdraw join/quit,leave"
)
