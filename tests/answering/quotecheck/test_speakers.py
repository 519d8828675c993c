"""Rules 7 to 9 of quote checking, on the shipped story: who is named, and what counts more."""

from __future__ import annotations

import random

import pytest

from bot.answering.quotecheck import Misnamed, QuoteChecker, Verdict
from tests.answering.quotecheck.posts import FUTURE, NATIONAL, PURPOSES, TERRORIST, slices


# 7. Speakers
@pytest.mark.parametrize(
    "text",
    [
        f'Ivanov: "{NATIONAL}"',
        f'"{NATIONAL}" - Sergei Ivanov',
        f'"{NATIONAL}" (Ivanov, 2015)',
        f'"{NATIONAL}", said Ivanov on Monday',
        f'"{NATIONAL}," Ivanov told everyone',
        f'as Sergey Ivanov put it, "{NATIONAL}"',
        f'"{NATIONAL}", as Mr Ivanov puts it',
        f'according to Ivanov, "{NATIONAL}"',
        f'"{NATIONAL}" is what Ivanov said',
        f'not Lavrov, it was Ivanov: "{NATIONAL}"',
        f'"{NATIONAL}" (Ivanov, not Lavrov)',
        f'It wasn’t Obama who said "{NATIONAL}", it was Ivanov',
        f'"{NATIONAL}" - the chief of the Presidential Administration of Russia',
        f'Kremlin: "{NATIONAL}"',
        f'The Russian government said "{NATIONAL}"',
        f'ivanov at the lectern: "{NATIONAL}"',
        f'Ivanov on what Lavrov claimed: "{NATIONAL}"',
        f'Lavrov haters should read this: "{NATIONAL}"',
        f'"{NATIONAL}" lol Obama is fuming',
        f'BBC: "{NATIONAL}"',
        f'"{NATIONAL}" - The Guardian',
        f'the article says "{NATIONAL}"',
        f'he said "{NATIONAL}"',
        f'Lavrov never said "{NATIONAL}"',
        f"{NATIONAL}, said Ivanov",
        f"> {NATIONAL}\n> — Ivanov",
        f"**Ivanov**\n> {NATIONAL}",
        f'Russia’s foreign minister: "{TERRORIST}"',
        f'Russian FM Lavrov: "{TERRORIST}"',
        f'The State Department spokesperson: "{FUTURE}"',
        f'State Dept.: "{FUTURE}"',
        f'"{FUTURE}" - State Department spokesman John Kirby',
        f'Moscow: "{PURPOSES}"',
        'State Department: "90 percent of all Russian military strikes"',
        'the US president: "Assad must not remain in power"',
        'State Dept: "Russians are not targeting ISIS in Syria"',
        "Photograph: Russian Defence Ministry Press S/EPA",
        f'Mr Seregi Ivanov said "{NATIONAL}"',
        f"> {NATIONAL}\n#Syria #Russia",
        f'"{NATIONAL}" #Lavrov',
        f'my summary: "{NATIONAL}"',
        f"Ivanov sagte gestern: „{NATIONAL}“",
        f"« {NATIONAL} », a déclaré Ivanov hier",
        f"„{NATIONAL}“, sagte er",
        f"Der Minister sagte: „{NATIONAL}“",
    ],
)
def test_the_right_speaker_or_none(checker: QuoteChecker, text: str) -> None:
    assert checker.check(text).verdict == "exact"


