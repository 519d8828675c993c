"""The words a knowledge base knows: names folded, typing errors repaired, everything else left alone."""

from __future__ import annotations

import pytest

from bot.matching.vocabulary import Names, Vocabulary
from bot.matching.words import english, words

GROUPS = [
    ["ISIS", "ISIL", "IS", "Daesh", "Islamic State"],
    ["United States", "US", "U.S.", "America"],
    ["al-Qaida", "Al Qaeda", "alqaeda"],
    ["Lavrov", "Sergei Lavrov"],
]
KNOWN = {
    "strikes": 9,
    "strike": 3,
    "airbase": 4,
    "warplane": 2,
    "minister": 5,
    "foreign": 5,
    "russian": 9,
    "russians": 7,
    "targeting": 6,
    "terrorists": 4,
    "exacerbating": 2,
    "photograph": 3,
    "syria": 9,
    "form": 2,
    "from": 9,
    "90": 3,
    "isis": 9,
    "lavrov": 5,
    "united_states": 5,
}


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    """A small vocabulary with English's own little words."""
    return Vocabulary(dict.fromkeys(english().light, 1) | KNOWN, Names(GROUPS))


def read(vocabulary: Vocabulary, question: str) -> str:
    """The words that a question is read as."""
    return " ".join(vocabulary.read(question))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("does daesh fight", "does isis fight"),
        ("islamic state or isil", "isis or isis"),
        ("the islamic republic", "the islamic republic"),
        ("Al Qaeda and al-qaida and alqaeda", "al_qaida and al_qaida and al_qaida"),
        ("Sergei Lavrov", "lavrov"),
        ("Sergei who", "sergei who"),
        ("america", "united_states"),
    ],
)
def test_names_fold_into_the_first(typed: str, expected: str) -> None:
    """All names of one thing read as its first one, the longest name first; half a name is none."""
    assert " ".join(Names(GROUPS).fold(words(typed))) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("what does the US say", "what does the united_states say"),
        ("what does the U.S. say", "what does the united_states say"),
        ("tell us what they say", "tell us what they say"),
        ("is IS the target", "is isis the target"),
        ("what is this", "what is this"),
        ("WHAT IS THIS TO US", "what is this to us"),
        ("USA or ISIS", "usa or isis"),
        ("the US's view", "the united_states view"),
    ],
)
def test_capitals_alone_tell_some_names_from_little_words(vocabulary: Vocabulary, typed: str, expected: str) -> None:
    """US and IS are names in capitals only, and not where everything is in capitals."""
    assert read(vocabulary, typed) == expected


def test_no_names_are_no_hindrance() -> None:
    """A story without aliases reads every word as it is."""
    assert Names([]).fold(["us", "isis"]) == ["us", "isis"]
    assert Names([]).mark_capitals("the US") == "the US"


def test_a_description_gains_the_name() -> None:
    """Whoever writes an office means its holder; the office itself stays, for it may be what is asked."""
    names = Names(GROUPS, [("Sergei Lavrov", ["the foreign minister"])])
    folded = names.fold(words("what did the foreign minister say"))
    assert " ".join(folded) == "what did the foreign minister lavrov say"
    assert names.fold(words("a foreign minister")) == ["a", "foreign", "minister"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("minster", "minister"),
        ("forein", "foreign"),
        ("foriegn", "foreign"),
        ("russains", "russians"),
        ("rusians", "russians"),
        ("russianss", "russians"),
        ("strkes", "strikes"),
        ("striek", "strike"),
        ("syira", "syria"),
        ("ysria", "syria"),
        ("targetting", "targeting"),
        ("rargeting", "targeting"),
        ("warplnae", "warplane"),
        ("exacerbatting", "exacerbating"),
        ("exaserbatting", "exacerbating"),
        ("terorists", "terrorists"),
        ("terorrists", "terrorists"),
        ("fotograph", "fotograph"),
        ("photogaph", "photograph"),
        ("phtograph", "photograph"),
        ("fomr", "form"),
    ],
)
def test_a_typing_error_is_repaired(vocabulary: Vocabulary, typed: str, meant: str) -> None:
    """One edit in any word of four letters, two in one of eight; how a word begins is seldom mistyped."""
    (word,) = vocabulary.read_beside(typed)
    assert (word.text, word.typed) == (meant, typed)


@pytest.mark.parametrize(
    "typed",
    ["zyzzyva", "putin", "syr", "99", "91", "950", "1990", "striker's", "berlin", "turkey", "mastodon", "qwertyuiop"],
)
def test_an_unknown_word_is_left_alone(vocabulary: Vocabulary, typed: str) -> None:
    """What is near to nothing stays as typed: other names, numbers, short words."""
    (word,) = vocabulary.read_beside(typed)
    assert word.typed == word.text or typed == "striker's"


@pytest.mark.parametrize("typed", ["form", "from", "strike", "strikes", "russian"])
def test_a_known_word_is_never_repaired(vocabulary: Vocabulary, typed: str) -> None:
    """A word that is known is meant, however near a commoner one is."""
    assert read(vocabulary, typed) == typed


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("the air base", "the airbase"),
        ("war plane", "warplane"),
        ("foreignminister", "foreign minister"),
        ("russianstrikes", "russian strikes"),
        ("airplane", "airplane"),
        ("air force", "air force"),
    ],
)
def test_joined_and_split_words(vocabulary: Vocabulary, typed: str, expected: str) -> None:
    """Two words that the knowledge writes as one are joined, two known ones run together are parted."""
    assert read(vocabulary, typed) == expected


def test_fillers_go_also_when_mistyped(vocabulary: Vocabulary) -> None:
    """Fillers are dropped from a question; one of fillers alone keeps them."""
    assert read(vocabulary, "lol pls what strikes") == "what strikes"
    assert read(vocabulary, "lol") == "lol"


@pytest.mark.parametrize("typed", ["", " ", "😀", "\x00", "?!"])
def test_nothing_typed_is_nothing_read(vocabulary: Vocabulary, typed: str) -> None:
    """A question without a word has no words."""
    assert vocabulary.read(typed) == []


def test_reading_is_the_same_every_time() -> None:
    """Which of several near words is chosen does not depend on the order in which they became known."""
    counts = {"cart": 1, "cast": 1, "care": 1, "card": 1}
    readings = {
        Vocabulary(dict(order), Names([])).read("carx")[0] for order in (counts.items(), list(reversed(counts.items())))
    }
    assert len(readings) == 1


def test_a_part_of_a_name_is_no_slip() -> None:
    """No phrasing has "ruta" by itself, for "Ruta Castellane" is read as one name."""
    names = Names([("Castellane", "Ruta Castellane")])
    vocabulary = Vocabulary({"castellane": 2, "ruth": 5}, names)
    assert vocabulary.read("who is Ruta Castellane")[-1] == "castellane"
    assert vocabulary.repaired("who is Ruta Castellane") == "who is ruta castellane"
