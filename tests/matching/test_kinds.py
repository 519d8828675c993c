"""What kind of thing a question asks for, and what texts have to give."""

from __future__ import annotations

import pytest

from bot.matching.kinds import asked, given, whose_words
from bot.matching.words import asking_words


@pytest.mark.parametrize(
    ("question", "kinds"),
    [
        ("How many people were there?", {"count"}),
        ("how many weeks would it take", {"span"}),
        ("How long did the vote last?", {"span"}),
        ("how long ago was it", {"when"}),
        ("How long has she been mayor?", {"when"}),
        ("how old is he", {"age"}),
        ("how often do they meet", {"often"}),
        ("How much did the engineers charge for it?", {"money"}),
        ("what's the yearly fee", {"money"}),
        ("how far is the next pool", {"measure"}),
        ("At what time does it begin?", {"clock"}),
        ("What year is this from?", {"year"}),
        ("on which exact day was that", {"day"}),
        ("When did she say that?", {"when"}),
        ("when exactly did she say that", {"when"}),
        ("what happens when it rains", set()),
        ("what does she say when she is accused", set()),
        ("Where is the hall?", {"place"}),
        ("where did you get that from", set()),
        ("when it comes to whom the bombs fall on, do Kirby and Lavrov tell the same thing", set()),
        ("Where can I look this up?", set()),
        ("in which city did he speak", {"place"}),
        ("Who did not vote?", {"denial"}),
        ("which groups weren't hit", {"denial"}),
        ("what did the mayor never mention", {"denial"}),
        ("who is paying then if not the town", set()),
        ("who said that it must not close", set()),
        ("Who is the mayor?", set()),
        ("Who else was against it?", {"other"}),
        ("was anybody else asked", {"other"}),
        ("who wants to close it apart from the mayor", {"other"}),
        ("did they go somewhere else, or was it someone else", set()),
        ("what share went to anything other than the roof", {"count"}),
        ("When did she speak, and how many came?", {"when", "count"}),
        ("at which airport did they land", {"site"}),
        ("on what street is the hall", {"site"}),
        ("how did the town work out that a third had left", {"method"}),
        ("How do the experts know this?", {"method"}),
        ("how did the vote end", set()),
        ("To whom did the treasurer say that it must close?", {"hearer"}),
        ("who was she talking to", {"hearer"}),
        ("who did the mayor tell first", {"hearer"}),
        ("to whom does the hall belong", set()),
        ("who wrote this piece about the hall", {"author"}),
        ("who was the statement drafted by", {"author"}),
    ],
)
def test_what_is_asked_for(question: str, kinds: set[str]) -> None:
    """A span of time is no number, and a denial only where the main verb is denied."""
    assert asked(asking_words(question)) == kinds


@pytest.mark.parametrize(
    ("question", "kinds"),
    [
        ("What does Hill think of Solberg?", {"words of hill"}),
        ("why did solberg really say that", {"words of solberg"}),
        ("What will the leader of the opposition do about Hill?", set()),
        ("what did the town's treasurer Solberg exactly say", {"words of solberg"}),
        ("what did those who voted for Hill say", set()),
        ("did hill say how many", set()),
        ("who said that about Hill", set()),
        ("what did the treasurer say", set()),
        ("What is Hill known for?", set()),
    ],
)
def test_whose_words_are_asked_for(question: str, kinds: set[str]) -> None:
    """Of the people whom the story knows, whoever is to have said it, and nobody whom it is about."""
    assert whose_words(asking_words(question), frozenset({"hill", "solberg"})) == kinds


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Eleven councillors were in favour.", {"count", "measure", "often"}),
        ("The hall was opened in 1971.", {"year", "day", "when"}),
        ("It closes on 30 September.", {"day", "when"}),
        ("The protest is planned for 11 a.m.", {"clock", "when"}),
        ("It cost the town 640,000 euros.", {"count", "measure", "often", "money"}),
        ("Repairs would take eleven weeks.", {"count", "measure", "often", "span"}),
        ("They regularly accuse us.", {"often"}),
        ("Strikes began late last month.", {"when"}),
        ("Residents in front of the Corn Exchange", {"place"}),
        ("It flew from an airfield.", {"site"}),
        ("The ferry sails at nine.", {"clock", "when"}),
        ("He was opposed to it and did not vote.", set()),
        ("Anton Wielander, 51, agreed.", {"age", "count", "measure", "often"}),
    ],
)
def test_what_is_given(text: str, kinds: set[str]) -> None:
    """A date and a time of day count nothing; that something was not done is never read from a text."""
    assert given([text]) == kinds
