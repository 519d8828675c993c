"""What moderators change of entries: from what they wrote in a form to the new bytes of one file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ruamel.yaml.comments import CommentedMap, CommentedSeq

from bot.knowledge.edit_error import EditError, Trouble
from bot.knowledge.entry_text import with_added, with_changed
from bot.knowledge.folder import FolderChange
from bot.knowledge.wanted import AS_IT_IS, NOBODY, Wanted, tidy
from bot.matching.leaning import content_words
from bot.stories import Article, Entry, Library, Story
from bot.stories.files import ReadingError, read_regular
from bot.stories.quotes import QuoteFinder, QuoteProblem
from bot.stories.typography import fold
from bot.stories.yaml_source import MOST_BYTES, decode

LONGEST_ID = 60
_WORDS_OF_ID = 6


def with_phrasings(library: Library, folder: Path, name: tuple[str, str], texts: Sequence[str]) -> FolderChange:
    """Give an entry more phrasings; those that it has already are left out."""
    entry = _found(library, *name)[1]
    known = set(map(_alike, entry.questions))
    new = [text for text in map(tidy, texts) if text and _alike(text) not in known]
    if not new:
        raise EditError(Trouble.NOTHING_NEW)
    return _changed(library, folder, entry, lambda value: value["questions"].extend(new))


def with_entry_changed(
    library: Library, folder: Path, name: tuple[str, str], wanted: Wanted, seen: Entry
) -> FolderChange:
    """Make an entry what somebody wants, who has ``seen`` it as it was."""
    story, entry = _found(library, *name)
    if (entry.questions, entry.answer, entry.citations) != (seen.questions, seen.answer, seen.citations):
        raise EditError(Trouble.ENTRY_CHANGED)
    questions = [*_questions(wanted), *(entry.questions[-wanted.hidden :] if wanted.hidden else ())]
    _require_answer(wanted)

    def change(value: CommentedMap) -> None:
        if tuple(questions) != entry.questions:
            _put_questions(value, questions)
        if wanted.answer != " ".join(entry.answer.split()):
            value["answer"] = wanted.answer
        _put_quotes(value, wanted, story, entry)

    return _changed(library, folder, entry, change)


def with_entry_added(
    library: Library, folder: Path, story_id: str, wanted: Wanted, topic: str = ""
) -> tuple[FolderChange, str]:
    """Add an entry to a story, in the file of its topic; return the change and the entry's id."""
    story = library.story(story_id)
    if story is None:
        raise EditError(Trouble.STORY_GONE)
    questions, number = _questions(wanted), _new_id(story, wanted.questions)
    _require_answer(wanted)
    item: dict[str, Any] = {"id": number}
    file = _file_for(story, topic)
    if topic and topic != file.stem:
        item["topic"] = topic
    if not wanted.quotes:
        item["in_story"] = "false"
    item |= {"questions": questions, "answer": wanted.answer}
    item["citations"] = [_citation(quote, wanted, story) for quote in wanted.quotes] or _nothing()
    before = _read(file) if file.exists() else None
    text = with_added(decode(before or b""), item)
    return FolderChange(_within(file, folder), before, _encoded(text, before), library.digest), number


def _found(library: Library, story_id: str, entry_id: str) -> tuple[Story, Entry]:
    story = library.story(story_id)
    entry = next((each for each in story.entries if each.id == entry_id), None) if story else None
    if story is None or entry is None:
        raise EditError(Trouble.ENTRY_GONE)
    return story, entry


def _changed(library: Library, folder: Path, entry: Entry, change: Any) -> FolderChange:
    file = entry.file
    if file is None:
        raise EditError(Trouble.ENTRY_GONE)
    before = _read(file)
    text = with_changed(decode(before), entry.id, change)
    return FolderChange(_within(file, folder), before, _encoded(text, before), library.digest)


def _read(file: Path) -> bytes:
    """Read a file of a folder that may have changed since it was loaded."""
    try:
        return read_regular(file.resolve(), MOST_BYTES)
    except (ReadingError, OSError):
        raise EditError(Trouble.UNUSUAL_FILE) from None


def _within(file: Path, folder: Path) -> Path:
    return file.resolve().relative_to(folder.resolve())


def _encoded(text: str, before: bytes | None) -> bytes:
    """Return the bytes of a file, with the mark at its beginning if it had one."""
    return text.encode("utf-8-sig" if before and before.startswith(b"\xef\xbb\xbf") else "utf-8")


