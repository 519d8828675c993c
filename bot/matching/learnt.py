"""What came of learning: everything that answering goes by, as it is kept and handed from process to process."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np

from bot.matching.calibration import Calibration
from bot.matching.centres import Centres
from bot.matching.evidence import ByMeaning, ByWords, Evidence
from bot.matching.features import TermSpace
from bot.matching.knowing import Knowing
from bot.matching.lookup import Lookup
from bot.matching.lore import Lore
from bot.matching.nearest import NearestOfMany
from bot.matching.scorers import HeadScorer, Scorer

_ABOUT = "about "
_OF_MANY = ("points", "labels", "axes", "middle")

Arrays = dict[str, np.ndarray]


@dataclass(frozen=True)
class Learnt:
    """What the phrasings of a library come to; none of them needs to be read again.

    calibration, in_talk: for a question by itself, and for one that leans on a talk; None if that was not learnt.
    counts, slips: the words of phrasings and articles with how often they occur, and what each slip of one may mean.
    phrasings, followed: the entries that have a phrasing's very words, and a follow-up's with what it comes after.
    centres: where the entries lie by meaning, None without an encoder.
    evidence: what the answerable entries rest on.
    """

    space: TermSpace
    scorer: Scorer
    calibration: Calibration
    in_talk: Calibration | None
    lore: Lore
    counts: Mapping[str, int]
    slips: Lookup
    phrasings: Lookup
    followed: Lookup
    centres: Centres | None
    evidence: Evidence

    def fits(self, entries: int, classes: int) -> bool:
        """Tell whether these are figures for so many entries and classes."""
        counted = self.lore.known.classes == len(self.lore.gives) == classes and len(self.lore.named) == entries
        owners = np.concatenate([self.phrasings.numbers, self.followed.numbers])
        return counted and bool(((owners >= 0) & (owners < entries)).all())


def packed(learnt: Learnt, scorer: HeadScorer, *, small: bool = False) -> bytes:
    """Return what was learnt with a head as bytes; ``small`` ones take longer to make."""
    space, lore, centres, evidence = learnt.space, learnt.lore, learnt.centres, learnt.evidence
    roots = list(dict.fromkeys(chain(lore.oddness, lore.known.masks)))
    about = {
        "kinds": space.kinds,
        "rarest": space.rarest,
        "calibration": _as_dict(learnt.calibration),
        "in talk": learnt.in_talk and _as_dict(learnt.in_talk),
        "roots": roots,
        "gives": [sorted(found) for found in lore.gives],
        "named": [sorted(people) for people in lore.named],
        "people": sorted(lore.people),
        "expected": lore.expected,
        "by_nearest": lore.by_nearest,
        "by_familiarity": lore.by_familiarity,
        "by_evidence": lore.by_evidence,
        "counts": dict(learnt.counts),
    }
    arrays: Arrays = {
        "terms": space.weights,
        "head": scorer.cells,
        "starts": scorer.starts,
        "steps": scorer.steps,
        "meanings": scorer.meanings,
        "middle": scorer.middle,
        "oddness": np.array(list(lore.oddness.values()), np.float64),
        "known": lore.known.packed(roots),
        "points": lore.points,
        "labels": lore.labels,
    }
    named = {"columns": space.columns, "slips": learnt.slips, "phrasings": learnt.phrasings}
    for name, found in (named | {"followed": learnt.followed}).items():
        arrays |= {f"{name} keys": found.keys, f"{name} numbers": found.numbers}
    if lore.among_many is not None:
        arrays |= {f"many {name}": getattr(lore.among_many, name) for name in _OF_MANY}
    if centres is not None:
        arrays |= {"centres": centres.points, "centre": centres.middle}
    if isinstance(evidence, ByMeaning):
        arrays |= {"told": evidence.points, "told_texts": evidence.texts, "told_entries": evidence.entries}
    else:
        about["told"] = {root: entries.tolist() for root, entries in evidence.having.items()}
    body = io.BytesIO()
    # Piece by piece, because no other thread gets its turn while one is read.
    pieces = {f"{_ABOUT}{name}": np.frombuffer(json.dumps(what).encode(), np.uint8) for name, what in about.items()}
    save = np.savez_compressed if small else np.savez
    save(body, **pieces, **arrays)  # type: ignore[arg-type]
    return body.getvalue()


def unpacked(body: bytes) -> Learnt:
    """Return what was learnt; raise ValueError, KeyError or TypeError if these bytes are something else."""
    with np.load(io.BytesIO(body), allow_pickle=False) as found:
        arrays: Arrays = {name: found[name] for name in found.files}
    about = {
        name.removeprefix(_ABOUT): json.loads(bytes(what)) for name, what in arrays.items() if name.startswith(_ABOUT)
    }
    columns = _lookup(arrays, "columns")
    if arrays["terms"].shape != columns.keys.shape or (columns.numbers >= len(columns.keys)).any():
        raise ValueError("the columns do not fit")
    scorer = _head(arrays, len(columns.keys))
    return Learnt(
        TermSpace(columns, about["kinds"], arrays["terms"], about["rarest"]),
        scorer,
        Calibration(**about["calibration"]),
        about["in talk"] and Calibration(**about["in talk"]),
        _lore(about, arrays, scorer.entries),
        about["counts"],
        _lookup(arrays, "slips"),
        _lookup(arrays, "phrasings"),
        _lookup(arrays, "followed"),
        Centres(arrays["centres"], arrays["centre"]) if "centres" in arrays else None,
        _evidence(about, arrays, scorer.entries),
    )


def _head(arrays: Arrays, terms: int) -> HeadScorer:
    starts, steps, meanings, middle = (arrays[name] for name in ("starts", "steps", "meanings", "middle"))
    head = HeadScorer(starts, arrays["head"], steps, meanings, middle)
    if starts.shape != (terms + 1,) or steps.shape != (terms,) or middle.shape != meanings.shape[:1]:
        raise ValueError("the shapes do not fit")
    if starts[0] != 0 or starts[-1] != len(head.cells) or (np.diff(starts) < 0).any() or not head.is_of_its_entries():
        raise ValueError("the weights do not fit")
    return head


def _lookup(arrays: Arrays, name: str) -> Lookup:
    keys, numbers = arrays[f"{name} keys"], arrays[f"{name} numbers"]
    if keys.shape != numbers.shape:
        raise ValueError("the shapes do not fit")
    return Lookup(keys, numbers)


def _evidence(about: Mapping[str, Any], arrays: Arrays, classes: int) -> Evidence:
    if "told" in about:
        having = {root: np.array(entries, np.int32) for root, entries in about["told"].items()}
        evidence: Evidence = ByWords(having, classes)
        entries = np.concatenate([*having.values(), np.zeros(0, np.int32)])
    else:
        points, texts, entries = arrays["told"], arrays["told_texts"], arrays["told_entries"]
        if texts.shape != entries.shape or texts.max(initial=-1) >= len(points):
            raise ValueError("the texts do not fit")
        evidence = ByMeaning(points, texts, entries, classes)
    if entries.max(initial=-1) >= classes:
        raise ValueError("the entries do not fit")
    return evidence


def _as_dict(calibration: Calibration) -> dict[str, Any]:
    return {"weights": dict(calibration.weights), "bias": calibration.bias}


def _lore(about: Mapping[str, Any], arrays: Arrays, classes: int) -> Lore:
    # One text for a word and for its stem, where they are the same.
    words = {word: word for word in about["counts"]}
    roots = [words.get(root, root) for root in about["roots"]]
    # Most figures are those of many words: one object for each.
    same: dict[float, float] = {}
    odd = [same.setdefault(each, each) for each in arrays["oddness"].tolist()]
    return Lore(
        Knowing.unpacked(roots, arrays["known"], classes),
        dict(zip(roots[: len(odd)], odd, strict=True)),
        _sets(about["gives"]),
        _sets(about["named"]),
        frozenset(about["people"]),
        about["expected"],
        arrays["points"],
        arrays["labels"],
        about["by_nearest"],
        about["by_familiarity"],
        about["by_evidence"],
        _many(arrays, classes),
    )


def _many(arrays: Arrays, classes: int) -> NearestOfMany | None:
    if "many points" not in arrays:
        return None
    points, labels, axes, middle = (arrays[f"many {name}"] for name in _OF_MANY)
    if labels.shape != points.shape[:1] or axes.shape != (*middle.shape, points.shape[1]):
        raise ValueError("the phrasings do not fit")
    if labels.max(initial=-1) >= classes:
        raise ValueError("the entries do not fit")
    return NearestOfMany(points, labels, axes, middle, classes)


def _sets(found: Iterable[Iterable[str]]) -> list[frozenset[str]]:
    """Return sets, equal ones as one."""
    one: dict[frozenset[str], frozenset[str]] = {}
    return [one.setdefault(each, each) for each in map(frozenset, found)]
