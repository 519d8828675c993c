"""Knowledge folders as somebody makes them who means harm, or whose disk, editor or program was at fault.

Everything is drawn from one ``random.Random``, so that a seed is a folder, and hypothesis can shrink what it finds.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

import yaml

from tests.hostile.on_disk import ON_DISK
from tests.hostile.texts import hostile_text
from tests.hostile.valid import SECRET, VALID

_MOST_BYTES = 200_000


@dataclass
class Hostile:
    """A story folder to be: the bytes of its files, and what is done to it on the disk after they are written."""

    files: dict[str, bytes] = field(default_factory=lambda: dict(VALID))
    done: list[tuple[str, str]] = field(default_factory=list)

    def write(self, root: Path, name: str = "bridge") -> Path:
        """Write it under a knowledge folder beside which a secret lies; return the knowledge folder."""
        knowledge = root / "knowledge"
        folder = knowledge / name
        (folder / "entries").mkdir(parents=True)
        (root / "secret.yaml").write_text(f"- {SECRET}\n", encoding="utf-8")
        for file, data in self.files.items():
            (folder / file).write_bytes(data)
        for act, file in self.done:
            # What was done before may leave no room for it: a folder that is a link to nowhere, for one.
            with contextlib.suppress(OSError):
                ON_DISK[act](folder / file, root)
        return knowledge


def hostile_folder(draw: Random) -> Hostile:
    """Return a valid story with one to three things done to it."""
    made = Hostile()
    for _ in range(draw.choice((1, 1, 1, 2, 3))):
        draw.choice(WAYS)(made, draw)
    return made


def bytes_changed(made: Hostile, draw: Random) -> None:
    """Flip, insert, drop, double or swap bytes of one file, as a bad disk or a fuzzer does."""
    file, data = _drawn(made, draw)
    for _ in range(draw.choice((1, 1, 2, 5, 20))):
        data = draw.choice(BYTE_CHANGES)(data, draw)[:_MOST_BYTES]
    made.files[file] = data


def values_changed(made: Hostile, draw: Random) -> None:
    """Change the values of a YAML file as a program or a careless hand does, and write it some other way."""
    file = draw.choice(["story.yaml", "entries/all.yaml"])
    try:
        value = yaml.safe_load(made.files[file])
    except Exception:
        return
    for _ in range(draw.choice((1, 1, 2, 4))):
        value = _changed(value, draw)
    dumped = draw.choice((_as_yaml, _as_json))(value)
    made.files[file] = dumped.encode("utf-8", "surrogatepass")


def line_added(made: Hostile, draw: Random) -> None:
    """Put one of YAML's traps into a file, at some line."""
    file = draw.choice(["story.yaml", "entries/all.yaml"])
    lines = made.files.get(file, b"").split(b"\n")
    at = draw.randrange(len(lines) + 1)
    indent = b" " * draw.choice((0, 0, 2, 4, 6))
    lines.insert(at, indent + draw.choice(TRAPS).encode())
    made.files[file] = b"\n".join(lines)


def encoded_otherwise(made: Hostile, draw: Random) -> None:
    """Write a file in another encoding, or with marks at its beginning."""
    file, data = _drawn(made, draw)
    text = data.decode("utf-8", "replace")
    marks = (b"\xef\xbb\xbf" * 2, b"\xfe\xff", b"\x00", b"\x1a", b"#!/bin/sh\n", b"\x1f\x8b\x08")
    if draw.random() < 0.6:
        made.files[file] = text.encode(draw.choice(("utf-16", "utf-32", "latin-1", "cp1252", "utf-7")), "replace")
    else:
        made.files[file] = draw.choice(marks) + data


def put_on_disk(made: Hostile, draw: Random) -> None:
    """Put something that is no file in a file's place, or under a name that is none."""
    file = draw.choice([*VALID, "entries", "entries/more.yaml", "entries/x.yml"])
    made.done.append((draw.choice(list(ON_DISK)), file))


def file_gone(made: Hostile, draw: Random) -> None:
    """Leave a file out, or empty."""
    file, _ = _drawn(made, draw)
    if draw.random() < 0.5:
        del made.files[file]
    else:
        made.files[file] = draw.choice((b"", b"\n", b" \t\n", b"#\n", b"---\n", b"[]\n", b"{}\n", b"~\n"))


def text_hostile(made: Hostile, draw: Random) -> None:
    """Write what strangers write into the article, or in the place of a value."""
    text = hostile_text(draw, 400)
    if draw.random() < 0.4:
        article = made.files.get("article.txt", b"").decode("utf-8", "replace")
        at = draw.randrange(len(article) + 1)
        made.files["article.txt"] = (article[:at] + text + article[at:]).encode("utf-8", "surrogatepass")
        return
    file = draw.choice(["story.yaml", "entries/all.yaml"])
    lines = made.files.get(file, b"a: b").split(b"\n")
    at = draw.randrange(len(lines))
    key, colon, _ = lines[at].partition(b": ")
    lines[at] = key + (colon or b": ") + json.dumps(text).encode()
    made.files[file] = b"\n".join(lines)


WAYS: tuple[Callable[[Hostile, Random], None], ...] = (
    bytes_changed,
    bytes_changed,
    values_changed,
    values_changed,
    line_added,
    encoded_otherwise,
    put_on_disk,
    file_gone,
    text_hostile,
)


def _drawn(made: Hostile, draw: Random) -> tuple[str, bytes]:
    file = draw.choice(list(VALID))
    made.files.setdefault(file, VALID[file])
    return file, made.files[file]


