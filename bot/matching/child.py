"""The child process of bot/matching/apart.py: reads a lesson, learns it, writes what came of it, and ends.

``python -m bot.matching.child PARENT``: it ends too when the process PARENT has.
"""

from __future__ import annotations

import gc
import os
import pickle
import sys
import threading
import time
from collections.abc import Sequence
from typing import Any

import numpy as np

from bot.matching.apart import Lesson
from bot.matching.encoder import Encoder, load_encoder
from bot.matching.learning import learn
from bot.matching.learnt import packed
from bot.matching.material import Material
from bot.matching.meanings import Meanings
from bot.matching.scorers import HeadScorer
from bot.matching.sealed import sealed

_LOOK_SECONDS = 0.2
_HAND_OVER_SECONDS = 1e-4
# How far behind those who answer a child stands for the processor.
_BEHIND = 10


def main(parent: int) -> int:
    """Learn one lesson; the status is 3 if it is none for a child, because a head is not what scores it."""
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    # It lives for seconds: neither does it look for what is not needed, nor does it tidy up at its end.
    gc.disable()
    # Two threads train while a third reads: each hand-over would wait for the usual 5 ms.
    sys.setswitchinterval(_HAND_OVER_SECONDS)
    lesson: Lesson = _given()
    if lesson.beside:
        os.nice(_BEHIND)
    meanings = Meanings(_Later(lesson.encoder), lesson.points) if lesson.encoder else None
    # Where nobody waits for answers, the parent reads these meanwhile.
    learnt = learn(Material(lesson.library, meanings, None if lesson.beside else _given))
    if not isinstance(learnt.scorer, HeadScorer):
        return 3
    sys.stdout.buffer.write(sealed(packed(learnt, learnt.scorer)))
    sys.stdout.buffer.flush()
    return 0


def _given() -> Any:
    """Return what the parent gives next."""
    return pickle.load(sys.stdin.buffer)  # noqa: S301 - from the process that started this one


class _Later(Encoder):
    """The encoder, loaded only if there is a text whose meaning nobody has kept."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._loaded: Encoder | None = None

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """Return texts as points."""
        self._loaded = self._loaded or load_encoder(with_reader=False)
        return self._loaded.encode(texts)


def _end_with(parent: int) -> None:
    """End this process when the one that started it has ended: nobody would take what it learns."""
    while os.getppid() == parent:
        time.sleep(_LOOK_SECONDS)
    os._exit(1)


if __name__ == "__main__":
    status = main(int(sys.argv[1]))
    sys.stderr.flush()
    os._exit(status)
