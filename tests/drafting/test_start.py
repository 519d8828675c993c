"""Starting a story: what it has, that it loads as it stands, that nothing is ever overwritten or left half done."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answering.answerer import Answerer
from bot.checking import Kind, check_knowledge
from bot.drafting import DraftError, as_text, start_story
from bot.drafting import start as starting
from bot.stories import load_library
from bot.stories.coverage import coverage
from tests.drafting.started import ARTICLE, Start, load
from tests.shipped import STORY
from tests.speech.articles import FILES

BY_NAME = pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])


@BY_NAME
def test_every_article_becomes_a_story_that_loads(file: Path, tmp_path: Path) -> None:
    """Not a fault; nearly every sentence quoted; no claim without its speaker; every entry answers its own question."""
    started = start_story(tmp_path / file.stem, file)
    story = load(started)
    assert story.article.text == started.original.text
    assert len(story.entries) == started.entries
    covered = coverage(story)
    assert len(covered.uncovered) <= covered.sentences * 0.2
    kinds = {each.kind for each in check_knowledge(started.folder).warnings}
    assert kinds.isdisjoint({Kind.UNATTRIBUTED, Kind.SPEAKER, Kind.TOPIC, Kind.SHARED})


def test_the_shipped_article_becomes_a_story_too(tmp_path: Path) -> None:
    """Every sentence of it is quoted by a draft."""
    started = start_story(tmp_path / "story", STORY / "article.txt")
    covered = coverage(load(started))
    assert (covered.sentences, covered.uncovered) == (19, ())


def test_the_story_answers_at_once(start: Start) -> None:
    """With the drafts as they are."""
    answerer = Answerer(load_library(start().folder))
    answer = answerer.ask("what did the mayor say about the bridge")
    assert answer.entry is not None
    assert answer.citations[0].speaker == "Ann Hill"
    assert answerer.ask("how old is Ann Hill?").text == "The story does not say how old Ann Hill is."
    assert "214" in answerer.ask("how many cars?").text


def test_story_yaml_says_what_is_known(start: Start) -> None:
    """Title, sources, speakers with roles found in the text, and a name for each topic."""
    story = load(start())
    assert (story.title, story.sources) == ("Old bridge closed", ("The Gazette", "Harbour News"))
    assert [(each.name, each.role, each.aliases) for each in story.speakers] == [
        ("Ann Hill", "mayor of Holm", ("Hill",)),
        ("The harbour board", None, ()),
    ]
    assert set(story.topics) == {entry.topic for entry in story.entries}


def test_there_are_drafts_of_every_kind(start: Start) -> None:
    """Who somebody is, what they say, who said it, the headline, each quotation and each paragraph."""
    story = load(start())
    questions = {question for entry in story.entries for question in entry.questions}
    for question in (
        "Who is Ann Hill?",
        "Who is the mayor of Holm?",
        'Who said "The bridge won’t open before Sunday"?',
        "What is the headline?",
        "What are the sources of the story?",
        "Whose photo is it?",
        "How many boats use the channel every year?",
    ):
        assert question in questions
    assert any(question.startswith("What did Ann Hill say about") for question in questions)
    assert any(question.startswith("What did the harbour board say about") for question in questions)
    assert all(len(entry.questions) >= 2 for entry in story.entries)
    kinds = {citation.kind for entry in story.entries for citation in entry.citations}
    assert kinds == {"quote", "reported", "narration", "headline", "caption", "credit", "sources"}


def test_words_of_nobody_are_marked(start: Start) -> None:
    """A guess is called a guess in a comment, and in what is said at the end."""
    started = start()
    quotes = (started.folder / "entries/quotes.yaml").read_text(encoding="utf-8")
    assert "# Who says this is a guess: check it." in quotes
    assert (
        "Who speaks is a guess at 1 quotation: look for “guess”.\n"
        "  paragraph 7: “Nobody asked us about it” (Ann Hill?)\n"
    ) in as_text(started)
    nobody = start("A headline\n\n“Nobody asked us about it.”\n", "nobody")
    assert (
        "Who speaks is not known at 1 quotation: add the speakers.\n  paragraph 2: “Nobody asked us about it”\n"
    ) in as_text(nobody)
    (story,) = load_library(nobody.folder).stories
    assert [citation.speaker for entry in story.entries for citation in entry.citations if citation.kind == "quote"]


def test_doubtful_words_have_no_speaker(start: Start) -> None:
    """Where "he" may be two people the line says so, and nobody is given the words."""
    started = start("Ferry stays\n\nTom Aas met Bo Lind. He said that a taxi scheme would be cheaper for the town.\n")
    written = (started.folder / "entries/paragraphs.yaml").read_text(encoding="utf-8")
    assert (
        "    # Who says this? The text does not surely tell: add `speaker:`, and name them in the answer.\n"
        "    - quote: He said that a taxi scheme would be cheaper for the town.\n"
        "      kind: reported\n"
    ) in written


def test_each_of_two_speakers_has_their_part_of_a_sentence(start: Start) -> None:
    """Cited by itself, with its own speaker."""
    text = "Ferry stays\n\nTom Aas said that a taxi would be cheaper, but Ann Hill insisted that the ferry was safer.\n"
    (told,) = [entry for entry in load(start(text)).entries if entry.topic == "paragraphs"]
    assert [(each.speaker, each.quote) for each in told.citations] == [
        ("Tom Aas", "Tom Aas said that a taxi would be cheaper"),
        ("Ann Hill", "Ann Hill insisted that the ferry was safer."),
    ]
    assert told.answer == ("Tom Aas said that a taxi would be cheaper. Ann Hill insisted that the ferry was safer.")


def test_a_quote_ends_before_the_comma_of_said(start: Start) -> None:
    """It is the sentence's; shown as exact words it looks like a slip."""
    story = load(start("Ferry stays\n\n“It sails at night,” said Ann Hill.\n"))
    assert {each.quote for entry in story.entries for each in entry.citations if each.kind == "quote"} == {
        "It sails at night"
    }


