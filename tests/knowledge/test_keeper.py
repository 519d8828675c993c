"""The keeper: what is served is swapped whole or not at all, and only for what was verified and shown."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from bot.answering.answerer import Answerer
from bot.answering.desk import Desk
from bot.knowledge.folder import BACKUPS, FolderChange
from bot.knowledge.history import MOST_VERSIONS, Act, History, Version
from bot.knowledge.keeper import PROPOSAL_SECONDS, BusyError, GoneError, Keeper, OutdatedError
from bot.knowledge.source import Source
from bot.stories import KnowledgeError, Library, load_library
from tests.knowledge_folder import ENTRIES

WHEN = "When does the bridge open?"
CHANGED = ENTRIES.replace("Mayor Ann Hill said that it", "She said that it")


class Clock:
    """A clock that tests move."""

    now = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def folder(story_folder: Callable[..., Path]) -> Path:
    """The bridge's story folder."""
    return story_folder()


@pytest.fixture
async def keeper(folder: Path) -> AsyncIterator[Keeper]:
    """A keeper of the bridge."""
    desk = Desk(Answerer(load_library(folder.parent)))
    made = Keeper(desk, Source(folder.parent), clock=Clock(), steady=Clock())
    yield made
    made.close()
    desk.close()


def write(folder: Path, entries: str) -> None:
    """Change the entries of the story folder."""
    (folder / "entries" / "all.yaml").write_text(entries, encoding="utf-8")


def move(folder: Path, to: Path) -> None:
    """Move a folder."""
    folder.rename(to)


def changing(entries: str) -> Callable[[Library], FolderChange]:
    """What makes a change of the entries' file."""

    def make(library: Library) -> FolderChange:
        story = library.stories[0]
        file = story.entries[0].file
        assert file
        return FolderChange(Path("bridge/entries/all.yaml"), file.read_bytes(), entries.encode(), library.digest)

    return make


async def answer(keeper: Keeper) -> str:
    """What the desk says to the one question."""
    return (await keeper.desk.ask(WHEN)).text


async def test_a_reload_changes_nothing_before_it_is_applied(keeper: Keeper, folder: Path) -> None:
    """Then everything at once, and it is noted when, how and by whom."""
    write(folder, CHANGED)
    proposal = await keeper.propose()
    assert [each.entry for each in proposal.difference.changed] == ["opening-day"]
    assert (await answer(keeper)).startswith("Mayor Ann Hill")
    before = keeper.version
    version = await keeper.apply(proposal.token, "<@1>")
    assert (await answer(keeper)).startswith("She said")
    assert (version.act, version.by, version.name) == (Act.RELOAD, "<@1>", proposal.library.version)
    assert keeper.version is version
    assert keeper.history.earlier == (before,)


async def test_a_proposal_is_good_for_once(keeper: Keeper, folder: Path) -> None:
    """Applied, discarded, replaced or too old, it is gone; so is one that never was."""
    write(folder, CHANGED)
    first = await keeper.propose()
    second = await keeper.propose()
    with pytest.raises(GoneError):
        await keeper.apply(first.token)
    await keeper.apply(second.token)
    for token in (second.token, "", "0" * 16):
        with pytest.raises(GoneError):
            await keeper.apply(token)
    third = await keeper.propose()
    keeper.discard(third.token)
    with pytest.raises(GoneError):
        keeper.discard(third.token)
    fourth = await keeper.propose()
    keeper._steady.now += PROPOSAL_SECONDS + 1  # type: ignore[attr-defined]
    with pytest.raises(GoneError):
        await keeper.apply(fourth.token)


async def test_a_faulty_folder_changes_nothing(keeper: Keeper, folder: Path) -> None:
    """All faults come at once, before applying and at it."""
    write(folder, CHANGED)
    proposal = await keeper.propose()
    write(folder, ENTRIES.replace("open before", "open after").replace("- What", "- [What"))
    with pytest.raises(KnowledgeError) as caught:
        await keeper.apply(proposal.token)
    assert caught.value.faults
    for again in (keeper.propose, keeper.check, keeper.reload):
        with pytest.raises(KnowledgeError):
            await again()
    assert (await answer(keeper)).startswith("Mayor Ann Hill")
    write(folder, CHANGED)
    await keeper.apply(proposal.token)
    assert (await answer(keeper)).startswith("She said")


