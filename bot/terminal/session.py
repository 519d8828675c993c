"""The chat: questions, numbers to pick, and commands; one conversation from start to end."""

from __future__ import annotations

import re
import signal
from collections.abc import Callable, Iterable
from functools import cached_property, partial
from itertools import zip_longest

from rapidfuzz import fuzz, process
from rich.console import Console

from bot.answering.answerer import Answerer
from bot.answering.quote_search import QuoteIndex
from bot.answering.quotes import Catalogue, Quoted
from bot.answering.records import Answer
from bot.answering.topics import Topic, topics_of
from bot.stories import Entry, Story
from bot.terminal.keyboard import piped_lines, prepare_editing, someone_types, typed_lines
from bot.terminal.screen import Screen, standard_console

_CONVERSATION = "terminal"
_NUMBER = re.compile(r"[#(]?([0-9]{1,4})[.)]?")
# Typed without a slash these can mean nothing else, and what people type elsewhere should not fail here.
_BARE = {"quit": "/quit", "exit": "/quit", "help": "/help", "?": "/help"}
_ALIASES = {"": "help", "exit": "quit", "q": "quit", "quotes": "quote", "topic": "topics", "stories": "story"}


def chat(answerer: Answerer, notice: str | None = None, console: Console | None = None) -> int:
    """Talk until the input ends or the person leaves; return the exit status."""
    screen = Screen(console or standard_console())
    if notice:
        screen.block(notice)
    if someone_types():
        _converse(Chat(answerer, screen), screen)
    else:
        _work_off(Chat(answerer, screen), screen, piped_lines(), after_notice=bool(notice))
    return 0


def show_answer(answer: Answer, console: Console | None = None) -> None:
    """Show one answer and nothing to pick."""
    Screen(console or standard_console()).answer(answer, pick=False)


def _leave(*_: object) -> None:
    raise KeyboardInterrupt


def _converse(talk: Chat, screen: Screen) -> None:
    # Told to stop, leave as by Ctrl-C: only then does readline give the terminal back as it was.
    signal.signal(signal.SIGTERM, _leave)
    prepare_editing([f"/{name}" for name in talk.commands])
    talk.greet()
    screen.gap()
    for line in typed_lines():
        if line.strip(" \t\r\n"):
            screen.gap()
            talk.take(line)
            if talk.over:
                return
            screen.gap()
    screen.gap()
    talk.leave()


def _work_off(talk: Chat, screen: Screen, lines: Iterable[str], after_notice: bool) -> None:
    separate = after_notice
    for line in lines:
        if not line.strip(" \t\r\n"):
            continue
        if separate:
            screen.gap()
        talk.take(line)
        separate = True
        if talk.over:
            return


