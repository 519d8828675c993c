"""What is known of a story, what can be asked of it by topic, and what the bot does and keeps."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from bot.answering.attribution import with_role
from bot.answering.references import refer
from bot.answering.topics import Topic
from bot.discord.custom_ids import Action, Press
from bot.discord.languages import Language
from bot.discord.markup import MOST_CHARACTERS, bold, clipped, joined, lines_of, plain, small
from bot.discord.render import Frame
from bot.discord.shown import MOST_OPTIONS, Menu, Row, Shown, button, option
from bot.discord.turning import turning
from bot.stories import Story

T = TypeVar("T")
_LONGEST_SUMMARY = 600
_LONGEST_FACT = 350


def story_shown(story: Story, quotes: int, frame: Frame) -> Shown:
    """Return what is known of a story."""
    head = joined(bold(plain(story.title)), *lines_of(story.kicker or ""))
    facts = [f"- {bold(name)}: {text}" for name, text in _facts(story, quotes, frame.say) if text]
    foot = small(frame.say("version", version=frame.version))
    text = joined(frame.lead, head, *lines_of(clipped(story.summary or "", _LONGEST_SUMMARY)), *facts, foot)
    # Escapes can double a text that is nothing but markdown; then the last facts go.
    while len(text) > MOST_CHARACTERS and facts:
        facts.pop()
        text = joined(frame.lead, head, *facts, foot)
    return Shown(text)


def _facts(story: Story, quotes: int, say: Language) -> list[tuple[str, str]]:
    answered = sum(entry.in_story for entry in story.entries)
    speakers = "; ".join(with_role(each.name, story) for each in story.speakers)
    date = ". ".join(filter(None, [story.date.known, story.date.note])) or say("date-unknown")
    return [
        (say("story-date"), _fact(date)),
        (say("story-publisher"), _fact(story.publisher)),
        (say("story-sources"), _fact(", ".join(story.sources))),
        (say("story-speakers"), _fact(speakers)),
        (say("story-address"), f"<{story.url}>" if story.url else ""),
        (say("story-length"), say("story-paragraphs", count=len(story.article.paragraphs))),
        (say("story-questions"), say("story-counts", answered=answered, near=len(story.entries) - answered)),
        (say("story-quotes"), say("story-quote-count", count=quotes)),
    ]


def _fact(text: str | None) -> str:
    return plain(clipped(text or "", _LONGEST_FACT))


def stories_menu(stories: Sequence[Story], frame: Frame) -> Shown:
    """Return the stories to choose from."""
    options = tuple(option(story.title, refer(story.id, ""), story.date.known or "") for story in stories)
    menu = Menu(frame.say("stories-placeholder"), str(Press(Action.STORIES, frame.version)), options[:MOST_OPTIONS])
    more = frame.say("stories-more", count=len(stories) - MOST_OPTIONS) if len(stories) > MOST_OPTIONS else ""
    return Shown(joined(frame.lead, bold(frame.say("stories-heading")), more), ((menu,),))


def topics_shown(topics: Sequence[Topic], page: int, frame: Frame) -> Shown:
    """Return the topics to choose from."""
    several = len({topic.story.id for topic in topics}) > 1
    shown = _part(topics, page)
    options = tuple(
        option(
            topic.label,
            refer(topic.story.id, topic.key),
            topic.story.title if several else frame.say("topic-size", count=len(topic.entries)),
        )
        for topic in shown
    )
    menu = Menu(frame.say("topics-placeholder"), str(Press(Action.QUESTIONS, frame.version)), options)
    turns = turning(Press(Action.TOPICS, frame.version), page, _pages(topics), frame.say)
    text = joined(frame.lead, bold(frame.say("topics-heading")), frame.say("topics-intro"))
    return Shown(text, ((menu,),)).with_rows(turns)


def questions_shown(topic: Topic, page: int, frame: Frame) -> Shown:
    """Return the questions of a topic to choose from."""
    subject = refer(topic.story.id, topic.key)
    shown = _part(topic.entries, page)
    options = tuple(option(entry.question, refer(topic.story.id, entry.id)) for entry in shown)
    menu = Menu(frame.say("questions-placeholder"), str(Press(Action.PICK, frame.version)), options)
    turns = turning(Press(Action.QUESTIONS, frame.version, subject=subject), page, _pages(topic.entries), frame.say)
    back = button(frame.say("button-topics"), Press(Action.TOPICS, frame.version))
    heading = f"{bold(plain(topic.label))} · {frame.say('topic-size', count=len(topic.entries))}"
    return Shown(joined(frame.lead, heading, frame.say("questions-intro")), ((menu,),)).with_rows((*turns, back))


def _part(items: Sequence[T], page: int) -> Sequence[T]:
    return items[page * MOST_OPTIONS : (page + 1) * MOST_OPTIONS]


def _pages(items: Sequence[object]) -> int:
    return -(-len(items) // MOST_OPTIONS)


def help_shown(commands: Sequence[tuple[str, str]], menus: tuple[str, str], frame: Frame) -> Shown:
    """Return how to use the bot: every command with its description, and the names in the menu of a message."""
    say = frame.say
    listed = [f"- {name}: {description}" for name, description in commands]
    return Shown(
        joined(
            bold(say("help-heading")),
            say("help-ask"),
            say("help-menus", answer=menus[0], check=menus[1]),
            *listed,
            small(say("help-privacy")),
        )
    )


def privacy_shown(minutes: int, open_channels: Sequence[int], days: int | None, frame: Frame) -> Shown:
    """Return what the bot reads and keeps: ``minutes`` in memory, and ``days`` in its records if it has any."""
    say = frame.say
    named = " ".join(f"<#{channel}>" for channel in open_channels[:20])
    return Shown(
        joined(
            bold(say("privacy-heading")),
            f"- {say('privacy-reads')}",
            f"- {say('privacy-open', channels=named)}" if open_channels else "",
            f"- {say('privacy-memory', minutes=minutes)}",
            f"- {say('privacy-records-off') if days is None else say('privacy-records', days=days)}",
            f"- {say('privacy-reports')}",
            f"- {say('privacy-buttons')}",
            f"- {say('privacy-nobody')}",
            f"- {say('privacy-delete')}",
        )
    )


def back_to_topics(frame: Frame) -> Row:
    """Return the button that leads from an answer back to the topics."""
    return (button(frame.say("button-topics"), Press(Action.TOPICS, frame.version)),)
