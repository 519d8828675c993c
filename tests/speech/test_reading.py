"""Who says what in articles of different styles: wire reports, interviews, blogs, press releases, court reports."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.speech import Certainty, Reading, read_speech
from bot.stories import Article, Story
from bot.stories.article import read_article
from tests.speech.articles import FILES, expected_of, original_of

BY_NAME = pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])


def read(file: Path) -> tuple[Article, Reading]:
    """An article and what is read in it."""
    original = original_of(file)
    article = read_article(original.text)
    return article, read_speech(article, has_headline=original.has_headline)


def told(text: str) -> list[tuple[str, str | None]]:
    """The quoted pieces of a text without a headline, each with its speaker."""
    article = read_article(text)
    quotations = read_speech(article, has_headline=False).quotations
    return [(article.text[start:end], each.speaker) for each in quotations for start, end in each.pieces]


@BY_NAME
def test_every_quotation_is_found_with_its_speaker(file: Path) -> None:
    """In the order of the text, none missing and none too many."""
    article, reading = read(file)
    found = [(article.text[start:end], each.speaker) for each in reading.quotations for start, end in each.pieces]
    expected = expected_of(file).quotes
    assert [(text[: len(start)], who) for (text, who), (start, _) in zip(found, expected, strict=True)] == [*expected]


@BY_NAME
def test_everybody_is_found_with_their_role(file: Path) -> None:
    """By the article's own words; a longer description that begins so is right too."""
    _, reading = read(file)
    roles = {person.name: person.role or "" for person in reading.people}
    for name, role in expected_of(file).people.items():
        assert name in roles
        assert roles[name].startswith(role or "")
        assert bool(roles[name]) == bool(role), name


