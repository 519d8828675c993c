"""Checking a posted quote, as a person sees it."""

from __future__ import annotations

import pytest

from bot.answering import phrases
from bot.answering.answerer import Answerer
from bot.discord.commands import CHECK_MENU
from bot.discord.languages import language
from bot.discord.render_check import LONGEST_POST
from tests.local_discord import LocalDiscord

say = language("en")


@pytest.mark.usefixtures("client")
@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "“They’ve been largely against opposition groups that want a better future for Syria”",
            [
                f"**{phrases.EXACT}**",
                "> “They’ve been largely against opposition groups that want a better future for Syria”",
                "> — John Kirby, State Department spokesman, quoted · paragraph 5",
                "The whole sentence:",
            ],
        ),
        (
            'Kirby: "Greater than 95% of the strikes that we\'ve seen them take to date"',
            [
                f"**{phrases.TURNED} “95” is “90” in the story.**",
                "> “Greater than **90**% of the strikes that we’ve seen them take to date”",
                "> — John Kirby, State Department spokesman, quoted · paragraph 5",
            ],
        ),
        (
            'Kirby: "They\'ve been against opposition groups that want a better future for Syria"',
            [
                f"**{phrases.ALTERED}**",
                "> “They’ve been **largely** against opposition groups that want a better future for Syria”",
                "> — John Kirby, State Department spokesman, quoted · paragraph 5",
                "- “largely” was left out.",
            ],
        ),
        (
            'Lavrov: "It\'s only about the national interest of the Russian Federation"',
            [
                "**These are Sergey Ivanov's words, not Sergei Lavrov's. The words themselves are exact.**",
                "> “It’s only about the national interest of the Russian Federation”",
                "> — Sergey Ivanov, Chief of the Presidential Administration of Russia, quoted · paragraph 9",
            ],
        ),
        (
            '"the Russian national interest in Syria seems to involve Assad remaining in power" - Lavrov',
            [
                "**These are the story's own words, not Sergei Lavrov's: it gives them to nobody. "
                "And the words are changed.**",
                "> The Russian national interest in Syria seems to involve **Syrian President Bashar al-Assad** "
                "remaining in power",
                "> — the article · paragraph 10",
                "- “Assad” is “Syrian President Bashar al-Assad” in the story.",
            ],
        ),
        (
            'Kirby: "The strikes have killed 1000 civilians" he said, "and that\'s not a good future for Syria"',
            [
                "**The story does not have these words: “The strikes have killed 1000 civilians”**",
                phrases.ELSEWHERE,
                f"**{phrases.EXACT}**",
                "> “And that’s not a good future for Syria”",
            ],
        ),
        (
            "did ivanov really say it was only about national interest?",
            [
                f"**{phrases.NOT_IN_STORY}**",
                phrases.ELSEWHERE,
                phrases.UNMARKED,
                phrases.NEAREST,
                "> “It’s only about the national interest of the Russian Federation”",
            ],
        ),
        ("a wise man never bombs on mondays", [f"**{phrases.NOT_IN_STORY}**", phrases.ELSEWHERE]),
    ],
)
async def test_a_verdict_comes_with_the_true_words(local: LocalDiscord, text: str, lines: list[str]) -> None:
    """In words, with the true slice, the differing words marked in it, and the true speaker; to the asker alone."""
    record = await local.user("alice").slash(local.general, "verify", text=text)
    assert record.ephemeral
    shown = record.content.splitlines()
    assert [line for line in lines if line not in shown] == []
    assert shown[0] == lines[0]


@pytest.mark.usefixtures("client")
async def test_each_piece_has_its_own_speaker(local: LocalDiscord) -> None:
    """Of pieces from several places, and of several quotes in one post, nobody gets another's words."""
    text = (
        "“They’ve been largely against opposition groups that want a better future for Syria. "
        "It’s only about the national interest of the Russian Federation,”"
    )
    record = await local.user("alice").slash(local.general, "verify", text=text)
    assert record.content.startswith(f"**{phrases.STITCHED}**\n> “They’ve been largely")
    kirby, ivanov = (line for line in record.content.splitlines() if line.startswith("> — "))
    assert "Kirby" in kirby
    assert "quoted · paragraph 5" in kirby
    assert "Ivanov" in ivanov
    assert "quoted · paragraph 9" in ivanov


@pytest.mark.usefixtures("client")
async def test_narration_is_checked_as_the_articles_words(local: LocalDiscord) -> None:
    """It stands in no quotation marks and belongs to nobody."""
    text = "Russian military strikes in Syria began late last month"
    record = await local.user("alice").slash(local.general, "verify", text=text)
    assert f"> {text}\n> — the article · paragraph 8" in record.content


@pytest.mark.usefixtures("client")
async def test_a_question_is_a_quote_here_and_chatter_in_a_post(local: LocalDiscord) -> None:
    """Whoever gives it to /verify means all of it; a slice is exact in both, however short."""
    alice = local.user("alice")
    for text, post_head, given_head in (
        ("90 percent", phrases.EXACT_REPORTED, phrases.EXACT_REPORTED),
        ("is his address to the United Nations", phrases.NOT_IN_STORY, phrases.ALTERED),
        ("the", *[phrases.COMMON_WORD.format(posted="the")] * 2),
    ):
        given = await alice.slash(local.general, "verify", text=text)
        assert given.content.startswith(f"**{given_head}**")
        post = await alice.says(local.general, text)
        record = await alice.context_menu(local.general, CHECK_MENU, post)
        assert record.content.startswith(f"**{post_head}**")


