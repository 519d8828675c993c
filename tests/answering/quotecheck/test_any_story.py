"""Quote checking knows nothing of one story: a small one that says no more than its text."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answering.quotecheck import LibraryChecker, Misnamed, QuoteChecker, check_in
from bot.stories import Library, load_library

ARTICLE = """Harbour bridge to close for two years

The old swing bridge in Port Ellery will close on 3 May, the council announced on Tuesday. \
Repairs will cost £4.5 million.

‘We looked at every other option, and there was none,’ said council leader Maria Dunn. ‘People won’t like it, but the \
bridge isn’t safe.’

Local shop owners are not convinced. "Two years without customers will finish us," Tom Okafor, who runs a bakery on \
the quay, told reporters. "Nobody asked us."

Dunn added: "There will be a free ferry every 20 minutes."

According to engineer Li Wei, the bridge carries 10,000 cars a day. He said that the steel was "tired" after a century.

Photo: Ana Ruiz
"""
OTHER = """Lighthouse lamp goes dark

“The lamp has burned for a century,” said keeper Jonas Falk. “Nobody asked us about switching it off.”
"""
ENTRY = "- id: one\n  questions: [What happens?]\n  answer: See the text.\n  citations:\n    - quote: {quote}\n"


def write_story(root: Path, name: str, head: str, article: str, quote: str) -> None:
    (root / name / "entries").mkdir(parents=True)
    (root / name / "story.yaml").write_text(head, encoding="utf-8")
    (root / name / "article.txt").write_text(article, encoding="utf-8")
    (root / name / "entries" / "all.yaml").write_text(ENTRY.format(quote=quote), encoding="utf-8")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    root = tmp_path_factory.mktemp("knowledge")
    head = 'title: "Harbour bridge to close for two years"\npublisher: Ellery Echo\n'
    write_story(root, "bridge", head, ARTICLE, "Repairs will cost")
    head = (
        'title: "Lighthouse lamp goes dark"\n'
        "speakers:\n  - name: Jonas Falk\n    role: keeper\n    organisation: Coast Trust\n"
    )
    write_story(root, "lamp", head, OTHER, "The lamp has burned for a century")
    return load_library(root)


@pytest.fixture(scope="module")
def checker(library: Library) -> QuoteChecker:
    return QuoteChecker(library.stories[0])


@pytest.mark.parametrize(
    ("text", "verdict", "speaker"),
    [
        ('"We looked at every other option, and there was none. People wont like it" - Dunn', "exact", "Maria Dunn"),
        ('council leader Maria Dunn: "the bridge isn’t safe"', "exact", "Maria Dunn"),
        ('the council leader: "the bridge isn’t safe"', "exact", "Maria Dunn"),
        ('Okafor: "the bridge isn’t safe"', "misattributed", "Maria Dunn"),
        ('"Nobody asked us" - Tom Okafor', "exact", "Tom Okafor"),
        ('"Nobody asked us" - Maria Dunn', "misattributed", "Tom Okafor"),
        ('Dunn: "There will be a free ferry every 20 minutes"', "exact", "Maria Dunn"),
        ('Ellery Echo: "There will be a free ferry every 20 minutes"', "exact", "Maria Dunn"),
        ('"There will be a free ferry every 30 minutes"', "altered", "Maria Dunn"),
        ('"the bridge isn’t safe … There will be a free ferry"', "stitched", "Maria Dunn"),
        ('"Two years without customers … Nobody asked us"', "exact", "Tom Okafor"),
        ('"the bridge carries 10000 cars a day" said Li Wei', "exact", "Li Wei"),
        ('"the bridge carries 10,000 cars a day" said Dunn', "misattributed", "Li Wei"),
        ('engineer Li Wei: "the steel was tired"', "exact", "Li Wei"),
        ('the council: "The old swing bridge in Port Ellery will close on 3 May"', "exact", "council"),
        ('"Repairs will cost $4.5 million"', "altered", None),
        ('"Repairs will cost £45 million"', "altered", None),
        ('"Repairs will cost 4.5 million"', "altered", None),
        ('Dunn: "Repairs will cost £4.5 million"', "misattributed", None),
        ('"The bridge will be torn down in the spring" - Dunn', "not_in_story", None),
        (ARTICLE[ARTICLE.index("‘We") : ARTICLE.index("Local")], "exact", "Maria Dunn"),
    ],
)
def test_speakers_come_from_the_text_alone(checker: QuoteChecker, text: str, verdict: str, speaker: str | None) -> None:
    found = checker.check(text)
    assert (found.verdict, found.speaker) == (verdict, speaker)


@pytest.mark.parametrize(
    ("text", "verdict", "story"),
    [
        ('"The lamp has burned for a century"', "exact", "lamp"),
        ('"There will be a free ferry"', "exact", "bridge"),
        ('Falk: "Nobody asked us"', "exact", "lamp"),
        ('Okafor: "Nobody asked us"', "exact", "bridge"),
        ('Coast Trust: "The lamp has burned for a century"', "exact", "lamp"),
        ('"The lamp has burned for two centuries"', "altered", "lamp"),
    ],
)
def test_the_best_story_answers(library: Library, text: str, verdict: str, story: str) -> None:
    found = check_in(library, text)
    assert (found.verdict, found.story) == (verdict, story)
    assert found == LibraryChecker(library).check(text)


@pytest.mark.parametrize(
    ("text", "misnamed"),
    [
        ('"We looked at each other option," said Okafor', Misnamed("Tom Okafor", "Maria Dunn", "quote")),
        ('the mayor: "There will be a free ferry every 30 minutes"', Misnamed("the mayor", "Maria Dunn", "quote")),
        ('"Two years without any customers will finish us" - Dunn', Misnamed("Maria Dunn", "Tom Okafor", "quote")),
        ('"the bridge carries 20,000 cars a day" said Dunn', Misnamed("Maria Dunn", "Li Wei", "reported")),
        ('Dunn: "Repairs will cost £5.4 million"', Misnamed("Maria Dunn")),
        ('the council leader: "the bridge is safe"', None),
        ('"Two years without any customers will finish us" - Okafor', None),
    ],
)
def test_a_wrong_name_is_told_beside_changed_words(checker: QuoteChecker, text: str, misnamed: Misnamed | None) -> None:
    """Whoever the story names only in its text, and who is not in it at all."""
    (quote,) = checker.check(text).quotes
    assert (quote.verdict, quote.misnamed) == ("altered", misnamed)


@pytest.mark.parametrize(
    ("text", "turns"),
    [
        ('"the bridge is safe"', True),
        ('"the bridge is not safe"', False),
        ('"the bridge isn’t unsafe"', True),
        ('"Repairs will cost £45 million"', True),
        ('"Repairs will cost £4.5 billion"', True),
        ('"Repairs will cost $4.5 million"', True),
        ('"will close on 3 June, the council announced on Tuesday"', True),
        ('"will open on 3 May, the council announced on Tuesday"', True),
        ('"will close on the 3 May, the council announced on Tuesday"', False),
        ('"There will be a ferry every 20 minutes"', False),
        ('"There will be a free ferry every twenty minutes"', False),
        ('"There will be a free ferry every minutes"', True),
    ],
)
def test_what_turns_the_meaning_needs_no_words_of_the_story(checker: QuoteChecker, text: str, turns: bool) -> None:
    """It is known by English alone."""
    found = checker.check(text)
    assert (found.verdict, any(each.turns for each in found.differences)) == ("altered", turns)


@pytest.mark.parametrize(
    ("text", "verdict", "said"),
    [
        ('He said that the steel was "tired" after two centuries.', "altered", None),
        ("Repairs will cost £4.5 million. He said that the steel was 'tired'.", "stitched", None),
        ('Li Wei: the steel was "tired" after a century', "exact", 'the steel was "tired" after a century'),
        ('"tired" after a century', "exact", 'tired" after a century'),
        ('I am "tired" of all this', "exact", "tired"),
        ('so the steel was "tired", and who pays for it now?', "exact", "tired"),
        ('He said that the steel was "broken" after a century.', "not_in_story", None),
    ],
)
def test_marks_that_the_article_has_in_a_passage_hide_nothing_of_a_paste(
    checker: QuoteChecker, text: str, verdict: str, said: str | None
) -> None:
    """If nearly all around them is the article's too; else what they mark is all there is to check."""
    found = checker.check(text)
    assert found.verdict == verdict
    assert said is None or [ARTICLE[start:end] for start, end in found.spans] == [said]


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ('Dunn: "Nobody will like it"', "People won’t like it, but the bridge isn’t safe"),
        ('"the repairs may well run to £9 million"', "Repairs will cost £4.5 million"),
        ("did okafor say the quay is dead without customers?", "Two years without customers will finish us"),
        ('"a whale was seen off the coast"', None),
        ('Li Wei: "whales are mammals"', None),
    ],
)
def test_what_comes_nearest_is_shown_beside_words_that_are_not_there(
    checker: QuoteChecker, text: str, near: str | None
) -> None:
    """A sentence with much of it, or with something of it by whoever is said to have said it."""
    (quote,) = checker.check(text).quotes
    assert quote.verdict == "not_in_story"
    assert (ARTICLE[slice(*quote.nearest[:2])] if quote.nearest else None) == near


