"""Where knowledge comes from, and how it becomes an edition beside a bot that is answering."""

from __future__ import annotations

import gc
from dataclasses import dataclass, field
from pathlib import Path

from bot.answering.answerer import Answerer
from bot.answering.conversation import Conversations
from bot.answering.desk import Edition
from bot.matching import Apart, Cache, Meanings
from bot.memory import gently, trim
from bot.stories import Library, Shelf, load_library


@dataclass(frozen=True)
class Source:
    """A knowledge folder, and what reading and learning it goes by, shared by all.

    The cache, the encoder's meanings, the child; and the shelf of what was read.
    """

    folder: Path
    cache: Cache | None = None
    meanings: Meanings | None = None
    apart: Apart | None = None
    shelf: Shelf = field(default_factory=Shelf)

    def read(self) -> Library:
        """Read and verify the folder whole; raise KnowledgeError with all of its faults."""
        with gently():
            return load_library(self.folder, self.shelf)

    def learn(self, library: Library, conversations: Conversations) -> Edition:
        """Learn a library; the talks of the edition in use go on in the new one."""
        with gently():
            return Edition(Answerer(library, conversations, self.cache, self.meanings, self.apart))

    def close(self) -> None:
        """End what is being learnt: nobody will need it."""
        if self.apart is not None:
            self.apart.stop()

    @staticmethod
    def tidy() -> None:
        """Give back what learning needed and what was replaced."""
        gc.collect()
        trim()
