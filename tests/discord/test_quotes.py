"""Looking quotes up, as a person sees it; and what each camp says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.discord.client import VerbatimClient
from bot.discord.languages import language
from tests.discord.conftest import MakeBot
from tests.local_discord import LocalDiscord
from tests.local_discord.components import find, names

say = language("en")


@pytest.mark.usefixtures("client")
@pytest.mark.parametrize(
    ("text", "quote", "who"),
    [
        ("sectarian tensions", "> “It’s also, as we’ve said before,", "John Kirby, State Department spokesman, quoted"),
        ("sectarain tenshuns", "> “It’s also, as we’ve said before,", "John Kirby, State Department spokesman, quoted"),
        (
            "looks like a terrorist",
            "> “If it looks like a terrorist,",
            "Sergei Lavrov, Russian Foreign Minister, quoted",
        ),
        ("post-conflict", "> Last month during his address", "reported of President Obama"),
        ("latakia", "> Two Russian air force technicians", "photo caption"),
        ("seems to involve", "> The Russian national interest in Syria seems", "the article"),
    ],
)
async def test_find_shows_a_quote_with_whose_it_is_and_its_context(
    local: LocalDiscord, text: str, quote: str, who: str
) -> None:
    """Fuzzy over words and topics; narration and captions are never in quotation marks or in a mouth."""
    record = await local.user("alice").slash(local.general, "quote find", text=text)
    lines = record.content.splitlines()
    assert record.ephemeral
    assert lines[0].startswith(f"**Quotes for: {text}** · 1 of ")
    assert lines[1].startswith(quote)
    assert lines[2].startswith(f"> — {who} · paragraph ")
    assert lines[-1].startswith("-# State Dept: ")


@pytest.mark.usefixtures("client")
async def test_a_quote_stands_in_its_context(local: LocalDiscord) -> None:
    """The paragraph around it, with the quote in bold; what is a paragraph by itself needs none."""
    alice = local.user("alice")
    record = await alice.slash(local.general, "quote find", text="sectarian tensions")
    assert "In context:\n> “Assad continues" in record.content
    assert "**It’s also, as we’ve said before, we believe a mistake for Russia," in record.content
    whole = await alice.slash(local.general, "quote find", text="guardian bbc sources")
    assert "[The Guardian] [BBC]" in whole.content
    assert "In context:" not in whole.content


@pytest.mark.usefixtures("client")
async def test_find_offers_quotes_while_typing(local: LocalDiscord) -> None:
    """At most 25 of at most 100 characters, before a word is typed too; picking one shows that one."""
    alice = local.user("alice")
    for typed in ("", "assad", "sectar", "🙂", "x" * 60):
        choices = await alice.autocomplete(local.general, "quote find", focused="text", text=typed)
        assert len(choices) <= 25
        assert all(1 <= len(choice.name) <= 100 and len(str(choice.value)) <= 60 for choice in choices)
    (choice, *_) = await alice.autocomplete(local.general, "quote find", focused="text", text="sectar")
    assert choice.name.startswith("John Kirby: “It’s also, as we’ve said before")
    record = await alice.slash(local.general, "quote find", text=choice.value)
    assert record.content.startswith("> “It’s also, as we’ve said before")


@pytest.mark.usefixtures("client")
@pytest.mark.parametrize("text", ["zebra", "🙂", "**[x](https://evil.example)** @everyone"])
async def test_what_no_quote_has_is_said_and_echoed_safely(local: LocalDiscord, text: str) -> None:
    """The words are shown as they were typed, without effect."""
    record = await local.user("alice").slash(local.general, "quote find", text=text)
    assert record.ephemeral
    assert record.content.startswith("No quote in the story fits “")
    assert "](http" not in record.content.replace("\\[", "[") or "\\[" in record.content
    assert "@everyone" not in record.content
    assert "https://" not in record.content


@pytest.mark.usefixtures("client")
async def test_found_quotes_are_pages(local: LocalDiscord) -> None:
    """The words stand in the buttons, so that the pages turn for ever."""
    alice = local.user("alice")
    record = await alice.slash(local.general, "quote find", text="assad regime")
    count = int(record.content.split("1 of ")[1].split()[0])
    assert count > 1
    seen = {record.content.splitlines()[1]}
    for number in range(2, count + 1):
        record = await alice.clicks(record, "Next")
        assert f"· {number} of {count}" in record.content.splitlines()[0]
        seen.add(record.content.splitlines()[1])
    assert len(seen) == count
    assert find(record.components, "Next")["disabled"]  # type: ignore[index]
    await alice.clicks(record, "Previous")


@pytest.mark.usefixtures("client")
async def test_by_shows_a_speakers_words_page_by_page(local: LocalDiscord) -> None:
    """Every quote of theirs once, in the order of the article; the first page has no page before it."""
    alice = local.user("alice")
    choices = await alice.autocomplete(local.general, "quote by", focused="speaker", speaker="kir")
    assert [choice.name for choice in choices] == ["John Kirby"]
    record = await alice.slash(local.general, "quote by", speaker=choices[0].value)
    assert find(record.components, "Previous")["disabled"]  # type: ignore[index]
    pages = [record.content]
    while not find(record.components, "Next").get("disabled"):  # type: ignore[union-attr]
        record = await alice.clicks(record, "Next")
        pages.append(record.content)
    assert [page.splitlines()[0] for page in pages] == [f"**John Kirby** · {n} of 5" for n in range(1, 6)]
    assert all("> — John Kirby, State Department spokesman, quoted · paragraph " in page for page in pages)


@pytest.mark.usefixtures("client")
@pytest.mark.parametrize("typed", ["kirby", "Jon Kirby", "state department spokesman", "KIRBI"])
async def test_by_takes_any_name(local: LocalDiscord, typed: str) -> None:
    """An alias, an office, a slip."""
    record = await local.user("alice").slash(local.general, "quote by", speaker=typed)
    assert record.content.startswith("**John Kirby** · 1 of 5")


@pytest.mark.usefixtures("client")
async def test_a_single_quote_needs_no_pages(local: LocalDiscord) -> None:
    """Only the button to share it."""
    record = await local.user("alice").slash(local.general, "quote by", speaker="Obama")
    assert "reported of President Obama" in record.content
    assert names(record.components) == ["Share"]


@pytest.mark.usefixtures("client")
@pytest.mark.parametrize(
    ("command", "option", "typed", "named"),
    [
        ("quote by", "speaker", "Assad", "John Kirby"),
        ("quote by", "speaker", "🙂**", "John Kirby"),
        ("quote about", "topic", "football", "The photo"),
    ],
)
async def test_somebody_or_something_unknown_is_told_what_there_is(
    local: LocalDiscord, command: str, option: str, typed: str, named: str
) -> None:
    """Nobody's words are invented."""
    record = await local.user("alice").slash(local.general, command, **{option: typed})
    assert record.ephemeral
    assert named in record.content
    assert not record.content.startswith(">")


