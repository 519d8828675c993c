"""What happens when a button is pressed or an option is chosen; the custom id says it all."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable

from bot.discord.custom_ids import MODERATING, Action, Press, read_press
from bot.discord.editing import reopen, take_form
from bot.discord.permissions import require_moderator
from bot.discord.presses import answers, browsing, proposals, sharing, unanswered
from bot.discord.sending import whisper
from bot.discord.speaking import Interaction, privately

Handler = Callable[[Interaction, Press], Awaitable[None]]

_log = logging.getLogger(__name__)
_HANDLERS: dict[Action, Handler] = {
    Action.CONTEXT: answers.context,
    Action.RELATED: answers.related,
    Action.WRONG: answers.wrong,
    Action.DELETE: answers.delete,
    Action.PICK: answers.pick,
    Action.ALSO: answers.also,
    Action.SHARE: sharing.share_answer,
    Action.SHARE_QUOTE: sharing.share_quote,
    Action.SHARE_SIDES: sharing.share_sides,
    Action.FIND: browsing.find,
    Action.BY: browsing.by,
    Action.ABOUT: browsing.about,
    Action.DRAW: browsing.draw,
    Action.TOPICS: browsing.topics,
    Action.QUESTIONS: browsing.questions,
    Action.SIDES: browsing.sides,
    Action.STORIES: browsing.stories,
    Action.APPLY: proposals.apply,
    Action.DISCARD: proposals.discard,
    Action.FORM: take_form,
    Action.CORRECT: reopen,
    Action.VAIN: unanswered.page,
    Action.VAIN_ONE: unanswered.one,
    Action.PHRASE: unanswered.phrase,
    Action.PHRASE_TO: unanswered.phrase_to,
    Action.NEAR: unanswered.near,
    Action.DISMISS: unanswered.dismiss,
}


async def dispatch(interaction: Interaction, custom_id: str) -> None:
    """Do what a custom id says; one that says nothing known gets a friendly line."""
    press = read_press(custom_id)
    if press is None:
        _log.info("a button of another version was pressed")
        await whisper(interaction, privately(interaction)("pressed-unknown"))
        return
    if press.action in MODERATING:
        require_moderator(interaction)
    await _HANDLERS[press.action](interaction, press)
