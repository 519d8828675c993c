"""Starting a story: read the article, draft everything, write it beside, load it, and only then put it in its place."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml
from jinja2 import Environment, PackageLoader, StrictUndefined

from bot.drafting.drafts import DraftFile
from bot.drafting.entries import Drafter
from bot.drafting.originals import DraftError, Original, read_original
from bot.drafting.passages import sources_in_credits, sources_of
from bot.speech import Person, Reading, read_speech
from bot.stories.article import read_article
from bot.stories.loader import load_story

_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Started:
    """A story that was started: where, and what was found."""

    folder: Path
    original: Original
    reading: Reading
    files: tuple[DraftFile, ...]

    @property
    def entries(self) -> int:
        """How many entries were drafted."""
        return sum(len(file.drafts) for file in self.files)

    @property
    def phrasings(self) -> int:
        """How many phrasings they have together."""
        return sum(len(draft.questions) for file in self.files for draft in file.drafts)


@dataclass(frozen=True, slots=True)
class _Listed:
    """A person as story.yaml lists them."""

    name: str
    role: str | None
    aliases: tuple[str, ...]


def start_story(folder: Path, file: Path) -> Started:
    """Make a story folder from an article; raise DraftError where that can't be done. Nothing is ever overwritten."""
    if folder.exists() or folder.is_symlink():
        raise DraftError(
            f"{folder} is there already, and nothing of it was changed. Name a folder that is not there yet."
        )
    original = read_original(file)
    article = read_article(original.text)
    reading = read_speech(article, has_headline=original.has_headline)
    files = tuple(Drafter(original, article, reading).files())
    _write(folder, original, reading, files)
    return Started(folder, original, reading, files)


def _write(folder: Path, original: Original, reading: Reading, files: Sequence[DraftFile]) -> None:
    """Write everything into a hidden folder beside, verify it there, and move it into its place in one step."""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".new-") as beside:
            made = Path(beside) / folder.name
            for name, text in _texts(original, reading, files):
                (made / name).parent.mkdir(parents=True, exist_ok=True)
                (made / name).write_text(text, encoding="utf-8", newline="\n")
            _verify(made)
            made.rename(folder)
    except OSError as error:
        raise DraftError(f"{folder} can't be made: {error.strerror}.") from None


def _verify(made: Path) -> None:
    faults = load_story(made).faults
    if faults:
        raise DraftError(f"The draft does not load, which is a mistake of this program, not yours: {faults[0]}")


def _texts(original: Original, reading: Reading, files: Sequence[DraftFile]) -> Iterator[tuple[str, str]]:
    templates = Environment(
        loader=PackageLoader("bot.drafting"),
        autoescape=False,  # noqa: S701 - this is YAML: what is put in goes through ``scalar``
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        undefined=StrictUndefined,
    )
    templates.filters["scalar"] = _scalar
    yield "article.txt", original.text
    head = _head(original, reading)
    yield "story.yaml", templates.get_template("story.yaml.j2").render(files=files, **head)
    for file in files:
        yield f"entries/{file.topic}.yaml", templates.get_template("entries.yaml.j2").render(file=file)


def _scalar(text: str) -> str:
    """Return a text as one line of YAML, in quotation marks where it needs them."""
    return str(yaml.safe_dump(text, allow_unicode=True, width=float("inf"))).removesuffix("\n").removesuffix("\n...")


def _head(original: Original, reading: Reading) -> dict[str, object]:
    listed = _listed(reading.people)
    speaking = {person.name for person in reading.people if person.speaks}
    return {
        "title": original.title,
        "publisher": original.publisher,
        "url": original.url,
        "date": original.date,
        "sources": _sources(original),
        "speakers": [each for each in listed if each.name in speaking],
        "people": [each for each in listed if each.name not in speaking],
    }


def _sources(original: Original) -> list[str]:
    """Return the sources that are printed under the article, or else who published it."""
    listed = [
        name
        for paragraph in original.paragraphs
        for name in (*sources_of(paragraph), *sources_in_credits(paragraph))
        if len(name) <= _LONGEST_NAME
    ]
    return listed or ([original.publisher] if original.publisher else [])


def _listed(people: Iterable[Person]) -> list[_Listed]:
    """Give everybody those of their names that nobody else has."""
    wanted = {person.name: [person.name, *_shorter(person)] for person in people}
    count = Counter(name.casefold() for names in wanted.values() for name in set(names))
    return [
        _Listed(
            person.name,
            person.role if person.role and len(person.role) <= _LONGEST_NAME else None,
            tuple(name for name in dict.fromkeys(wanted[person.name][1:]) if count[name.casefold()] == 1),
        )
        for person in people
    ]


def _shorter(person: Person) -> list[str]:
    words = person.name.split()
    last = words[-1:] if len(words) > 1 and not person.is_body and person.named else []
    return [*last, *(form for form in person.forms if form != person.name)]
