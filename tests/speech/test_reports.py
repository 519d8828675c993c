"""Whose indirect speech it is where asides, 'and', pronouns and people without a name stand before the verb."""

from __future__ import annotations

import pytest

from bot.speech import Reading, read_speech
from bot.stories.article import read_article


def read(text: str) -> Reading:
    """What is read in a text without a headline."""
    return read_speech(read_article(text), has_headline=False)


def reported(text: str) -> list[tuple[str | None, str]]:
    """Who says what in a text."""
    return [(each.speaker, text[slice(*each.span)]) for each in read(text).reports]


LATE = "said the council had been late."


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f"Two people familiar with it, who asked not to be named, {LATE}", "Two people familiar with it"),
        (f"Two clerks of the mill, who fear for their jobs and may not talk to us, {LATE}", "Two clerks of the mill"),
        (f"A diplomat, who also asked not to be named, {LATE}", "A diplomat"),
        (f"Three nurses at the clinic, none of whom wished to be named, {LATE}", "Three nurses at the clinic"),
        (f"A senior official in the ministry, speaking on condition of anonymity, {LATE}",
         "A senior official in the ministry"),
        ("A diplomat, who asked not to be named, said Vantor had moved a ship. Vantor is a firm.", "A diplomat"),
        (f"Two people who know the talks {LATE}", "Two people"),
        (f"Both sides {LATE}", "Both sides"),
        (f"Bo Lind, whose sister Ann Hill died, {LATE}", "Bo Lind"),
        (f"Last year the panel, chaired by Ann Hill, {LATE}", "The panel"),
        ("Witnesses told the court that it was late.", "Witnesses"),
        ("It had been late, said the boy's mother.", "The boy's mother"),
        (f"Police {LATE}", "Police"),
        (f"On Monday, police {LATE}", "Police"),
        (f"Doctors {LATE}", "Doctors"),
        (f"Two Belmaran officials {LATE} Belmaran ships did not.", "Two Belmaran officials"),
        ("It had been late, according to the district fire brigade.", "The district fire brigade"),
        ("Three great-grandchildren of the merchant Emil Rost say it was late.",
         "Three great-grandchildren of the merchant Emil Rost"),
        (f"A welder from Holm, 34-year-old Bo Lind, {LATE}", "Bo Lind"),
        (f"Bo Lind, 58, who chairs the 2,300-member Growers' Union, {LATE}", "Bo Lind"),
        ("It had been late, said the mayor of Holm, Ann Hill.", "Ann Hill"),
        ("It had been late, said a passenger who was on board.", "A passenger"),
        ("Mayor Ann Hill was there.\n\nIt had been late, its mayor said.", "Ann Hill"),
        ("Bo Lind was there.\n\nAccording to him, Ann Hill had left.", "Bo Lind"),
        ("According to her lawyer, Bo Lind, she had left.", "Bo Lind"),
        ("Bo Lind called the closure “theatre” and said it would hurt.", "Bo Lind"),
        ("The parents' trust disputes this, saying that it had been late.", "The parents' trust"),
        ("Blue Line answered that it had been late.", "Blue Line"),
        ("She was there. Ann Hill accused the council of lying.", "Ann Hill"),
        ("Bo Lind called the result “bizarre”.", "Bo Lind"),
        (f"The Ward and Clinic Workers' Union {LATE}", "Ward and Clinic Workers' Union"),
        (f"The Sister Rocks Fishermen's Union {LATE}", "Sister Rocks Fishermen's Union"),
        ("The Arctic Cup was late. The panel fined Blue Line.\n\nIt also said that it was late.", "The panel"),
    ],
)  # fmt: skip
def test_the_subject_is_whoever_stands_before_the_aside(text: str, speaker: str) -> None:
    """What follows 'said' with a verb of its own is what is said, never who says it."""
    assert reported(text)[-1][0] == speaker


def test_a_sentence_goes_on_behind_an_abbreviation() -> None:
    """Where a small letter follows."""
    text = "Ann Hill said it began at 2:10 a.m. on Tuesday, when the town was asleep."
    assert reported(text) == [("Ann Hill", text)]


