"""What an article says that comes nearest to words it does not have: to be read beside them, never taken for them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import Stemmer

from bot.answering.quotecheck.cast import Cast, Named, name_of
from bot.answering.quotecheck.passages import Reading
from bot.answering.quotecheck.slices import Slice
from bot.answering.quotecheck.words import Word, is_content

_LEAST_SHARED = 2
_LEAST_SHARE = 0.5


class Nearest:
    """Finds sentences by the words they share with others, those first that are whose they are said to be."""

    def __init__(self, reading: Reading, cast: Cast) -> None:
        """Cut the article into sentences, and those into what is quoted and what is not."""
        self._reading, self._cast = reading, cast
        runs = groupby(range(len(reading.words)), lambda n: (reading.sentence_of[n], reading.passages[n]))
        self._places = [(inside[0], inside[-1]) for inside in (list(run) for _, run in runs)]
        self._stems = [_stems(reading.words[first : last + 1]) for first, last in self._places]

    def find(self, words: Sequence[Word], named: Named | None) -> Slice | None:
        """Return the sentence that shares most with posted words: half of them, or something if it is the speaker's."""
        names = {word for voice in named.voices for word in name_of(voice)} if named else set()
        wanted = _stems([word for word in words if word.text not in names])
        if not wanted:
            return None
        ranked = [
            (self._is_theirs(place, named), len(stems & wanted), -n)
            for n, (place, stems) in enumerate(zip(self._places, self._stems, strict=True))
        ]
        near = [
            each
            for each in ranked
            if each[1] >= (1 if each[0] else _LEAST_SHARED) and (each[0] or each[1] >= _LEAST_SHARE * len(wanted))
        ]
        return self._places[-max(near)[2]] if near else None

    def _is_theirs(self, place: Slice, named: Named | None) -> bool:
        """Tell whether the named speaker has words in a place."""
        first, last = place
        owners = {owner for owner in self._reading.owners[first : last + 1] if owner}
        return named is not None and any(self._cast.is_right(named, owner) for owner in owners)


def _stems(words: Sequence[Word]) -> set[str]:
    return set(Stemmer.Stemmer("english").stemWords([word.text for word in words if is_content(word.text)]))
