"""The rules of quote checking, one after the other, on the story that is shipped."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from bot.answering.quotecheck import Difference, QuoteCheck, QuoteChecker, Verdict
from bot.stories import load_library

KNOWLEDGE = Path(__file__).parents[2] / "knowledge" / "russian-strikes-in-syria"
TERRORIST = "If it looks like a terrorist, if it acts like a terrorist, if it walks like a terrorist"
PURPOSES = "their involvement has no ulterior purposes"
NATIONAL = "It’s only about the national interest of the Russian Federation"
FUTURE = "And that’s not a good future for Syria"


@pytest.fixture(scope="module")
def checker() -> QuoteChecker:
    return QuoteChecker(load_library(KNOWLEDGE).stories[0])


def slices(checker: QuoteChecker, found: QuoteCheck) -> list[str]:
    return [checker.story.article.text[start:end] for start, end in found.spans]


# 1. What is checked


@pytest.mark.parametrize(
    ("text", "checked"),
    [
        ('so they go "targeted moderate Syrian forces" and nobody blinks', "targeted moderate Syrian forces"),
        ("what a way to put it, `opposed to the Kremlin backed regime`", "opposed to the Kremlin backed regime"),
        ("> opposed to the Kremlin\n> backed regime\nwhat a line", "opposed to the Kremlin backed regime"),
        (">>> targeted moderate\nSyrian forces", "targeted moderate Syrian forces"),
        ("```\ntargeted moderate Syrian forces\n```", "targeted moderate Syrian forces"),
        ("caption: Two Russian air force technicians", "Two Russian air force technicians"),
        ("kirby: opposition groups that want a better future", "opposition groups that want a better future"),
        ("opposition groups that want a better future - John Kirby", "opposition groups that want a better future"),
        ("opposition groups that want a better future\n— Kirby", "opposition groups that want a better future"),
        ("„targeted moderate Syrian forces“ as we say", "targeted moderate Syrian forces"),
        ("«targeted moderate Syrian forces»", "targeted moderate Syrian forces"),
        ("so 'they’ve been largely against opposition groups' it is", "They’ve been largely against opposition groups"),
        ('he wrote "targeted moderate Syrian forces', "targeted moderate Syrian forces"),
        ("targeted moderate Syrian forces” it says", "targeted moderate Syrian forces"),
        ('The strikes never hit ISIS in Syria, see: "publicly opposes"', "publicly opposes"),
    ],
)
def test_only_the_marked_part_is_checked(checker: QuoteChecker, text: str, checked: str) -> None:
    found = checker.check(text)
    assert (found.verdict, slices(checker, found)) == ("exact", [checked])


# 2. Typography is no change


@pytest.mark.parametrize(
    "text",
    [
        "“TARGETED MODERATE SYRIAN FORCES”",
        '"targeted moderate SYRIAN forces"',
        '"in post conflict Syria"',
        '"in post–conflict Syria"',
        '"Isil or al Qaida affiliated terrorists"',
        '"opposed to the Kremlin-backed regime"',
        '"thats not a good future for Syria"',
        '"that`s not a good future for Syria"',
        '"a prospect that the US government publicly opposes"',
        '"a prospect that the U.S government publicly opposes ."',
        '"if it acts like a terrorist if it walks like a terrorist"',
        '"if it acts like a terrorist,if it walks like a terrorist"',
        '"Greater than 90 % of the strikes"',
        "**“Greater than** 90%__ of the__ ~~strikes~~”",
        '"said\nSergey\u00a0Ivanov,   Chief of the Presidential Administration"',
        '"[T]argeted moderate Syrian forces"',
        '"ｔargeted moderate Syrian forces"',
        '"targeted mod\u200berate Syrian forces"',
        "&quot;targeted moderate Syrian forces&quot;",
    ],
)
def test_typography_is_no_change(checker: QuoteChecker, text: str) -> None:
    found = checker.check(text)
    assert found.verdict == "exact", found
    assert found.differences == ()


# 3. Any changed, added or missing word


@pytest.mark.parametrize(
    ("text", "said", "changes"),
    [
        (
            '"have not been against Isis or al-Qaida-affiliated terrorists"',
            "have not been against Isil or al-Qaida-affiliated terrorists",
            [("Isil", "Isis")],
        ),
        ('"Greater than 90 percent of the strikes"', "Greater than 90% of the strikes", [("%", "percent")]),
        ('"Greater than 70% of the strikes"', "Greater than 90% of the strikes", [("90", "70")]),
        (
            '"not been against Isil or al-Qaeda-affiliated terrorists"',
            "not been against Isil or al-Qaida-affiliated terrorists",
            [("Qaida", "Qaeda")],
        ),
        ('"And that is not a good future for Syria"', FUTURE, [("that’s", "that is")]),
        ('"And that’s a good future for Syria"', FUTURE, [("not", "")]),
        ('"And that’s not a very good future for Syria"', FUTURE, [("", "very")]),
        (
            '"Two Russian air force technician prepare warplane"',
            "Two Russian air force technicians prepare warplane",
            [("technicians", "technician")],
        ),
        (
            '"the Russian goverment claims that their involvement"',
            "the Russian government claims that their involvement",
            [("government", "goverment")],
        ),
        ('"targeted [so-called] moderate Syrian forces"', "targeted moderate Syrian forces", [("", "so-called")]),
        (
            '"the capability of striking [civilians], including those who are opposed to his regime"',
            "the capability of striking his own people, including those who are opposed to his regime",
            [("his own people", "civilians")],
        ),
        ('"Assad continues to strike his own people, including those who are opposed to his regime"', None, None),
        (
            '"Instead they had targeted moderate Syrian forces"',
            "Instead they have targeted moderate Syrian forces",
            [("have", "had")],
        ),
        (
            '"Every Russian air force technician prepare warplane in Syria"',
            "Two Russian air force technicians prepare warplane in Syria",
            None,
        ),
        ('"It’s only about the national interest of Moscow"', NATIONAL, [("the Russian Federation", "Moscow")]),
        ("their involvement has ulterior purposes", PURPOSES, [("no", "")]),
    ],
)
def test_a_changed_word_is_altered(checker: QuoteChecker, text: str, said: str | None, changes: list | None) -> None:
    found = checker.check(text)
    assert found.verdict == "altered", found
    if said is not None:
        assert slices(checker, found) == [said]
    if changes is not None:
        assert found.differences == tuple(Difference(*change) for change in changes)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            '"Assad continues to have at his hands the capability"',
            "Assad continues to be able to have at his, you know, at his hands the capability",
        ),
        ('"If it looks like a terrorist, if it walks like a terrorist"', TERRORIST),
        (
            '"groups that want to see the Assad regime stay in power"',
            "groups that want a better future for Syria and don’t want to see the Assad regime stay in power",
        ),
        ('"90 percent of all Russian military strikes have targeted moderate Syrian forces"', None),
    ],
)
def test_an_unmarked_gap_is_altered_and_shown_whole(checker: QuoteChecker, text: str, said: str | None) -> None:
    found = checker.check(text)
    assert (found.verdict, len(found.spans)) == ("altered", 1)
    assert said is None or slices(checker, found) == [said]


# 4. One quotation


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            '"al-Qaida-affiliated terrorists. They’ve been largely against opposition groups"',
            ["al-Qaida-affiliated terrorists", "They’ve been largely against opposition groups"],
        ),
        (
            '"including those who are opposed to his regime, … and that’s not a good future"',
            ["including those who are opposed to his regime", "And that’s not a good future"],
        ),
        (
            '"Greater than 90% of the strikes [...] have not been against Isil"',
            ["Greater than 90% of the strikes", "have not been against Isil"],
        ),
        ('"If it looks like a terrorist ... it’s a terrorist"', ["If it looks like a terrorist", "it’s a terrorist"]),
        (
            '"Russian military strikes in Syria … has no ulterior purposes"',
            ["Russian military strikes in Syria", "has no ulterior purposes"],
        ),
        ('"…potentially exacerbating sectarian tensions…"', ["potentially exacerbating sectarian tensions"]),
        ('"... a mistake for Russia (…)"', ["a mistake for Russia"]),
        (
            "“opposed to his regime,” said State Department spokesman John Kirby. “And that’s not a good future”",
            ["opposed to his regime,” said State Department spokesman John Kirby. “And that’s not a good future"],
        ),
        ("> his regime of doom", []),
        (
            "stay in power. Russian Foreign Minister Sergei Lavrov claimed that his military",
            ["stay in power.”\n\nRussian Foreign Minister Sergei Lavrov claimed that his military"],
        ),
        (
            "look at this: “It’s only about the national interest of the Russian Federation,” said Sergey Ivanov",
            ["It’s only about the national interest of the Russian Federation,” said\u00a0Sergey Ivanov"],
        ),
        (
            "if it fights like a terrorist, it’s a terrorist,” Lavrov said.",
            ["if it fights like a terrorist, it’s a terrorist,” Lavrov said"],
        ),
    ],
)
def test_parts_of_one_quotation_in_order_are_exact(checker: QuoteChecker, text: str, said: list[str]) -> None:
    found = checker.check(text)
    assert (found.verdict, slices(checker, found)) == ("exact" if said else "not_in_story", said)


# 5. Stitched


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            '"a mistake for Russia. Assad must not remain in power"',
            ["a mistake for Russia", "Assad must not remain in power"],
        ),
        (
            '"They’ve been largely against opposition groups. And that’s not a good future for Syria"',
            ["They’ve been largely against opposition groups", FUTURE],
        ),
        (
            '"Instead they have targeted moderate Syrian forces, if it looks like a terrorist"',
            ["Instead they have targeted moderate Syrian forces", "If it looks like a terrorist"],
        ),
        (
            '"if it walks like a terrorist, if it looks like a terrorist"',
            ["if it walks like a terrorist", "If it looks like a terrorist"],
        ),
        (
            '"has no ulterior purposes … Russian military strikes in Syria"',
            ["has no ulterior purposes", "Russian military strikes in Syria"],
        ),
        ('"remaining in power … stay in power"', ["remaining in power", "stay in power"]),
        (
            '"it’s a terrorist ... if it walks like a terrorist, if it fights like a terrorist"',
            ["it’s a terrorist", "if it walks like a terrorist, if it fights like a terrorist"],
        ),
        ("Greater than 90% of the strikes were, and that’s not a good future for Syria", None),
        ("this is not about satisfying ambitions, but they’re potentially exacerbating sectarian tensions", None),
    ],
)
def test_pieces_of_different_places_are_stitched(checker: QuoteChecker, text: str, said: list[str] | None) -> None:
    found = checker.check(text)
    assert found.verdict == "stitched", found
    assert said is None or slices(checker, found) == said


# 6. Several spans


def test_start_and_end_cover_all_spans(checker: QuoteChecker) -> None:
    found = checker.check('"stay in power … Greater than 90% of the strikes"')
    assert found.verdict == "stitched"
    assert found.spans[0] > found.spans[1]
    assert (found.start, found.end) == (found.spans[1][0], found.spans[0][1])


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
    ],
)
def test_the_right_speaker_or_none(checker: QuoteChecker, text: str) -> None:
    assert checker.check(text).verdict == "exact"


@pytest.mark.parametrize(
    "text",
    [
        f'Lavrov: "{NATIONAL}"',
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


# 10. A cut at the edge


@pytest.mark.parametrize(
    ("text", "context"),
    [
        ('"targeting ISIS in Syria"', "State Dept: Russians are not targeting ISIS in Syria"),
        ('"Assad … remain in power"', None),
        (
            '"want to see the Assad regime stay in power"',
            "“They’ve been largely against opposition groups that want a better future "
            "for Syria and don’t want to see the Assad regime stay in power.”",
        ),
    ],
)
def test_a_cut_is_exact_and_the_context_shows_it(checker: QuoteChecker, text: str, context: str | None) -> None:
    found = checker.check(text)
    assert found.verdict == "exact"
    assert context is None or found.context == context


# 11. Not in the story


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        '""',
        "“ ”",
        "…",
        "> ",
        "🙂",
        "lol",
        "Syria",
        "the Assad regime",
        '"of the"',
        "who said that they want a better future for Syria?",
        "Did Lavrov claim that his military was making distinctions?",
        '"Los rusos no están atacando al ISIS en Siria"',
        "«Россия не бомбит ИГИЛ в Сирии»",
        '"Assad must go"',
        '"Most of the bombs fell on the groups that America has trained" - State Department spokesman John Kirby',
        '"The Russian Federation will not allow a power vacuum in Syria" said Lavrov',
        "russia just bombs whoever is against assad and calls them terrorists",
        "Obama wants the man gone once the shooting stops",
        '"I think it would be a mistake for everyone in the region to believe that"',
    ],
)
def test_other_words_are_not_in_the_story(checker: QuoteChecker, text: str) -> None:
    found = checker.check(text)
    assert (found.verdict, found.spans, found.start, found.end) == ("not_in_story", (), None, None)


def test_one_changed_word_anywhere_is_never_exact(checker: QuoteChecker) -> None:
    words = checker.story.article.text.split()
    choice = random.Random(7)
    for _ in range(300):
        start, length = choice.randrange(len(words) - 20), choice.randrange(5, 20)
        cut = words[start : start + length]
        cut[choice.randrange(length)] = choice.choice(["never", "Iraq", "70%", "rebels"])
        assert checker.check("“" + " ".join(word.strip("“”") for word in cut) + "”").verdict != "exact"


@pytest.mark.parametrize(
    "text",
    [
        ": " * 3000,
        '"' * 6000,
        "`a`" * 2000,
        '"a ' * 2000,
        "\n" * 6000,
        ">\n" * 3000,
        "Kirby: Assad\n" * 460,
        "if it " * 1000,
    ],
)
def test_the_strangest_post_gets_a_verdict(checker: QuoteChecker, text: str) -> None:
    """Whatever is posted, the check ends with one of the verdicts."""
    assert checker.check(text).verdict in Verdict