@pytest.mark.parametrize(
    "text",
    [
        "A patrol boat sank in the Kerith Strait, and the two neighbouring states met.",
        "Referee Ann Hill had signalled five added minutes.",
        "The two sides disagree about when the family complained.",
        "The Arctic Cup says nothing new.",
        "The claims of Ann Hill were old.",
    ],
)
def test_what_is_no_verb_of_saying(text: str) -> None:
    """Nouns and adjectives that look like one, what is only asked, and things that bear a name."""
    assert reported(text) == []


def test_one_of_them_is_one_of_those_who_were_told_of() -> None:
    """In the paragraph before at most."""
    two = "Two clerks of the mill said it was late."
    assert reported(f"{two} One of them said it was cold.")[-1][0] == "One of the two clerks of the mill"
    assert reported(f"{two}\n\nBo Lind wept.\n\nNobody did.\n\nOne of them said it was cold.")[1:] == []


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "The ship was late, Ann Hill said, but Bo Lind insisted that it was early.",
            [("Ann Hill", "The ship was late, Ann Hill said"), ("Bo Lind", "Bo Lind insisted that it was early.")],
        ),
        (
            "Blue Line says no jobs are at risk, though union officials said they had no promise.",
            [
                ("Blue Line", "Blue Line says no jobs are at risk"),
                ("Union officials", "union officials said they had no promise."),
            ],
        ),
        (
            "Ann Hill said the council had refused, and that it had lied.",
            [("Ann Hill", "Ann Hill said the council had refused, and that it had lied.")],
        ),
        (
            "Ann Hill said it was late, but Bo Lind had said so before.",
            [("Ann Hill", "Ann Hill said it was late, but Bo Lind had said so before.")],
        ),
    ],
)
def test_a_sentence_with_two_speakers_is_parted(text: str, parts: list[tuple[str, str]]) -> None:
    """Each has their own part of it, less the word that joins them."""
    assert reported(text) == parts


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Two nurses wept.\n\nAnn Hill, 61, said they had waited until it won. “We saw it all,” she said.", "Ann Hill"),
        ("Ostrel Town won. Ostrel manager Bo Lind said so. “We saw it all,” he said.", "Bo Lind"),
        ("“We saw it all,” the boy's mother, who cannot be named, said.", "The boy's mother"),
        ("The owners say “The Ferry at Dusk” was stolen. “We saw it all,” said Ann Hill.", "Ann Hill"),
    ],
)
def test_a_quotation_beside_others(text: str, speaker: str) -> None:
    """Somebody with an age is no 'it', a club is no 'he', and a title in quotation marks is said by nobody."""
    assert [each.speaker for each in read(text).quotations] == [speaker]


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Bo Lind, who chairs the 2,300-member choir, left.", "Bo Lind", "who chairs the 2,300-member choir"),
        ("Referee Bo Lind left.", "Bo Lind", "Referee"),
        ("“It is so old,” said Ann Hill, a nurse from Holm, and Ed Moss wept.", "Ann Hill", "nurse from Holm"),
        ("“It is so old,” said Ann Hill, who saw the painting by Bo Lind, shows passengers waiting.", "Ann Hill", None),
    ],
)
def test_roles_end_where_they_end(text: str, name: str, role: str | None) -> None:
    """A comma within a number ends nothing; a second person or a verb does."""
    assert [(each.name, each.role) for each in read(text).people] == [(name, role)]


def test_two_bodies_of_one_kind_are_two() -> None:
    """'The health office' is not the weather office, and 'the 480-bed hospital' no name of a hospital."""
    text = (
        "The National Weather Office said it was late. The district health office told people to wait.\n\n"
        "Kelder Hospital said it was late. The 480-bed hospital said so again. The hospital said so too."
    )
    assert [(each.name, each.forms) for each in read(text).people] == [
        ("National Weather Office", ()),
        ("The district health office", ()),
        ("Kelder Hospital", ("the hospital",)),
    ]
