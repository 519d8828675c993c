"""Reading on: the sentence before or after what was shown."""

from __future__ import annotations

import pytest

from bot.answering import phrases
from bot.answering.answerer import Answerer
from bot.answering.neighbours import neighbour, step_asked
from bot.answering.records import Outcome
from bot.stories import Citation, Entry, Story
from bot.stories.article import read_article

TEXT = "The bridge opens on Monday. “We are glad,” said the mayor. Boats must wait.\n\nTickets cost four crowns.\n"


def cited(words: str, speaker: str | None = None, kind: str | None = None) -> Citation:
    """A citation of some words of the text."""
    start = TEXT.index(words)
    return Citation(words, start, start + len(words), 1, speaker, kind)


STORY = Story(
    "bridge",
    "Bridge",
    read_article(TEXT),
    (Entry("glad", ("Who is glad?",), "The mayor.", (cited("“We are glad,” said the mayor.", "Mayor", "quote"),)),),
)


@pytest.mark.parametrize(
    ("question", "step"),
    [
        ("And the sentence right after it?", 1),
        ("What's his next sentence?", 1),
        ("and the one after that", 1),
        ("what comes next", 1),
        ("go on", 1),
        ("oh. and the sentence before it?", -1),
        ("what did he say before that", -1),
        ("what happens next to Assad", 0),
        ("who spoke before Obama", 0),
        ("when?", 0),
    ],
)
def test_only_reading_on_is_reading_on(question: str, step: int) -> None:
    """A question with a subject of its own is a question."""
    assert step_asked(question) == step


@pytest.mark.parametrize(
    ("shown", "step", "words", "speaker", "kind"),
    [
        ("The bridge opens on Monday.", 1, "“We are glad,” said the mayor.", "Mayor", "quote"),
        ("Boats must wait.", -1, "“We are glad,” said the mayor.", "Mayor", "quote"),
        ("Boats must wait.", 1, "Tickets cost four crowns.", None, None),
        ("opens on Monday. “We are glad", 1, "Boats must wait.", None, None),
    ],
)
def test_the_neighbour_keeps_its_speaker(
    shown: str, step: int, words: str, speaker: str | None, kind: str | None
) -> None:
    """Paragraphs are no limit; whose words they are is what the entries say of them."""
    found = neighbour(STORY, cited(shown), step)
    assert found is not None
    assert (found.quote, found.speaker, found.kind) == (words, speaker, kind)
    assert STORY.article.text[found.start : found.end] == found.quote


@pytest.mark.parametrize(("shown", "step"), [("The bridge opens on Monday.", -1), ("Tickets cost four crowns.", 1)])
def test_the_article_has_an_end(shown: str, step: int) -> None:
    """Beyond its edges there is nothing."""
    assert neighbour(STORY, cited(shown), step) is None


def test_a_talk_reads_on_step_by_step(answerer: Answerer) -> None:
    """Each "and the next" goes a sentence further, and the last one says that the article ends."""
    answerer.ask("Whose photograph is it?", "reading")
    shown = [answerer.ask("and the sentence after that?", "reading") for _ in range(3)]
    assert all(answer.text == phrases.GOES_ON and answer.outcome is Outcome.ANSWERED for answer in shown)
    starts = [answer.citations[0].start for answer in shown]
    assert starts == sorted(set(starts))
    back = answerer.ask("and the one before that?", "reading")
    assert back.citations[0].start == starts[1]


def test_at_the_end_it_says_so(answerer: Answerer) -> None:
    """Nothing is shown, and that is no answer."""
    answerer.ask("Which sources does the article list?", "end")
    answer = answerer.ask("what comes next?", "end")
    assert (answer.outcome, answer.text, answer.citations) == (Outcome.NOT_IN_STORY, phrases.NOTHING_FURTHER, ())