ODD_BYTES = (
    b"\x00", b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xef\xbb\xbf", b"\r", b"\t", b"\x1b[31m",
    b"\x85", b"\xe2\x80\xae", b"\xe2\x80\xa8", b"&a ", b"*a", b"!x ", b"|", b">-", b"%", b"@", b"`", b"- ", b": ",
    b"? ", b"[", b"{", b'"', b"'", b"#", b"\n", b"\n---\n", b"\n...\n", b"<<: ", b"\\", b'"\\ud800"',
)  # fmt: skip


def _flip(data: bytes, draw: Random) -> bytes:
    if not data:
        return data
    at = draw.randrange(len(data))
    return data[:at] + bytes([data[at] ^ 1 << draw.randrange(8)]) + data[at + 1 :]


def _insert(data: bytes, draw: Random) -> bytes:
    at = draw.randrange(len(data) + 1)
    return data[:at] + draw.choice(ODD_BYTES) + data[at:]


def _drop(data: bytes, draw: Random) -> bytes:
    start, end = sorted((draw.randrange(len(data) + 1), draw.randrange(len(data) + 1)))
    return data[:start] + data[min(end, start + 40) :]


def _double(data: bytes, draw: Random) -> bytes:
    start, end = sorted((draw.randrange(len(data) + 1), draw.randrange(len(data) + 1)))
    return data[:end] + data[start:end] * draw.choice((1, 1, 50)) + data[end:]


def _cut(data: bytes, draw: Random) -> bytes:
    return data[: draw.randrange(len(data) + 1)]


def _noise(data: bytes, draw: Random) -> bytes:
    at = draw.randrange(len(data) + 1)
    return data[:at] + draw.randbytes(draw.randrange(1, 20)) + data[at:]


BYTE_CHANGES = (_flip, _flip, _insert, _insert, _drop, _double, _cut, _noise)


def _nested(depth: int) -> Any:
    return [_nested(depth - 1)] if depth else "deep"


ODD_VALUES: tuple[Callable[[Random], Any], ...] = (
    lambda _: None,
    lambda _: [],
    lambda _: {},
    lambda _: "",
    lambda _: " \t ",
    lambda _: True,
    lambda _: 10**400,
    lambda _: -1,
    lambda _: 0,
    lambda _: 1.5e300,
    lambda draw: _nested(draw.choice((3, 18, 25, 60))),
    lambda _: {"a": {"b": {"c": []}}},
    lambda _: [[], {}, None, "x"],
    lambda _: "x" * 2_500,
    lambda _: "../../../../etc/passwd",
    lambda _: "/dev/zero",
    lambda _: "file:///etc/passwd",
    lambda _: "https://x> @everyone [click](https://evil.example)",
    lambda _: "@everyone <@1> **bold** `code`",
    lambda _: "__import__('os').system('id')",
    lambda _: "{0.__class__}",
    lambda draw: hostile_text(draw, 300),
    lambda draw: {hostile_text(draw, 30): hostile_text(draw, 30)},
    lambda draw: [hostile_text(draw, 60) for _ in range(5)],
    lambda _: "The old bridge was closed",
    lambda _: "won't open before",
    lambda _: ["The bridge"] * 300,
)


def _changed(value: Any, draw: Random) -> Any:
    """Change one value somewhere below a value."""
    if isinstance(value, dict) and value and draw.random() < 0.85:
        key = draw.choice(list(value))
        made = dict(value)
        act = draw.random()
        if act < 0.12:
            del made[key]
        elif act < 0.2:
            made[draw.choice((f"{key}s", key.upper() if isinstance(key, str) else "x", "id", "quote", "<<"))] = (
                made.pop(key)
            )
        else:
            made[key] = _changed(value[key], draw)
        return made
    if isinstance(value, list) and value and draw.random() < 0.85:
        at = draw.randrange(len(value))
        act = draw.random()
        if act < 0.1:
            return [*value, value[at]]
        if act < 0.2:
            return value[:at] + value[at + 1 :]
        return [*value[:at], _changed(value[at], draw), *value[at + 1 :]]
    return draw.choice(ODD_VALUES)(draw)


def _as_yaml(value: Any) -> str:
    return yaml.safe_dump(value, allow_unicode=True, width=60, sort_keys=False)


def _as_json(value: Any) -> str:
    return json.dumps(value)


TRAPS = (
    "a: &a [x, x]",
    "b: *a",
    "bomb: [&a [l,l], &b [*a,*a,*a,*a], &c [*b,*b,*b,*b], *c]",
    "<<: {title: x}",
    "<<: *base",
    "x: !!python/object/apply:os.system ['touch pwned']",
    "x: !!python/name:os.system",
    "x: !!binary R0lGODlhDAAMAIQ=",
    "!!set {a, b}",
    "x: !include /etc/passwd",
    "%YAML 9.9",
    "%TAG ! tag:evil.example:",
    "---",
    "...",
    "? [a, b]",
    "? {a: b}",
    ": x",
    "[" * 5_000,
    "{a: " * 5_000,
    "- " * 200 + "x",
    "? " * 200 + "x",
    "x: " + "9" * 6_000,
    "paragraph: " + "9" * 6_000,
    "paragraph: 0x1F",
    "paragraph: -3",
    "paragraph: 1e400",
    "in_story: maybe",
    "date: 2001-12-14t21:59:43.10-05:00",
    "x: 190:20:30",
    'x: "\\0"',
    'x: "\\e[31m"',
    'x: "\\ud800"',
    'x: "\\U00110000"',
    'x: "\\u202e\\u200b"',
    "\tx: tab",
    "x: |99",
    "x: >-",
    "x: 'never closed",
    'x: "never closed',
    "x: @at",
    "x: `tick`",
    "x: %percent",
    "- title: x",
    "title: x",
    "id: opening-day",
    "entries/../../secret.yaml",
    "# " + "c" * 5_000,
    "k" * 2_000 + ": long key",
    "\u2028x: separator",
)
