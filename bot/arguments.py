"""A parser of arguments that ends a mistake with one sentence."""

from __future__ import annotations

import argparse
import re
from typing import NoReturn

from rapidfuzz import fuzz, process

from bot.stories.printing import printable

_UNKNOWN = re.compile(r"argument COMMAND: invalid choice: '(.*?)' \(choose from (.*)\)", re.DOTALL)
_MISTAKE = 2


class Parser(argparse.ArgumentParser):
    """Says what is wrong, and what was meant if that can be told, on one line of standard error."""

    def error(self, message: str) -> NoReturn:
        """End the program with status 2."""
        unknown = _UNKNOWN.fullmatch(message)
        said = _no_command(unknown[1], unknown[2]) if unknown else f"{message[:1].upper()}{message[1:]}."
        self.exit(_MISTAKE, f"bot: {printable(said)} `{self.prog} --help` says what there is.\n")


def _no_command(typed: str, known: str) -> str:
    names = re.findall(r"\w+", known)
    near = process.extractOne(typed, names, scorer=fuzz.ratio, score_cutoff=60)
    return f"There is no command '{typed[:40]}'.{f' Did you mean {near[0]}?' if near else ''}"
