"""What a button or a menu carries in its custom id: all there is to know, so that it works after any restart.

``vb1:action:version:user:number:subject`` with empty parts for what an action does not need. Discord allows 100
characters: https://discord.com/developers/docs/components/reference#anatomy-of-a-component-custom-id
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

MOST_CHARACTERS = 100
LONGEST_WORDS = 60
TEMPLATE = r"(?s:vb\d+:.*)"
_PARTS = re.compile(r"vb1:([a-z-]+):([0-9a-f]{0,8}):(\d{0,20}):(\d{0,20}):(.*)", re.DOTALL | re.ASCII)


class Action(StrEnum):
    """What happens when it is pressed."""

    CONTEXT = "context"
    RELATED = "related"
    SHARE = "share"
    SHARE_QUOTE = "share-quote"
    SHARE_SIDES = "share-sides"
    WRONG = "wrong"
    DELETE = "delete"
    PICK = "pick"
    ALSO = "also"
    FIND = "find"
    BY = "by"
    ABOUT = "about"
    DRAW = "draw"
    TOPICS = "topics"
    QUESTIONS = "questions"
    SIDES = "sides"
    STORIES = "stories"
    APPLY = "apply"
    DISCARD = "discard"
    FORM = "form"
    CORRECT = "correct"
    VAIN = "vain"
    VAIN_ONE = "vain-one"
    PHRASE = "phrase"
    PHRASE_TO = "phrase-to"
    NEAR = "near"
    DISMISS = "dismiss"


# What only moderators may press.
MODERATING = frozenset(
    {
        Action.APPLY,
        Action.DISCARD,
        Action.FORM,
        Action.CORRECT,
        Action.VAIN,
        Action.VAIN_ONE,
        Action.PHRASE,
        Action.PHRASE_TO,
        Action.NEAR,
        Action.DISMISS,
    }
)
_ACTIONS = frozenset(map(str, Action))


@dataclass(frozen=True, slots=True)
class Press:
    """What a press means.

    version: of the knowledge that the button was made from, eight hexadecimal digits.
    user: who may do it, or whose question it was.
    number: a page, or the message that an answer replies to when it is shared.
    subject: the short reference of an entry, a quote, a speaker, a topic or a dispute, or words that were looked for.
    """

    action: Action
    version: str = ""
    user: int | None = None
    number: int | None = None
    subject: str = ""

    def __str__(self) -> str:
        """Give the custom id."""
        parts = (self.action, self.version, self.user, self.number, self.subject)
        return ":".join(("vb1", *("" if part is None else str(part) for part in parts)))


def read_press(custom_id: str) -> Press | None:
    """Return what a custom id means, or None for one that was forged or made by a very different version."""
    found = _PARTS.fullmatch(custom_id)
    if found is None or found[1] not in _ACTIONS:
        return None
    user, number = (int(part) if part else None for part in found.group(3, 4))
    return Press(Action(found[1]), found[2], user, number, found[5])
