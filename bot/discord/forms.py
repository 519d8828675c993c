"""What moderators are writing of entries: kept in memory until it is applied, so that a mistake can be corrected."""

from __future__ import annotations

import secrets
from collections import OrderedDict
from dataclasses import dataclass, field, replace

from bot.knowledge.edit_error import EditError, Trouble
from bot.knowledge.wanted import AS_IT_IS, NOBODY, Wanted, lines_of, tidy
from bot.stories import Entry

# How long Discord lets a field be: https://discord.com/developers/docs/components/reference#text-input
LONGEST_FIELD = 4_000
_MOST_KEPT = 50


@dataclass(frozen=True, slots=True)
class Form:
    """What stands in the form of an entry, as it was typed.

    entry: the id of the entry that is edited, and ``seen`` is how it was; both None for a new one.
    topic: what a new entry is filed under.
    hidden: so many of its last questions have no room in the form.
    """

    story: str
    entry: str | None = None
    topic: str = ""
    questions: str = ""
    answer: str = ""
    quotes: str = ""
    speaker: str = NOBODY
    seen: Entry | None = None
    hidden: int = 0
    token: str = field(default_factory=lambda: secrets.token_hex(8))

    @property
    def wanted(self) -> Wanted:
        """The entry as it is wanted."""
        quotes = lines_of(self.quotes)
        return Wanted(lines_of(self.questions), tidy(self.answer), quotes, self.speaker, self.hidden)

    def typed(self, fields: dict[str, str]) -> Form:
        """Return the form with what was typed into it."""
        return replace(self, **fields)  # type: ignore[arg-type]


def form_of(story: str, entry: Entry) -> Form:
    """Return the form of an entry as it is; raise EditError if its quotes have no room in one."""
    shown = list(entry.questions)
    while len(shown) > 1 and len("\n".join(shown)) > LONGEST_FIELD:
        shown.pop()
    quotes = "\n".join(" ".join(each.quote.split()) for each in entry.citations)
    if len(quotes) > LONGEST_FIELD:
        raise EditError(Trouble.TOO_LONG)
    return Form(
        story,
        entry.id,
        questions="\n".join(shown),
        answer=" ".join(entry.answer.split()),
        quotes=quotes,
        speaker=AS_IT_IS,
        seen=entry,
        hidden=len(entry.questions) - len(shown),
    )


class Forms:
    """The forms that were opened last."""

    def __init__(self) -> None:
        """Begin with none."""
        self._kept: OrderedDict[str, Form] = OrderedDict()

    def keep(self, form: Form) -> Form:
        """Keep a form under its token, and return it."""
        self._kept[form.token] = form
        self._kept.move_to_end(form.token)
        while len(self._kept) > _MOST_KEPT:
            self._kept.popitem(last=False)
        return form

    def find(self, token: str) -> Form | None:
        """Return the form of a token, None if it is not kept any more."""
        return self._kept.get(token)