@pytest.mark.parametrize(
    "text",
    [
        f'Lavrov: "{NATIONAL}"',
        f"Lavrov sagte gestern: „{NATIONAL}“",
        f"Poutine a déclaré : « {NATIONAL} »",
        f"„{NATIONAL}“, hat Merkel gesagt",
        f"«{NATIONAL}», сказал Путин",
        f'"{NATIONAL}" - Lavrov',
        f'"{NATIONAL}" (Kirby)',
        f'"{NATIONAL}" Vladimir Putin',
        f'putin: "{NATIONAL}"',
        f'my grandpa: "{NATIONAL}"',
        f'Igor Ivanov: "{NATIONAL}"',
        f'"{NATIONAL}" - #Lavrov',
        f'Ivanov: "{NATIONAL}"\nIvanov also: "{TERRORIST}"',
        f'"{NATIONAL}" said Putin',
        f'Angela Merkel told reporters: "{NATIONAL}"',
        f'Not Ivanov but Lavrov said "{NATIONAL}"',
        f'Russia: "{NATIONAL}"',
        f'US: "{FUTURE}"',
        f'Kremlin spokesman Dmitry Peskov: "{NATIONAL}"',
        f'State Department spokesman Mark Toner: "{FUTURE}"',
        f'Foreign Minister Ivanov: "{TERRORIST}"',
        f'Lavrov’s deputy: "{TERRORIST}"',
        f'Jack Kirby: "{FUTURE}"',
        f'the foreign minister: "{NATIONAL}"',
        f"{NATIONAL}, said Lavrov",
        f"> {NATIONAL}\nLavrov, 2015",
        f'Lavrov: "{PURPOSES}"',
        'Kirby: "90 percent of all Russian military strikes"',
        'Kirby: "targeted moderate Syrian forces"',
        'Obama: "the Russian national interest in Syria"',
        'Putin told the UN that "Assad must not remain in power"',
        'Kirby: "Russians are not targeting ISIS in Syria"',
        '"Two Russian air force technicians prepare warplane" - Russian Defence Ministry',
        'Kirby: "stay in power. Russian Foreign Minister Sergei Lavrov claimed"',
    ],
)
def test_another_speaker_is_misattributed(checker: QuoteChecker, text: str) -> None:
    assert checker.check(text).verdict == "misattributed"


@pytest.mark.parametrize(
    ("text", "speaker", "kind"),
    [
        (f'Lavrov: "{NATIONAL}"', "Sergey Ivanov", "quote"),
        (f'"{PURPOSES}"', "Russian government", "reported"),
        ('"targeted moderate Syrian forces"', None, "narration"),
        ('"Russians are not targeting ISIS"', None, "headline"),
        ('"prepare warplane in Syria airbase"', None, "caption"),
        ('"a mistake for Russia. Assad must not remain in power"', None, None),
        (f'"{FUTURE} … They’ve been largely against opposition groups"', "John Kirby", "quote"),
    ],
)
def test_the_true_speaker_is_told(checker: QuoteChecker, text: str, speaker: str | None, kind: str | None) -> None:
    found = checker.check(text)
    assert (found.speaker, found.kind) == (speaker, kind)


# 8. Words before speaker
@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ('Lavrov: "It’s only about the security interest of the Russian Federation"', "altered"),
        ('Putin: "And that’s a good future for Syria"', "altered"),
        ('Putin: "And that’s not a good future for Syria. Assad must not remain in power"', "stitched"),
        ('Kirby: "a mistake for Russia … They’ve been largely against opposition groups"', "stitched"),
        ('Kirby: "Assad must step down this very week"', "not_in_story"),
    ],
)
def test_words_come_before_the_speaker(checker: QuoteChecker, text: str, verdict: str) -> None:
    assert checker.check(text).verdict == verdict


@pytest.mark.parametrize(
    ("text", "misnamed"),
    [
        ('Putin: "And that’s a good future for Syria"', Misnamed("Putin", "John Kirby", "quote")),
        (
            'putin: "it’s only about national interest of the Russian Federation"',
            Misnamed("putin", "Sergey Ivanov", "quote"),
        ),
        (f'"{NATIONAL} of course" - Lavrov', Misnamed("Sergei Lavrov", "Sergey Ivanov", "quote")),
        (f'Igor Ivanov: "{NATIONAL} alone"', Misnamed("Igor Ivanov", "Sergey Ivanov", "quote")),
        (f'Lavrov’s deputy: "{TERRORIST} too"', Misnamed("Lavrov’s deputy", "Sergei Lavrov", "quote")),
        (
            'Kirby: "Assad must remain in power in post-conflict Syria"',
            Misnamed("John Kirby", "President Obama", "reported"),
        ),
        ('"Instead they targeted moderate Syrian forces" - Kirby', Misnamed("John Kirby")),
        ('Kirby: "Russians are not targeting ISIS in Iraq"', Misnamed("John Kirby")),
        (
            'Putin: "a mistake for Russia. Assad must not remain in power"',
            Misnamed("Putin", owners=2),
        ),
        (
            'Kirby: "a mistake for Russia. Assad must not remain in power"',
            Misnamed("John Kirby", owners=2, partly=True),
        ),
        ('Kirby: "And that’s a good future for Syria"', None),
        ('State Dept.: "And that’s a good future for Syria"', None),
        ('the US president: "Assad must remain in power"', None),
        ('he said "that’s a good future for Syria"', None),
        ('The Guardian: "Instead they targeted moderate Syrian forces"', None),
        ('Kirby: "a mistake for Russia … They’ve been largely against opposition groups"', None),
        ('Putin: "we shall bomb them all by Friday"', None),
    ],
)
def test_a_wrong_name_is_told_whatever_was_changed(checker: QuoteChecker, text: str, misnamed: Misnamed | None) -> None:
    """The verdict is on the words; whose they are is told besides."""
    (quote,) = checker.check(text).quotes
    assert quote.misnamed == misnamed


