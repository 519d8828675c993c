"""The coverage-accuracy curve: at every threshold, how much is answered and how much of that is right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from bot.errors import BotError
from bot.evaluation.evaluate import Evaluation, System
from bot.evaluation.measure import ANSWERABLE, is_right
from bot.evaluation.questions import Labelled
from bot.evaluation.systems import Reply

if TYPE_CHECKING:
    from matplotlib.axes import Axes

# Two of Okabe and Ito's colours, which every kind of colour vision tells apart; dashes tell them apart in print.
_OURS, _OTHER, _QUIET = "#0072B2", "#D55E00", "#555555"


class PlotError(BotError):
    """A plot that can't be drawn or written."""


@dataclass(frozen=True, slots=True)
class Point:
    """What comes of answering from a threshold on: answers of all questions, right ones of all answers."""

    threshold: float
    coverage: float
    accuracy: float


def curve(questions: Sequence[Labelled], replies: Sequence[Reply]) -> list[Point]:
    """Return a point a score, from the highest threshold to the lowest."""
    asked = zip(questions, replies, strict=True)
    scored = [(reply.score, is_right(question, reply.best)) for question, reply in asked if reply.best]
    scored.sort(key=lambda each: -each[0])
    points, answered, right = [], 0, 0
    for score, tied in groupby(scored, key=lambda each: each[0]):
        ends = [hit for _, hit in tied]
        answered, right = answered + len(ends), right + sum(ends)
        points.append(Point(score, answered / len(questions), right / answered))
    return points


def require_plotting() -> None:
    """Raise PlotError if matplotlib is not installed."""
    if find_spec("matplotlib") is None:
        raise PlotError("--plot needs matplotlib, which the extra `evaluate` installs: pip install -e '.[evaluate]'")


def save_plot(evaluation: Evaluation, file: Path) -> None:
    """Draw our curve and WRatio's as a PNG."""
    require_plotting()
    # The figure's own canvas is Agg: no display, and no state that pyplot would share.
    from matplotlib.figure import Figure  # an extra

    figure = Figure(figsize=(8, 5.2), dpi=150, layout="constrained")
    axes = figure.add_subplot()
    _frame(axes, evaluation)
    _line(axes, evaluation, evaluation.ours, _OURS, above=True)
    _line(axes, evaluation, evaluation.systems[2], _OTHER, above=False)
    try:
        figure.savefig(file, format="png")
    except OSError as error:
        raise PlotError(f"The plot can't be written to {file}: {error.strerror}.") from None


def _frame(axes: Axes, evaluation: Evaluation) -> None:
    from matplotlib.ticker import PercentFormatter

    total = len(evaluation.questions)
    answerable = evaluation.ours.figures.count(*ANSWERABLE) / total
    title = f"{total} labelled questions at every threshold; the large dot is where it answers"
    axes.set_title(title, loc="left", fontsize=11)
    axes.set(xlim=(0, 1.02), ylim=(0, 1.2), xlabel="questions answered", ylabel="answers that are right")
    axes.set_yticks([0, 0.2, 0.4, 0.6, 0.8, 1])
    axes.xaxis.set_major_formatter(PercentFormatter(1))
    axes.yaxis.set_major_formatter(PercentFormatter(1))
    axes.spines[["top", "right"]].set_visible(False)
    axes.grid(color="#DDDDDD", linewidth=0.8)
    axes.axvline(answerable, color=_QUIET, linestyle=":")
    side = "right" if answerable > 0.5 else "left"
    axes.text(answerable, 1.13, f"  the story answers {answerable:.0%}  ", ha=side, color=_QUIET, fontsize=9)


def _line(axes: Axes, evaluation: Evaluation, system: System, colour: str, *, above: bool) -> None:
    points = curve(evaluation.questions, system.replies)
    coverage, accuracy = [point.coverage for point in points], [point.accuracy for point in points]
    # Between two dots there is no threshold; many questions of one score make a long way.
    axes.plot(
        coverage, accuracy, color=colour, linewidth=1.8, linestyle="-" if above else "--", marker=".", markersize=7
    )
    answered, right = system.figures.coverage.value, system.figures.accuracy.value
    label = f"{system.name}: {answered or 0:.0%} answered" + ("" if right is None else f", {right:.0%} of that right")
    if answered and right is not None:
        axes.plot([answered], [right], "o", color=colour, markersize=10)
    # No line goes above 100%, so ours is named there, where it begins; the other where it ends.
    place = (0.015, 1.05) if above else (answered or 0, max((right or 0) - 0.08, 0.03))
    side = "right" if not above and place[0] > 0.5 else "left"
    box = {"facecolor": "white", "edgecolor": "none", "alpha": 0.85, "pad": 1}
    axes.text(*place, label, ha=side, color=colour, fontsize=10, weight="bold", bbox=box)
