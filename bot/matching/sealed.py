"""Files that begin with the SHA-256 of the rest: written whole or not at all, and never trusted."""

from __future__ import annotations

import hashlib
import tempfile
from pathlib import Path

_DIGEST_BYTES = 32


class DamagedError(ValueError):
    """The file is not what was written."""


def read_sealed(file: Path) -> bytes | None:
    """Return what was written, or None if there is no such file; raise DamagedError if it was changed."""
    try:
        data = file.read_bytes()
    except OSError:
        return None
    return opened(data)


def sealed(body: bytes) -> bytes:
    """Return bytes behind their SHA-256."""
    return hashlib.sha256(body).digest() + body


def opened(data: bytes) -> bytes:
    """Return what was sealed; raise DamagedError if it was changed."""
    body = data[_DIGEST_BYTES:]
    if hashlib.sha256(body).digest() != data[:_DIGEST_BYTES]:
        raise DamagedError("the hash is another")
    return body


def write_sealed(file: Path, body: bytes) -> None:
    """Write a file in one step, its folder too; raise OSError if it can't be written."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=file.parent, delete=False) as written:
        beside = Path(written.name)
        try:
            written.write(sealed(body))
            written.flush()
            beside.replace(file)
        except BaseException:
            # Half a file is of no use to anybody, least of all on a full disk.
            beside.unlink(missing_ok=True)
            raise
