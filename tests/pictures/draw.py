"""Draw the README's pictures: ``python -m tests.pictures.draw``.

The bot is asked on the local Discord, and what it really answers is shown with Discord's look in headless Chromium.
This needs Chromium and, once, ``npm --prefix tests/pictures install && npm --prefix tests/pictures run build``.
"""

from __future__ import annotations

import asyncio
import io
import re
import shutil
import subprocess
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path

from PIL import Image
from rich.console import Console

from bot.answering import phrases
from bot.answering.answerer import Answerer
from bot.answering.desk import Desk
from bot.config import Settings
from bot.discord.client import VerbatimClient
from bot.discord.commands import CHECK_MENU
from bot.stories import load_library
from bot.terminal.screen import Screen
from bot.terminal.talk import Chat
from tests.local_discord import LocalDiscord
from tests.pictures.page import WIDTH, answered, page, said, terminal_page
from tests.shipped import KNOWLEDGE, VAGUE

HERE = Path(__file__).resolve().parent
BUNDLE = HERE / "node_modules" / "components.bundle.js"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--allow-file-access-from-files",
    "--virtual-time-budget=4000",
    "--force-device-scale-factor=1.5",
)
_COLOURS = 64
_TERMINAL_COLUMNS = 88
_SLANG = "so r the russains acutally bombing isis or nah"
_TALK = (_SLANG, "how many kids were killed in the raids")
_CHANGED = '"Greater than 95% of the strikes have not been against ISIS" - John Kirby'

Scene = Callable[[LocalDiscord], Awaitable[list[str]]]


async def _answer(local: LocalDiscord) -> list[str]:
    question = await local.user("alice").says(local.general, _SLANG, mention_bot=True)
    return [said(question), said(await local.next_message(local.general))]


async def _close_call(local: LocalDiscord) -> list[str]:
    for question in VAGUE:
        record = await local.user("alice").slash(local.general, "ask", question=question)
        if record.content.startswith(f"**{phrases.CLOSE_CALL}**"):
            return [answered(record, f"/ask {question}")]
    raise SystemExit("the engine is sure of all vague questions; find others")


async def _quote_check(local: LocalDiscord) -> list[str]:
    post = await local.user("bob").says(local.general, _CHANGED)
    record = await local.user("alice").context_menu(local.general, CHECK_MENU, post)
    return [said(post), answered(record, CHECK_MENU)]


SCENES: dict[str, Scene] = {"answer": _answer, "close-call": _close_call, "quote-check": _quote_check}


def main() -> None:
    """Draw every picture."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None or not BUNDLE.exists():
        raise SystemExit((__doc__ or "").strip())
    answerer = Answerer(load_library(KNOWLEDGE))
    pages = asyncio.run(_pages(answerer)) | {"terminal": _terminal(answerer)}
    for name, content in pages.items():
        _draw(browser, content, HERE / f"{name}.png")


async def _pages(answerer: Answerer) -> dict[str, str]:
    """Ask the bot on a local Discord of its own for each picture."""
    found = {}
    for name, scene in SCENES.items():
        async with LocalDiscord(bot_name="Verbatim") as local:
            bot = VerbatimClient(Desk(answerer), Settings(), guild_ready_timeout=0)
            async with local.running(bot):
                found[name] = page(await scene(local), BUNDLE)
    return found


def _terminal(answerer: Answerer) -> str:
    """Return a page of a talk in the terminal."""
    console = Console(record=True, width=_TERMINAL_COLUMNS, file=io.StringIO(), force_terminal=True, highlight=False)
    talk = Chat(answerer, Screen(console))
    for number, typed in enumerate(_TALK):
        if number:
            console.print()
        console.print(f"[bold cyan]>[/] {typed}")
        console.print()
        talk.take(typed)
    return terminal_page(console.export_html(inline_styles=True, code_format="{code}"))


def _draw(browser: str, content: str, picture: Path) -> None:
    """Measure a page in the browser, then take its picture."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "page.html"
        file.write_text(content, encoding="utf-8")
        start = [browser, *_FLAGS, f"--user-data-dir={folder}/profile"]
        shown = [*start, f"--window-size={WIDTH},2000", "--dump-dom", file.as_uri()]
        dom = subprocess.run(shown, capture_output=True, text=True, check=True, timeout=120).stdout
        measured = re.search(r"<title>(\d+)</title>", dom)
        if measured is None:
            raise SystemExit(f"{picture.name} could not be measured")
        size = f"--window-size={WIDTH},{measured[1]}"
        taken = [*start, size, f"--screenshot={picture}", file.as_uri()]
        subprocess.run(taken, capture_output=True, check=True, timeout=120)
    # Few colours make small files.
    Image.open(picture).convert("RGB").quantize(_COLOURS).save(picture, optimize=True)


if __name__ == "__main__":
    main()
