"""Learning apart: in a child process, so that its memory goes with it and whoever answers meanwhile is not held up.

The child gets the library through a pipe and gives what it learnt back through another. It is never needed: if it can't
be started, dies or takes too long, the log says so, and this process learns by itself.
"""

from __future__ import annotations

import logging
import os
import pickle
import subprocess
import sys
import tempfile
import threading
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from bot.errors import BotError
from bot.matching.learnt import Learnt, unpacked
from bot.matching.material import follow_ups_of
from bot.matching.sealed import DamagedError, opened
from bot.stories import Library

_log = logging.getLogger(__name__)
# Reading twenty thousand new phrasings by meaning takes a minute or two on a slow machine.
_MOST_SECONDS = 600.0


class StoppedError(BotError):
    """The program ends: nobody needs what was being learnt."""


@dataclass(frozen=True)
class Lesson:
    """What a child gets.

    encoder: the name of the encoder to read meanings with, None to go by the words alone.
    points: the folder in which meanings are kept.
    beside: something else goes on meanwhile, and comes first.
    """

    library: Library
    encoder: str | None
    points: Path | None
    beside: bool


class Apart:
    """Has a child process learn, one at a time."""

    def __init__(
        self, environment: Mapping[str, str], points: Path | None = None, seconds: float = _MOST_SECONDS
    ) -> None:
        """Give the child this environment, and a folder to keep meanings in; without one, as long as this lives."""
        self._environment = {**environment, "OPENBLAS_NUM_THREADS": "1", "PYTHONPATH": os.pathsep.join(sys.path)}
        self._points, self._seconds = points, seconds
        self._own: tempfile.TemporaryDirectory[str] | None = None
        self._child: subprocess.Popen[bytes] | None = None
        self._lock, self._stopped, self._beside = threading.Lock(), False, False

    def start(self) -> None:
        """Start the child beforehand: it imports what it needs while the library is read."""
        with suppress(OSError):
            self._started()

    def learn(self, library: Library, encoder: str | None) -> tuple[Learnt, bytes] | None:
        """Return what a child has learnt, as such and as bytes; None, after a line in the log, if there was none.

        Raises StoppedError if this was stopped meanwhile.
        """
        try:
            lesson = Lesson(library, encoder, self._folder() if encoder else None, self._beside)
            body = opened(self._taught(lesson))
            return unpacked(body), body
        except subprocess.TimeoutExpired:
            self._tell(f"took more than {self._seconds:.0f} s")
        except OSError as error:
            self._tell(f"could not be started: {error.strerror or error}")
        except _DiedError as error:
            self._tell(f"ended with status {error.status}")
        except (DamagedError, ValueError, KeyError, TypeError):
            self._tell("gave back something else")
        finally:
            self._end()
        return None

    def settled(self) -> None:
        """From now on others are answered while a child learns."""
        self._end()
        self._beside = True

    def stop(self) -> None:
        """End the child, if there is one, and start no other."""
        with self._lock:
            self._stopped = True
        self._end(wait=False)

    def _started(self) -> subprocess.Popen[bytes]:
        with self._lock:
            if self._stopped:
                raise StoppedError
            if self._child is None:
                self._child = subprocess.Popen(  # noqa: S603 - our own module, by our own interpreter
                    _command(),
                    env=self._environment,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.PIPE,
                    # Whoever presses Ctrl+C means this process; the child ends with it.
                    start_new_session=True,
                )
            return self._child

    def _taught(self, lesson: Lesson) -> bytes:
        child = self._started()
        # Given on a thread, because a child may take nothing: how long that may last is up to what it gives back.
        to_child, child.stdin = child.stdin, None
        giving = threading.Thread(target=_give, args=(lesson, to_child))
        giving.start()
        try:
            found, told = child.communicate(timeout=self._seconds)
        finally:
            child.kill()
            giving.join()
        for line in filter(None, told.decode(errors="replace").splitlines()):
            _log.warning("learning apart: %s", line)
        if child.returncode:
            if self._stopped:
                raise StoppedError
            raise _DiedError(child.returncode)
        return found

    def _end(self, *, wait: bool = True) -> None:
        """Leave no child behind, nor anything of one that has ended."""
        child = self._child
        if child is None:
            return
        with suppress(OSError):
            child.kill()
        if wait:
            child.wait()
            for pipe in (child.stdin, child.stdout, child.stderr):
                if pipe:
                    with suppress(OSError):
                        pipe.close()
            self._child = None

    def _folder(self) -> Path | None:
        if self._points is None and self._own is None:
            with suppress(OSError):
                self._own = tempfile.TemporaryDirectory(prefix="verbatim-", ignore_cleanup_errors=True)
        return self._points or (Path(self._own.name) if self._own else None)

    @staticmethod
    def _tell(what: str) -> None:
        _log.warning("the process that learns apart %s; this one learns by itself", what)


class _DiedError(Exception):
    """The child has ended before its time."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


def _give(lesson: Lesson, to_child: IO[bytes]) -> None:
    """Give a child its lesson; what it has not read when it ends is lost."""
    with suppress(OSError), to_child:
        _send(lesson, to_child)
        if not lesson.beside:
            # Nobody waits for answers here, so this reads one part while the child reads another.
            _send(follow_ups_of(lesson.library), to_child)


def _send(what: object, to_child: IO[bytes]) -> None:
    # Not as one string, which would keep every other thread waiting until it is whole.
    pickle.dump(what, to_child, pickle.HIGHEST_PROTOCOL)
    to_child.flush()


def _command() -> list[str]:
    quiet = ["-B"] if sys.dont_write_bytecode else []
    return [sys.executable, "-P", *quiet, "-m", "bot.matching.child", str(os.getpid())]
