"""The page in a real browser: in Chromium where it is installed, and looked over by axe-core where that is."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from tests.report.chromium import NAMES, Page, browser, find_chromium

CHROMIUM = find_chromium()
AXE = Path(__file__).resolve().parent / "node_modules" / "axe-core" / "axe.min.js"
pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason=f"Chromium is not installed (looked for {', '.join(NAMES)})"),
    pytest.mark.asyncio(loop_scope="module"),
]
needs_axe = pytest.mark.skipif(not AXE.exists(), reason="axe-core is not installed: npm --prefix tests/report install")


@pytest.fixture(scope="module")
def address(file: Path) -> str:
    """Where the report lies."""
    return file.resolve().as_uri()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def chromium() -> AsyncIterator[Page]:
    """One browser for all tests."""
    async with browser(str(CHROMIUM)) as found:
        yield found


@pytest_asyncio.fixture(loop_scope="module")
async def opened(chromium: Page, address: str) -> Page:
    """The report, opened anew."""
    await chromium.show()
    await chromium.open("about:blank")
    await chromium.open(address)
    return chromium


async def test_it_opens_without_an_error_and_asks_for_nothing(opened: Page, address: str) -> None:
    """One file, and not a word in the browser's console."""
    await opened.evaluate("document.fonts.ready.then(() => 1)")
    assert {each for each in opened.asked_for() if not each.endswith("/favicon.ico")} == {address}
    complaints = [each for each in opened.events if each.get("method") in {"Log.entryAdded", "Runtime.exceptionThrown"}]
    assert complaints == []


async def test_light_and_dark_follow_the_reader(opened: Page) -> None:
    """Text is darker than the page by day, and lighter by night."""
    brightness = "getComputedStyle(document.body).{}.match(/\\d+/g).slice(0, 3).reduce((sum, part) => sum + +part, 0)"
    for dark in (False, True):
        await opened.show(dark=dark)
        text = await opened.evaluate(brightness.format("color"))
        page = await opened.evaluate(brightness.format("backgroundColor"))
        assert (text > page) is dark


async def test_it_works_with_the_keyboard_alone(opened: Page) -> None:
    """The first stop skips to the report, links and lists open with Enter, the filter with the arrow keys."""
    await opened.press("Tab")
    assert await opened.evaluate("document.activeElement.className") == "skip"
    assert await opened.evaluate("document.activeElement.getBoundingClientRect().top >= 0")
    await opened.press("Enter")
    assert await opened.evaluate("location.hash") == "#main"
    await opened.evaluate("document.querySelector('.article summary').focus()")
    await opened.press("Enter")
    assert await opened.evaluate("document.querySelector('.article details').open")
    await opened.evaluate("document.querySelector('input[type=radio]').focus()")
    await opened.press("ArrowDown")
    assert await opened.evaluate("document.querySelector('.only-look').checked")


async def test_a_slice_leads_to_its_entries_though_their_list_is_closed(opened: Page) -> None:
    """The browser opens the list that holds the place a link leads to."""
    script = """(() => {
        const links = [...document.querySelectorAll('.article p a')];
        links.find(each => each.textContent === 'bridge was closed').click();
        return new Promise(done => setTimeout(() => {
            const target = document.querySelector(':target');
            done([target.tagName, target.closest('details').open, target.querySelectorAll('a[href^="#entry"]').length]);
        }, 100));
    })()"""
    assert await opened.evaluate(script) == ["LI", True, 2]


async def test_entries_that_do_well_can_be_hidden(opened: Page) -> None:
    """Only those that want a look stay."""
    shown = (
        "[...document.querySelectorAll('tbody tr[class]')].filter(row => row.offsetParent).map(row => row.className)"
    )
    assert set(await opened.evaluate(shown)) == {"look", "well"}
    await opened.evaluate("document.querySelector('.only-look').click()")
    assert set(await opened.evaluate(shown)) == {"look"}


@pytest.mark.parametrize("width", [1200, 320])
async def test_nothing_sticks_out(opened: Page, width: int) -> None:
    """Also on a telephone, or enlarged four times, nobody scrolls sideways to read; a table scrolls in itself."""
    await opened.show(width=width)
    assert await opened.evaluate("document.documentElement.scrollWidth") <= width


async def test_it_prints(opened: Page) -> None:
    """In black on white, without what only a screen needs."""
    await opened.show(dark=True, media="print")
    assert await opened.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert await opened.evaluate("getComputedStyle(document.querySelector('nav')).display") == "none"
    assert len((await opened.call("Page.printToPDF"))["data"]) > 10_000


@needs_axe
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
async def test_axe_finds_nothing(opened: Page, dark: bool) -> None:
    """Not one violation of WCAG 2.2 A and AA or of axe's best practices, in either scheme."""
    await opened.show(dark=dark)
    await opened.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    await opened.evaluate(AXE.read_text(encoding="utf-8") + "; true")
    found = await opened.evaluate("axe.run().then(done => done.violations.map(each => [each.id, each.nodes[0].html]))")
    assert found == []
