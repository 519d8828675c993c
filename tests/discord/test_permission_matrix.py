"""Who may do what where: every command and every kind of press, for everybody, in every place that there is.

The commands are taken from the tree and the presses from their list, so that a new one without a row fails here.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from discord import app_commands

from bot.discord.client import VerbatimClient
from bot.discord.custom_ids import MODERATING, Action, Press
from tests.discord.conftest import MakeBot
from tests.discord.moderating import DENIED, MOD, say
from tests.local_discord import Actor, Channel, InteractionRecord, LocalDiscord, Message
from tests.local_discord.errors import NotAvailableError
from tests.local_discord.forging import forge_form, forge_press

ALLOWED, REFUSED = "allowed", "refused"
SEEN, UNSEEN = "seen", "unseen"
Cell = tuple[str, str]

# Where somebody stands who acts. At home are the moderators; "abroad" is a server without the bot, and "between people"
# a DM without it: there the bot comes along with people who have installed it for themselves.
PLACES = (
    "nobody at home",
    "moderator by role",
    "moderator by name",
    "moderator who manages the server",
    "administrator at home",
    "nobody elsewhere",
    "administrator elsewhere",
    "moderator elsewhere",
    "nobody in a DM",
    "moderator in a DM",
    "nobody between people",
    "moderator between people",
    "nobody abroad",
    "moderator abroad",
    "administrator abroad",
)
AT_HOME = {"moderator by role", "moderator by name", "moderator who manages the server"}
MANAGING = {"moderator who manages the server", "administrator at home", "administrator elsewhere"}
EVERYBODY: dict[str, Cell] = dict.fromkeys(PLACES, (SEEN, ALLOWED))
MODERATORS: dict[str, Cell] = {
    place: (SEEN if place in MANAGING else UNSEEN, ALLOWED if place in AT_HOME else REFUSED) for place in PLACES
}
# name: who may use it, and what it takes to use it
COMMANDS: dict[str, tuple[dict[str, Cell], dict[str, str]]] = {
    "Answer from the story": (EVERYBODY, {}),
    "Check this quote": (EVERYBODY, {}),
    "ask": (EVERYBODY, {"question": "When does the bridge open?"}),
    "help": (EVERYBODY, {}),
    "privacy": (EVERYBODY, {}),
    "quote about": (EVERYBODY, {"topic": "all"}),
    "quote by": (EVERYBODY, {"speaker": "Ann Hill"}),
    "quote find": (EVERYBODY, {"text": "bridge"}),
    "quote random": (EVERYBODY, {}),
    "sides": (EVERYBODY, {}),
    "story": (EVERYBODY, {}),
    "topics": (EVERYBODY, {}),
    "verify": (EVERYBODY, {"text": "The bridge is safe"}),
    "health": (MODERATORS, {}),
    "knowledge add": (MODERATORS, {}),
    "knowledge check": (MODERATORS, {}),
    "knowledge edit": (MODERATORS, {"entry": "cost"}),
    "knowledge reload": (MODERATORS, {}),
    "knowledge rollback": (MODERATORS, {}),
    "knowledge status": (MODERATORS, {}),
    "knowledge story": (MODERATORS, {}),
    "knowledge unanswered": (MODERATORS, {}),
}
PUBLIC_PRESSES = {
    Action.CONTEXT,
    Action.RELATED,
    Action.SHARE,
    Action.SHARE_QUOTE,
    Action.SHARE_SIDES,
    Action.WRONG,
    Action.DELETE,
    Action.PICK,
    Action.ALSO,
    Action.FIND,
    Action.BY,
    Action.ABOUT,
    Action.DRAW,
    Action.TOPICS,
    Action.QUESTIONS,
    Action.SIDES,
    Action.STORIES,
}


@dataclass(frozen=True)
class Stage:
    """The bot, and everybody in their places."""

    local: LocalDiscord
    client: VerbatimClient
    places: dict[str, tuple[Actor, Channel]]


@pytest.fixture
async def stage(local: LocalDiscord, make_bot: MakeBot, story_folder: Callable[..., Path]) -> AsyncIterator[Stage]:
    """A bot with a home, moderators by role and by name, and servers of other people's."""
    folder = story_folder()
    by_role, by_name, managing = local.user("by_role"), local.user(MOD), local.user("managing")
    nobody, admin, other_admin = local.user("nobody"), local.user("admin"), local.user("other_admin", member=False)
    role = local.add_role("Curators", by_role, managing)
    local.add_role("Managers", managing, manage_guild=True)
    local.add_role("Admins", admin, administrator=True)
    elsewhere = local.world.add_guild("Elsewhere", owner=other_admin.user)
    abroad = local.world.add_guild("Abroad", has_bot=False, owner=other_admin.user)
    there, far = local.world.add_channel(elsewhere, "general"), local.world.add_channel(abroad, "general")
    for actor in (nobody, by_name, other_admin):
        actor.user.has_installed_app = True
        for guild in (elsewhere, abroad):
            local.world.join(guild, actor.user)
    between = local.world.dm(by_name.user, nobody.user)
    places = {
        "nobody at home": (nobody, local.general),
        "moderator by role": (by_role, local.general),
        "moderator by name": (by_name, local.general),
        "moderator who manages the server": (managing, local.general),
        "administrator at home": (admin, local.general),
        "nobody elsewhere": (nobody, there),
        "administrator elsewhere": (other_admin, there),
        "moderator elsewhere": (by_name, there),
        "nobody in a DM": (nobody, await nobody.dm()),
        "moderator in a DM": (by_name, await by_name.dm()),
        "nobody between people": (nobody, between),
        "moderator between people": (by_name, between),
        "nobody abroad": (nobody, far),
        "moderator abroad": (by_name, far),
        "administrator abroad": (other_admin, far),
    }
    assert tuple(places) == PLACES
    bot = make_bot(
        folder.parent,
        knowledge_dir=folder.parent,
        home_guild=local.home.id,
        moderator_users=str(by_name.id),
        moderator_roles=str(role.id),
        questions_per_minute=0,
    )
    async with local.running(bot):
        yield Stage(local, bot, places)


