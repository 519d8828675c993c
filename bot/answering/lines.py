"""Answers as JSON lines (contract 2): one question in, one line out."""

from __future__ import annotations

from typing import Any

from bot.answering.answerer import Answerer
from bot.answering.records import Answer
from bot.answering.rows import dump, row_with
from bot.stories import Citation


def answer_line(line: str, answerer: Answerer) -> str:
    """Answer one JSON line; a line that can't be used gets an error and nothing else happens."""
    row, problem = row_with(line, "question")
    if problem:
        return dump({"id": row.get("id"), "error": problem})
    conversation = row.get("conversation")
    answer = answerer.ask(row["question"], None if conversation is None else str(conversation))
    return dump({"id": row.get("id"), **as_record(answer)})


def as_record(answer: Answer) -> dict[str, Any]:
    """Return an answer as plain values."""
    return {
        "outcome": str(answer.outcome),
        "story": answer.story.id if answer.story else None,
        "entry": answer.entry.id if answer.entry else None,
        "answer": answer.text,
        "citations": [citation_record(citation) for citation in answer.citations],
        "candidates": [{"entry": offer.entry.id, "score": round(offer.share, 6)} for offer in answer.candidates],
        "suggestions": [
            {
                "entry": offer.entry.id,
                "question": offer.entry.question,
                "citations": [{"start": citation.start, "end": citation.end} for citation in offer.entry.citations],
            }
            for offer in answer.offers
        ],
        "score": round(answer.score, 6),
    }


def citation_record(citation: Citation) -> dict[str, Any]:
    """Return a citation as plain values."""
    return {
        "quote": citation.quote,
        "speaker": citation.speaker,
        "kind": citation.kind,
        "paragraph": citation.paragraph,
        "start": citation.start,
        "end": citation.end,
    }