def test_every_draft_is_marked(start: Start) -> None:
    """So that a curator finds what is still to be looked at."""
    started = start()
    text = "".join(file.read_text(encoding="utf-8") for file in (started.folder / "entries").iterdir())
    assert text.count("\n# DRAFT\n") == started.entries
    assert text.count("# DRAFTS, made by `python -m bot new`.") == len(started.files)


def test_what_is_said_at_the_end(start: Start) -> None:
    """What was found, and the next two commands."""
    started = start()
    said = as_text(started)
    assert said.startswith(f"Started {started.folder} from “Old bridge closed”: 8 paragraphs, ")
    assert f"  python -m bot check {started.folder}\n  python -m bot chat --knowledge {started.folder}" in said


def test_a_text_without_quotations_is_a_story_too(start: Start) -> None:
    """And it is said that there are none."""
    started = start("Old bridge closed\n\nThe old bridge was closed on Monday.\n")
    assert "2 paragraphs; no quotations were found in it." in as_text(started)
    assert load(started).entries


@pytest.mark.parametrize(
    "article",
    [
        "Мост закрыт\n\nМэр сказала, что мост небезопасен и до воскресенья не откроется.\n",
        "Die alte Brücke bleibt zu\n\nDie Bürgermeisterin sagte, die Brücke werde am Montag nicht geöffnet.\n",
        "Le vieux pont reste fermé\n\nLa maire a déclaré lundi que le pont ne serait pas ouvert avant dimanche.\n",
    ],
)
def test_an_article_in_another_language(start: Start, article: str) -> None:
    """It is drafted as well as can be, and nobody is left to wonder."""
    assert "Few of its words are English. People are answered in English alone" in as_text(start(article))


def test_a_text_without_a_headline(start: Start) -> None:
    """The title is made of its first words, and a curator is told."""
    started = start("The old bridge was closed on Monday, the mayor said. It is old.\n")
    assert load(started).title == "The old bridge was closed on Monday, the mayor said"
    assert "No headline was found: write the title in story.yaml." in as_text(started)
    assert "headline" not in {entry.id for entry in load(started).entries}


@pytest.mark.parametrize("what", ["folder", "empty folder", "file", "link to nothing"])
def test_nothing_is_overwritten(start: Start, tmp_path: Path, what: str) -> None:
    """Whatever is there stays as it is."""
    place = tmp_path / "knowledge" / "bridge"
    place.parent.mkdir()
    if what.endswith("folder"):
        place.mkdir()
    elif what == "file":
        place.write_text("mine", encoding="utf-8")
    else:
        place.symlink_to(tmp_path / "nowhere")
    if what == "folder":
        (place / "story.yaml").write_text("mine", encoding="utf-8")
    before = sorted(path.name for path in tmp_path.rglob("*"))
    with pytest.raises(DraftError) as caught:
        start()
    assert str(caught.value) == (
        f"{place} is there already, and nothing of it was changed. Name a folder that is not there yet."
    )
    assert sorted(path.name for path in tmp_path.rglob("*")) == sorted([*before, "article.txt"])


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    """One sentence with the reason."""
    file = tmp_path / "article.txt"
    file.write_text(ARTICLE, encoding="utf-8")
    with pytest.raises(DraftError, match=r"article\.txt/story can't be made: "):
        start_story(file / "story", file)


def test_a_draft_that_would_not_load_leaves_nothing(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is verified before it is put in its place, and the fault is not blamed on the curator."""
    monkeypatch.setattr(starting, "_scalar", lambda text: f"[{text}")
    with pytest.raises(DraftError, match="which is a mistake of this program, not yours"):
        start()
    assert list((tmp_path / "knowledge").iterdir()) == []


@pytest.mark.parametrize(
    "line",
    [
        "no",
        "2015",
        "- a list: of {things} & *more* # not a comment",
        "'Quoted' said \"nobody\"",
        "{{ 7 * 7 }} {% raw %}",
        "Tab\there and \\backslash",
        "Ünïcödé 漢字 🙂",
        "@everyone `code` <@1> | pipe > fold",
        "? key: value",
        "!!python/object:os.system x",
    ],
)
def test_no_character_of_an_article_breaks_the_files(start: Start, line: str) -> None:
    """Whatever YAML or the templates make of it elsewhere."""
    text = f"{line}\n\n“{line} and so on,” said Ann Hill. It was the case that {line} was all there was.\n"
    story = load(start(text))
    assert story.article.text.startswith(" ".join(line.split()))
    assert story.title == " ".join(line.split())


def test_a_paragraph_that_tells_several_things_is_told_whole(start: Start) -> None:
    """Its questions ask for each of them; an answer with the first alone would be no answer to the others."""
    text = "Ferry stays\n\nThe vote was nine to six. Per Aas said that a taxi scheme would be cheaper for the town.\n"
    answers = {entry.answer for entry in load(start(text)).entries}
    assert "The vote was nine to six. Per Aas said that a taxi scheme would be cheaper for the town." in answers


def test_an_interview(start: Start) -> None:
    """Questions become phrasings of their answers."""
    text = (
        "A talk\n\nPost: Why do you use wood?\n\nMaya Lind: It forgives you.\n\nPost: How long?\n\nMaya Lind: A year."
    )
    story = load(start(text))
    asked = {entry.citations[0].quote: entry.questions for entry in story.entries if entry.topic == "quotes"}
    assert "Why do you use wood?" in asked["It forgives you."]