def names_in(client: VerbatimClient) -> dict[str, app_commands.Command | app_commands.ContextMenu]:
    """Every command that can be used, by its whole name."""
    slash = {each.qualified_name: each for each in client.tree.walk_commands() if not hasattr(each, "walk_commands")}
    menus = {each.name: each for each in client.tree.get_commands() if isinstance(each, app_commands.ContextMenu)}
    return {**slash, **menus}


async def use(stage: Stage, name: str, place: str, *, bypass: bool) -> InteractionRecord:
    """Use a command from somewhere, as it is offered there or although it is not."""
    (actor, channel), options = stage.places[place], COMMANDS[name][1]
    if isinstance(names_in(stage.client)[name], app_commands.ContextMenu):
        message = Message(
            stage.local.clock.snowflake(), channel, stage.local.user("writer").user, "Is the bridge safe?"
        )
        return await actor.context_menu(channel, name, message, bypass=bypass)
    return await actor.slash(channel, name, bypass=bypass, **options)


async def cell(stage: Stage, name: str, place: str) -> Cell:
    """Return whether Discord shows a command in a place, and whether the bot does what it says."""
    seen = SEEN
    try:
        record = await use(stage, name, place, bypass=False)
    except NotAvailableError:
        seen, record = UNSEEN, await use(stage, name, place, bypass=True)
    if record.modal:
        return seen, ALLOWED
    assert record.ephemeral, (name, place)
    assert record.content != say("failed"), (name, place)
    return seen, REFUSED if record.content == DENIED else ALLOWED


async def test_every_command_in_every_place(stage: Stage) -> None:
    """What the table says, command by command; what is refused is refused also where somebody makes it appear."""
    assert set(names_in(stage.client)) == set(COMMANDS)
    found = {name: {place: await cell(stage, name, place) for place in PLACES} for name in COMMANDS}
    assert found == {name: cells for name, (cells, _) in COMMANDS.items()}


async def test_what_is_typed_tells_nobody_anything(stage: Stage) -> None:
    """Autocomplete runs no checks of Discord's: where a command is refused, it offers nothing either."""
    offered = 0
    for name, command in names_in(stage.client).items():
        parameters = command.parameters if isinstance(command, app_commands.Command) else []
        for parameter in (each.name for each in parameters if each.autocomplete):
            for place in PLACES:
                actor, channel = stage.places[place]
                choices = await actor.autocomplete(channel, name, focused=parameter, **{parameter: ""})
                assert not choices or COMMANDS[name][0][place][1] == ALLOWED, (name, parameter, place)
                offered += bool(choices)
    assert offered > 2 * len(PLACES)


def test_every_kind_of_press_is_somebodys() -> None:
    """A press is for everybody or for moderators, and somebody has decided which."""
    assert set(Action) == PUBLIC_PRESSES | MODERATING
    assert not PUBLIC_PRESSES & MODERATING


async def test_a_moderators_press_by_others_is_refused(stage: Stage) -> None:
    """Every kind of it, everywhere, also where somebody forges the button or the form."""
    served = stage.client.keeper.version.name
    for place in (place for place in PLACES if MODERATORS[place][1] == REFUSED):
        actor, channel = stage.places[place]
        made = await actor.slash(channel, "help")
        pressed = [await forge_press(actor, made, str(Press(action, served, subject="1"))) for action in MODERATING]
        sent = await forge_form(actor, made, str(Press(Action.FORM, subject="1")))
        for record in (*pressed, sent):
            assert record.content == DENIED, (record.name, place)
            assert record.ephemeral
            assert not record.modal
    assert stage.client.keeper.version.name == served


async def test_the_bots_own_messages_are_no_questions(stage: Stage) -> None:
    """Nor quotes to check; and it hears neither itself nor other bots."""
    actor, channel = stage.places["nobody at home"]
    own = Message(stage.local.clock.snowflake(), channel, stage.local.bot, "When does the bridge open?")
    for name, key in (("Answer from the story", "message-is-mine"), ("Check this quote", "check-mine")):
        record = await actor.context_menu(channel, name, own)
        assert record.content == say(key)
    robot, me = stage.local.user("robot", bot=True), Actor(stage.local, stage.local.bot)
    await me.says(await actor.dm(), "When does the bridge open?")
    await robot.says(channel, "When does the bridge open?", mention_bot=True)
    asked = await actor.says(channel, "When does the bridge open?", mention_bot=True)
    (answer,) = await stage.local.until(lambda: stage.local.sent(channel), "the answer to a person")
    assert answer.reply_to is asked
    assert len(stage.local.sent(await actor.dm())) == 1
