"""The form of an entry: questions, answer, quotes, and whose words they are."""

from __future__ import annotations

from typing import Any

import discord

from bot.discord.custom_ids import Action, Press
from bot.discord.forms import LONGEST_FIELD, Form
from bot.discord.languages import Language
from bot.discord.markup import clipped
from bot.discord.shown import LONGEST_OPTION, MOST_OPTIONS
from bot.knowledge.wanted import AS_IT_IS, NOBODY
from bot.stories import Story
from bot.stories.schema import LONGEST_ANSWER

QUESTIONS, ANSWER, QUOTES, SPEAKER = "questions", "answer", "quotes", "speaker"


class EntryModal(discord.ui.Modal):
    """The form, filled in with what a moderator wrote before or with the entry as it is."""

    def __init__(self, form: Form, story: Story, say: Language) -> None:
        """Ask for an entry of a story."""
        title = say("form-title-edit") if form.entry else say("form-title-add")
        super().__init__(title=title, custom_id=str(Press(Action.FORM, subject=form.token)))
        hint = say("form-questions-hidden", count=form.hidden) if form.hidden else say("form-questions-hint")
        self._ask(say("form-questions"), hint, _text(QUESTIONS, form.questions, LONGEST_FIELD))
        self._ask(say("form-answer"), say("form-answer-hint"), _text(ANSWER, form.answer, LONGEST_ANSWER))
        self._ask(say("form-quotes"), say("form-quotes-hint"), _text(QUOTES, form.quotes, LONGEST_FIELD, must=False))
        self._ask(say("form-speaker"), say("form-speaker-hint"), _speakers(form, story, say))
        # A stopped form is sent, but not stored.
        self.stop()

    def _ask(self, text: str, description: str, component: discord.ui.Item[Any]) -> None:
        self.add_item(discord.ui.Label(text=text, description=description, component=component))


def _text(name: str, value: str, most: int, *, must: bool = True) -> discord.ui.TextInput[Any]:
    style = discord.TextStyle.paragraph
    return discord.ui.TextInput(
        custom_id=name, style=style, default=value[:most] or None, required=must, max_length=most
    )


def _speakers(form: Form, story: Story, say: Language) -> discord.ui.Select[Any]:
    """Return the choice of speakers: by their places in the story, for names may be longer than Discord allows."""
    choices = [(AS_IT_IS, say("form-speaker-kept"))] if form.entry else []
    choices.append((NOBODY, say("form-speaker-nobody")))
    choices += [(str(at), speaker.name) for at, speaker in enumerate(story.speakers)]
    chosen = value_of(form.speaker, story)
    options = [
        discord.SelectOption(label=clipped(name, LONGEST_OPTION), value=value, default=value == chosen)
        for value, name in choices[:MOST_OPTIONS]
    ]
    return discord.ui.Select(custom_id=SPEAKER, options=options, required=True)


def value_of(speaker: str, story: Story) -> str:
    """Return the value that stands for a speaker in the form."""
    names = [each.name for each in story.speakers]
    return str(names.index(speaker)) if speaker in names else speaker


def speaker_of(value: str, story: Story) -> str:
    """Return the speaker that a value of the form stands for; nobody for one that is not there any more."""
    if value in (AS_IT_IS, NOBODY):
        return value
    return story.speakers[int(value)].name if value.isdecimal() and int(value) < len(story.speakers) else NOBODY
