"""One talk in the terminal: takes what is typed, a question, a pick or a command, and shows what comes of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property, partial
from itertools import zip_longest
from typing import TypeVar

from rapidfuzz import fuzz, process

from bot.answering.answerer import Answerer
from bot.answering.checked import in_words
from bot.answering.picking import called, number_in, pick_in
from bot.answering.quote_search import QuoteIndex
from bot.answering.quotes import Catalogue, Quoted
from bot.answering.sides import points_of, sides_of
from bot.answering.topics import Topic, topics_of
from bot.stories import Dispute, Entry, Story
from bot.terminal.screen import Screen

T = TypeVar("T")
_CONVERSATION = "terminal"
# Typed without a slash these can mean nothing else, and what people type elsewhere should not fail here.
_BARE = {"quit": "/quit", "exit": "/quit", "help": "/help", "?": "/help"}
_ALIASES = {"": "help", "exit": "quit", "q": "quit", "quotes": "quote", "topic": "topics", "stories": "story"}
_ON_DISCORD = frozenset({"knowledge", "health"})
# Discord's /quote has these before what is looked for.
_KINDS_OF_QUOTE = frozenset({"find", "by", "about"})
_KEPT = (
    "Nothing that you type in this chat is written down, and nothing leaves this machine. Your last question and its "
    "answer stay in memory so that you can follow up, and what you typed so that the arrow keys bring it back; both "
    "are gone when you leave. On Discord more is kept: /privacy says there what."
)


class Chat:
    """One conversation from start to end."""

    def __init__(self, answerer: Answerer, screen: Screen) -> None:
        """Start with nothing to pick."""
        self._answerer = answerer
        self._screen = screen
        self._choices: list[Callable[[], None]] = []
        # Whether nothing was asked since the list was shown: only then does "the first one" mean its first.
        self._is_fresh = False
        self._turn = 0
        self.over = False
        self.commands: dict[str, tuple[str, Callable[[str], None]]] = {
            "quote": ("quotes on some words{example}; alone, any quote", self._quote),
            "sides": ("what each camp says about a disputed point", self._sides),
            "verify": ("check a quote: its words, and who said them if you like", self._verify),
            "topics": ("what you can ask, by topic", self._topics),
            "story": ("what is known of the story itself", self._story),
            "privacy": ("what is kept of this chat", self._privacy),
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
        """Do what was typed: a command, a pick from the last list, or a question."""
        typed = typed.strip(" \t\r\n")
        typed = _BARE.get(typed.casefold(), typed)
        number = self._picked(typed)
        if number is not None:
            self._pick(number)
            return
        self._is_fresh = False
        if typed.startswith("/"):
            self._command(typed[1:])
        else:
            self._ask(typed)

    def _picked(self, typed: str) -> int | None:
        """Return the number that is picked; without a list just shown, only what can be nothing else counts."""
        if self._is_fresh:
            return pick_in(typed, len(self._choices))
        number = number_in(typed)
        return number if number is not None and number <= max(len(self._choices), 9) else None

    def _ask(self, question: str) -> None:
        answer = self._answerer.ask(question, _CONVERSATION)
        self._screen.answer(answer)
        if answer.worth_offering:
            self._offer([partial(self._entry, offer.story, offer.entry) for offer in answer.worth_offering])

    def _offer(self, choices: list[Callable[[], None]]) -> None:
        self._choices, self._is_fresh = choices, True

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
        if name in _ON_DISCORD:
            self._screen.block(f"/{name} is for moderators, on Discord only.")
            return
        near = process.extractOne(name, list(self.commands), scorer=fuzz.ratio, score_cutoff=40)
        nearest = f"Did you mean /{near[0]}?" if near else "/help lists what there is."
        self._screen.block(f"There is no /{name[:20]}. {nearest}")

    def _list(self, items: list[tuple[str, str, Callable[[], None]]]) -> None:
        shown = self._screen.numbered([(text, detail) for text, detail, _ in items])
        self._offer([choice for _, _, choice in items[:shown]])

    @cached_property
    def _catalogue(self) -> Catalogue:
        return Catalogue(self._answerer.library)

    @cached_property
    def _index(self) -> QuoteIndex:
        return QuoteIndex(self._catalogue)

    def _quote(self, wanted: str) -> None:
        kind, _, rest = wanted.partition(" ")
        wanted = rest.strip() if kind.casefold() in _KINDS_OF_QUOTE else wanted
        if wanted and wanted.casefold() != "random":
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

    def _sides(self, typed: str) -> None:
        points = points_of(self._answerer.library)
        likely = _meant(typed, points, lambda each: each[1].point)
        if not points:
            self._screen.block("No story lists disputed points.")
        elif len(likely) == 1:
            self._side(*likely[0])
        else:
            if not likely:
                self._screen.block("There is no such disputed point.")
            self._points(likely or list(points))

    def _points(self, points: list[tuple[Story, Dispute]]) -> None:
        several = len({story.id for story, _ in points}) > 1
        self._screen.block("Disputed points", "bold")
        self._list(
            [(each.point, story.title if several else "", partial(self._side, story, each)) for story, each in points]
        )
        self._screen.hint("Type a number to see what each camp says about it, in their own words.")

    def _side(self, story: Story, dispute: Dispute) -> None:
        self._screen.sides(story, dispute, sides_of(story, dispute))
        self._screen.provenance(story, self._answerer.library.version)

    def _verify(self, text: str) -> None:
        if not text:
            self._screen.block("Type the quote behind it, with its speaker if you like: /verify Name: “the words”")
            return
        self._screen.lines(in_words(self._answerer.checker.check(text), self._answerer.library))

    def _topics(self, typed: str) -> None:
        every = topics_of(self._answerer.library)
        topics = _meant(typed, every, lambda each: f"{each.label} {each.key}")
        if len(topics) == 1:
            self._questions(topics[0])
            return
        if not topics:
            self._screen.block("There is no such topic.")
            topics = list(every)
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

    def _story(self, typed: str) -> None:
        every = self._answerer.library.stories
        stories = _meant(typed, every, lambda each: f"{each.title} {each.id}")
        if len(stories) == 1:
            self._screen.story(stories[0])
            return
        if not stories:
            self._screen.block("There is no such story.")
            stories = list(every)
        self._screen.block("Stories", "bold")
        self._list([(story.title, story.date.known or "", partial(self._screen.story, story)) for story in stories])
        self._screen.hint("Type a number to see what is known of it.")

    def _privacy(self, _: str) -> None:
        self._screen.block(_KEPT)

    def _help(self, _: str) -> None:
        self._screen.block("Ask about the story in your own words. A list with numbers: type one to pick it.")
        self._screen.gap()
        most_quoted = next(iter(self._catalogue.voices_like("")), None)
        example = f", as in /quote {most_quoted.name}" if most_quoted else ""
        self._screen.table([(f"/{name}", text.format(example=example)) for name, (text, _) in self.commands.items()])

    def _quit(self, _: str) -> None:
        self.leave()


def _meant(typed: str, things: Sequence[T], named: Callable[[T], str]) -> list[T]:
    """Return what somebody means, by its number in a list or by words of its name; nothing typed means all."""
    number = number_in(typed)
    if number is not None and 1 <= number <= len(things):
        return [things[number - 1]]
    return called(typed, things, named)
