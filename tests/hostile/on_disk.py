"""What may stand on a disk in a file's place, or beside it under a name that is none."""

from __future__ import annotations

import contextlib
import os
import socket
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.hostile.valid import ENTRIES


def _outside(file: Path, root: Path) -> None:
    _clear(file)
    file.symlink_to(root / "secret.yaml")


def _outside_by_steps(file: Path, root: Path) -> None:
    _clear(file)
    file.symlink_to(Path("../" * 3 if file.parent.name == "entries" else "../" * 2) / "secret.yaml")


def _loop(file: Path, _: Path) -> None:
    _clear(file)
    file.symlink_to(file.name)


def _dangling(file: Path, _: Path) -> None:
    _clear(file)
    file.symlink_to("nowhere")


def _to_device(file: Path, _: Path) -> None:
    _clear(file)
    file.symlink_to("/dev/zero")


def _pipe(file: Path, _: Path) -> None:
    _clear(file)
    os.mkfifo(file)


def _socket(file: Path, _: Path) -> None:
    _clear(file)
    here = Path.cwd()
    # The name of a socket may have a hundred characters, the folder of a test more.
    os.chdir(file.parent)
    try:
        with socket.socket(socket.AF_UNIX) as bound:
            bound.bind(file.name)
    finally:
        os.chdir(here)


def _folder(file: Path, _: Path) -> None:
    _clear(file)
    file.mkdir()


def _huge(file: Path, _: Path) -> None:
    if not file.is_dir():
        _clear(file)
        file.touch()
        os.truncate(file, 8 * 2**30)


def _unreadable(file: Path, _: Path) -> None:
    if file.exists():
        file.chmod(0)


def _name_of_bytes(file: Path, _: Path) -> None:
    with contextlib.suppress(OSError):
        (file.parent / os.fsdecode(b"n\xff\xfe.yaml")).write_bytes(ENTRIES.replace("id: ", "id: b").encode())


def _name_of_lines(file: Path, _: Path) -> None:
    (file.parent / "a\nERROR forged: line\x1b[31m.yaml").write_bytes(ENTRIES.replace("id: ", "id: c").encode())


def _name_too_long(file: Path, _: Path) -> None:
    (file.parent / f"{'n' * 250}.yaml").write_bytes(ENTRIES.replace("id: ", "id: d").encode())


def _clear(file: Path) -> None:
    if file.is_dir() and not file.is_symlink():
        for each in file.iterdir():
            _clear(each)
        file.rmdir()
    elif file.exists() or file.is_symlink():
        file.unlink()


ON_DISK: Mapping[str, Callable[[Path, Path], None]] = {
    "a link out": _outside,
    "a link out by steps": _outside_by_steps,
    "a link to itself": _loop,
    "a link to nowhere": _dangling,
    "a link to a device": _to_device,
    "a pipe": _pipe,
    "a socket": _socket,
    "a folder": _folder,
    "a huge file": _huge,
    "an unreadable file": _unreadable,
    "a name of bytes": _name_of_bytes,
    "a name of lines": _name_of_lines,
    "a long name": _name_too_long,
}