def test_the_shipped_article(shipped_story: Story) -> None:
    """Six pieces of three speakers; five of six people who speak by their names in story.yaml, and their roles."""
    reading = read_speech(shipped_story.article)
    speakers = [each.speaker for each in reading.quotations for _ in each.pieces]
    assert speakers == ["John Kirby", "John Kirby", "Sergei Lavrov", "Sergey Ivanov", "John Kirby", "John Kirby"]
    roles = {person.name: person.role for person in reading.people}
    assert roles == {
        "State Department": None,
        "John Kirby": "State Department spokesman",
        "Sergei Lavrov": "Russian Foreign Minister",
        "The Russian government": None,
        "Sergey Ivanov": "Chief of the Presidential Administration of Russia",
        "Bashar al-Assad": "Syrian President",
        "Obama": "President",
    }
    for speaker in shipped_story.speakers:
        assert any(name in roles or f"The {name}" in roles for name in speaker.names)
        if speaker.role:
            assert speaker.role in roles.values()


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We saw it all,” said Ann Hill.", "Ann Hill"),
        ("“We saw it all,” Ann Hill said.", "Ann Hill"),
        ("“We saw it all,” said the mayor, Ann Hill.", "Ann Hill"),
        ("“We saw it all,” said Mayor Ann Hill.", "Ann Hill"),
        ("“We saw it all,” said Dr. Ann Hill, who was there.", "Ann Hill"),
        ("“We saw it all,” Ann Hill, the mayor, told reporters.", "Ann Hill"),
        ("“We saw it all,” according to Ann Hill.", "Ann Hill"),
        ("“We saw it all,” shrugs Ann Hill.", "Ann Hill"),
        ("“Did you see it all?” Ann Hill asked.", "Ann Hill"),
        ("“We saw it all!” said Ann Hill.", "Ann Hill"),
        ("Ann Hill said: “We saw it all.”", "Ann Hill"),
        ("Ann Hill: “We saw it all.”", "Ann Hill"),
        ("Ann Hill, the mayor, said: “We saw it all.”", "Ann Hill"),
        ("Asked about it, Bo Lind’s lawyer, Ann Hill, said, “We saw it all.”", "Ann Hill"),
        ("In a letter to Prime Minister Bo Lind, Ms. Hill wrote that they “saw it all there”.", "Hill"),
        ("Ann Hill of Clean North said they “saw it all there”.", "Ann Hill"),
        ("Ann Hill, who was there when Bo Lind fell, added: “We saw it all.”", "Ann Hill"),
        ("Ann Hill accused the council of “passing the hat around again”.", "Ann Hill"),
        ("Ann Hill was there. “We saw it all,” she said.", "Ann Hill"),
        ("The mayor, Ann Hill, was there. “We saw it all,” the mayor said.", "Ann Hill"),
        ("Blue Line said that it was sorry. “We saw it all,” the company said.", "Blue Line"),
        ("“We saw it all,” said a spokesman for the council.", "A spokesman for the council"),
        ("“We saw it all,” my doctor told me.", "My doctor"),
        ("“We saw it all,” said Anke de Wit.", "Anke de Wit"),
        ("“We saw it all,” Pell & Norrin said.", "Pell & Norrin"),
        ("Ingra Pell of Pell & Norrin was there. “We saw it all,” said Ms. Pell.", "Ingra Pell"),
        ("“We saw it all,” the Parents’ Safety League said.", "Parents’ Safety League"),
        ("“We saw it all,” the Teachers' Union said.", "Teachers' Union"),
        ("“We saw it all,” the Women's Institute said.", "Women's Institute"),
        ("“We saw it all,” Stott's Barrister Bo Lind said.", "Bo Lind"),
        ("The Arctic was cold. “We saw it all,” said the Arctic Miners' Union.", "Arctic Miners' Union"),
        ("“We saw it all,” said Bashar al-Assad.", "Bashar al-Assad"),
        ("“We saw it all,” said J. R. Moss.", "J. R. Moss"),
        ('"We saw it all," said Ann Hill.', "Ann Hill"),
        ("'We saw it all,' said Ann Hill. 'It wasn't nice.'", "Ann Hill"),
        ("‘We saw it “all” there,’ said Ann Hill.", "Ann Hill"),
        ("«We saw it all», said Ann Hill.", "Ann Hill"),
        ("“We saw it all.”", None),
    ],
)  # fmt: skip
def test_ways_to_say_who_says_it(text: str, speaker: str | None) -> None:
    """British and American, before and behind, by name, by office, by 'she'."""
    assert {who for _, who in told(text)} == {speaker}


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("“We saw it all,” said Ann Hill. “It was late.”", Certainty.NAMED),
        ("Ann Hill was there. “We saw it all,” she said.", Certainty.MEANT),
        ("Ann Hill was furious. “We saw it all.”", Certainty.GUESSED),
    ],
)
def test_how_sure_a_speaker_is(text: str, certainty: Certainty) -> None:
    """Named beside the words, meant by a word for them, or guessed from what stands before."""
    quotations = read_speech(read_article(text), has_headline=False).quotations
    assert {(each.speaker, each.certainty) for each in quotations} == {("Ann Hill", certainty)}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Tom Aas rejected it.\n\nThe head of the Holm school, Bo Lind, fears buses. He said they were late.",
            "Bo Lind",
        ),
        ("Tom Aas rejected it. It is dear.\n\nHe said that it was late.", "Tom Aas"),
        ("Tom Aas met Bo Lind. He said that it was late.", None),
        ("Tom Aas and Bo Lind were there.\n\nHe said that it was late.", None),
        ("Mr Aas met Bo Lind. He said that it was late.", "Aas"),
        ("Ms Hill met Bo Lind. He said that it was late.", "Bo Lind"),
        ("Tom Aas was there. Ms Hill said no.\n\nHe said that it was late.", "Tom Aas"),
    ],
)
def test_he_is_whom_the_paragraph_names_or_nobody(text: str, speaker: str | None) -> None:
    """A paragraph's own subject comes before an old one; where two fit, it is doubtful whose words these are."""
    *_, report = read_speech(read_article(text), has_headline=False).reports
    doubt = Certainty.DOUBTFUL if speaker is None else Certainty.MEANT
    assert (report.speaker, report.certainty) == (speaker, doubt)