def _questions(wanted: Wanted) -> list[str]:
    if not wanted.questions:
        raise EditError(Trouble.NO_QUESTION)
    return list(wanted.questions)


def _require_answer(wanted: Wanted) -> None:
    if not wanted.answer:
        raise EditError(Trouble.NO_ANSWER)


def _put_questions(value: CommentedMap, questions: Sequence[str]) -> None:
    """Change a list as little as can be: items that stay keep their quotation marks and comments."""
    listed = value["questions"]
    wanted = set(questions)
    for at in reversed(range(len(listed))):
        if tidy(listed[at]) not in wanted:
            del listed[at]
    for at, question in enumerate(questions):
        if at >= len(listed) or tidy(listed[at]) != question:
            same = next((each for each in listed if tidy(each) == question), question)
            if same in listed:
                listed.remove(same)
            listed.insert(at, same)


def _put_quotes(value: CommentedMap, wanted: Wanted, story: Story, entry: Entry) -> None:
    """Put the quotes; those that stand there already keep all that is written with them."""
    written = value.get("citations") or CommentedSeq()
    shown = [_alike(citation.quote) for citation in entry.citations]
    by_quote = dict(zip(shown, written, strict=True))
    kept = [by_quote.get(_alike(quote)) for quote in wanted.quotes]
    is_same = [_alike(quote) for quote in wanted.quotes] == shown
    if not is_same:
        listed = [
            _citation(quote, wanted, story) if each is None else each
            for quote, each in zip(wanted.quotes, kept, strict=True)
        ]
        value["citations"] = CommentedSeq(listed) if listed else _nothing()
    if wanted.speaker != AS_IT_IS:
        for quote, each in zip(wanted.quotes, value["citations"], strict=True):
            _attribute(each, quote, wanted.speaker, story)
    if bool(wanted.quotes) != entry.in_story:
        _put_in_story(value, is_in_story=bool(wanted.quotes))


def _put_in_story(value: CommentedMap, *, is_in_story: bool) -> None:
    """Say whether the story says it: with a quote it does, without one it does not."""
    if is_in_story:
        value.pop("in_story", None)
    elif "in_story" in value:
        value["in_story"] = "false"
    else:
        value.insert(1, "in_story", "false")


def _citation(quote: str, wanted: Wanted, story: Story) -> CommentedMap:
    made = CommentedMap({"quote": quote})
    _attribute(made, quote, NOBODY if wanted.speaker == AS_IT_IS else wanted.speaker, story)
    return made


def _attribute(citation: CommentedMap, quote: str, speaker: str, story: Story) -> None:
    """Say whose words a quote is, and of what kind, by how it stands in the article."""
    citation.pop("speaker", None)
    citation.pop("kind", None)
    if speaker != NOBODY:
        citation["speaker"] = speaker
        citation["kind"] = "quote" if _is_spoken(quote, story.article) else "reported"


def _is_spoken(quote: str, article: Article) -> bool:
    """Tell whether a quote stands between quotation marks in the article."""
    place = QuoteFinder(article).locate(quote)
    if isinstance(place, QuoteProblem):
        return True
    start, _ = place
    paragraph = article.paragraph_at(start)
    before = article.text[paragraph.start : start + 1]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _nothing() -> CommentedSeq:
    """Return an empty list as it is usually written."""
    made = CommentedSeq()
    made.fa.set_flow_style()
    return made


def _alike(text: str) -> str:
    return " ".join(fold(text).casefold().split())


def _new_id(story: Story, questions: Sequence[str]) -> str:
    """Return an id that the story does not have, of the first question's words."""
    words = content_words(questions[0]) if questions else []
    plain = [re.sub(r"[^a-z0-9]", "", word) for word in words[:_WORDS_OF_ID]]
    stem = "-".join(filter(None, plain))[:LONGEST_ID].strip("-") or "entry"
    taken = {entry.id for entry in story.entries}
    number = 1
    while (found := stem if number == 1 else f"{stem}-{number}") in taken:
        number += 1
    return found


def _file_for(story: Story, topic: str) -> Path:
    """Return the file in which entries of a topic stand: where most of them do, or one of its name."""
    files = [entry.file for entry in story.entries if entry.file and (not topic or entry.topic == topic)]
    if files:
        return max(dict.fromkeys(files), key=files.count)
    any_file = next(entry.file for entry in story.entries if entry.file)
    return any_file.parent / f"{re.sub(r'[^A-Za-z0-9._-]+', '-', topic).strip('.-') or 'added'}.yaml"
