"""What would change if a proposal were applied, and what keeps a folder from being served, for moderators."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from bot.answering.records import Outcome
from bot.discord.custom_ids import Action, Press
from bot.discord.languages import Language
from bot.discord.markup import MOST_CHARACTERS, bold, clipped, joined, plain, small
from bot.discord.shown import Attached, Button, Shown, Style, button
from bot.knowledge.difference import Change, Difference, Named
from bot.knowledge.history import Act
from bot.knowledge.keeper import Proposal
from bot.knowledge.landing import Landing, Move, Moves
from bot.stories import Fault

# So many of each kind stand in the message; the attached file has all.
_MOST_LISTED = 5
_LONGEST_QUESTION = 90
_LONGEST_FAULT = 300
_ROOM_FOR_FAULTS = 1_500
_SPARE = 200


def proposal_shown(proposal: Proposal, served: str, say: Language, *, asks: bool, lead: str = "") -> Shown:
    """Return what a proposal would change in the version ``served``, with buttons if it ``asks`` to apply it."""
    version = proposal.library.version
    if version == served:
        return Shown(joined(lead, say("change-nothing", version=f"`{version}`")))
    heading = bold(say("change-heading", before=served, after=version))
    parts = _parts(proposal.difference, proposal.moves, say)
    notes = joined(
        say("change-unseen") if not proposal.difference else "",
        small(say("rollback-note")) if proposal.act is Act.ROLLBACK else "",
    )
    shown = _fitted(joined(lead, heading), parts, notes, say)
    return shown.with_rows(_buttons(proposal, say)) if asks else shown


def summary(proposal: Proposal, say: Language) -> str:
    """Return how many entries a proposal adds, takes away and changes."""
    differs = proposal.difference
    return say("change-entries", added=len(differs.added), gone=len(differs.gone), changed=len(differs.changed))


def faults_shown(faults: Sequence[Fault], folder: Path, served: str, say: Language, lead: str = "") -> Shown:
    """Return what is wrong with a folder, each fault by file and line; all of them as a file where they are many."""
    head = joined(lead, say("faults-heading", count=len(faults), version=f"`{served}`"))
    lines = [_fault(fault, folder) for fault in faults]
    listed: list[str] = []
    for line in lines:
        bullet = f"- {plain(clipped(line, _LONGEST_FAULT))}"
        if len(joined(*listed, bullet)) > _ROOM_FOR_FAULTS:
            break
        listed.append(bullet)
    is_whole = len(listed) == len(lines) and all(len(line) <= _LONGEST_FAULT for line in lines)
    files = () if is_whole else (Attached("faults.txt", "\n".join(lines) + "\n"),)
    return Shown(joined(head, *listed, "" if is_whole else small(say("change-attached"))), files=files)


def _fault(fault: Fault, folder: Path) -> str:
    """Return a fault with its file as it is named within the folder."""
    return fault.told(fault.file.relative_to(folder) if fault.file.is_relative_to(folder) else fault.file)


def _buttons(proposal: Proposal, say: Language) -> tuple[Button, ...]:
    version = proposal.library.version
    return (
        button(say("button-apply"), Press(Action.APPLY, version, subject=proposal.token), Style.MAIN),
        button(say("button-discard"), Press(Action.DISCARD, version, subject=proposal.token)),
    )


def _fitted(head: str, parts: list[tuple[str, list[str]]], notes: str, say: Language) -> Shown:
    """Return a message with a title and some lines for each part; all lines as a file if they are more."""
    room = MOST_CHARACTERS - len(joined(head, notes)) - _SPARE
    shown: list[str] = []
    is_whole = True
    for title, lines in parts:
        for at, line in enumerate((title, *lines)):
            if at > _MOST_LISTED or len(joined(*shown, line)) > room:
                is_whole = False
                break
            shown.append(line)
    files = () if is_whole else (Attached("changes.txt", _file(parts)),)
    return Shown(joined(head, *shown, "" if is_whole else small(say("change-attached")), notes), files=files)


def _file(parts: Iterable[tuple[str, list[str]]]) -> str:
    return "\n\n".join("\n".join((title, *lines)) for title, lines in parts) + "\n"


def _parts(differs: Difference, moved: Moves, say: Language) -> list[tuple[str, list[str]]]:
    """Return the titles of what differs, each with its lines."""
    entries = [
        *(f"  + {_named(each)}" for each in differs.added),
        *(f"  − {_named(each)}" for each in differs.gone),
        *(f"  ± {_changed(each, say)}" for each in differs.changed),
    ]
    stories = [
        *(f"  + `{each}`" for each in differs.stories_added),
        *(f"  − `{each}`" for each in differs.stories_gone),
        *(f"  ± `{each}`" for each in differs.stories_changed),
    ]
    quotes = [
        *(f"  + {_words(each)}" for each in differs.quotes_added),
        *(f"  − {_words(each)}" for each in differs.quotes_gone),
    ]
    counts = {"added": len(differs.added), "gone": len(differs.gone), "changed": len(differs.changed)}
    found = [
        (f"- {say('change-stories')}", stories),
        (f"- {say('change-entries', **counts)}", entries),
        (f"- {say('change-quotes', added=len(differs.quotes_added), gone=len(differs.quotes_gone))}", quotes),
    ]
    for key, several in (("own", moved.own), ("astray", moved.astray), ("asked", moved.asked)):
        found.append((f"- {say(f'change-{key}', count=len(several))}", [_move(each, say) for each in several]))
    shown = [(title, lines) for title, lines in found if lines]
    if differs and not (moved.own or moved.astray or moved.asked):
        shown.append((f"- {say('change-none-moved')}", []))
    if moved.left_out:
        shown.append((f"- {say('change-left-out', count=moved.left_out)}", []))
    return shown


def _named(entry: Named) -> str:
    return f"`{entry.entry}` {plain(clipped(entry.question, _LONGEST_QUESTION))}"


def _changed(change: Change, say: Language) -> str:
    parts = ", ".join(say(f"change-part-{part}") for part in change.parts)
    more = [f"+ {_words(each)}" for each in change.questions_added]
    more += [f"− {_words(each)}" for each in change.questions_gone]
    return f"`{change.entry}` ({parts}){': ' if more else ''}{'; '.join(more[:3])}"


def _move(move: Move, say: Language) -> str:
    return f"  {_words(move.question)}: {_landing(move.before, say)} → {_landing(move.after, say)}"


def _landing(landing: Landing, say: Language) -> str:
    if landing.entry is not None:
        return f"`{landing.entry[1]}`"
    return say("landing-unsure" if landing.outcome is Outcome.UNSURE else "landing-nothing")


def _words(text: str) -> str:
    return f"“{plain(clipped(text, _LONGEST_QUESTION))}”"