@pytest.mark.usefixtures("client")
async def test_a_message_is_checked_from_its_context_menu(local: LocalDiscord) -> None:
    """Discord shows the text because somebody chose the message: no intent is needed."""
    post = await local.user("bob").says(local.general, '"Greater than 80% of the strikes that we’ve seen" - Kirby')
    record = await local.user("alice").context_menu(local.general, CHECK_MENU, post)
    assert record.ephemeral
    assert record.content.startswith(f"**{phrases.TURNED} “80” is “90” in the story.**")


@pytest.mark.usefixtures("client")
async def test_the_bots_own_answer_is_not_checked_but_a_copy_of_it_is(local: LocalDiscord) -> None:
    """The lines that the bot writes around its quotes are no quotes."""
    alice, bob = local.user("alice"), local.user("bob")
    await alice.says(local.general, "who is Lavrov?", mention_bot=True)
    own = await local.next_message(local.general)
    record = await alice.context_menu(local.general, CHECK_MENU, own)
    assert (record.content, record.ephemeral) == (say("check-mine"), True)
    quotes = "\n".join(line for line in own.content.splitlines() if line.startswith(("> ", "-#")))
    assert "> — " in quotes
    copied = await alice.context_menu(local.general, CHECK_MENU, await bob.says(local.general, quotes))
    assert copied.content.startswith(f"**{phrases.EXACT_REPORTED}**")


@pytest.mark.usefixtures("client")
@pytest.mark.parametrize("text", ["", " "])
async def test_nothing_to_check_is_said(local: LocalDiscord, text: str) -> None:
    """A picture, say."""
    post = await local.user("bob").says(local.general, text)
    assert (await local.user("alice").context_menu(local.general, CHECK_MENU, post)).content == say("check-nothing")
    assert (await local.user("alice").slash(local.general, "verify", text="  ")).content == say("check-nothing")


@pytest.mark.usefixtures("client")
async def test_a_long_text_is_checked_in_part_and_says_so(local: LocalDiscord, answerer: Answerer) -> None:
    """The whole article pasted, with more behind it."""
    article = answerer.library.stories[0].article.text
    record = await local.user("alice").slash(local.general, "verify", text=(article + " and so on" * 500)[:6_000])
    assert say("check-clamped", count=LONGEST_POST) in record.content
    short = await local.user("alice").slash(local.general, "verify", text="a wise man never bombs on mondays")
    assert say("check-clamped", count=LONGEST_POST) not in short.content


@pytest.mark.usefixtures("client")
async def test_words_too_long_for_a_message_are_pointed_at(local: LocalDiscord, answerer: Answerer) -> None:
    """A quote is never cut: the paragraph is named instead."""
    article = answerer.library.stories[0].article.text
    record = await local.user("alice").slash(local.general, "verify", text=article)
    assert record.content.splitlines()[1] == say("quote-too-long", paragraph=1)


@pytest.mark.usefixtures("client")
async def test_what_was_posted_is_echoed_safely(local: LocalDiscord) -> None:
    """In the list of what differs."""
    bob = local.user("bob")
    text = f'Kirby: "Greater than **@everyone** <@{bob.id}> of the strikes that we’ve seen them take to date"'
    record = await local.user("alice").slash(local.general, "verify", text=text)
    assert "@everyone" not in record.content
    assert f"<@{bob.id}>" not in record.content.replace(f"\\<@{bob.id}>", "")
    assert not record.answer.mentions


@pytest.mark.usefixtures("client")
async def test_many_differences_are_counted(local: LocalDiscord) -> None:
    """Only the first few are listed."""
    text = (
        "“Assad continues to be able to hold at his, you see, at his hand the capacity of striking his own folks, "
        "including them who are opposed to the regime,”"
    )
    record = await local.user("alice").slash(local.general, "verify", text=text)
    assert record.content.startswith(f"**{phrases.ALTERED}**")
    assert record.content.count("\n- ") == 6
    assert "\n-# One more word or passage differs.\n" in record.content


@pytest.mark.usefixtures("client")
async def test_many_quotes_fit_a_message_the_worst_first(local: LocalDiscord, answerer: Answerer) -> None:
    """Whatever has no room any more is left out whole."""
    words = answerer.library.stories[0].article.text.replace("“", "").replace("”", "").split()
    quotes = [" ".join(["We", *words[start : start + 30], "*_~`" * 10]) for start in range(0, 300, 25)]
    text = " and ".join(f'Putin said "{quote}"' for quote in ["a wise man never bombs on mondays", *quotes])
    record = await local.user("alice").slash(local.general, "verify", text=text)
    assert record.content.startswith("**The story does not have these words: “a wise man never bombs on mondays”**")
    assert "words" in record.content.partition("\n**")[2]


@pytest.mark.usefixtures("client")
async def test_a_check_speaks_the_persons_language(local: LocalDiscord) -> None:
    """The verdict and whose words they are; not the words."""
    alice = local.user("alice")
    alice.user.locale = "de"
    record = await alice.slash(local.general, "verify", text='Lavrov: "More than 95% of the strikes"')
    head, slice_ = record.content.splitlines()[:2]
    assert head == (
        "**Das sind Worte von John Kirby, nicht von Sergei Lavrov. Ein Wort weicht ab, das den Sinn verändert: "
        "Statt „95“ heißt es in der Geschichte „90“.**"
    )
    assert slice_ == "> “**Greater** than **90**% of the strikes”"
    assert "- Statt „More“ heißt es in der Geschichte „Greater“." in record.content
