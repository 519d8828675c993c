"""Small knowledge folders for tests: the least that says something, each part open to change."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

Content = str | bytes

STORY = """\
title: Old bridge closed
speakers:
  - name: Ann Hill
    role: mayor
    aliases: [Mayor Hill]
"""

# Paragraphs 2 and 5 begin alike; a quotation, a report and a narration; typography of a newspaper.
ARTICLE = """\
Old bridge closed

The old bridge was closed on Monday.

“The bridge won’t open before Sunday,” said Mayor Ann Hill. “It’s not safe – not yet.”

The harbour claimed that 3,000 boats pass below it every year.

The old bridge was closed once before, in 1999. Nobody knows the U.S. firm that built it.
"""

ENTRIES = """\
- id: opening-day
  questions:
    - When does the bridge open?
    - opening day of the bridge
  answer: Mayor Ann Hill said that it won't open before Sunday.
  citations:
    - quote: The bridge won't open before Sunday,
      speaker: Ann Hill
      kind: quote
- id: cost
  in_story: false
  questions:
    - What does the repair cost?
  answer: The story does not say what the repair costs.
  citations: []
"""


def write_story(
    folder: Path,
    *,
    story: Content | None = STORY,
    article: Content | None = ARTICLE,
    entries: Content | Mapping[str, Content] | None = ENTRIES,
) -> Path:
    """Write a story folder; None leaves a part out, a mapping names several files of entries."""
    folder.mkdir(parents=True)
    named = entries if isinstance(entries, Mapping) else {} if entries is None else {"all.yaml": entries}
    if entries is not None:
        (folder / "entries").mkdir()
    parts = {"story.yaml": story, "article.txt": article, **{f"entries/{name}": text for name, text in named.items()}}
    for name, content in parts.items():
        if content is not None:
            (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)
    return folder
