"""The study as one HTML page: no script, nothing from elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from bot.answering.topics import label_of
from bot.checking.shown import counts
from bot.evaluation.measure import Share, Verdict
from bot.report.chart import chart
from bot.report.health import Health
from bot.report.marked import Marked, marked
from bot.report.study import Study
from bot.report.write import GENERATOR
from bot.stories import Story


@dataclass(frozen=True)
class _Told:
    """One story on the page."""

    story: Story
    counts: dict[str, int]
    paragraphs: list[Marked]
    health: list[Health]

    @property
    def wanting(self) -> int:
        """How many entries have something to look at."""
        return sum(bool(each.concerns) for each in self.health)


def as_html(study: Study) -> str:
    """Render a report."""
    templates = Environment(
        loader=PackageLoader("bot.report"),
        autoescape=select_autoescape(enabled_extensions=("html.j2",)),
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    templates.filters["percent"] = _percent
    template = templates.get_template("report.html.j2")
    return template.render(generator=GENERATOR, study=study, stories=_stories(study), **_figures(study))


def _stories(study: Study) -> list[_Told]:
    return [
        _Told(story, counts(story), marked(story), [each for each in study.health if each.story.id == story.id])
        for story in study.library.stories
    ]


def _figures(study: Study) -> dict[str, Any]:
    found = study.figures
    return {
        "label_of": label_of,
        "right": found.share(Verdict.RIGHT) if found else None,
        "held_back": found.share(Verdict.HELD_BACK) if found else None,
        "accuracy": found.accuracy if found else None,
        "chart": chart(study.points, found) if found and study.points else None,
    }


def _percent(share: Share | float | None) -> str:
    value = share.value if isinstance(share, Share) else share
    return "–" if value is None else f"{value:.0%}"
