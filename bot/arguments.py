"""Reading a command line: what is mistyped is one sentence, and a command or an option that it is like is named."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NoReturn

from bot.errors import BotError
from bot.stories.printing import printable


class UsageError(BotError):
    """A command line that can't be understood."""

    def __init__(self, sentence: str) -> None:
        """Tell what is typed as a terminal can show it."""
        super().__init__(printable(sentence))


class Parser(argparse.ArgumentParser):
    """Argparse's parser, which tells mistakes as this program does: by an error that says what to do."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        """Know no command and no option yet."""
        self.commands: Mapping[str, Parser] = {}
        self.flags: list[str] = []
        super().__init__(*arguments, **options)

    def add_subparsers(self, **options: Any) -> Any:
        """Keep the commands."""
        found = super().add_subparsers(dest="command_name", **options)
        self.commands = found.choices
        return found

    def add_argument(self, *names: Any, **options: Any) -> argparse.Action:
        """Keep the options."""
        self.flags += [name for name in names if name.startswith("-")]
        return super().add_argument(*names, **options)

    def error(self, message: str) -> NoReturn:
        """Raise a UsageError in place of printing the usage."""
        raise UsageError(f"{message[:1].upper()}{message[1:].rstrip('.')}. See `{self.prog} --help`.")

    def understood(self, arguments: Sequence[str]) -> argparse.Namespace:
        """Return what a command line says; raise UsageError, with what may be meant, for one that is mistyped."""
        first = next(iter(arguments), "-")
        if not first.startswith("-") and first not in self.commands:
            raise UsageError(f"There is no command {first}.{_meant(first, self.commands, self.prog)}")
        options, unknown = self.parse_known_args(arguments)
        if unknown:
            parser = self.commands.get(options.command_name or "", self)
            raise UsageError(f"{unknown[0]} is not known here.{_meant(unknown[0], parser.flags, parser.prog)}")
        return options


def _meant(word: str, known: Iterable[str], program: str) -> str:
    from difflib import get_close_matches  # only what is mistyped needs it

    near = get_close_matches(word, list(known), n=1)
    return f" Did you mean {near[0]}?" if near else f" See `{program} --help`."
