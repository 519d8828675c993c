"""Who is said to say something: what the article tells against a curator, and spoken words that are nobody's."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.checking.concerns import unsettled
from bot.checking.speakers import doubtful_speakers, spoken_words
from bot.stories import Story, load_library

StoryFolder = Callable[..., Path]
STORY = """\
title: Hall closes
speakers:
  - {name: Henrike Solberg, role: mayor, aliases: [Solberg]}
  - {name: Piet Drossard, role: councillor}
  - {name: Jasper Thule, role: headmaster}
"""
ARTICLE = """\
Hall closes

Mayor Henrike Solberg called it hard. “We are stopping a leak in the budget,” she said.

The headmaster, Jasper Thule, fears for lessons. He said that a bus would take more time than the lesson itself.

Piet Drossard met Tom Aas. He said that nobody had shown them a cheaper option. “It leaks,” said Drossard.
"""
LEAK = "We are stopping a leak in the budget"
BUS = "a bus would take more time than the lesson itself"
OPTION = "nobody had shown them a cheaper option"


def story(story_folder: StoryFolder, quote: str, about: str) -> Story:
    """A story whose one entry cites that."""
    entries = f"- id: a\n  questions: [What?]\n  answer: This.\n  citations:\n    - quote: {quote}\n{about}"
    (loaded,) = load_library(story_folder(story=STORY, article=ARTICLE, entries=entries)).stories
    return loaded


def by(speaker: str, kind: str) -> str:
    """The other keys of a citation."""
    return f"      speaker: {speaker}\n      kind: {kind}\n"


@pytest.mark.parametrize(
    ("quote", "speaker", "kind", "told"),
    [
        (LEAK, "Piet Drossard", "quote", "Piet Drossard is given words that the article seems to give Henrike Solberg"),
        (
            BUS,
            "Henrike Solberg",
            "reported",
            "Henrike Solberg is given words that the article seems to give Jasper Thule",
        ),
    ],
)
def test_words_behind_a_pronoun(story_folder: StoryFolder, quote: str, speaker: str, kind: str, told: str) -> None:
    """'She said' is somebody too, of quotations and of indirect speech."""
    (concern,) = doubtful_speakers(story(story_folder, quote, by(speaker, kind)))
    assert concern.problem == f"{told}: “{quote}”."


@pytest.mark.parametrize(
    ("quote", "speaker", "kind"),
    [
        (LEAK, "Henrike Solberg", "quote"),
        (LEAK, "Solberg", "quote"),
        (BUS, "Jasper Thule", "reported"),
        (OPTION, "Piet Drossard", "reported"),  # who 'he' is is doubtful
        (OPTION, "Jasper Thule", "reported"),
    ],
)
def test_what_nothing_speaks_against(story_folder: StoryFolder, quote: str, speaker: str, kind: str) -> None:
    """The right speaker, by whatever name, and what the article does not surely tell."""
    assert list(doubtful_speakers(story(story_folder, quote, by(speaker, kind)))) == []


SEATS = """\
Seats recalled

The springs were made by a supplier, Bolt Wire. Pell & Norrin said it was never told of that.

For Ann Pell, a nurse, it comes too late.

{before}It said its log shows that she was offered a seat.
"""


@pytest.mark.parametrize(
    ("before", "speaker", "others"),
    [
        ("The company disputes her account. ", "Pell & Norrin", []),
        ("The company disputes her account. ", "Bolt Wire", ["Pell & Norrin"]),
        ("The company sued Bolt Wire. Bolt Wire wept. ", "Bolt Wire", []),
        ("The report is out. ", "Bolt Wire", []),
    ],
)
def test_words_behind_it(story_folder: StoryFolder, before: str, speaker: str, others: list[str]) -> None:
    """'It' is whom the last sentence is about, and a firm of two names is not the person who has one of them."""
    speakers = "title: Seats recalled\nspeakers: [{name: Bolt Wire}, {name: Pell & Norrin}, {name: Ann Pell}]\n"
    entry = "- id: a\n  questions: [What?]\n  answer: This.\n  citations:\n    - quote: It said its log shows that\n"
    article = SEATS.format(before=before)
    folder = story_folder(story=speakers, article=article, entries=entry + by(speaker, "reported"))
    (loaded,) = load_library(folder).stories
    found = [each.problem.split(" seems to give ")[1].split(":")[0] for each in doubtful_speakers(loaded)]
    assert found == others


@pytest.mark.parametrize(
    ("about", "problem"),
    [
        ("      kind: narration\n", f"Words in the article's quotation marks are cited as narration: “{LEAK}”."),
        ("      kind: quote\n", f"Nobody is named for words in the article's quotation marks: “{LEAK}”."),
        ("", f"Nobody is named for words in the article's quotation marks: “{LEAK}”."),
        (
            "      speaker: Piet Drossard\n",
            f"Words in the article's quotation marks are Piet Drossard's without a kind: “{LEAK}”.",
        ),
    ],
)
def test_spoken_words_that_are_nobodys(story_folder: StoryFolder, about: str, problem: str) -> None:
    """Readers must see that these are somebody's words; whose is said where the article tells."""
    (concern,) = spoken_words(story(story_folder, LEAK, about))
    assert (concern.problem, concern.remedy) == (problem, "Write `kind: quote` and `speaker: Henrike Solberg`.")


@pytest.mark.parametrize(
    ("quote", "about"),
    [
        (LEAK, by("Henrike Solberg", "quote")),
        (BUS, "      kind: narration\n"),
        ("Mayor Henrike Solberg called it hard.", "      kind: narration\n"),
    ],
)
def test_what_is_cited_as_it_is(story_folder: StoryFolder, quote: str, about: str) -> None:
    """Spoken words with their speaker, and what stands in no quotation marks."""
    assert list(spoken_words(story(story_folder, quote, about))) == []


@pytest.mark.parametrize(
    ("settled", "told"),
    [
        ((), [("a", " So it is in b, c.")]),
        (("a",), [("b", " So it is in c.")]),
        (("c",), [("a", " So it is in b.")]),
        (("a", "b", "c"), []),
    ],
)
@pytest.mark.parametrize("kind", ["speaker", "spoken"])
def test_what_several_entries_cite(
    story_folder: StoryFolder, kind: str, settled: tuple[str, ...], told: list[tuple[str, str]]
) -> None:
    """It is told once, with all of them; what is settled in one of them is not so in the others."""
    about = by("Piet Drossard", "quote") if kind == "speaker" else "      kind: narration\n"
    entries = "".join(
        f"- id: {name}\n  questions: [What?]\n  answer: This.\n  settled: [{kind if name in settled else ''}]\n"
        f"  citations:\n    - quote: {LEAK}\n{about}"
        for name in "abc"
    )
    library = load_library(story_folder(story=STORY, article=ARTICLE, entries=entries))
    found = unsettled(library, (doubtful_speakers if kind == "speaker" else spoken_words)(library.stories[0]))
    assert [(each.entry, each.problem.partition("”.")[2]) for each in found] == told
