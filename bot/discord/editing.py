"""Adding and changing entries: from a form to a proposal, which is shown before it is applied."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.references import refer
from bot.discord.audit import Did, note
from bot.discord.custom_ids import Action, Press
from bot.discord.delivery import respond
from bot.discord.entry_modal import ANSWER, QUESTIONS, QUOTES, SPEAKER, EntryModal, speaker_of
from bot.discord.forms import Form, form_of
from bot.discord.markup import joined, moment
from bot.discord.modal_fields import fields_of
from bot.discord.proposing import show_proposal
from bot.discord.render_change import faults_shown
from bot.discord.render_edit import phrasings_lead, preview, true_words, typed_file
from bot.discord.sending import think, whisper
from bot.discord.shown import Shown, button
from bot.discord.speaking import Interaction, privately
from bot.knowledge.edit_error import EditError, Trouble
from bot.knowledge.folder import FolderChange, is_writable
from bot.knowledge.keeper import BusyError
from bot.knowledge.wanted import quotes_found
from bot.stories import KnowledgeError, Library


async def may_write(interaction: Interaction) -> bool:
    """Tell whether the folder can be written; say so to the moderator if not."""
    if is_writable(interaction.client.desk.edition.library):
        return True
    await whisper(interaction, privately(interaction)("folder-fixed"))
    return False


async def open_form(interaction: Interaction, form: Form) -> None:
    """Open the form of an entry, if its story is there and the folder can be written."""
    client, say = interaction.client, privately(interaction)
    story = client.desk.edition.library.story(form.story)
    if story is None:
        await whisper(interaction, say(f"edit-{Trouble.STORY_GONE}"))
    elif await may_write(interaction):
        modal = EntryModal(client.forms.keep(form), story, say)
        await respond(interaction, lambda: interaction.response.send_modal(modal))


async def edit_entry(interaction: Interaction, reference: str) -> None:
    """Open the form of an entry as it is."""
    offer = interaction.client.desk.edition.entries.get(reference)
    try:
        form = form_of(offer.story.id, offer.entry) if offer else None
    except EditError as error:
        await whisper(interaction, privately(interaction)(f"edit-{error.trouble}"))
        return
    if form is None:
        await whisper(interaction, privately(interaction)(f"edit-{Trouble.ENTRY_GONE}"))
    else:
        await open_form(interaction, form)


async def take_form(interaction: Interaction, press: Press) -> None:
    """Take a form that was sent: try it, and show what it comes to."""
    client, say = interaction.client, privately(interaction)
    fields = fields_of(interaction.data)
    form = client.forms.find(press.subject)
    story = client.desk.edition.library.story(form.story) if form else None
    if form is None or story is None:
        await whisper(interaction, Shown(say("form-gone"), files=(typed_file(fields),)))
        return
    typed = {name: str(fields.get(name) or "") for name in (QUESTIONS, ANSWER, QUOTES)}
    speaker = speaker_of(str(fields.get(SPEAKER) or form.speaker), story)
    form = client.forms.keep(form.typed({**typed, "speaker": speaker}))
    await think(interaction)
    await _try(interaction, form)


async def reopen(interaction: Interaction, press: Press) -> None:
    """Open a form again with what was typed."""
    form = interaction.client.forms.find(press.subject)
    if form is None:
        await whisper(interaction, privately(interaction)("form-gone"))
    else:
        await open_form(interaction, form)


async def _try(interaction: Interaction, form: Form) -> None:
    keeper, say = interaction.client.keeper, privately(interaction)
    named: list[str] = []

    def make(library: Library) -> FolderChange:
        change, name = _change(form, library, keeper.source.folder)
        named[:] = [name]
        return change

    again = button(say("button-correct"), Press(Action.CORRECT, subject=form.token))
    try:
        proposal = await keeper.propose_change(make)
    except BusyError as error:
        await whisper(interaction, Shown(say("knowledge-busy", since=moment(error.since)), ((again,),)))
    except EditError as error:
        await whisper(interaction, Shown(say(f"edit-{error.trouble}"), ((again,),)))
    except KnowledgeError as error:
        await whisper(interaction, (await _faults(interaction, form, error)).with_rows((again,)))
    else:
        note(interaction, Did.DRAFTED, entry=named[0])
        offer = proposal.edition.entries[refer(form.story, named[0])]
        await show_proposal(interaction, proposal, lead=preview(offer, say))


def _change(form: Form, library: Library, folder: object) -> tuple[FolderChange, str]:
    from bot.knowledge.edits import with_entry_added, with_entry_changed  # a second YAML reader, for editors alone

    if form.entry is None or form.seen is None:
        return with_entry_added(library, folder, form.story, form.wanted, form.topic)  # type: ignore[arg-type]
    name = (form.story, form.entry)
    return with_entry_changed(library, folder, name, form.wanted, form.seen), form.entry  # type: ignore[arg-type]


async def _faults(interaction: Interaction, form: Form, error: KnowledgeError) -> Shown:
    """Say what is wrong, and of a quote that is not in the story what the story has instead."""
    client, say = interaction.client, privately(interaction)
    story = client.desk.edition.library.story(form.story)
    wrong = [quote for quote, problem in quotes_found(story, form.wanted.quotes) if problem] if story else []
    checked = [await client.desk.check(quote, is_quote=True) for quote in wrong[:2]]
    lead = joined(say("form-faulty"), *(true_words(each, say) for each in checked))
    return faults_shown(error.faults, client.keeper.source.folder, client.desk.edition.version, say, lead)


async def add_phrasings(interaction: Interaction, reference: str, texts: Sequence[str]) -> None:
    """Try some questions as phrasings of an entry, and show what that comes to."""
    client, say = interaction.client, privately(interaction)
    offer = client.desk.edition.entries.get(reference)
    if offer is None:
        await whisper(interaction, say(f"edit-{Trouble.ENTRY_GONE}"))
        return
    name, folder = (offer.story.id, offer.entry.id), client.keeper.source.folder

    def make(library: Library) -> FolderChange:
        from bot.knowledge.edits import with_phrasings  # as in _change

        return with_phrasings(library, folder, name, texts)

    try:
        proposal = await client.keeper.propose_change(make)
    except BusyError as error:
        await whisper(interaction, say("knowledge-busy", since=moment(error.since)))
    except EditError as error:
        await whisper(interaction, say(f"edit-{error.trouble}"))
    except KnowledgeError as error:
        await whisper(interaction, faults_shown(error.faults, folder, client.desk.edition.version, say))
    else:
        note(interaction, Did.DRAFTED, entry=offer.entry.id)
        await show_proposal(interaction, proposal, lead=phrasings_lead(offer, texts, say))
