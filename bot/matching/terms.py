"""The terms of phrasings as sparse rows: numbered, counted and weighed."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, pairwise

import numpy as np
from scipy import sparse

from bot.matching.features import WEIGHTS, TermSpace, Vector, stem, word_terms
from bot.matching.follow_ups import Asked
from bot.matching.leaning import LENT, LENT_BY_MEANING
from bot.matching.lookup import Lookup
from bot.matching.lore import FEW_PHRASINGS

# Of so many phrasings, letters and pairs that fewer have are left out: there are very many, and they tell little.
_FEWEST_OF = ((20_000, 5), (FEW_PHRASINGS, 3), (500, 2))


class Terms:
    """The terms of all phrasings, numbered, and how often each phrasing has each."""

    def __init__(
        self, phrasings: Sequence[Sequence[str]], asked: Sequence[Asked] = (), *, encoded: bool = False
    ) -> None:
        """Number the terms; letters and pairs of few phrasings are left out where there are many.

        An encoder knows by itself which words share a root: to what is ``encoded``, beginnings add nothing.
        """
        own = len(phrasings)
        phrasings = [*phrasings, *(each.words for each in asked)]
        words = {word: at for at, word in enumerate(dict.fromkeys(chain.from_iterable(phrasings)))}
        ends = np.cumsum([0, *map(len, phrasings)])
        read = np.fromiter(map(words.__getitem__, chain.from_iterable(phrasings)), np.int32, int(ends[-1]))
        fewest = next((fewest for many, fewest in _FEWEST_OF if len(phrasings) >= many), 1)
        single, of_words = _word_counts(list(words), read, ends)
        kinds = np.array([term[0] for term in single])
        kept = (_holders(of_words) >= fewest) | np.isin(kinds, ("s", "c"))
        if encoded:
            kept &= kinds != "g"
        pairs, of_pairs = _pair_counts([stem(word) for word in words], read, ends, fewest)
        terms = [*(term for term, keep in zip(single, kept, strict=True) if keep), *pairs]
        columns = {term: column for column, term in enumerate(terms)}
        self.columns, self.kinds = Lookup.of(columns.items()), "".join(sorted({term[0] for term in terms}))
        counts = sparse.hstack([of_words[:, kept], of_pairs], format="csr")
        self.counts = counts[:own]
        self._next = counts[own:] + self._lent(asked, columns) * np.float32(LENT_BY_MEANING if encoded else LENT)
        self._weights = np.array([WEIGHTS[term[0]] for term in terms])

    def space(self, rows: np.ndarray, labels: np.ndarray, classes: int) -> TermSpace:
        """Weigh the terms by ``rows`` of the phrasings, whose entries are ``labels``.

        A weight is the inverse document frequency: the geometric mean of that over phrasings and that over entries.
        """
        seen = self.counts[rows]
        seen.data[:] = 1.0
        phrasings = np.bincount(seen.indices, minlength=seen.shape[1])
        owners = sparse.csr_matrix(
            (np.ones(len(labels), "f"), (labels, np.arange(len(labels)))), (classes, len(labels))
        )
        entries = np.bincount((owners @ seen).indices, minlength=seen.shape[1])
        rarity = np.sqrt(_rarities(phrasings, len(labels)) * _rarities(entries, classes))
        rarest = math.sqrt(float(_rarities(np.zeros(1), len(labels))[0] * _rarities(np.zeros(1), classes)[0]))
        return TermSpace(self.columns, self.kinds, (rarity * self._weights).astype("f"), rarest)

    def matrix(self, rows: np.ndarray, space: TermSpace) -> sparse.csr_matrix:
        """Return phrasings as rows of unit length."""
        return _unit_rows(self.counts[rows], space)

    def followed(self, matrix: sparse.csr_matrix, asked: np.ndarray, space: TermSpace) -> sparse.csr_matrix:
        """Return a matrix with follow-ups below."""
        return sparse.vstack([matrix, self.next(asked, space)], "csr") if len(asked) else matrix

    def next(self, asked: np.ndarray, space: TermSpace) -> sparse.csr_matrix:
        """Return follow-ups as rows of unit length that borrow from the talk before."""
        return _unit_rows(self._next[asked], space)

    @staticmethod
    def _lent(asked: Sequence[Asked], columns: Mapping[str, int]) -> sparse.csr_matrix:
        """Return how often each follow-up borrows each term."""
        lent = [each.talk.words if each.talk else () for each in asked]
        of_word = {word: [columns[t] for t in word_terms(word) if t in columns] for words in lent for word in words}
        found = [[column for word in words for column in of_word[word]] for words in lent]
        borrowed = np.fromiter(chain.from_iterable(found), np.int32)
        return _counted(borrowed, np.cumsum([0, *map(len, found)]), len(columns))

    def vectors(self, matrix: sparse.csr_matrix, seen: np.ndarray) -> Iterator[Vector]:
        """Return rows as vectors; terms that none of the phrasings ``seen`` has are unknown."""
        new = np.bincount(self.counts[seen].indices, minlength=matrix.shape[1]) == 0
        strange = np.where(new[matrix.indices], matrix.data**2, 0.0)
        unknown = np.add.reduceat(np.append(strange, 0.0), matrix.indptr[:-1]) * (np.diff(matrix.indptr) > 0)
        for (start, end), share in zip(pairwise(matrix.indptr.tolist()), unknown.tolist(), strict=True):
            yield Vector(matrix.indices[start:end], matrix.data[start:end], share)


def _unit_rows(counts: sparse.csr_matrix, space: TermSpace) -> sparse.csr_matrix:
    found = counts.multiply(space.weights).tocsr()
    norms = np.sqrt(np.asarray(found.multiply(found).sum(1)).ravel())
    return sparse.diags_array(1 / np.maximum(norms, 1e-9)).astype("f") @ found


def _word_counts(words: list[str], read: np.ndarray, ends: np.ndarray) -> tuple[list[str], sparse.csr_matrix]:
    """Return the terms of single words, and how often each phrasing has each.

    ``read`` are the numbers of all phrasings' words, one after the other, and ``ends`` where each phrasing ends.
    """
    numbers: dict[str, int] = {}
    found = [[numbers.setdefault(term, len(numbers)) for term in word_terms(word)] for word in words]
    terms = _counted(np.array(list(chain.from_iterable(found))), np.cumsum([0, *map(len, found)]), len(numbers))
    counts = _counted(read, ends, len(words)) @ terms
    counts.sort_indices()
    return list(numbers), counts


def _pair_counts(
    stems: list[str], read: np.ndarray, ends: np.ndarray, fewest: int
) -> tuple[list[str], sparse.csr_matrix]:
    """Return the terms of neighbouring stems that so many phrasings have, and how often each phrasing has each."""
    numbers = {root: at for at, root in enumerate(dict.fromkeys((*stems, "^", "$")))}
    known, row = list(numbers), np.array([numbers[root] for root in stems], np.int64)[read]
    # Before the first stem of a phrasing stands its beginning, after the last its end.
    first, second = np.insert(row, ends[:-1], numbers["^"]), np.insert(row, ends[1:], numbers["$"])
    pairs, seen, column = np.unique(first * len(known) + second, return_index=True, return_inverse=True)
    order = np.argsort(seen)
    place = np.argsort(order)
    counts = _counted(place[column], ends + np.arange(len(ends)), len(pairs))
    kept = np.flatnonzero(_holders(counts) >= fewest)
    named = (divmod(int(pair), len(known)) for pair in pairs[order][kept])
    return [f"p:{known[one]} {known[other]}" for one, other in named], counts[:, kept]


def _counted(columns: np.ndarray, ends: np.ndarray, width: int) -> sparse.csr_matrix:
    """Count columns in rows that end at ``ends``."""
    found = sparse.csr_matrix((np.ones(len(columns), "f"), columns.copy(), ends), (len(ends) - 1, width))
    found.sum_duplicates()
    return found


def _holders(counts: sparse.csr_matrix) -> np.ndarray:
    """Return how many rows have each column."""
    return np.bincount(counts.indices, minlength=counts.shape[1])


def _rarities(counts: np.ndarray, total: int) -> np.ndarray:
    return np.maximum(np.log((total + 1) / (counts + 0.5)), 0.01)
