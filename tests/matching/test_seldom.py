"""What stories seldom tell, as far as a question's words say."""

from importlib.resources import files

import pytest

from bot.matching.seldom import BIAS, terms_of, told
from bot.matching.words import asking_words


@pytest.mark.parametrize(
    ("often", "seldom"),
    [
        ("what did the minister say", "what will the minister say to the mayor"),
        ("where did it happen", "how old was the driver"),
        ("does the company admit it", "how much did it cost the company"),
        ("who is in charge of the inquiry", "why did the head of the inquiry resign"),
        ("according to whom was it an accident", "has the driver been paid for the accident"),
    ],
)
def test_some_things_are_told_oftener_than_others(often: str, seldom: str) -> None:
    assert told(asking_words(often)) > told(asking_words(seldom)) + 0.5


def test_nothing_asked_is_nothing_special() -> None:
    """Nor are words that nobody has asked with."""
    assert abs(told([])) < 1
    assert abs(told(["zzyzx"])) < 1.5


def test_figures_are_one_term() -> None:
    assert terms_of(["the", "37"]) == terms_of(["the", "94"]) == {"the", "#", "p:^ the", "p:the #", "p:# $"}


def test_the_file_is_read_as_it_is_written() -> None:
    """A weight and a term a line, none of them twice, sorted by weight."""
    lines = files("bot.matching").joinpath("seldom.txt").read_text(encoding="utf-8").splitlines()
    weights, terms = zip(*(line.split("\t") for line in lines), strict=True)
    assert [float(weight) for weight in weights] == sorted(map(float, weights))
    assert len(set(terms)) == len(terms)
    assert BIAS in terms
