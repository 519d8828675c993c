"""What a curator has most likely done where YAML can't be read: each of the usual slips in plain words, at its line."""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml

from bot.stories.printing import named

# What YAML takes for a line's end.
BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_UNCLOSED, _COLON, _TOKEN, _DASH = "quoted scalar", "mapping values are not allowed", "cannot start any token", "'-'"
# "answer: Easy: on foot": a key, its text, and a colon within that.
_COLON_IN_TEXT = re.compile(r"\s*(?:- +)*[^\s:#'\"][^:]*:\s+\S.*:(?:\s|$)|\s*- +[^:'\"]*\s[^:'\"]*:\s")
_INDENTED_BY_TAB = re.compile(r" *\t")
_KEY = re.compile(r" *([A-Za-z_]+):(?:\s|$)")
_BRACKETS = {"sequence": "[", "mapping": "{"}
_IN_SINGLE = "Put all of it in '…', and write an apostrophe within it as ''."
_IN_DOUBLE = 'Put all of it in "…", and write a " within it as \\".'
_OTHERWISE = "Check quotation marks, colons and indentation here and on the line above."


@dataclass(frozen=True, slots=True)
class Advice:
    """Where something is wrong, by its line from 1, what, and what to do."""

    line: int | None
    problem: str
    remedy: str


def advice_on(text: str, error: yaml.MarkedYAMLError, loader: type) -> Advice:
    """Say what is wrong with a text that can't be read, for whoever has typed it."""
    lines = BREAK.split(text)
    mark = error.problem_mark or error.context_mark
    # The end of a text is no line of its own.
    at = min(mark.line, len(BREAK.split(text.rstrip("\r\n"))) - 1) if mark else 0
    line = lines[at] if at < len(lines) else ""
    found = _of_marks(text, error, loader, line)
    if found is None:
        problem, remedy = _of_line(line, f"{error.problem} {error.context}")
        what = error.problem or error.context or "it is not YAML"
        found = Advice(at + 1 if mark else None, problem or f"This is not valid YAML: {what}.", remedy)
    return found


def _of_marks(text: str, error: yaml.MarkedYAMLError, loader: type, line: str) -> Advice | None:
    """Tell of a quotation mark that is not closed, or closed too soon or too late."""
    opened, mark = error.context_mark, error.problem_mark
    if opened and _UNCLOSED in (error.context or ""):
        return _unclosed(opened.line, "is never closed")
    if opened and (bracket := _BRACKETS.get((error.context or "").rpartition(" ")[2])) and "flow" in str(error.context):
        problem = f"The {bracket} that begins {'a list' if bracket == '[' else 'keys'} here is never closed."
        return Advice(
            opened.line + 1, problem, f"Close it, or put the text in quotation marks if {bracket} belongs to it."
        )
    quoted = _last_quoted(text, mark, loader) if mark else None
    if quoted is None or mark is None or quoted.end_mark.line != mark.line:
        return None
    if quoted.start_mark.line < mark.line:
        return _unclosed(quoted.start_mark.line, f"is closed only at line {mark.line + 1}")
    letter = line[quoted.start_mark.column : quoted.start_mark.column + 1]
    return Advice(
        mark.line + 1,
        f"More text follows the closing {letter} here: YAML takes what stands between the marks for the whole.",
        _IN_DOUBLE if letter == "'" else _IN_SINGLE,
    )


def _unclosed(line: int, how: str) -> Advice:
    problem = f"The quotation mark that begins a text here {how}."
    return Advice(line + 1, problem, "Close it where the text ends, or leave it out.")


def _last_quoted(text: str, before: yaml.Mark, loader: type) -> yaml.ScalarToken | None:
    """Return the last text in quotation marks before a place."""
    last = None
    try:
        for token in yaml.scan(text, Loader=loader):
            if (token.start_mark.line, token.start_mark.column) >= (before.line, before.column):
                break
            if isinstance(token, yaml.ScalarToken) and token.style in {'"', "'"}:
                last = token
    except yaml.YAMLError:
        pass
    return last


def _of_line(line: str, told: str) -> tuple[str, str]:
    """Return what is wrong with a line, empty if nobody knows, and what to do."""
    if _INDENTED_BY_TAB.match(line):
        return "The line begins with a tab, which YAML does not allow.", "Replace each tab by spaces."
    if _COLON in told and _COLON_IN_TEXT.match(line):
        return "A colon within a text ends it for YAML.", "Put the whole text in quotation marks."
    key = _KEY.match(line)
    if key and key.group(1) == "id":
        return "A `- ` is missing before `id:`.", "Begin each entry with `- id: …`, its other keys below `id`."
    if key and (_COLON in told or _DASH in told or "expected" in told):
        problem = f"The key `{named(key.group(1))}` does not stand below those that it belongs to."
        return problem, "Let the keys of an entry begin below each other."
    if _TOKEN in told and (first := re.search(r"(?:^|[\s:-])([%@`])", line)):
        return f"A text can't begin with {first.group(1)}.", "Put the whole text in quotation marks."
    return "", _OTHERWISE
