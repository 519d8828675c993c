"""The README's pictures: there, small, described, and drawn from what the bot writes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.pictures.draw import HERE, SCENES
from tests.pictures.markup import as_html

README = (Path(__file__).resolve().parent.parent / "README.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"!\[([^\]]+)\]\((\S+)\)", README)


def test_every_picture_is_in_the_readme_and_described() -> None:
    """Who can't see it reads what it shows."""
    assert {name for _, name in SHOWN} == {f"tests/pictures/{name}.png" for name in (*SCENES, "terminal")}
    assert all(len(text) > 60 for text, _ in SHOWN)


@pytest.mark.parametrize("name", [*SCENES, "terminal"])
def test_a_picture_is_small(name: str) -> None:
    """The README loads on a phone."""
    data = (HERE / f"{name}.png").read_bytes()
    assert data.startswith(b"\x89PNG")
    assert len(data) < 120_000


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        ("**an answer**", "<div class=line><strong>an answer</strong></div>"),
        ("> one\n> — two\n\n> three", "<discord-quote>one<br>— two</discord-quote><div class=line>&nbsp;</div>"
         "<discord-quote>three</discord-quote>"),
        ("-# story · `entry`", "<discord-subscript>story · <discord-code>entry</discord-code></discord-subscript>"),
        ("- an item", "<div class=item>• an item</div>"),
        ("<@5>: a < b & c", "<div class=line><discord-mention>Ann</discord-mention>: a &lt; b &amp; c</div>"),
        (r"\*\*not bold\*\* \<@5>", "<div class=line>**not bold** &lt;@5&gt;</div>"),
        ("10% **more**, “he” said", "<div class=line>10% <strong>more</strong>, “he” said</div>"),
    ],
)  # fmt: skip
def test_markdown_is_drawn_as_discord_draws_it(content: str, shown: str) -> None:
    """As far as the bot writes it."""
    assert as_html(content, {5: "Ann"}) == shown
