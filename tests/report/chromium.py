"""A headless Chromium for one test: opens a local file, and is asked through its own protocol on loopback."""

from __future__ import annotations

import asyncio
import base64
import contextlib
import json
import os
import shutil
import signal
import tempfile
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import aiohttp

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-extensions",
    "--disable-sync",
    "--no-first-run",
    "--no-default-browser-check",
    "--hide-scrollbars",
    "--remote-debugging-port=0",
)
_PATIENCE, _PAUSE = 60, 0.05


def find_chromium() -> str | None:
    """Where Chromium is, if it is installed."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


class Page:
    """One page of the browser."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self._last = 0
        self.events: list[dict[str, Any]] = []

    async def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Call a method of the protocol and return its result; events that come before it are kept."""
        self._last += 1
        await self._socket.send_json({"id": self._last, "method": method, "params": parameters})
        while (message := await self._receive()).get("id") != self._last:
            self.events.append(message)
        if "error" in message:
            raise AssertionError(f"{method}: {message['error']}")
        found: dict[str, Any] = message["result"]
        return found

    async def wait_for(self, event: str) -> None:
        """Wait until something has happened."""
        while all(message.get("method") != event for message in self.events):
            self.events.append(await self._receive())

    async def _receive(self) -> dict[str, Any]:
        message = await self._socket.receive(timeout=_PATIENCE)
        found: dict[str, Any] = json.loads(message.data)
        return found

    async def open(self, address: str) -> None:
        """Open a page and wait until it is there; what happened before is forgotten."""
        self.events.clear()
        for domain in ("Page", "Network", "Runtime", "Log"):
            await self.call(f"{domain}.enable")
        await self.call("Page.navigate", url=address)
        await self.wait_for("Page.loadEventFired")

    async def show(self, *, dark: bool = False, width: int = 1200, height: int = 900, media: str = "screen") -> None:
        """Choose a colour scheme, a size and a medium."""
        scheme = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
        await self.call("Emulation.setEmulatedMedia", media=media, features=scheme)
        await self.call(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False
        )

    async def evaluate(self, script: str) -> Any:
        """Return the value of an expression, waiting for it if it is a promise."""
        found = await self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in found, found
        return found["result"].get("value")

    async def press(self, key: str) -> None:
        """Press a key."""
        codes = {"Tab": 9, "Enter": 13, " ": 32, "ArrowDown": 40}
        text = {"Enter": "\r", " ": " "}.get(key, "")
        common = {"key": key, "code": {" ": "Space"}.get(key, key), "windowsVirtualKeyCode": codes[key]}
        await self.call("Input.dispatchKeyEvent", type="keyDown", text=text, **common)
        await self.call("Input.dispatchKeyEvent", type="keyUp", **common)

    async def picture(self, *, whole: bool = False) -> bytes:
        """Return a picture of what is shown as PNG."""
        found = await self.call("Page.captureScreenshot", format="png", captureBeyondViewport=whole)
        return base64.b64decode(found["data"])

    def asked_for(self) -> set[str]:
        """The addresses that the page asked for."""
        sent = [message["params"] for message in self.events if message.get("method") == "Network.requestWillBeSent"]
        return {str(each["request"]["url"]) for each in sent}


@contextlib.asynccontextmanager
async def browser(program: str) -> AsyncIterator[Page]:
    """Start Chromium with a profile of its own, and end it."""
    # Its helpers may still write into the profile while it is being removed.
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        quiet = asyncio.subprocess.DEVNULL
        arguments = (*_FLAGS, f"--user-data-dir={profile}", "about:blank")
        running = await asyncio.create_subprocess_exec(
            program, *arguments, stdout=quiet, stderr=quiet, start_new_session=True
        )
        try:
            async with aiohttp.ClientSession() as session:
                address = await _page_address(session, Path(profile))
                async with session.ws_connect(address, max_msg_size=0) as socket:
                    yield Page(socket)
        finally:
            running.terminate()
            await running.wait()
            with contextlib.suppress(ProcessLookupError):
                os.killpg(running.pid, signal.SIGKILL)


async def _page_address(session: aiohttp.ClientSession, profile: Path) -> str:
    """Return where the first page listens; Chromium writes its port into its profile."""
    file = profile / "DevToolsActivePort"
    port = await _sooner_or_later(lambda: file.read_text(encoding="ascii").split() if file.exists() else [])
    while True:
        async with session.get(f"http://127.0.0.1:{port[0]}/json/list") as answer:
            pages = [each for each in await answer.json() if each["type"] == "page"]
        if pages:
            return str(pages[0]["webSocketDebuggerUrl"])
        await asyncio.sleep(_PAUSE)


async def _sooner_or_later(look: Callable[[], list[str]]) -> list[str]:
    """Return what is to be seen when there is something; a browser tells nobody when it is ready."""
    for _ in range(int(_PATIENCE / _PAUSE)):
        if found := look():
            return found
        await asyncio.sleep(_PAUSE)
    raise TimeoutError("Chromium does not start")
