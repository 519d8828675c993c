"""An evaluation as plain values, for ``--json``."""

from __future__ import annotations

from typing import Any

from bot.answering.records import Answer
from bot.evaluation.curve import curve
from bot.evaluation.evaluate import Evaluation, System
from bot.evaluation.explain import Contender, Mistake, against
from bot.evaluation.measure import Bin, Share, Verdict, calibration
from bot.evaluation.questions import Labelled


def as_record(evaluation: Evaluation) -> dict[str, Any]:
    """Say everything for a machine."""
    ours = evaluation.ours
    results = zip(evaluation.questions, evaluation.answers, ours.figures.verdicts, strict=True)
    return {
        "version": evaluation.version,
        "stories": list(evaluation.stories),
        "reads": evaluation.reads,
        "questions": len(evaluation.questions),
        "word_for_word": evaluation.repeated,
        "quotes": _share(evaluation.exact),
        "systems": [_system(evaluation, system) for system in evaluation.systems],
        "calibration": [_bin(each) for each in calibration(ours.replies, ours.figures.verdicts)],
        "results": [_result(*each) for each in results],
        "mistakes": [_mistake(each) for each in evaluation.mistakes],
    }


def _share(share: Share) -> dict[str, Any]:
    return {
        "count": share.count,
        "of": share.total,
        "share": share.value,
        "interval": list(share.interval) if share.interval else None,
    }


def _system(evaluation: Evaluation, system: System) -> dict[str, Any]:
    figures = system.figures
    points = curve(evaluation.questions, system.replies)
    return {
        "name": system.name,
        "threshold": system.threshold,
        **{verdict.value.replace(" ", "_"): _share(figures.share(verdict)) for verdict in Verdict},
        "right_or_offered": _share(figures.helped),
        "coverage": _share(figures.coverage),
        "accuracy": _share(figures.accuracy),
        "right_or_held_back": _share(figures.overall),
        "auroc": figures.auroc,
        "curve": [{"threshold": p.threshold, "coverage": p.coverage, "accuracy": p.accuracy} for p in points],
    }


def _bin(found: Bin) -> dict[str, Any]:
    return {"low": found.low, "high": found.high, "mean_score": found.mean_score, **_share(found.right)}


def _result(question: Labelled, answer: Answer, verdict: Verdict) -> dict[str, Any]:
    return {
        "line": question.line,
        "question": question.question,
        "expect": [target.entry.id for target in question.expected],
        "outcome": str(answer.outcome),
        "entry": answer.entry.id if answer.entry else None,
        "score": round(answer.score, 6),
        "verdict": verdict.value,
    }


def _mistake(mistake: Mistake) -> dict[str, Any]:
    signals = mistake.signals
    return {
        "line": mistake.question.line,
        "question": mistake.question.question,
        "verdict": mistake.verdict.value,
        "score": mistake.score,
        "read": [{"word": word.text, "typed": word.typed} for word in mistake.account.words],
        "chosen": _contender(mistake.chosen),
        "expected": _contender(mistake.expected),
        "signals": {name: getattr(signals, name) for name in signals.__dataclass_fields__},
        "against": against(signals, mistake.account.unknown, mistake.weighed),
    }


def _contender(contender: Contender | None) -> dict[str, Any] | None:
    if contender is None:
        return None
    weights = {word: round(weight, 4) for word, weight in contender.account.weights}
    return {"entry": contender.target.entry.id, "weights": weights}
