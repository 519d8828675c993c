"""What was drafted, in words, with what to do next."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.drafting.phrasings import start_of
from bot.drafting.start import Started
from bot.matching.lexicon import common_words
from bot.speech import Certainty, Quotation

_MOST_PLACES = 5
# Of English articles half of the words are common ones that mean something, of other languages' a sixth at most.
_ENGLISH = 0.3
_WORD = re.compile(r"[^\W\d_]+")
_MARKS = "“„«\"'‘"


def as_text(started: Started) -> str:
    """Say what was found and made, and how to go on."""
    folder = started.folder
    lines = [
        f"Started {folder} from {_named(started.original.title)}: {_found(started)}.",
        f"{_count(started.entries, 'draft entry', 'draft entries')} with {started.phrasings} phrasings wait in "
        f"{folder / 'entries'}, each marked DRAFT.",
        *_doubts(started),
        "",
        "Next: read the drafts, put them right, delete what nobody will ask. Then",
        f"  python -m bot check {folder}",
        f"  python -m bot chat --knowledge {folder}",
        f"  python -m bot report --knowledge {folder}",
    ]
    return "\n".join(lines)


def _named(title: str) -> str:
    """Put a title into quotation marks, but for one that is a quotation itself."""
    return title if title[0] in _MARKS else f"“{title}”"


def _found(started: Started) -> str:
    quotations = started.reading.quotations
    speakers = {quotation.speaker for quotation in quotations if quotation.speaker}
    paragraphs = _count(len(started.original.paragraphs), "paragraph", "paragraphs")
    if not quotations:
        return f"{paragraphs}; no quotations were found in it"
    spoken = _count(len(quotations), "quotation", "quotations")
    return f"{paragraphs}, {spoken} of {_count(len(speakers), 'speaker', 'speakers')}"


def _doubts(started: Started) -> list[str]:
    """Say what must be looked at first."""
    nobody = [quotation for quotation in started.reading.quotations if quotation.speaker is None]
    guessed = [each for each in started.reading.quotations if each.speaker and each.certainty is Certainty.GUESSED]
    found = []
    if not _is_english(started.original.text):
        found.append("Few of its words are English. People are answered in English alone, and who speaks is a guess.")
    if not started.original.has_headline:
        found.append("No headline was found: write the title in story.yaml.")
    if guessed:
        found.append(f"Who speaks is a guess at {_count(len(guessed), 'quotation', 'quotations')}: look for “guess”.")
        found += _places(started, guessed)
    if nobody:
        found.append(f"Who speaks is not known at {_count(len(nobody), 'quotation', 'quotations')}: add the speakers.")
        found += _places(started, nobody)
    return found


def _is_english(text: str) -> bool:
    found = _WORD.findall(text.lower())
    return sum(word in common_words() for word in found) >= _ENGLISH * len(found)


def _places(started: Started, quotations: Sequence[Quotation]) -> list[str]:
    """Say where quotations stand, by paragraph and first words."""
    text = started.original.text
    shown = [
        f"  paragraph {each.paragraph}: “{start_of(text[slice(*each.pieces[0])])}”"
        + (f" ({each.speaker}?)" if each.speaker else "")
        for each in quotations[:_MOST_PLACES]
    ]
    return shown + ([f"  and {len(quotations) - _MOST_PLACES} more"] if len(quotations) > _MOST_PLACES else [])


def _count(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"
