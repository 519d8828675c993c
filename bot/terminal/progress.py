"""Progress of long work on a terminal's standard error; where that is piped, nothing."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, Task, TaskID, TextColumn, TimeRemainingColumn
from rich.text import Text

from bot.progress import UNWATCHED, Watch

T = TypeVar("T")


class _Count(MofNCompleteColumn):
    """Says how many of how many, where that is known."""

    def render(self, task: Task) -> Text:
        return Text() if task.total is None else super().render(task)


class _Bar:
    """Shows each step as a line that is gone when it is done."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress

    def each(self, items: Sequence[T], what: str) -> Iterator[T]:
        with self._shown(what, len(items)) as task:
            for item in items:
                yield item
                self._progress.advance(task)

    def during(self, what: str) -> AbstractContextManager[TaskID]:
        return self._shown(what, None)

    @contextmanager
    def _shown(self, what: str, total: int | None) -> Iterator[TaskID]:
        task = self._progress.add_task(what, total=total)
        # A short step would otherwise be over before the next refresh.
        self._progress.refresh()
        try:
            yield task
        finally:
            self._progress.remove_task(task)


@contextmanager
def watching() -> Iterator[Watch]:
    """Watch work for whoever sits at the terminal, if somebody does."""
    console = Console(stderr=True)
    if not sys.stderr.isatty() or console.is_dumb_terminal:
        yield UNWATCHED
        return
    columns = TextColumn("{task.description}"), BarColumn(), _Count(), TimeRemainingColumn(compact=True)
    with Progress(*columns, console=console, transient=True) as progress:
        yield _Bar(progress)
