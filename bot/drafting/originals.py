"""Reading the file that a story is to be made from: text, or a web page as it was saved."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from pathlib import Path

from bot.errors import BotError
from bot.stories.yaml_source import MOST_BYTES

# The first bytes of what people try by mistake, and what it is called.
_BINARY = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a Word, OpenDocument or ZIP file",
    b"\xd0\xcf\x11\xe0": "an old Word file",
    b"{\\rtf": "an RTF file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "a compressed file",
}
_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_CHARSET = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_CHARSET_WITHIN = 4_096
# What pages call by these names is read as this by every browser.
_REALLY = {"iso-8859-1": "windows-1252", "iso8859-1": "windows-1252", "ascii": "windows-1252"}
_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_PAGE_ENDINGS = {".html", ".htm", ".xhtml"}
# These never stand in a text.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")


class DraftError(BotError):
    """Why no story can be started from a file, and what to do."""


@dataclass(frozen=True, slots=True)
class Original:
    """An article as its file has it: paragraphs in order, and what the file says of it.

    has_headline: the first paragraph is the title.
    """

    title: str
    paragraphs: tuple[str, ...]
    has_headline: bool
    publisher: str | None = None
    url: str | None = None
    date: str | None = None

    @property
    def text(self) -> str:
        """The article as it is kept: a blank line between paragraphs."""
        return "\n\n".join(self.paragraphs) + "\n"


def read_original(file: Path) -> Original:
    """Read an article; raise DraftError with one sentence where that can't be done."""
    data = _bytes_of(file)
    text = _decoded(file, data)
    if not text.strip():
        raise DraftError(f"{file} is empty. Put the article's text into it.")
    if _is_page(file, text):
        from bot.drafting.pages import read_page  # an extra

        return read_page(file, text)
    from bot.drafting.plain import read_plain

    return read_plain(text)


def _bytes_of(file: Path) -> bytes:
    try:
        if not file.exists():
            raise DraftError(f"There is no file {file}.{_address(file)}")
        if not file.is_file():
            raise DraftError(f"{file} is not a file. Name the file that holds the article.")
        if file.stat().st_size > MOST_BYTES:
            raise DraftError(f"{file} is larger than {MOST_BYTES // 2**20} MiB. Cut the article out of it.")
        return file.read_bytes()
    except OSError as error:
        raise DraftError(f"{file} can't be read: {error.strerror}.") from None


def _address(file: Path) -> str:
    address = re.match(r"https?:/", str(file))
    return " Save the page in your browser first, and name the saved file." if address else " Check its name."


def _decoded(file: Path, data: bytes) -> str:
    """Return the text: UTF-8, what a byte order mark says, or what a web page says of itself. Nothing is guessed."""
    kind = next((name for start, name in _BINARY.items() if data.startswith(start)), None)
    if kind:
        raise DraftError(f"{file} is {kind}, not text or HTML. Copy the article's text into a .txt file.")
    mark = next((name for start, name in _MARKS.items() if data.startswith(start)), None)
    encoding = mark or _declared(data) or "utf-8"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        if b"\0" in data[: error.start + 4]:
            raise _not_text(file) from None
        line = data.count(b"\n", 0, error.start) + 1
        named = "UTF-8 text" if encoding == "utf-8" else f"{encoding}, as it says"
        raise DraftError(f"{file}:{line} is not {named}. Save the file as UTF-8, and check its accents.") from None
    if _CONTROL.search(text):
        raise _not_text(file)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _not_text(file: Path) -> DraftError:
    return DraftError(f"{file} is not a text or HTML file. Copy the article's text into a .txt file.")


def _declared(data: bytes) -> str | None:
    """Return the encoding that a web page declares, if it is one that there is."""
    found = _CHARSET.search(data[:_CHARSET_WITHIN])
    name = found.group(1).decode("ascii").lower() if found else ""
    try:
        return codecs.lookup(_REALLY.get(name, name)).name if name else None
    except LookupError:
        return None


def _is_page(file: Path, text: str) -> bool:
    return file.suffix.casefold() in _PAGE_ENDINGS or _PAGE.match(text) is not None
