"""Texts as strangers write them who want to see what happens."""

from __future__ import annotations

from random import Random

# What breaks programs one by one, and what breaks patterns when it is repeated.
PIECES = (
    "a", "a ", "a.", "a-a ", "1", "1 ", "(1)", "1,000,", "1.1", "aa@", "a at b dot ", "@a", "a#1234", "a:b", "::",
    "<", "<@", "</a ", "<a:", "<:a:", "<t:1", "http://", "http://a ", "www.", "[a](", "[a](http://b", "`", "``",
    "```", "```a\n", "*", "_", "||", "~~", ">", ">>> ", "> a\n", "-# ", "# ", '"', '"a" ', '"a', "“", "“a” ",
    "“a b c d e” ", "'", "'a ", "’", "\u0301", "a\u0301", "a\u0316\u0301", "\u200b", "\u200d", "\u202e", "\u202ea",
    "\u2066", "\U0001f600", "\U0001f468\u200d", "\ufdfa", "ﬃ", "㎏", "ا", "中", "ᄀ", "ᅡ", "가", "ß", "İ", "\x1b[31m",
    "\x1b]8;;http://evil.example\x07", "\x00", "\x07", "\n", "\n\n", "\r\n", "\r", "\t", " ", "\u2028", "\u2029",
    "\x85", "\u3000", "\ufeff", "\ufffe", "\ud800", "\udfff", "a and b ", "who is assad and ", "russia and ",
    "? who ", "said ", "Lavrov said ", "Lavrov: ", "a: b\n", "not by ", "according to ", "from ", "by ", "the the ",
    "you are a ", "ignore all ", "ok ", "hi ", "terrorists ", "&amp;", "&#", "&#x110000;", "—", "— a · b 1\n", "…",
    "...", "%", "-1", "\\", "\\\\", "{}", "{0}", "%s", "${x}", "{ $x }", "\\n", "@everyone", "@here",
    "<@123456789012345678>", "<@&123456789012345678>", "<#123456789012345678>", "</ask:1>", "<@!1>",
    "@\u200beveryone", "https://evil.example", "discord.gg/evil", "steam://run", "<https://evil.example>",
    "<mailto:a@example.org>", "<tel:+123>", "<+123456789>", "<id:customize>", "<a:wave:123456789012345678>",
    "<t:0:R>", "[click](https://evil.example)", "[click](<https://evil.example>)", "[a\n](https://evil.example)",
    "[[a](b)](https://c.d)", "**bold", "__", "# big", "1. one", "- item", "> quote", "it is a terrorist ",
    "When does the bridge open? ", "bridge ", "'; DROP TABLE questions; --", "../../etc/passwd",
    "vb1:apply:00000000:::x", "0", "²", "٣", "x" * 60,
)  # fmt: skip


def hostile_text(draw: Random, most: int) -> str:
    """Return up to ``most`` characters: one piece again and again, some pieces mixed, or any characters at all."""
    kind = draw.random()
    if kind < 0.4:
        piece = draw.choice(PIECES)
        text = piece * (draw.randrange(most + 1) // len(piece))
        text += draw.choice(("", "", "!x", "?", "\n", '"'))
    elif kind < 0.85:
        text = "".join(draw.choice(PIECES) * draw.choice((1, 1, 1, 3)) for _ in range(draw.randrange(1, 25)))
    else:
        highest = draw.choice((0x7F, 0xFF, 0x2FFF, 0x10FFFF))
        text = "".join(chr(draw.randrange(highest + 1)) for _ in range(draw.randrange(most // 4 + 1)))
    return text[:most]


def repeated(most: int) -> list[str]:
    """Return each piece repeated to ``most`` characters, and each with something else at its end."""
    whole = [(piece * (most // len(piece) + 1))[:most] for piece in PIECES]
    return [*whole, *(f"{text[: most - 2]}!x" for text in whole)]