@pytest.mark.usefixtures("client")
async def test_about_shows_the_quotes_on_a_topic(local: LocalDiscord) -> None:
    """Topics are offered by their names; one without quotes is not."""
    alice = local.user("alice")
    choices = await alice.autocomplete(local.general, "quote about", focused="topic", topic="")
    labels = [choice.name for choice in choices]
    assert "The photo" in labels
    assert not any("not in the story" in label for label in labels)
    photo = choices[labels.index("The photo")]
    record = await alice.slash(local.general, "quote about", topic=photo.value)
    assert record.content.startswith("**About: The photo** · 1 of ")
    assert (await alice.clicks(record, "Next")).content.startswith("**About: The photo** · 2 of ")
    typed = await alice.slash(local.general, "quote about", topic="photo")
    assert typed.content.startswith("**About: The photo** · 1 of ")


async def test_random_draws_what_somebody_said(local: LocalDiscord, client: VerbatimClient) -> None:
    """Spoken words only; another one takes its place."""
    client.draw.seed(1)
    alice = local.user("alice")
    record = await alice.slash(local.general, "quote random")
    assert names(record.components) == ["Another one", "Share"]
    seen = set()
    for _ in range(12):
        assert ", quoted · paragraph " in record.content
        seen.add(record.content.splitlines()[1])
        record = await alice.clicks(record, "Another one")
    assert len(seen) > 2


@pytest.mark.usefixtures("client")
async def test_sides_shows_each_camps_words_and_no_verdict(local: LocalDiscord) -> None:
    """One under the other, with equal right; only quotes and reports, each with its speaker."""
    alice = local.user("alice")
    menu = await alice.slash(local.general, "sides")
    assert menu.content == f"**{say('sides-heading')}**\n{say('sides-intro')}"
    options = find(menu.components, say("sides-placeholder"))
    assert options
    record = await alice.selects(menu, say("sides-placeholder"), options["options"][0]["value"])
    assert record.message is menu.message
    text = record.content
    assert text.startswith("**What are the Russian strikes hitting?**\n**United States**\n> In a statement")
    american, russian = text.split("\n**Russia**\n")
    assert american.count("> — ") == 3
    assert russian.count("> — ") == 2
    assert "“If it looks like a terrorist," in russian
    assert "the article ·" not in text


@pytest.mark.usefixtures("client")
async def test_a_camp_without_words_is_said_to_have_none(local: LocalDiscord) -> None:
    """Nothing is put into its mouth."""
    alice = local.user("alice")
    choices = await alice.autocomplete(local.general, "sides", focused="point", point="mistake")
    assert [choice.name for choice in choices] == ["Is it a mistake for Russia, and what does it lead to?"]
    record = await alice.slash(local.general, "sides", point=choices[0].value)
    assert f"**Russia**\n{say('sides-silent')}" in record.content


@pytest.mark.usefixtures("client")
async def test_a_point_that_is_not_disputed_offers_those_that_are(local: LocalDiscord) -> None:
    """Above the menu stands why."""
    record = await local.user("alice").slash(local.general, "sides", point="the weather")
    assert record.content.startswith(f"{say('sides-unknown')}\n**{say('sides-heading')}**")


@pytest.mark.usefixtures("client")
async def test_sides_are_offered_by_any_word(local: LocalDiscord) -> None:
    """What is typed may stand anywhere in the point."""
    alice = local.user("alice")
    for typed, count in (("", 4), ("russia", 3), ("RUSSIA syria", 1), ("zebra", 0)):
        found = await alice.autocomplete(local.general, "sides", focused="point", point=typed)
        assert len(found) == count, typed


async def test_a_story_without_quotes_disputes_and_speakers_says_so(
    local: LocalDiscord, make_bot: MakeBot, story_folder: Callable[..., Path]
) -> None:
    """Every command still answers."""
    bare = "- {id: a, in_story: false, questions: [Who?], answer: The story does not say., citations: []}"
    folder = story_folder("bare", story="title: Bare", entries=bare)
    async with local.running(make_bot(folder.parent)):
        alice = local.user("alice")
        said = {
            "quote random": {},
            "quote find": {"text": "bridge"},
            "quote by": {"speaker": "Hill"},
            "quote about": {"topic": "bridge"},
            "sides": {},
        }
        answers = [(await alice.slash(local.general, name, **options)).content for name, options in said.items()]
    expected = [say("quote-none"), say("quote-none-found", words="bridge"), say("speaker-none"), say("quote-none")]
    assert answers == [*expected, say("sides-none")]
