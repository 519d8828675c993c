"""What is browsed, page by page: the same for the command that opens it and for the buttons that turn it."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.answering.desk import Edition
from bot.answering.quotes import Quoted
from bot.discord.custom_ids import Action, Press
from bot.discord.markup import joined
from bot.discord.render import Frame
from bot.discord.render_quotes import Page, card_shown, card_tools, draw_again, heading, sides_shown, sides_tools
from bot.discord.render_story import questions_shown, stories_menu, story_shown, topics_shown
from bot.discord.shown import MOST_OPTIONS, Shown
from bot.discord.turning import page_within
from bot.stories import Story

# So many quotes are found for some words.
MOST_FOUND = 10


@dataclass(frozen=True, slots=True)
class Pages:
    """What a page is made from: the edition in use, the frame, and whether whoever sees it may share it."""

    edition: Edition
    frame: Frame
    shares: bool

    def voice(self, reference: str, number: int | None) -> Shown | None:
        """Return a page of a speaker's words, None if nobody of that reference speaks."""
        voice = self.edition.voices.get(reference)
        return self._turned(voice.quotes, voice.name, number, self._press(Action.BY, reference)) if voice else None

    def subject(self, reference: str, number: int | None) -> Shown | None:
        """Return a page of the quotes on a topic, None if there are none."""
        subject = self.edition.subjects.get(reference)
        if subject is None:
            return None
        title = self.frame.say("quote-about-heading", topic=subject.topic.label)
        return self._turned(subject.quotes, title, number, self._press(Action.ABOUT, reference))

    def found(self, quotes: Sequence[Quoted], words: str, number: int | None) -> Shown | None:
        """Return a page of the quotes that fit some words, None if there are none."""
        title = self.frame.say("quote-find-heading", words=words)
        return self._turned(quotes, title, number, self._press(Action.FIND, words)) if quotes else None

    def quote(self, quoted: Quoted) -> Shown:
        """Return one quote."""
        return card_shown(quoted, self.frame, card_tools(quoted, self.frame, shares=self.shares))

    def drawn(self, draw: random.Random) -> Shown | None:
        """Return a quote by chance, None if there is no quote at all."""
        quoted = self.edition.catalogue.any_quote(draw)
        if quoted is None:
            return None
        frame = self._headed(heading(self.frame.say("quote-random-heading"), self.frame.say))
        tools = (*draw_again(frame.version, frame.say), *card_tools(quoted, frame, shares=self.shares))
        return card_shown(quoted, frame, tools)

    def sides(self, reference: str) -> Shown | None:
        """Return what each camp says on a point, None if there is no such point."""
        found = self.edition.disputes.get(reference)
        if found is None:
            return None
        story, dispute = found
        return sides_shown(story, dispute, self.frame, sides_tools(story, dispute, self.frame) if self.shares else ())

    def topics(self, number: int | None) -> Shown | None:
        """Return the topics to choose from; a single one is its questions; None if there are none."""
        topics = list(self.edition.topics.values())
        if len(topics) == 1:
            return questions_shown(topics[0], 0, self.frame)
        page = page_within(number, -(-len(topics) // MOST_OPTIONS))
        return topics_shown(topics, page, self.frame) if topics else None

    def questions(self, reference: str, number: int | None) -> Shown | None:
        """Return the questions of a topic to choose from, None if there is no such topic."""
        topic = self.edition.topics.get(reference)
        page = page_within(number, -(-len(topic.entries) // MOST_OPTIONS)) if topic else 0
        return questions_shown(topic, page, self.frame) if topic else None

    def story_of(self, reference: str) -> Shown | None:
        """Return what is known of the story of that reference, None if there is none."""
        story = self.edition.stories.get(reference)
        return self.story(story) if story else None

    def story(self, story: Story) -> Shown:
        """Return what is known of a story."""
        quotes = sum(quoted.story.id == story.id for quoted in self.edition.catalogue.quotes)
        return story_shown(story, quotes, self.frame)

    def stories(self) -> Shown:
        """Return what is known of the only story, or the stories to choose from."""
        stories = self.edition.library.stories
        return self.story(stories[0]) if len(stories) == 1 else stories_menu(stories, self.frame)

    def _press(self, action: Action, subject: str) -> Press:
        return Press(action, self.frame.version, subject=subject)

    def _headed(self, title: str) -> Frame:
        return replace(self.frame, lead=joined(self.frame.lead, title))

    def _turned(self, quotes: Sequence[Quoted], title: str, number: int | None, turn: Press) -> Shown:
        page = Page(page_within(number, len(quotes)), len(quotes), turn)
        quoted = quotes[page.number]
        frame = self._headed(heading(title, self.frame.say, page))
        return card_shown(quoted, frame, card_tools(quoted, frame, shares=self.shares, page=page))
