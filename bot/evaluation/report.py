"""An evaluation in words: an aligned table for a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from bot.answering.decision import ANSWER_AT
from bot.evaluation.evaluate import Evaluation, System
from bot.evaluation.explain import Contender, Mistake, against
from bot.evaluation.measure import ANSWERABLE, UNANSWERABLE, Figures, Share, Verdict, calibration
from bot.matching import Account

_MOST_WORDS = 5
# Less than this adds nothing that a reader could see.
_LEAST_WEIGHT = 0.05
_LONGEST = 100
# Signals that say nothing by themselves.
_BACKGROUND = frozenset({"strength", "best", "length"})


def as_text(evaluation: Evaluation) -> str:
    """Say everything for a person, at most 100 columns wide but for long questions."""
    blocks = [_head(evaluation), _table(evaluation), _notes(evaluation), _calibration(evaluation)]
    blocks += [_mistake(number, each) for number, each in enumerate(evaluation.mistakes, start=1)]
    return "\n\n".join("\n".join(block) for block in blocks if block)


def _head(evaluation: Evaluation) -> list[str]:
    figures = evaluation.ours.figures
    said, unsaid = figures.count(*ANSWERABLE), figures.count(*UNANSWERABLE)
    parts = [
        f"Of {_questions(said)} that the story answers: {_ended(figures, ANSWERABLE)}" if said else "",
        f"{'of' if said else 'Of'} {_questions(unsaid, other=bool(said))}: {_ended(figures, UNANSWERABLE)}"
        if unsaid
        else "",
    ]
    first = f"{'; '.join(filter(None, parts))}."
    engine = f"Knowledge {', '.join(evaluation.stories)} (version {evaluation.version}), read by {evaluation.reads}."
    repeated = (
        f"{evaluation.repeated} of the questions are phrasings of the knowledge word for word; they prove little."
    )
    return [first, engine, repeated] if evaluation.repeated else [first, engine]


def _questions(count: int, *, other: bool = False) -> str:
    if other:
        return f"{count} other{'s' * (count != 1)}"
    return f"{count} question{'s' * (count != 1)}"


def _ended(figures: Figures, verdicts: Sequence[Verdict]) -> str:
    counts = {verdict.value: figures.count(verdict) for verdict in verdicts}
    return ", ".join(f"{count} {name}" for name, count in counts.items() if count)


def _table(evaluation: Evaluation) -> list[str]:
    shares = [(verdict.value, [each.figures.share(verdict) for each in evaluation.systems]) for verdict in Verdict]
    shares.insert(4, ("right or offered", [each.figures.helped for each in evaluation.systems]))
    shares += [
        ("answers given", [each.figures.coverage for each in evaluation.systems]),
        ("right of those", [each.figures.accuracy for each in evaluation.systems]),
        ("right or held back", [each.figures.overall for each in evaluation.systems]),
    ]
    names = [each.name.partition(" ") for each in evaluation.systems]
    rows = [["", "of", *(name[0] for name in names)], ["", "", *(name[2] for name in names)]]
    rows += [[name, _total(found), _counted(found[0]), *map(_share, found[1:])] for name, found in shares]
    rows.append(["AUROC", "", f"    {_figure(evaluation.ours)}", *map(_figure, evaluation.systems[1:])])
    return [_aligned(row) for row in rows]


def _aligned(row: list[str]) -> str:
    name, of, *cells = row
    return "  ".join([f"{name:<18}", f"{of:>4}", f"{cells[0]:<15}", *(f"{cell:<11}" for cell in cells[1:])]).rstrip()


def _total(shares: list[Share]) -> str:
    totals = {share.total for share in shares}
    return str(totals.pop()) if len(totals) == 1 else ""


def _counted(share: Share) -> str:
    return f"{share.count:>3} {_share(share)}"


def _share(share: Share) -> str:
    if share.value is None or share.interval is None:
        return "   –"
    low, high = share.interval
    return f"{share.value:>4.0%} {100 * low:.0f}–{100 * high:.0f}"


def _figure(system: System) -> str:
    return "   –" if system.figures.auroc is None else f"{system.figures.auroc:.3f}"


def _notes(evaluation: Evaluation) -> list[str]:
    even, exact = evaluation.systems[1], evaluation.exact
    return [
        "right: answered with an expected entry, or one that shows the same words; wrong: with another; offered: not",
        "answered, but among the questions to choose from; missed: not even that. Of what the story does not say, held",
        "back: no answer was given; answered in vain: one was all the same.",
        "WRatio is a plain comparison of letters, made to answer as many as ours and as it comes; ours should beat it.",
        "Behind each share its 95% interval (Wilson). AUROC: how surely scores tell the two kinds of question apart.",
        f"“WRatio as many” answers from {100 * (even.threshold or 0):.1f} on; answers: {even.figures.coverage.count}.",
        f"Quotes shown: {exact.total}, exact slices of the article: {exact.count}.",
    ]


def _calibration(evaluation: Evaluation) -> list[str]:
    bins = calibration(evaluation.ours.replies, evaluation.ours.figures.verdicts)
    if not bins:
        return []
    rows = [
        f"{each.low:.1f}–{each.high:.1f}  {each.mean_score:>4.2f}  {each.right.total:>7}  {_counted(each.right)}"
        for each in bins
    ]
    return ["Our answers by score:", "score    mean  answers  right", *rows]


def _mistake(number: int, mistake: Mistake) -> list[str]:
    signals, account = mistake.signals, mistake.account
    question = mistake.question
    lines = [f"{number}. {mistake.verdict}, line {question.line}: {question.question}"]
    lines += _row("score", f"{mistake.score:.2f}; answers are given from {ANSWER_AT:.2f} on")
    lines += _row("read as", _reading(account))
    if mistake.verdict is Verdict.MISSED:
        lines += _row("said", mistake.said)
    lines += _contenders(mistake)
    figures = [f"{name} {value:.2f}" for name, value in asdict(signals).items() if name not in _BACKGROUND]
    lines += _row("signals", ", ".join(figures))
    lines += _row("against", *(against(signals, account.unknown, mistake.weighed) or ["nothing"]))
    return lines + _row("to do", _to_do(mistake))


def _contenders(mistake: Mistake) -> list[str]:
    """Show the entry chosen and the one expected, once if they are the same."""
    chosen, expected = mistake.chosen, mistake.expected
    chose = "nearest" if mistake.verdict is Verdict.MISSED else "chose"
    wanted = "expected" if mistake.question.expected else "near"
    if chosen and expected and chosen.target.is_same(expected.target):
        return _contender(wanted, expected)
    return [*_contender(chose, chosen), *_contender(wanted, expected)]


def _to_do(mistake: Mistake) -> str:
    if mistake.question.expected:
        owner = mistake.expected.target if mistake.expected else mistake.question.expected[0]
        return f"Write a few more phrasings like this one for {owner.entry.id}."
    near = (
        f"for {mistake.question.near[0].entry.id}" if mistake.question.near else "for a near entry (`in_story: false`)"
    )
    return f"Write a few more phrasings like this one {near}."


def _row(name: str, *texts: str) -> list[str]:
    return [f"   {name if at == 0 else '':<9} {text}" for at, text in enumerate(texts)]


def _reading(account: Account) -> str:
    """Give the words as the engine reads them, typo repairs as typed -> read."""
    words = [word.text if word.typed == word.text else f"{word.typed} -> {word.text}" for word in account.words]
    return " | ".join(words)


def _contender(name: str, contender: Contender | None) -> list[str]:
    if contender is None:
        return []
    entry = contender.target.entry
    title = f"{entry.id}: {entry.question}"
    shown = title if len(title) <= _LONGEST else f"{title[: _LONGEST - 1]}…"
    return _row(name, shown, _words(contender.account))


def _words(account: Account) -> str:
    """Give the heaviest words, and what speaks against the entry most."""
    matched = [f"{word} {weight:.1f}" for word, weight in account.weights if weight >= _LEAST_WEIGHT][:_MOST_WORDS]
    opposed = [f"{word} {weight:.1f}" for word, weight in account.weights[::-1] if weight <= -_LEAST_WEIGHT][:2]
    against = f"; against it {', '.join(opposed)}" if opposed else ""
    meaning = f"; by its meaning {account.meaning:+.1f}" if account.meaning else ""
    proof = f"; others' proof is more like it {account.proof:+.1f}" if account.proof <= -_LEAST_WEIGHT else ""
    return f"matched {', '.join(matched) or 'no word'}{against}{meaning}{proof}"
