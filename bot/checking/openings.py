"""Answers that begin with yes or no: phrasings of one entry ask both ways, "is it safe?" and "is it dangerous?"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.checking.concerns import Concern, Kind
from bot.stories import Story

# "No receipt is needed" tells by itself what it denies.
_BARE = re.compile(r"(yes|no)\b(?=\s*[.,:;!–—-]|\s*$)", re.IGNORECASE)


def bare_openings(story: Story) -> Iterator[Concern]:
    """Say which answers begin with a yes or no that means the opposite where somebody asks the other way round."""
    for entry in story.entries:
        if found := _BARE.match(entry.answer):
            problem = f"The answer begins with “{found.group()}”, which is wrong for whoever asks the other way round."
            remedy = "Leave that word out, and say in a whole sentence what holds."
            line = entry.lines.answer if entry.lines else None
            made = Concern.of_entry(Kind.OPENING, story, entry, problem, remedy)
            yield replace(made, line=line, text=entry.answer)