TWO = "Blue Line said that it was sorry. Red Star said that it was not."
PARTNER = "Blue Line said that it was sorry. A supplier, Red Star, said that it was not."


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Blue Line said that it was sorry.\n\nThe company disputes that. It said that it was late.", "Blue Line"),
        (f"{PARTNER}\n\nBlue Line went on.\n\nThe company disputes that. It said that it was late.", "Blue Line"),
        (f"{PARTNER}\n\nThe supplier said that it was late.", "Red Star"),
        (f"{PARTNER}\n\nThe company said that it was late.", None),
        (f"{TWO}\n\nThe company said that it was late.", None),
        (f"{TWO}\n\nBlue Line went on. The company said that it was late.", "Blue Line"),
        ("The Harbour Board sued the Road Board. The Road Board wept. It said that it was late.", "Road Board"),
        (f"{TWO}\n\nBlue Line sued Red Star. It said that it was late.", None),
        ("Blue Line said that it was sorry. The council was not. It said that it was late.", "The council"),
        ("Blue Line said that it was sorry. The report was out. It said that it was late.", None),
        ("The Road Board, the national regulator, is old. The regulator said that it was late.", "Road Board"),
        ("The regulator said that it was late.\n\nThe Road Board, the national regulator, is old.", "Road Board"),
        ("The company was sorry. It said that it was late.\n\nHill & Sons was founded by Ann Hill.", "Hill & Sons"),
        ("Nobody else is named. The company said that it was late.", "The company"),
    ],
)
def test_it_and_the_company_are_whom_the_text_makes_clear_or_nobody(text: str, speaker: str | None) -> None:
    """A sentence's subject, or who is called so; where several fit, it is doubtful whose words these are."""
    (report,) = [
        each
        for each in read_speech(read_article(text), has_headline=False).reports
        if text[slice(*each.span)].endswith("it was late.")
    ]
    doubt = Certainty.DOUBTFUL if speaker is None else Certainty.MEANT
    assert (report.speaker, report.certainty) == (speaker, doubt)


def test_doubtful_words_are_nobodys() -> None:
    """They are not given to whoever spoke last."""
    text = "“I was late,” said Tom Aas.\n\nTom Aas met Bo Lind. “We saw it all,” he said."
    assert [who for _, who in told(text)] == ["Tom Aas", None]


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Lifeguard Ann Hill, who has worked here for years, left.", "Ann Hill", "Lifeguard"),
        (
            "“No,” said Ann Hill, who chairs the swimming club Holm 09. ",
            "Ann Hill",
            "who chairs the swimming club Holm 09",
        ),
        ("Ann Hill, who also runs the ferry, left.", "Ann Hill", "who also runs the ferry"),
        ("“No,” said Ann Hill, who led the long inquiry.", "Ann Hill", "who led the long inquiry"),
        ("“No,” said Ann Hill, who led until the last lap.", "Ann Hill", None),
        (
            "“No,” said Ann Hill, head of a club with 1,600 members, on Friday.",
            "Ann Hill",
            "head of a club with 1,600 members",
        ),
        ("“No,” said Ann Hill, 14 May — a painter wept.", "Ann Hill", None),
    ],
)
def test_what_somebody_is(text: str, name: str, role: str) -> None:
    """A role that a sentence begins with is none of the name; what somebody chairs is said for an office."""
    people = read_speech(read_article(text), has_headline=False).people
    assert [(each.name, each.role) for each in people] == [(name, role)]


