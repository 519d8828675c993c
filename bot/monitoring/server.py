"""Serving /healthz and /metrics on a port of their own, which only this machine sees unless told otherwise."""

from __future__ import annotations

import ipaddress
import json
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from aiohttp import web

from bot.monitoring.metrics import LogCounter, Metrics
from bot.monitoring.vitals import Vitals, health

_log = logging.getLogger(__name__)


@asynccontextmanager
async def serving(host: str, port: int, look: Callable[[], Vitals], metrics: Metrics) -> AsyncIterator[int | None]:
    """Serve while the context lasts; the value is the port, None where it could not be opened.

    A port that can't be opened is one line in the log: answering is what the bot is for, and whoever watches the port
    sees that nobody is there.
    """
    counter = LogCounter(metrics)
    logging.getLogger().addHandler(counter)
    runner = web.AppRunner(application(look, metrics), access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    try:
        yield await _opened(runner, host, port)
    finally:
        await runner.cleanup()
        logging.getLogger().removeHandler(counter)


def application(look: Callable[[], Vitals], metrics: Metrics) -> web.Application:
    """Return what answers: two addresses that can only be read."""

    async def healthz(_: web.Request) -> web.Response:
        is_well, found = health(look())
        text = json.dumps(found)
        return web.Response(text=text, status=200 if is_well else 503, content_type="application/json")

    async def figures(request: web.Request) -> web.Response:
        page, content_type = metrics.page(request.headers.get("Accept", ""))
        return web.Response(body=page, headers={"Content-Type": content_type})

    app = web.Application()
    app.router.add_get("/healthz", healthz)
    app.router.add_get("/metrics", figures)
    app.on_response_prepare.append(_without_versions)
    return app


async def _without_versions(_: web.Request, response: web.StreamResponse) -> None:
    """Tell nobody which versions of what are running."""
    response.headers["Server"] = "verbatim"


async def _opened(runner: web.AppRunner, host: str, port: int) -> int | None:
    try:
        await web.TCPSite(runner, host, port).start()
    except OSError as error:
        _log.error(
            "no /healthz and no /metrics: port %d of %s can't be opened (%s); the bot goes on without them",
            port,
            host,
            error.strerror or error,
        )
        return None
    opened = int(runner.addresses[0][1])
    _log.info("/healthz and /metrics are served on port %d of %s", opened, host)
    if not is_loopback(host):
        _log.warning("MONITORING_HOST is %s: other machines can read /healthz and /metrics, with no password", host)
    return opened


def is_loopback(host: str) -> bool:
    """Tell whether only this machine reaches an address."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