async def test_a_folder_that_is_gone_changes_nothing(keeper: Keeper, folder: Path) -> None:
    """The answers go on, and so they do when it comes back."""
    move(folder, folder.parent.parent / "away")
    with pytest.raises(KnowledgeError, match="no story in the knowledge folder"):
        await keeper.propose()
    assert (await answer(keeper)).startswith("Mayor Ann Hill")
    move(folder.parent.parent / "away", folder)
    assert not (await keeper.propose()).difference


async def test_only_what_was_shown_is_applied(keeper: Keeper, folder: Path) -> None:
    """A folder that changed since comes as a new proposal, and that one can be applied."""
    write(folder, CHANGED)
    proposal = await keeper.propose()
    write(folder, CHANGED.replace("She said", "They said"))
    with pytest.raises(OutdatedError) as caught:
        await keeper.apply(proposal.token)
    assert (await answer(keeper)).startswith("Mayor Ann Hill")
    await keeper.apply(caught.value.proposal.token)
    assert (await answer(keeper)).startswith("They said")


async def test_one_at_a_time(keeper: Keeper, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who comes second is told since when the first is at it; afterwards all goes on."""
    go_on = threading.Event()
    monkeypatch.setattr(Source, "read", lambda source: go_on.wait(5) and load_library(source.folder))
    first = asyncio.create_task(keeper.propose())
    await asyncio.sleep(0)
    for attempt in (keeper.propose, keeper.check, keeper.reload):
        with pytest.raises(BusyError) as caught:
            await attempt()
        assert caught.value.since == 1_000.0
    assert (await answer(keeper)).startswith("Mayor Ann Hill")
    go_on.set()
    await first
    await keeper.check()


async def test_a_check_keeps_nothing(keeper: Keeper, folder: Path) -> None:
    """It shows the same and can't be applied."""
    write(folder, CHANGED)
    checked = await keeper.check()
    assert checked.difference.changed
    with pytest.raises(GoneError):
        await keeper.apply(checked.token)


async def test_an_earlier_version_comes_back(keeper: Keeper, folder: Path) -> None:
    """The last one by default, any that is kept by name; the folder stays as it is."""
    first = keeper.version.name
    write(folder, CHANGED)
    await keeper.apply((await keeper.propose()).token)
    with pytest.raises(GoneError):
        await keeper.propose_back("nonsense")
    back = await keeper.propose_back()
    assert back.library.version == first
    version = await keeper.apply(back.token)
    assert (version.act, version.name) == (Act.ROLLBACK, first)
    assert (await answer(keeper)).startswith("Mayor Ann Hill")
    assert (await keeper.propose()).difference.changed
    again = await keeper.propose_back()
    await keeper.apply(again.token)
    assert (await answer(keeper)).startswith("She said")


async def test_there_is_nothing_to_go_back_to_at_first(keeper: Keeper) -> None:
    """Not to itself either."""
    with pytest.raises(GoneError):
        await keeper.propose_back()
    with pytest.raises(GoneError):
        await keeper.propose_back(keeper.version.name)


async def test_a_signal_reloads_without_asking(keeper: Keeper, folder: Path) -> None:
    """What is in the folder is put in use at once."""
    write(folder, CHANGED)
    version = await keeper.reload()
    assert version.act is Act.SIGNAL
    assert (await answer(keeper)).startswith("She said")


async def test_a_proposal_is_compared_with_what_is_served_when_it_is_applied(keeper: Keeper, folder: Path) -> None:
    """A signal in between makes it say so."""
    write(folder, CHANGED)
    proposal = await keeper.propose()
    await keeper.reload()
    with pytest.raises(OutdatedError) as caught:
        await keeper.apply(proposal.token)
    assert not caught.value.proposal.difference


async def test_a_change_is_written_when_it_is_applied(keeper: Keeper, folder: Path) -> None:
    """Not before; what was there is kept beside."""
    file = folder / "entries" / "all.yaml"
    proposal = await keeper.propose_change(changing(CHANGED))
    assert file.read_text(encoding="utf-8") == ENTRIES
    assert proposal.library.stories[0].entries[0].file == file
    version = await keeper.apply(proposal.token)
    assert file.read_text(encoding="utf-8") == CHANGED
    assert version.act is Act.EDIT
    assert load_library(folder.parent).digest == version.library.digest
    (backup,) = (folder / "entries" / BACKUPS).iterdir()
    assert backup.read_text(encoding="utf-8") == ENTRIES
    assert not (await keeper.propose()).difference


async def test_applying_learns_nothing(keeper: Keeper, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """That was done when the difference was shown, so that an edit is answered as soon as it is applied."""
    proposals = {"reload": keeper.propose, "edit": lambda: keeper.propose_change(changing(CHANGED))}
    for act, propose in proposals.items():
        write(folder, ENTRIES if act == "edit" else CHANGED)
        await keeper.reload()
        write(folder, ENTRIES if act == "edit" else CHANGED.replace("She", "They"))
        proposal = await propose()
        with monkeypatch.context() as patched:
            patched.setattr(Source, "learn", lambda *_: pytest.fail("learnt when applied"))
            await keeper.apply(proposal.token)
        assert keeper.version.library.digest == proposal.library.digest


async def test_a_faulty_change_is_told_with_the_folders_own_names(keeper: Keeper, folder: Path) -> None:
    """Nothing was written, and no name of the copy it was tried on is seen."""
    with pytest.raises(KnowledgeError) as caught:
        await keeper.propose_change(changing(CHANGED.replace("open before Sunday,", "open before Monday,")))
    (fault,) = caught.value.faults
    assert fault.file == folder / "entries" / "all.yaml"
    assert (folder / "entries" / "all.yaml").read_text(encoding="utf-8") == ENTRIES


async def test_the_second_of_two_changes_sees_the_first(keeper: Keeper, folder: Path) -> None:
    """It is made anew for what the file holds now; the first is not lost."""

    def make(library: Library) -> FolderChange:
        file = folder / "entries" / "all.yaml"
        text = file.read_text(encoding="utf-8")
        after = text.replace("opening day of the bridge", "the day it opens")
        return FolderChange(Path("bridge/entries/all.yaml"), text.encode(), after.encode(), library.digest)

    proposal = await keeper.propose_change(make)
    write(folder, CHANGED)
    with pytest.raises(OutdatedError) as caught:
        await keeper.apply(proposal.token)
    assert (folder / "entries" / "all.yaml").read_text(encoding="utf-8") == CHANGED
    again = caught.value.proposal
    await keeper.apply(again.token)
    text = (folder / "entries" / "all.yaml").read_text(encoding="utf-8")
    assert "She said" in text
    assert "the day it opens" in text


async def test_a_write_is_taken_back_if_the_folder_then_holds_something_else(
    keeper: Keeper, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another file changed between the last look and the write."""
    proposal = await keeper.propose_change(changing(CHANGED))
    read, reads = Source.read, []

    def surprising(source: Source) -> Library:
        reads.append(1)
        if len(reads) == 2:
            (folder / "story.yaml").write_text("title: Another title\nspeakers: [{name: Ann Hill}]\n", encoding="utf-8")
        return read(source)

    monkeypatch.setattr(Source, "read", surprising)
    with pytest.raises(OutdatedError) as caught:
        await keeper.apply(proposal.token)
    assert (folder / "entries" / "all.yaml").read_text(encoding="utf-8") == ENTRIES
    assert (await answer(keeper)).startswith("Mayor Ann Hill")
    await keeper.apply(caught.value.proposal.token)
    assert (await answer(keeper)).startswith("She said")


async def test_a_folder_that_can_not_be_written_changes_nothing(
    keeper: Keeper, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The error goes to whoever applies; what is served goes on."""
    proposal = await keeper.propose_change(changing(CHANGED))

    def refuse(*_: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr("bot.knowledge.folder.replace_file", refuse)
    with pytest.raises(OSError, match="Read-only"):
        await keeper.apply(proposal.token)
    assert (await answer(keeper)).startswith("Mayor Ann Hill")
    monkeypatch.undo()
    await keeper.apply(proposal.token)
    assert (await answer(keeper)).startswith("She said")


def test_the_history_is_bounded_and_names_each_content_once(keeper: Keeper, shipped_library: Library) -> None:
    """The version in use is not among those to go back to."""
    small = keeper.version.library
    history = History(Version(small, 0.0, Act.START))
    for number in range(50):
        history.add(Version((small, shipped_library)[number % 2], float(number), Act.RELOAD))
    assert [each.name for each in history.earlier] == [small.version]
    assert len(history._kept) == MOST_VERSIONS
