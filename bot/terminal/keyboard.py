"""What is typed or piped in, line by line, with history and completion where a person types."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from io import TextIOWrapper

PROMPT = "> "


def someone_types() -> bool:
    """Tell whether a person sits at the terminal, and not a pipe at either end."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()


def typed_lines() -> Iterator[str]:
    """Ask for one line after another until Ctrl-D or Ctrl-C."""
    _forgive_bytes()
    while True:
        try:
            yield input(PROMPT)
        except (EOFError, KeyboardInterrupt):
            return


def piped_lines() -> Iterator[str]:
    """Read standard input to its end."""
    _forgive_bytes()
    yield from sys.stdin or ()


def prepare_editing(completions: Sequence[str]) -> None:
    """Give the prompt arrow keys, a history in memory, and tab completion where the system has readline."""
    try:
        import readline  # Windows has none, and importing it writes to some terminals
    except ImportError:
        return

    def complete(text: str, state: int) -> str | None:
        fitting = [each for each in completions if text.startswith("/") and each.startswith(text)]
        return fitting[state] if state < len(fitting) else None

    readline.set_completer(complete)
    readline.set_completer_delims("")
    libedit = "libedit" in (readline.__doc__ or "")
    readline.parse_and_bind("bind ^I rl_complete" if libedit else "tab: complete")


def _forgive_bytes() -> None:
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")