class Chat:
    """One conversation: takes what is typed and shows what comes of it."""

    def __init__(self, answerer: Answerer, screen: Screen) -> None:
        """Start with nothing to pick."""
        self._answerer = answerer
        self._screen = screen
        self._choices: list[Callable[[], None]] = []
        self._turn = 0
        self.over = False
        self.commands: dict[str, tuple[str, Callable[[str], None]]] = {
            "quote": ("quotes on some words, as in /quote Assad; alone, any quote", self._quote),
            "topics": ("what you can ask, by topic", self._topics),
            "story": ("what is known of the story itself", self._story),
            "help": ("this list", self._help),
            "quit": ("leave (so does Ctrl-D)", self._quit),
        }

    def greet(self) -> None:
        """Say what this is and how to ask."""
        self._screen.banner(self._answerer.library, self._answerer.reads)

    def leave(self) -> None:
        """Say goodbye and be over."""
        self._screen.block("Goodbye.")
        self.over = True

    def take(self, typed: str) -> None:
        """Do what was typed: a command, a number of the last list, or a question."""
        typed = typed.strip(" \t\r\n")
        typed = _BARE.get(typed.casefold(), typed)
        number = _NUMBER.fullmatch(typed)
        if typed.startswith("/"):
            self._command(typed[1:])
        elif number and (self._choices or len(number[1]) == 1):
            self._pick(int(number[1]))
        else:
            self._ask(typed)

    def _ask(self, question: str) -> None:
        answer = self._answerer.ask(question, _CONVERSATION)
        self._screen.answer(answer)
        self._choices = [partial(self._entry, offer.story, offer.entry) for offer in answer.worth_offering]

    def _entry(self, story: Story, entry: Entry) -> None:
        answer = self._answerer.entry_answer(story.id, entry.id, _CONVERSATION)
        if answer is not None:
            self._screen.answer(answer)

    def _pick(self, number: int) -> None:
        if 1 <= number <= len(self._choices):
            self._choices[number - 1]()
        elif not self._choices:
            self._screen.block("There is no list to pick from. /topics lists what you can ask.")
        else:
            self._screen.block(f"There is no {number} in the list; it ends at {len(self._choices)}.")

    def _command(self, typed: str) -> None:
        name, _, rest = typed.partition(" ")
        name = _ALIASES.get(name.casefold(), name.casefold())
        if name == "ask" and rest.strip():
            self._ask(rest.strip())
        elif name in self.commands:
            self.commands[name][1](rest.strip())
        else:
            self._unknown(name)

    def _unknown(self, name: str) -> None:
        near = process.extractOne(name, list(self.commands), scorer=fuzz.ratio, score_cutoff=40)
        nearest = f"Did you mean /{near[0]}?" if near else "/help lists what there is."
        self._screen.block(f"There is no /{name[:20]}. {nearest}")

    def _list(self, items: list[tuple[str, str, Callable[[], None]]]) -> None:
        shown = self._screen.numbered([(text, detail) for text, detail, _ in items])
        self._choices = [choice for _, _, choice in items[:shown]]

    @cached_property
    def _index(self) -> QuoteIndex:
        return QuoteIndex(Catalogue(self._answerer.library))

    def _quote(self, wanted: str) -> None:
        if wanted:
            found = self._index.search(wanted)
        else:
            one = self._index.turn(self._turn)
            found = [one] if one else []
            self._turn += 1
        if not found:
            self._screen.block("No quote has such words. Try a name or another word from the story.")
        self._show_quotes(found)

    def _show_quotes(self, found: list[Quoted]) -> None:
        for quoted, following in zip_longest(found, found[1:]):
            self._screen.quote(quoted.story, quoted.citation)
            if following is None or following.story is not quoted.story:
                self._screen.provenance(quoted.story, self._answerer.library.version)
            if following is not None:
                self._screen.gap()

    def _topics(self, _: str) -> None:
        topics = topics_of(self._answerer.library)
        if len(topics) == 1:
            self._questions(topics[0])
            return
        several = len(self._answerer.library.stories) > 1
        self._screen.block("Topics", "bold")
        self._list(
            [
                (
                    f"{topic.label} ({len(topic.entries)})",
                    topic.story.title if several else "",
                    partial(self._questions, topic),
                )
                for topic in topics
            ]
        )
        self._screen.hint("Type a number to see its questions.")

    def _questions(self, topic: Topic) -> None:
        self._screen.block(topic.label, "bold")
        self._list([(entry.question, "", partial(self._entry, topic.story, entry)) for entry in topic.entries])
        self._screen.hint("Type a number for its answer, /topics for the other topics.")

    def _story(self, _: str) -> None:
        stories = self._answerer.library.stories
        if len(stories) == 1:
            self._screen.story(stories[0])
            return
        self._screen.block("Stories", "bold")
        self._list([(story.title, story.date.known or "", partial(self._screen.story, story)) for story in stories])
        self._screen.hint("Type a number to see what is known of it.")

    def _help(self, _: str) -> None:
        self._screen.block("Ask about the story in your own words. A list with numbers: type one to pick it.")
        self._screen.gap()
        self._screen.table([(f"/{name}", text) for name, (text, _) in self.commands.items()])

    def _quit(self, _: str) -> None:
        self.leave()
