"""Numbers in answers: which are proved, in whatever form, and which are warned of."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.checking.figures import unproved_figures
from bot.stories import load_library

StoryFolder = Callable[..., Path]
STORY = "title: Hall closes\ndate: 14 March 2024\n"
ARTICLE = """\
Hall closes

The hall, opened in 1971, cost the town 640,000 euros last year. A renovation costs 8.4 million euros.

Eleven councillors were in favour, nine against; 38 percent of the pupils can't swim. Two of the seven beams are rotten.
"""
COST = "The hall, opened in 1971, cost the town 640,000 euros last year."
RENOVATION = "A renovation costs 8.4 million euros."
VOTE = "Eleven councillors were in favour, nine against"
PUPILS = "38 percent of the pupils can't swim."
BEAMS = "Two of the seven beams are rotten."


def warned(story_folder: StoryFolder, answer: str, *quotes: str, in_story: bool = True) -> list[str | None]:
    """The numbers of an answer that are warned of."""
    cited = "".join(f'    - quote: "{quote}"\n' for quote in quotes)
    head = "- id: a\n  questions: [What?]\n" if in_story else "- id: a\n  in_story: false\n  questions: [What?]\n"
    citations = f"  citations:\n{cited}" if quotes else "  citations: []\n"
    folder = story_folder(story=STORY, article=ARTICLE, entries=f'{head}  answer: "{answer}"\n{citations}')
    return [each.text for each in unproved_figures(load_library(folder).stories[0])]


@pytest.mark.parametrize(
    ("answer", "quote"),
    [
        ("It cost 640,000 euros.", COST),
        ("It cost 640 thousand euros, and was opened in 1971.", COST),
        ("8,400,000 euros.", RENOVATION),
        ("8.4 million.", RENOVATION),
        ("11 for, 9 against.", VOTE),
        ("38%.", PUPILS),
        ("Two of seven.", BEAMS),
        ("One of them says so.", VOTE),
        ("On 14 March 2024 it was 38 percent.", PUPILS),
        ("Two groups, eleven and nine.", VOTE),  # counted by the curator
        ("A Su-24 and a G7 flew over; 38 percent.", PUPILS),  # names
    ],
)
def test_proved_numbers(story_folder: StoryFolder, answer: str, quote: str) -> None:
    """In digits or in letters, by the citations or by what story.yaml has."""
    assert warned(story_folder, answer, quote) == []


@pytest.mark.parametrize(
    ("answer", "quote", "number"),
    [
        ("It cost 460,000 euros.", COST, "460,000"),
        ("It was opened in 1917.", COST, "1917"),
        ("84 million.", RENOVATION, "84 million"),
        ("8.4 billion.", RENOVATION, "8.4 billion"),
        ("8.4 euros.", RENOVATION, "8.4"),
        ("Twelve were in favour.", VOTE, "Twelve"),
        ("Eleven for, ten against.", VOTE, "ten"),
        ("83%.", PUPILS, "83"),
        ("Three of the seven.", BEAMS, "Three"),
        ("It cost 640,000 euros.", RENOVATION, "640,000"),  # the article has it, the entry does not show it
    ],
)
def test_numbers_that_nothing_proves(story_folder: StoryFolder, answer: str, quote: str, number: str) -> None:
    """Digits turned, a scale lost, a number word changed, a figure of another place."""
    assert warned(story_folder, answer, quote) == [number]


@pytest.mark.parametrize(("figure", "wrong"), [("640,000", []), ("90,000", ["90,000"])])
def test_what_the_story_does_not_say_may_name_any_of_its_figures(
    story_folder: StoryFolder, figure: str, wrong: list[str]
) -> None:
    """But none that the article does not have."""
    assert warned(story_folder, f"The story does not say who pays the {figure} euros.", in_story=False) == wrong


def test_the_warning_says_where_and_what_to_do(story_folder: StoryFolder) -> None:
    """At the answer's line."""
    folder = story_folder(
        story=STORY,
        article=ARTICLE,
        entries=f'- id: a\n  questions: [What?]\n  answer: 460,000.\n  citations: [{{quote: "{COST}"}}]\n',
    )
    (concern,) = unproved_figures(load_library(folder).stories[0])
    assert str(concern) == (
        f"{folder}/entries/all.yaml:3: entry a: The answer has the number 460,000, and none of its citations does. "
        "Correct it, or cite the words that say so."
    )
