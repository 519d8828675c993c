"""The story that a server asks, if it has set one: kept in the records, in memory alone where there are none."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from bot.matching import Stories
from bot.records import Records, RecordsError

if TYPE_CHECKING:
    from bot.discord.speaking import Interaction

_log = logging.getLogger(__name__)


class ServerStories:
    """Which story each server asks, by the ids of both."""

    def __init__(self, records: Records) -> None:
        """Keep them in ``records``."""
        self._records = records
        self._chosen: dict[int, str] = {}

    async def load(self) -> None:
        """Read what was set before the start; where that can't be read, servers ask all stories for now."""
        try:
            self._chosen = {**await self._records.server_stories(), **self._chosen}
        except RecordsError:
            _log.warning("the stories of servers can't be read; all stories are asked until they are set again")

    def of(self, server: int | None) -> str | None:
        """Return the id of a server's story, None if it asks all."""
        return self._chosen.get(server) if server is not None else None

    def set(self, server: int, story: str | None) -> None:
        """Set a server's story, or with None let it ask all."""
        if story is None:
            self._chosen.pop(server, None)
        else:
            self._chosen[server] = story
        self._records.set_story(server, story)

    def asked(self, server: int | None, known: frozenset[str]) -> Stories:
        """Return the stories that a server asks; all if its story is none of the ``known`` ones any more."""
        story = self.of(server)
        return frozenset({story}) if story in known else None


def asked_here(interaction: Interaction) -> Stories:
    """Return the stories that are asked where somebody acts."""
    client = interaction.client
    return client.server_stories.asked(interaction.guild_id, client.desk.edition.story_ids)
