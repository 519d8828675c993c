"""Requests as no client would send them."""

from __future__ import annotations

from typing import Any

import aiohttp

from tests.local_discord.server import LocalDiscord


async def post_message(local: LocalDiscord, body: object) -> tuple[int, dict[str, Any]]:
    """Post a message to the general channel; return the status and the reply."""
    headers = {"Authorization": f"Bot {local.token}"}
    url = f"{local.rest_url}/channels/{local.general.id}/messages"
    async with aiohttp.ClientSession(headers=headers) as session, session.post(url, json=body) as response:
        return response.status, await response.json()
