"""Looking quotes up: by words, by speaker, by topic, by chance; and what each camp says about a disputed point."""

from __future__ import annotations

from discord import app_commands
from discord.ext import commands

from bot.answering.desk import reference_of
from bot.answering.quotes import Quoted
from bot.answering.references import refer
from bot.answering.sides import points_like
from bot.discord.commands import described, everywhere
from bot.discord.custom_ids import LONGEST_WORDS
from bot.discord.markup import clipped, plain
from bot.discord.pages import MOST_FOUND, Pages
from bot.discord.render import Frame, quoted_words
from bot.discord.render_quotes import sides_menu
from bot.discord.sending import whisper
from bot.discord.shown import LONGEST_OPTION, MOST_OPTIONS, Shown
from bot.discord.speaking import Interaction, can_share, privately

Choices = list[app_commands.Choice[str]]
_LONGEST_ECHO = 80
_MOST_NAMED = 15


class Quotes(commands.Cog):
    """The story's words, looked up."""

    quote = everywhere(app_commands.Group(name="quote", description=described("command-quote")))

    @quote.command(name="find", description=described("command-quote-find"))
    @app_commands.describe(text=described("option-quote-find-text"))
    async def find(self, interaction: Interaction, text: app_commands.Range[str, 1, LONGEST_WORDS]) -> None:
        """Show the quote that was picked, or those that fit some words, page by page."""
        quoted = interaction.client.desk.edition.quotes.get(text)
        if quoted:
            await whisper(interaction, pages_for(interaction).quote(quoted))
            return
        found = await interaction.client.desk.search_quotes(text, MOST_FOUND)
        none = privately(interaction)("quote-none-found", words=echoed(text))
        await whisper(interaction, pages_for(interaction).found(found, text, 0) or none)

    @find.autocomplete("text")
    async def complete_find(self, interaction: Interaction, typed: str) -> Choices:
        """Offer quotes that fit what is typed."""
        found = await interaction.client.desk.suggest_quotes(typed[:LONGEST_WORDS], MOST_OPTIONS, interaction.user.id)
        return [_choice(_label(quoted), reference_of(quoted)) for quoted in found]

    @quote.command(name="by", description=described("command-quote-by"))
    @app_commands.describe(speaker=described("option-quote-by-speaker"))
    async def by(self, interaction: Interaction, speaker: str) -> None:
        """Show a speaker's words, page by page."""
        catalogue, pages = interaction.client.desk.edition.catalogue, pages_for(interaction)
        shown = pages.voice(speaker, 0)
        if shown is None and (likely := catalogue.voices_like(speaker)):
            shown = pages.voice(refer(likely[0].story.id, likely[0].name), 0)
        names = [voice.name for voice in catalogue.voices_like("")]
        await whisper(interaction, shown or _unknown(interaction, "speaker", speaker, names))

    @by.autocomplete("speaker")
    async def complete_by(self, interaction: Interaction, typed: str) -> Choices:
        """Offer speakers."""
        found = interaction.client.desk.edition.catalogue.voices_like(typed)
        return [_choice(voice.name, refer(voice.story.id, voice.name)) for voice in found[:MOST_OPTIONS]]

    @quote.command(name="about", description=described("command-quote-about"))
    @app_commands.describe(topic=described("option-quote-about-topic"))
    async def about(self, interaction: Interaction, topic: str) -> None:
        """Show the quotes on a topic, page by page."""
        catalogue, pages = interaction.client.desk.edition.catalogue, pages_for(interaction)
        shown = pages.subject(topic, 0)
        if shown is None and (likely := catalogue.subjects_like(topic)):
            shown = pages.subject(refer(likely[0].topic.story.id, likely[0].topic.key), 0)
        names = [each.topic.label for each in catalogue.subjects]
        await whisper(interaction, shown or _unknown(interaction, "topic", topic, names))

    @about.autocomplete("topic")
    async def complete_about(self, interaction: Interaction, typed: str) -> Choices:
        """Offer topics that there are quotes on."""
        found = interaction.client.desk.edition.catalogue.subjects_like(typed)
        topics = [each.topic for each in found[:MOST_OPTIONS]]
        return [_choice(topic.label, refer(topic.story.id, topic.key)) for topic in topics]

    @quote.command(name="random", description=described("command-quote-random"))
    async def random(self, interaction: Interaction) -> None:
        """Show a quote by chance."""
        shown = pages_for(interaction).drawn(interaction.client.draw)
        await whisper(interaction, shown or privately(interaction)("quote-none"))

    @app_commands.command(name="sides", description=described("command-sides"))
    @app_commands.describe(point=described("option-sides-point"))
    @everywhere
    async def sides(self, interaction: Interaction, point: str | None = None) -> None:
        """Show what each camp says on a point, or the points to choose from."""
        say, disputes = privately(interaction), interaction.client.desk.edition.disputes
        if not disputes:
            await whisper(interaction, say("sides-none"))
            return
        shown = pages_for(interaction).sides(_dispute(interaction, point)) if point else None
        frame = Frame(say, interaction.client.desk.edition.version, say("sides-unknown") if point else "")
        await whisper(interaction, shown or sides_menu(list(disputes.values()), frame))

    @sides.autocomplete("point")
    async def complete_sides(self, interaction: Interaction, typed: str) -> Choices:
        """Offer disputed points."""
        found = points_like(typed, interaction.client.desk.edition.disputes.values())
        return [_choice(each.point, refer(story.id, each.id)) for story, each in found[:MOST_OPTIONS]]


def pages_for(interaction: Interaction) -> Pages:
    """Return the pages as one person sees them."""
    edition = interaction.client.desk.edition
    return Pages(edition, Frame(privately(interaction), edition.version), can_share(interaction))


def echoed(text: str) -> str:
    """Return what somebody typed, so that it can be shown."""
    return plain(clipped(text, _LONGEST_ECHO))


def _unknown(interaction: Interaction, what: str, typed: str, names: list[str]) -> Shown | str:
    say = privately(interaction)
    if not names:
        return say("speaker-none" if what == "speaker" else "quote-none")
    listed = ", ".join(plain(clipped(name, _LONGEST_ECHO)) for name in names[:_MOST_NAMED])
    return say(f"{what}-unknown", name=echoed(typed), names=listed)


def _dispute(interaction: Interaction, typed: str) -> str:
    """Return the reference of the point that was picked or typed."""
    disputes = interaction.client.desk.edition.disputes
    likely = (refer(story.id, each.id) for story, each in points_like(typed, disputes.values()))
    return typed if typed in disputes else next(likely, "")


def _label(quoted: Quoted) -> str:
    who = f"{quoted.citation.speaker}: " if quoted.citation.speaker else ""
    return f"{who}{quoted_words(quoted.citation)}"


def _choice(name: str, value: str) -> app_commands.Choice[str]:
    return app_commands.Choice(name=clipped(name, LONGEST_OPTION), value=value)
