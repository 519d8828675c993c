"""The coverage-accuracy curve laid out as an SVG: one line needs no drawing library, and takes the page's colours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.evaluation.curve import Point
from bot.evaluation.measure import ANSWERABLE, Figures

WIDTH, HEIGHT = 640, 360
_LEFT, _RIGHT, _TOP, _BOTTOM = 56, 24, 28, 52
_MOST_POINTS = 160
_STEPS = 5
_HALF = 0.5
# A table of more rows is no summary.
_ROWS = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the grid: where, and what it says."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Chart:
    """The places of everything in the drawing, in its own units.

    line: the points of the curve. answers: the dot where the bot answers by itself. story: how much the story answers.
    rows: coverage, accuracy and threshold for a table beside the drawing.
    """

    line: str
    columns: tuple[Tick, ...]
    lines: tuple[Tick, ...]
    answers: tuple[float, float] | None
    story: float
    rows: tuple[Point, ...]

    width, height = WIDTH, HEIGHT
    left, right, top, bottom = _LEFT, WIDTH - _RIGHT, _TOP, HEIGHT - _BOTTOM


def chart(points: Sequence[Point], figures: Figures) -> Chart:
    """Lay out the curve; there must be a point."""
    floor = _floor(points)
    some = _thinned(points)
    line = " ".join(f"{_x(each.coverage):.1f},{_y(each.accuracy, floor):.1f}" for each in some)
    coverage, accuracy = figures.coverage.value, figures.accuracy.value
    answers = (_x(coverage), _y(accuracy, floor)) if coverage and accuracy is not None else None
    columns = tuple(Tick(_x(n / _STEPS), f"{n / _STEPS:.0%}") for n in range(_STEPS + 1))
    steps = [floor + (1 - floor) * n / _STEPS for n in range(_STEPS + 1)]
    lines = tuple(Tick(_y(step, floor), f"{step:.0%}") for step in steps)
    answerable = figures.count(*ANSWERABLE) / len(figures.verdicts)
    return Chart(line, columns, lines, answers, _x(answerable), _rows(points))


def _x(coverage: float) -> float:
    return _LEFT + coverage * (WIDTH - _LEFT - _RIGHT)


def _y(accuracy: float, floor: float) -> float:
    return _TOP + (1 - (accuracy - floor) / (1 - floor)) * (HEIGHT - _TOP - _BOTTOM)


def _floor(points: Sequence[Point]) -> float:
    """Return where the accuracy axis begins: at a half if the whole curve lies above it, so that one sees its bends."""
    return _HALF if min(point.accuracy for point in points) >= _HALF else 0.0


def _thinned(points: Sequence[Point]) -> list[Point]:
    """Keep so many points that nobody sees the others missing."""
    step = max(1, len(points) // _MOST_POINTS)
    kept = list(points[::step])
    return kept if not points or kept[-1] is points[-1] else [*kept, points[-1]]


def _rows(points: Sequence[Point]) -> tuple[Point, ...]:
    """Return the first point that covers each tenth."""
    found = [next((point for point in points if point.coverage >= share), None) for share in _ROWS]
    return tuple(dict.fromkeys(point for point in found if point))
