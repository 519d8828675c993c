"""The interface in the languages that people set Discord to: one Fluent file each, English being the source.

The story's words, the curators' answers and their questions are never translated. The format is Project Fluent's
(https://projectfluent.org): translators know it, their tools read it, and it has each language's plurals right.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from babel import core, localedata
from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser

from bot.answering.phrases import Phrase
from bot.memory import remembering

SOURCE = "en"
# A file is all that a language needs.
_FOUND = sorted(file.name.removesuffix(".ftl") for file in files(__name__).iterdir() if file.name.endswith(".ftl"))
CODES = (SOURCE, *(code for code in _FOUND if code != SOURCE))
_KEPT_SENTENCES = 500
# What numbers and plurals are written by; the rest are names of all countries, units, currencies and time zones.
_OF_NUMBERS = frozenset({"decimal_formats", "default_numbering_system", "number_symbols", "plural_form"})


class Language:
    """Says sentences in one language: ``say("failed")``, ``say("version", version="0123abcd")``."""

    def __init__(self, code: str) -> None:
        """Read the language's file."""
        self.code = code
        # Isolation marks would stand around every value and be copied along with quotes.
        self._bundle = FluentBundle([code], use_isolating=False)
        # Where each word stands in its file would be half of what is kept.
        self._bundle.add_resource(FluentParser(with_spans=False).parse(source_of(code)))
        _forget_other_words(code)
        self._kept = remembering(self._said, _KEPT_SENTENCES)

    def __call__(self, key: str, **values: object) -> str:
        """Return the sentence of that key, in English where this language does not have it."""
        # Numbers are what takes long to write, and they come again. Texts may be somebody's, and are not kept.
        if all(type(value) is int for value in values.values()):
            return self._kept(key, **values)
        return self._said(key, **values)

    def _said(self, key: str, **values: object) -> str:
        if not self._bundle.has_message(key):
            return language(SOURCE)(key, **values) if self.code != SOURCE else key
        pattern = self._bundle.get_message(key).value
        return str(self._bundle.format_pattern(pattern, values)[0]) if pattern else key

    def phrase(self, text: str) -> str:
        """Return one of the program's own sentences in this language, and any other text as it is."""
        if self.code == SOURCE or not isinstance(text, Phrase):
            return text
        return self(text.key, **text.values) if self._bundle.has_message(text.key) else text


def _forget_other_words(code: str) -> None:
    """Let go of what Babel has read and no sentence needs: four MiB. The next language has it read anew."""
    for data in map(localedata.load, ("root", code)):
        for name in data.keys() - _OF_NUMBERS:
            del data[name]
    core._global_data = None  # noqa: SLF001 - Babel has no way of its own; without it only the memory stays


@cache
def language(code: str) -> Language:
    """Return a language by its code, read when somebody first needs it: in memory it takes a third of a MiB."""
    return Language(code)


def language_for(locale: object) -> Language:
    """Return the language for one of Discord's locales, such as ``de`` or ``es-419``; English for all others."""
    return language(code_for(locale))


def code_for(locale: object) -> str:
    """Return the code of the language for one of Discord's locales."""
    code = str(locale or SOURCE).partition("-")[0]
    return code if code in CODES else SOURCE


def permission_names(permissions: Iterable[str], say: Language) -> str:
    """Return the names of Discord's permissions as its settings show them."""
    return ", ".join(say(f"permission-{name}") for name in permissions)


def source_of(code: str) -> str:
    """Return the text of a language's file."""
    return files(__name__).joinpath(f"{code}.ftl").read_text(encoding="utf-8")
