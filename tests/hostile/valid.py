"""A folder in which nothing is wrong, from which hostile ones are made, and what stands outside of it."""

from __future__ import annotations

from collections.abc import Mapping

from tests.knowledge_folder import ARTICLE

STORY = """\
title: Old bridge closed
kicker: The town
summary: The bridge is closed.
publisher: The Harbour Post
url: https://example.org/bridge
date:
  known: 3 May 2019
  note: The day of the week is given.
sources: [Town hall]
speakers:
  - name: Ann Hill
    role: mayor
    organisation: Town hall
    camp: The town
    aliases: [Mayor Hill]
  - name: harbour
    camp: The port
people:
  - name: Bob Reed
    role: ferryman
aliases:
  - [bridge, crossing]
topics:
  all: Everything
disputes:
  - id: safe
    point: Is the bridge safe?
    statements:
      - quote: It's not safe - not yet.
        speaker: Ann Hill
        kind: quote
        paragraph: 3
"""
ENTRIES = """\
- id: opening-day
  topic: all
  questions:
    - When does the bridge open?
    - opening day of the bridge
  answer: Mayor Ann Hill said that it won't open before Sunday.
  citations:
    - quote: The bridge won't open before Sunday,
      speaker: Ann Hill
      kind: quote
      paragraph: 3
- id: boats
  questions:
    - How many boats pass?
  answer: 3,000 a year, the harbour claimed.
  citations:
    - quote: The harbour claimed that 3,000 boats pass below it every year.
      kind: narration
- id: cost
  in_story: false
  questions:
    - What does the repair cost?
  answer: The story does not say what the repair costs.
  citations: []
"""
VALID: Mapping[str, bytes] = {
    "story.yaml": STORY.encode(),
    "article.txt": ARTICLE.encode(),
    "entries/all.yaml": ENTRIES.encode(),
}
SECRET = "a secret that stands outside of the folder"
