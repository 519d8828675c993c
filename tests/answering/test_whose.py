"""Whose words some are is a quote check too, however it is asked."""

from __future__ import annotations

import pytest

from bot.answering.answerer import Answerer
from bot.answering.records import Outcome
from bot.answering.whose import asked_whose, without_choice

WORDS = "a good future for Syria"


@pytest.mark.parametrize(
    ("question", "post", "is_all"),
    [
        (f'Was "{WORDS}" Obama\'s line?', f"Obama: “{WORDS}”", True),
        (f"is “{WORDS}” something that Lavrov said", f"Lavrov: “{WORDS}”", True),
        (f'Was "{WORDS}" Obama\'s line at the UN?', f"Obama: “{WORDS}”", False),
        (f"so it was Kirby who said '{WORDS}', right?", f"Kirby: “{WORDS}”", True),
        (f'My friend insists Obama talked about Assad\'s "{WORDS}". Am I right?', None, True),
        (f'My friend insists Obama spoke of "{WORDS}". I think it was someone else', f"Obama: “{WORDS}”", True),
        (f'Ivanov gave that "{WORDS}" speech, didn\'t he', f"Ivanov: “{WORDS}”", True),
        (f'"{WORDS}" - is that Kirby talking or the reporter?', f"Kirby: “{WORDS}”", True),
        (f'"{WORDS}": is that Kirby talking?', f"Kirby: “{WORDS}”", True),
        (f'who said "{WORDS}"? obama or the spokesman', f"obama: “{WORDS}”", True),
        (f'did Kirby or Lavrov say "{WORDS}"', f"Kirby: “{WORDS}”", True),
        # More is asked than whose words they are, nobody is named, or they are too few.
        (f'Why did Kirby say "{WORDS}"?', None, True),
        (f'Does Kirby say what "{WORDS}" means?', None, True),
        (f'who said "{WORDS}"?', None, True),
        (f'Was "{WORDS}" the dentist\'s line?', None, True),
        ('Was "good future" Obama\'s line?', None, True),
        ("Kirby didn't say that it's Obama's, did he?", None, True),
        ("", None, True),
        ("@ said § " + f'"{WORDS}"', None, True),
        ("was " * 200 + f'"{WORDS}" Obama\'s line?', None, True),
    ],
)
def test_what_is_asked_about(answerer: Answerer, question: str, post: str | None, is_all: bool) -> None:
    """One person and some words in quotation marks, or several people to choose from."""
    found = asked_whose(question, answerer.library.stories[0])
    assert (found and found.post) == post
    if found:
        assert found.is_all is is_all
        assert found.is_open is (" or " in question)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Was \"that's not a good future for Syria\" Obama's line at the UN?", "These are John Kirby's words, not "),
        ('who said "that\'s not a good future", the spokesman or obama', "These are John Kirby's words."),
        ('Did Kirby or Lavrov say "looks like a terrorist"?', "These are Sergei Lavrov's words, not John Kirby's."),
        ('Lavrov said "if it looks like a terrorist", right?', "Yes, word for word:"),
        (
            '"a prospect that the U.S. government publicly opposes" - is that Kirby talking?',
            "These are the story's own",
        ),
    ],
)
def test_the_answer_says_whose_they_are(answerer: Answerer, question: str, text: str) -> None:
    """With the words themselves, so that everybody sees it."""
    answer = answerer.ask(question)
    assert answer.outcome is Outcome.ANSWERED
    assert answer.text.startswith(text)
    article = answerer.library.stories[0].article.text
    assert answer.citations
    assert all(each.quote == article[each.start : each.end] for each in answer.citations)


def test_where_they_were_said_is_another_question(answerer: Answerer) -> None:
    """Of words that are theirs who is named, the place is not told by a check."""
    answer = answerer.ask('Was "a mistake for Russia" Kirby\'s line at the UN?')
    assert not answer.text.startswith("Yes")


@pytest.mark.parametrize(
    ("question", "bare"),
    [
        ("Who spoke of tensions, Ivanov or the US spokesman?", "Who spoke of tensions?"),
        ("so whose idea was it? obama or Kirby", "so whose idea was it?"),
        ("who wants that - Lavrov or Assad", "who wants that?"),
        ("Who met Lavrov or Ivanov?", None),
        ("Who took the photo, a man or a woman?", None),
        ("What did they say, Lavrov or Ivanov?", None),
        ("Lavrov or Ivanov?", None),
        ("who wants that?? Lavrov or Assad", "who wants that?"),
        ("who " * 300 + ", Lavrov or Ivano", None),
        ("who " + "," * 1_496, None),
    ],
)
def test_a_choice_between_two(answerer: Answerer, question: str, bare: str | None) -> None:
    """Who asks for one of two people names one too many."""
    assert without_choice(question, answerer.library.stories[0]) == bare


def test_who_it_is_of_two(answerer: Answerer) -> None:
    """The other one's name does not hold the answer back."""
    answer = answerer.ask("Who spoke about exacerbating tensions, Ivanov or the US spokesman?")
    assert answer.outcome is Outcome.ANSWERED
    assert answer.entry is not None
    assert answer.entry.id == "sectarian-tensions"
    assert answerer.ask("Who met with Putin, Kirby or Obama?").outcome is Outcome.NOT_IN_STORY
