"""What moderators do about what was asked in vain: look through it, add a phrasing, draft a near entry, dismiss."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.records import Offer
from bot.answering.references import refer
from bot.discord.audit import Did, note
from bot.discord.custom_ids import Press
from bot.discord.delivery import respond
from bot.discord.editing import add_phrasings, may_write, open_form
from bot.discord.forms import Form
from bot.discord.markup import plain
from bot.discord.presses.pressed import chosen
from bot.discord.render_unanswered import entries_menu, group_shown, phrasings_of, unanswered_shown
from bot.discord.sending import swap, whisper
from bot.discord.shown import MOST_OPTIONS
from bot.discord.speaking import Interaction, privately
from bot.knowledge.folder import is_writable
from bot.knowledge.unanswered import Group
from bot.records import RecordsError

# What a near entry begins with, in the language of the knowledge; a moderator writes the rest.
_DRAFT = "The story does not say."


async def groups_of(interaction: Interaction) -> list[Group] | None:
    """Return what was asked in vain; None, and say so, while that can't be read."""
    client, say = interaction.client, privately(interaction)
    if not client.records.condition.is_kept:
        await whisper(interaction, say("unanswered-off"))
        return None
    try:
        return await client.unanswered.groups()
    except RecordsError:
        await whisper(interaction, say("unanswered-unreadable"))
        return None


async def page(interaction: Interaction, press: Press) -> None:
    """Show a page of the list."""
    groups = await groups_of(interaction)
    if groups is not None:
        await swap(interaction, unanswered_shown(groups, press.number, privately(interaction)))


async def one(interaction: Interaction, press: Press) -> None:
    """Show one group."""
    group = await _group(interaction, chosen(interaction, press))
    if group is None:
        return
    entries = interaction.client.desk.edition.entries
    offers = [entries[name] for each in group.nearest if (name := refer(*each)) in entries]
    writes = is_writable(interaction.client.desk.edition.library)
    await swap(interaction, group_shown(group, press.number, offers, privately(interaction), writes=writes))


async def phrase(interaction: Interaction, press: Press) -> None:
    """Offer the entries of which a group may be a phrasing."""
    group = await _group(interaction, press.subject)
    if group is not None and await may_write(interaction):
        offers = await _likely(interaction, group)
        await swap(interaction, entries_menu(group, press.number, offers, privately(interaction)))


async def phrase_to(interaction: Interaction, press: Press) -> None:
    """Try a group as phrasings of the entry that was chosen."""
    group = await _group(interaction, press.subject)
    if group is None or not await may_write(interaction):
        return
    await respond(interaction, lambda: interaction.response.edit_message(view=None))
    await add_phrasings(interaction, chosen(interaction, press), phrasings_of(group))


async def near(interaction: Interaction, press: Press) -> None:
    """Draft an entry that says that the story does not say it."""
    group = await _group(interaction, press.subject)
    if group is None:
        return
    library = interaction.client.desk.edition.library
    story = next((library.story(name) for name, _ in group.nearest if library.story(name)), None) or library.stories[0]
    near_entries = [entry for entry in story.entries if not entry.in_story]
    topic = near_entries[0].topic if near_entries else "near"
    form = Form(story.id, topic=topic, questions="\n".join(phrasings_of(group)), answer=_DRAFT)
    await open_form(interaction, form)


async def dismiss(interaction: Interaction, press: Press) -> None:
    """Show a group no more."""
    group = await _group(interaction, press.subject)
    if group is None:
        return
    client, say = interaction.client, privately(interaction)
    client.records.dismiss(each.id for each in group.questions)
    note(interaction, Did.DISMISSED, question=plain(group.text))
    groups = await groups_of(interaction)
    if groups is not None:
        await swap(interaction, unanswered_shown(groups, press.number, say, say("unanswered-dismissed")))


async def _group(interaction: Interaction, number: str) -> Group | None:
    """Return the group that a question is in; None, and say so, if there is none any more."""
    groups = await groups_of(interaction)
    if groups is None:
        return None
    found = next((each for each in groups if number in {str(question.id) for question in each.questions}), None)
    if found is None:
        await whisper(interaction, privately(interaction)("unanswered-gone"))
    return found


async def _likely(interaction: Interaction, group: Group) -> Sequence[Offer]:
    """Return the entries that a group may mean: those that came nearest when it was asked, then the likeliest now."""
    desk = interaction.client.desk
    entries = desk.edition.entries
    nearest = [entries[name] for each in group.nearest if (name := refer(*each)) in entries]
    likely = await desk.suggest(group.text, MOST_OPTIONS, ("unanswered", interaction.user.id))
    found = {refer(each.story.id, each.entry.id): each for each in (*nearest, *likely)}
    return list(found.values())[:MOST_OPTIONS]