def test_a_true_quote_beside_an_invented_one_is_still_told(library: Library) -> None:
    """In the story that it is from; the post as a whole is not in any."""
    found = check_in(library, '"It rained all week," said Falk. "The lamp has burned for a century"')
    assert (found.verdict, found.story, found.spans) == ("not_in_story", "lamp", ())
    assert [quote.verdict for quote in found.quotes] == ["not_in_story", "exact"]


@pytest.mark.parametrize(
    ("speaker", "verdict"),
    [("Falk & Sons", "exact"), ("Falk and Sons", "exact"), ("Jonas Falk", "misattributed"), ("Falk", "misattributed")],
)
def test_a_firm_with_a_persons_name_in_its_own(tmp_path: Path, speaker: str, verdict: str) -> None:
    """Its whole name means the firm; the one word, and the person's own name, mean the person."""
    head = (
        'title: "Lamp sold"\nspeakers:\n'
        "  - name: Jonas Falk\n    role: head of Falk & Sons\n    organisation: Falk & Sons\n"
        "  - name: Falk & Sons\n    role: a maker of lamps\n    aliases: [the firm]\n"
    )
    write_story(
        tmp_path, "lamp", head, "Lamp sold\n\nThe firm said the lamp was beyond repair.\n", "the lamp was beyond"
    )
    entries = tmp_path / "lamp" / "entries" / "all.yaml"
    told = entries.read_text(encoding="utf-8") + "      speaker: Falk & Sons\n      kind: reported\n"
    entries.write_text(told, encoding="utf-8")
    checker = QuoteChecker(load_library(tmp_path).stories[0])
    assert checker.check(f'{speaker}: "the lamp was beyond repair"').verdict == verdict


def test_slices_are_the_articles_own_characters(library: Library) -> None:
    found = check_in(library, "people won't like it, but the bridge isn't safe")
    assert [ARTICLE[start:end] for start, end in found.spans] == ["People won’t like it, but the bridge isn’t safe"]
    assert (found.paragraph, found.kind) == (3, "quote")
