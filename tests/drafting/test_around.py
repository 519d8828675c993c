"""What stands around a story: datelines, bylines, captions, sources."""

from __future__ import annotations

import pytest

from tests.drafting.started import Start, load


def test_a_dateline_with_a_day_is_the_date(start: Start) -> None:
    """It stands in story.yaml and can be asked for, and is no part of the gist."""
    story = load(start("Ferry stays\n\nHALDVIK, 14 March 2024 – The ferry stays for a year, the town decided.\n"))
    answers = {entry.id: entry.answer for entry in story.entries}
    assert story.date.known == "14 March 2024"
    assert answers["publication-date"] == 'Above the story stands "HALDVIK, 14 March 2024".'
    assert answers["gist"] == "The ferry stays for a year, the town decided."


def test_lines_behind_a_label(start: Start) -> None:
    """A caption is told without its label; sources are listed in story.yaml and cited as such."""
    text = "Ferry stays\n\nThe ferry stays for a year.\n\nCaption: The ferry at the pier. Photo: A. Lens\n\n"
    story = load(start(f"{text}Sources: Town council, report by Kessel & Strohm\n"))
    kinds = {entry.id: (entry.answer, [each.kind for each in entry.citations]) for entry in story.entries}
    assert story.sources == ("Town council", "report by Kessel & Strohm")
    assert kinds["photo"] == ("The caption says: The ferry at the pier.", ["caption"])
    assert kinds["sources"][1] == ["sources"]
    assert not any("Kessel" in question for entry in story.entries for question in entry.questions)


@pytest.mark.parametrize(
    ("line", "author", "sources"),
    [
        (
            "Reporting by Lena Fosk in Halvern and Piet Amaro; editing by R. Quill. Source: Ostreva Bay Courier.",
            'The byline reads "Reporting by Lena Fosk in Halvern and Piet Amaro; editing by R. Quill".',
            ("Ostreva Bay Courier",),
        ),
        (
            "(Reporting by Lena Fosk; Editing by R. Quill)",
            'The byline reads "Reporting by Lena Fosk; Editing by R. Quill".',
            (),
        ),
        (
            "By Lena Fosk\n\nAdditional reporting by Piet Amaro.",
            'The byline reads "By Lena Fosk" and "Additional reporting by Piet Amaro".',
            (),
        ),
        ("Written by Lena Fosk.", 'The byline reads "Written by Lena Fosk".', ()),
        ("By the time of the vote nobody was left.", "The story does not say who wrote it.", ()),
    ],
)
def test_who_wrote_it(start: Start, line: str, author: str, sources: tuple[str, ...]) -> None:
    """Above or below the story; sources behind it are listed, and none of it is told as if it were the story."""
    story = load(start(f"Ferry stays\n\nThe ferry stays for a year, the town decided.\n\n{line}\n"))
    answers = {entry.id: entry for entry in story.entries}
    assert (answers["author"].answer, story.sources) == (author, sources)
    assert [each.kind for each in answers["sources"].citations] == ["sources"] if sources else "sources" not in answers
    told = [each.quote for entry in story.entries if entry.topic == "paragraphs" for each in entry.citations]
    assert not any("Fosk" in quote or "Courier" in quote for quote in told)


UNDER = "Reporting by Lena Fosk in Halvern and Piet Amaro; photographs by M. Quill."
WRONG = "An earlier version of this report gave the year as 1971. It is 1917."


@pytest.mark.parametrize(
    ("line", "answers"),
    [
        (
            f"{UNDER} {WRONG}",
            {
                "author": 'The byline reads "Reporting by Lena Fosk in Halvern and Piet Amaro".',
                "photo-credit": 'Under the story stands "photographs by M. Quill".',
                "correction": f'Under the story stands "{WRONG[:-1]}".',
            },
        ),
        (
            "Reporting by Lena Fosk; additional reporting by Piet Amaro. Correction: The year is 1917. Photo: Lens.",
            {
                "author": 'The byline reads "Reporting by Lena Fosk; additional reporting by Piet Amaro".',
                "photo-credit": 'Under the story stands "Photo: Lens".',
                "correction": 'Under the story stands "Correction: The year is 1917".',
            },
        ),
        (
            "This article was amended on 3 May.",
            {"author": "The story does not say who wrote it.", "correction": None},
        ),
    ],
)
def test_byline_correction_and_credit_are_three_things(start: Start, line: str, answers: dict[str, str | None]) -> None:
    """Each has an entry of its own, and none of it is told as if it were the story."""
    story = load(start(f"Ferry stays\n\nThe ferry stays for a year, the town decided.\n\n{line}\n"))
    found = {entry.id: entry.answer for entry in story.entries}
    for name, answer in answers.items():
        assert found[name] == (answer or f'Under the story stands "{line[:-1]}".')
    told = [each.quote for entry in story.entries if entry.topic == "paragraphs" for each in entry.citations]
    assert told == ["The ferry stays for a year, the town decided."]


@pytest.mark.parametrize(
    "text",
    [
        "By Tuesday the water had gone. The town was glad.",
        "Correction of the papers took a day. Nobody knew why.",
    ],
)
def test_a_paragraph_that_only_begins_so_is_told(start: Start, text: str) -> None:
    """Not all of it is about the story."""
    story = load(start(f"Ferry stays\n\n{text}\n\nThe ferry stays for a year, the town decided.\n"))
    quotes = " ".join(each.quote for entry in story.entries if entry.topic == "paragraphs" for each in entry.citations)
    assert text in quotes


@pytest.mark.parametrize(
    "dateline",
    [
        "HALDVIK — ",
        "HALDVIK, Norway (Courier) - ",
        "NEW HALDVIK – ",
        "Haldvik, 3 May 2019 — ",
        "HALDVIK, Ostreva Bay, 14 March — ",
        "HALDVIK, May 3 (Coast Wire) — ",
    ],
)
def test_a_dateline_is_no_part_of_what_is_told(start: Start, dateline: str) -> None:
    """Nor is the place it names what the paragraph is about; who is reported stays known."""
    text = f"Ferry stays\n\n{dateline}Per Aas, the mayor, said that a taxi scheme would be cheaper for the town.\n"
    story = load(start(text))
    (told,) = [entry for entry in story.entries if entry.topic == "paragraphs"]
    assert told.citations[0].quote == "Per Aas, the mayor, said that a taxi scheme would be cheaper for the town."
    assert told.citations[0].speaker == "Per Aas"
    assert not any("haldvik" in question.casefold() for entry in story.entries for question in entry.questions)
