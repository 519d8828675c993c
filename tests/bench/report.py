"""Figures as people and programs read them: aligned lines, or one JSON object."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from bot.evaluation.measure import Share

Figure = Share | float | str | None
Section = Mapping[str, Figure]


def show(sections: Mapping[str, Section], *, as_json: bool) -> None:
    """Print every section's figures; what could not be measured is null, and left out of the text."""
    print(_json(sections) if as_json else _text(sections), flush=True)


@contextmanager
def quiet(level: int) -> Iterator[None]:
    """Log nothing up to a level: where the figures tell. Afterwards all is logged again."""
    before = logging.root.manager.disable
    logging.disable(level)
    try:
        yield
    finally:
        logging.disable(before)


def _json(sections: Mapping[str, Section]) -> str:
    plain = {title: {name: _plain(each) for name, each in section.items()} for title, section in sections.items()}
    return json.dumps(plain)


def _plain(figure: Figure) -> float | str | None:
    if isinstance(figure, Share):
        return None if figure.value is None else round(figure.value, 4)
    return round(figure, 4) if isinstance(figure, float) else figure


def _text(sections: Mapping[str, Section]) -> str:
    width = max(len(name) for section in sections.values() for name in section)
    lines: list[str] = []
    for title, section in sections.items():
        lines += ["", title]
        lines += [f"  {name:<{width}}  {written}" for name, each in section.items() if (written := _written(each))]
    return "\n".join(lines[1:])


def _written(figure: Figure) -> str:
    if isinstance(figure, Share):
        return "" if figure.value is None else f"{figure.value:>10.1%}  {figure.count:,} of {figure.total:,}"
    if isinstance(figure, float):
        return f"{figure:>10,.2f}" if abs(figure) < 100 else f"{figure:>10,.0f}"
    return "" if figure is None else f"{figure:>10,}" if isinstance(figure, int) else f"{figure:>10}"
