"""Verbs told by their form, as far as that goes without a dictionary: what is no part of a name for something."""

from __future__ import annotations

import re

from bot.speech.english import AUXILIARIES, word_set

# Past forms and participles that end in no "ed"; none that is rather a noun ("cut", "cost", "lead", "saw", "spring").
_IRREGULAR = word_set(
    "ate beaten became become began begun bent bitten blew blown bore borne bought bound brought built burnt came "
    "caught chose chosen clung crept dealt did done drew drawn drank drunk driven drove dug eaten fallen fed fell felt "
    "fled flew flown forbade forbidden forgot forgotten fought found froze gave given gone got grew grown held heard "
    "hidden hid hung kept knew known laid lain leapt left lent lit lost made meant met paid proved proven ran rang "
    "ridden risen rode rose rung sang sank sat seen sent shaken shook shone shot shown shrank slept slid sold sought "
    "spent spoke spoken spun stole stolen stood struck stuck stung sung sunk swam sworn swore swept swum taken taught "
    "thrown threw told took torn tore understood undergone went withdrawn withdrew woke woken won wore worn wove woven "
    "written wrote wrung"
)
# Of somebody or something, in the present, and no plural that is common.
_PRESENT = word_set(
    "forbids receives works allows requires holds needs wants uses makes takes gives lets includes remains becomes "
    "exceeds seems helps keeps lies begins brings comes goes gets knows appears concerns describes represents"
)
_PAST = re.compile(r"[a-z]{2,}ed$")
# Nouns and adjectives that end so.
_NO_PAST = word_set("bed seed need speed breed feed greed weed deed creed indeed shed sled hundred embed exceed sacred")


def is_past(word: str) -> bool:
    """Tell whether a word is a verb's past form or participle: 'opened', 'fell'."""
    return word in _IRREGULAR or (_PAST.search(word) is not None and word not in _NO_PAST)


def is_verb(word: str) -> bool:
    """Tell whether a word is a verb's form that is no noun: 'opened', 'fell', 'receives', 'would'."""
    return is_past(word) or word in _PRESENT or word in AUXILIARIES