@pytest.mark.parametrize("dateline", ["HALVERN, Ostreva Bay, 14 March — ", "HOLM, May 3 (Coast Wire) — ", "OSLO – "])
def test_nobody_is_named_in_a_dateline(dateline: str) -> None:
    """A place is no person whose role is what follows, and nothing of it is said by anybody."""
    text = f"{dateline}A family-owned maker, Blue Line, said that it was recalling 41,600 seats."
    reading = read_speech(read_article(text), has_headline=False)
    assert [(each.name, each.role) for each in reading.people] == [("Blue Line", "family-owned maker")]
    assert [text[slice(*each.span)] for each in reading.reports] == [text.removeprefix(dateline)]


def test_a_quotation_that_is_not_closed_goes_on() -> None:
    """Each paragraph of a long quotation begins with a mark, only the last one ends with one."""
    text = "“It is ours,” Ann Hill said. “It stays.\n\n“We will keep it as it was.\n\n“Nobody will take it.”"
    assert [who for _, who in told(text)] == ["Ann Hill"] * 4


def test_two_people_in_one_paragraph() -> None:
    """Each has their own words."""
    text = "“We saw it all,” said Ann Hill. “They saw nothing,” said Bo Lind. “It was dark.”"
    assert [who for _, who in told(text)] == ["Ann Hill", "Bo Lind", "Bo Lind"]


def test_a_word_in_quotation_marks_is_no_quotation() -> None:
    """It belongs to the sentence around it."""
    assert told("Ann Hill called it “bizarre” and left.") == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ann Hill said that the bridge was safe.", "Ann Hill"),
        ("The bridge was safe, said Ann Hill.", "Ann Hill"),
        ("The bridge was safe, the Harbour Board said.", "Harbour Board"),
        ("According to Ann Hill, the bridge was safe.", "Ann Hill"),
        ("Two former employees of the mill told this newspaper that it was safe.", "Two former employees of the mill"),
        ("Ann Hill told the court that the story was old.", "Ann Hill"),
    ],
)
def test_indirect_speech_is_reported(text: str, speaker: str) -> None:
    """The whole sentence, of whom it names."""
    reading = read_speech(read_article(text), has_headline=False)
    assert [(each.span, each.speaker) for each in reading.reports] == [((0, len(text)), speaker)]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Hill was told to leave.",
        "Ann Hill asked nobody.",
        "The bridge is said to be old.",
        "Ann Hill did not say why.",
        "Ann Hill told a different story.",
    ],
)
def test_what_reports_nothing(text: str) -> None:
    """Passives, questions and silence."""
    assert read_speech(read_article(text), has_headline=False).reports == ()


def test_nobody_speaks_in_a_headline() -> None:
    """But whom it names, with a role, is known."""
    article = read_article("‘It is late’: a talk with the baker Ann Hill\n\nIt was Tuesday.")
    reading = read_speech(article)
    assert reading.quotations == ()
    assert [(person.name, person.role) for person in reading.people] == [("Ann Hill", "baker")]


@pytest.mark.parametrize("before", ["Storm over", "“We saw it all”", "It was late. “We saw it all.”"])
def test_the_first_word_of_a_paragraph_is_no_name_for_its_capital(before: str) -> None:
    """Whatever the paragraph before ends with, quoted words too."""
    article = read_article(f"{before}\n\nApple grower Ann Hill was there.\n\n“It was cold,” she said.\n")
    reading = read_speech(article, has_headline=True)
    assert {person.name for person in reading.people} == {"Ann Hill"}
    assert reading.quotations[-1].speaker == "Ann Hill"


def test_questions_of_an_interview_stand_with_their_answers() -> None:
    """Behind labels, or in paragraphs of their own."""
    labelled = "Post: Why wood?\n\nLind: It forgives.\n\nPost: How long?\n\nLind: A year.\n"
    article = read_article(labelled)
    reading = read_speech(article, has_headline=False)
    assert reading.questions == {1, 3}
    assert {number: article.text[slice(*span)] for number, span in reading.asked.items()} == {
        2: "Why wood?",
        4: "How long?",
    }
    assert [each.speaker for each in reading.quotations] == ["Lind", "Lind"]