def _spoken(checker: QuoteChecker) -> dict[str, list[str]]:
    """What each has said, or is reported to have said, and the story's own words under no name."""
    text = checker.story.article.text

    def passage(first: str, last: str) -> str:
        start = text.index(first)
        return " ".join(text[start : text.index(last, start) + len(last)].split())

    return {
        "Kirby": [passage("Greater than", "affiliated terrorists"), passage("And that’s not", "Russia itself")],
        "Lavrov": [passage("If it looks", "it’s a terrorist"), passage("his military", "targeting terrorists")],
        "Ivanov": [passage("This is not about", "Russian Federation")],
        "Obama": [passage("Assad must not", "post-conflict Syria")],
        "": [passage("Instead they", "Bashar al-Assad"), passage("The Russian national", "publicly opposes")],
    }


def _changed(words: list[str], choice: random.Random) -> None:
    """Change, leave out or add a word, or leave all as they are."""
    at = choice.randrange(len(words))
    start, end, new = choice.choice([(at, at, []), (at, at + 1, []), (at, at, ["really"]), (at, at + 1, ["Iraq"])])
    words[start:end] = new


BEFORE = ('{}: "{}"', '{} said "{}"', 'According to {}, "{}"')
BEHIND = ("> {1}\n— {0}", '"{1}" - {0}', '"{1}," said {0}.', '"{1}" ({0})')


def test_whoever_is_named_wrongly_is_told_changed_words_or_not(checker: QuoteChecker) -> None:
    """And whoever is named rightly is not said to be somebody else."""
    choice, spoken = random.Random(11), _spoken(checker)
    found = 0
    for _ in range(400):
        owner, named = choice.choice(list(spoken)), choice.choice(["Putin", "Angela Merkel", *filter(None, spoken)])
        words = choice.choice(spoken[owner]).split()
        start = choice.randrange(len(words) - 6)
        words = words[start : start + choice.randrange(6, 18)]
        _changed(words, choice)
        post = choice.choice(BEFORE + BEHIND).format(named, " ".join(words))
        (quote,) = checker.check(post).quotes
        if quote.verdict is not Verdict.NOT_IN_STORY:
            assert (quote.misnamed is None) == (named == owner), post
            found += 1
    assert found > 350


# 9. Several quotes in one post
@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (f'Kirby said "{FUTURE}" and Ivanov said "{NATIONAL}"', "exact"),
        (f'Kirby said "{FUTURE}" and Lavrov said "{NATIONAL}"', "misattributed"),
        (f'Kirby said "{FUTURE}" and "they’ve been largely against opposition groups"', "exact"),
        (f'Ivanov said "{NATIONAL}" and "they’ve been largely against opposition groups"', "misattributed"),
        (f'"{FUTURE}" - Kirby\n"{NATIONAL}" - Ivanov', "exact"),
        (f'"{FUTURE}" - Ivanov\n"{NATIONAL}" - Ivanov', "misattributed"),
        (f"Kirby: {FUTURE}\nLavrov: {TERRORIST}", "exact"),
        (f"Kirby: {FUTURE}\nKirby: {TERRORIST}", "misattributed"),
        (f'"{FUTURE}," said Kirby. "It’s also … a mistake for Russia"', "exact"),
        (f'"{FUTURE}," said Lavrov. "It’s also … a mistake for Russia"', "misattributed"),
        (f'"{FUTURE}" ... "{NATIONAL}"', "exact"),
        (f'"{FUTURE}" and "the national interest of Russia"', "altered"),
        (f'"{FUTURE}" and "we shall bomb them all by Friday"', "not_in_story"),
        (f'"And that is not a good future for Syria" and "a mistake for Russia … {NATIONAL}"', "stitched"),
    ],
)
def test_the_worst_of_several_quotes_counts(checker: QuoteChecker, text: str, verdict: str) -> None:
    assert checker.check(text).verdict == verdict


def test_several_quotes_each_have_their_span(checker: QuoteChecker) -> None:
    found = checker.check(f'"{NATIONAL}" or "moderate Syrian forces"')
    assert slices(checker, found) == [NATIONAL, "moderate Syrian forces"]
