"""Questions about what was just told: who said it, by what proof, and what leans on it."""

from __future__ import annotations

import pytest

from bot.answering import phrases
from bot.answering.answerer import Answerer


@pytest.mark.parametrize(
    "asked", ["who said that?", "and who said all that", "who said it then", "who told you that?", "says who tho"]
)
def test_who_said_that_names_the_speaker_of_the_last_answer(answerer: Answerer, asked: str) -> None:
    """The attribution comes from the citations that were shown."""
    answerer.ask("what will exacerbate sectarian tensions", "attribution")
    answer = answerer.ask(asked, "attribution")
    assert answer.text == phrases.SAID_BY.format(who="John Kirby, State Department spokesman, quoted")


def test_a_word_that_asks_of_whatever_was_told_leans_on_it(answerer: Answerer) -> None:
    """ "Since when?" is a phrasing of one entry, and asks something else after another."""
    after: list[str | None] = []
    for before in ("who carries out the strikes?", "who backs Assad?"):
        answerer.ask(before, before)
        answer = answerer.ask("since when?", before)
        after.append(answer.entry.id if answer.entry else None)
    assert after[0] == "when-strikes-began" != after[1]


def test_source_shows_the_proof_of_the_last_answer(answerer: Answerer) -> None:
    """The same quotes again, and the story's source line."""
    before = answerer.ask("what does Lavrov say about distinctions", "proof")
    after = answerer.ask("source?", "proof")
    assert after.citations[0] == before.citations[0]
    assert after.citations[-1].kind == "sources"


def test_source_shows_who_is_named_as_the_speaker_too(answerer: Answerer) -> None:
    """Where that stands in the sentence before a quote, the quote alone does not prove whose it is."""
    answerer.ask("what do the opposition groups want", "named")
    shown = [citation.quote for citation in answerer.ask("source?", "named").citations]
    assert [quote for quote in shown if "said State Department spokesman John Kirby" in quote]
