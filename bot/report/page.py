"""The study as one HTML page: no script, nothing from elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from bot.checking.shown import counts
from bot.evaluation.measure import Share, Verdict
from bot.knowledge.unanswered import Group
from bot.report.chart import chart
from bot.report.health import Health
from bot.report.marked import Marked, marked
from bot.report.study import Study
from bot.report.write import GENERATOR
from bot.stories import Story

# More questions nobody reads through; the command that lists them all is named.
_MOST_VAIN = 100


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
    templates.filters.update(percent=_percent, counted=_counted)
    template = templates.get_template("report.html.j2")
    about = {"study": study, "stories": _stories(study), "vain": _vain(study), **_figures(study)}
    return template.render(generator=GENERATOR, **about)


@dataclass(frozen=True, slots=True)
class _Vain:
    """A group of questions asked in vain: dates as people write them, and links to the nearest entries that are there.

    nearest: each entry's id, and the place on the page where it stands, empty if there is no such entry any more.
    """

    group: Group
    first: str
    last: str
    nearest: tuple[tuple[str, str], ...]


def _stories(study: Study) -> list[_Told]:
    return [
        _Told(story, counts(story), marked(story), [each for each in study.health if each.story.id == story.id])
        for story in study.library.stories
    ]


def _vain(study: Study) -> list[_Vain]:
    groups = study.kept.unanswered[:_MOST_VAIN] if study.kept else ()
    numbers = {story.id: number for number, story in enumerate(study.library.stories, start=1)}
    rows = {(story.id, entry.id): f"entry-{numbers[story.id]}-{entry.id}" for story, entry in study.library.entries()}
    nearest = (tuple((each[1], rows.get(each, "")) for each in group.nearest) for group in groups)
    return [
        _Vain(group, _day(group.first), _day(group.last), near) for group, near in zip(groups, nearest, strict=True)
    ]


def _day(seconds: int) -> str:
    return datetime.fromtimestamp(seconds, UTC).date().isoformat()


def _figures(study: Study) -> dict[str, Any]:
    found = study.figures
    return {
        "has_votes": study.kept is not None and not study.kept.missing,
        "right": found.share(Verdict.RIGHT) if found else None,
        "held_back": found.share(Verdict.HELD_BACK) if found else None,
        "accuracy": found.accuracy if found else None,
        "chart": chart(study.points, found) if found and study.points else None,
    }


def _percent(share: Share | float | None) -> str:
    value = share.value if isinstance(share, Share) else share
    return "–" if value is None else f"{value:.0%}"


def _counted(share: Share) -> str:
    return f"{share.count:,} of {share.total:,}"
