"""The interface in five languages: the same keys, the same variables, within Discord's limits, and nothing unused."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, get_args

import discord
import pytest
from fluent.runtime import FluentResource
from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

from bot.answering import phrases
from bot.answering.feedback import Reason
from bot.answering.phrases import Phrase
from bot.discord.audit import Did
from bot.discord.client import VerbatimClient
from bot.discord.commands import ANSWER_MENU, CHECK_MENU, CommandTranslator, key_of, listed
from bot.discord.custom_ids import Action
from bot.discord.languages import CODES, SOURCE, Language, language, language_for, source_of
from bot.discord.permissions import NEEDED
from bot.discord.render import Frame
from bot.discord.render_story import help_shown, privacy_shown
from bot.discord.sync import payload
from bot.knowledge.difference import Part
from bot.knowledge.edit_error import Trouble
from bot.knowledge.history import Act
from bot.records import Problem
from bot.stories.records import SPOKEN
from bot.stories.schema import Kind

BOT = Path(__file__).resolve().parents[2] / "bot"
OTHERS = tuple(code for code in CODES if code != SOURCE)
PHRASES = {value.key: value for value in vars(phrases).values() if isinstance(value, Phrase)}
# Keys that the code puts together from what it knows.
MADE = {
    *(f"button-{action}" for action in (Action.CONTEXT, Action.RELATED, Action.SHARE, Action.WRONG)),
    *(f"by-{kind}" for kind in get_args(Kind)),
    *(f"by-speaker-{kind}" for kind in SPOKEN),
    *(f"wrong-reason-{reason}" for reason in Reason),
    *(f"permission-{name}" for name in NEEDED),
    *(f"{what}-unknown" for what in ("speaker", "topic")),
    *(f"act-{act}" for act in Act),
    *(f"audit-{act}" for act in Did),
    *(f"change-part-{part}" for part in Part),
    *(f"change-{kind}" for kind in ("own", "astray", "asked")),
    *(f"status-{what}" for what in ("folder-writable", "folder-fixed", "encoder-on", "encoder-off")),
    *(f"edit-{trouble}" for trouble in Trouble),
    *(f"folder-{what}" for what in ("fixed",)),
    *(f"records-problem-{problem}" for problem in Problem),
    *(f"health-content-{use}" for use in ("used", "unused")),
}
# How long Discord lets a text be: the longest beginning of its key that is listed counts.
LIMITS = {
    "": 2_000,
    "command-": 100,
    "option-": 100,
    "button-": 80,
    "wrong-title": 45,
    "form-title": 45,
    "form-questions": 45,
    "form-answer": 45,
    "form-quotes": 45,
    "form-speaker": 45,
    "form-speaker-kept": 100,
    "form-speaker-nobody": 100,
    **{f"form-{field}-hint": 100 for field in ("questions", "answer", "quotes", "speaker")},
    "form-questions-hidden": 100,
    "unanswered-placeholder": 150,
    "phrasing-placeholder": 150,
    "wrong-reason": 45,
    "wrong-note": 45,
    "wrong-note-hint": 100,
    "topics-placeholder": 150,
    "questions-placeholder": 150,
    "sides-placeholder": 150,
    "stories-placeholder": 150,
}
# What may be written alike in another language.
ALIKE = {"version", "health-channel", "health-refusal", "story-date", "story-sources", "story-questions", "topic-size"}
ALIKE |= {"change-part-questions", "status-version", "unanswered-times"}


class Parts(Visitor):
    """Collects the variables of a message and the names of the forms of each of its choices."""

    def __init__(self, message: ast.Message) -> None:
        self.variables: set[str] = set()
        self.forms: list[set[str]] = []
        self.visit(message)

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - the library's way
        self.variables.add(node.id.name)

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:  # noqa: N802 - the library's way
        self.forms.append({each.key.name for each in node.variants if isinstance(each.key, ast.Identifier)})
        self.generic_visit(node)


@cache
def messages(code: str) -> dict[str, Parts]:
    """The messages of a language; anything that can't be read fails the test."""
    resource = FluentResource(source_of(code))
    assert [entry.content for entry in resource.body if isinstance(entry, ast.Junk)] == []
    found = [entry for entry in resource.body if isinstance(entry, ast.Message)]
    assert len({entry.id.name for entry in found}) == len(found), code
    return {entry.id.name: Parts(entry) for entry in found}


def said(code: str, key: str) -> str:
    """A text with its variables filled in by something short."""
    return language(code)(key, **dict.fromkeys(messages(code)[key].variables, "x"))


def test_the_languages_are_these() -> None:
    """English first, then whatever files there are."""
    assert CODES == ("en", "de", "es", "fr", "ru")


@pytest.mark.parametrize("code", OTHERS)
def test_a_language_has_the_keys_of_the_source_and_all_phrases(code: str) -> None:
    """Nothing is missing and nothing is left over, in the order of the source."""
    own = [key for key in messages(code) if not key.startswith("phrase-")]
    assert own == list(messages(SOURCE))
    assert {key for key in messages(code) if key.startswith("phrase-")} == set(PHRASES)


@pytest.mark.parametrize("code", OTHERS)
def test_a_translation_has_the_variables_of_its_source(code: str) -> None:
    """What is filled in is the same in every language, and nothing else is asked for."""
    source = messages(SOURCE)
    for key, message in messages(code).items():
        asked = source[key].variables if key in source else set(re.findall(r"\{(\w+)\}", PHRASES[key]))
        assert message.variables == asked, f"{code}: {key}"


def test_every_sentence_is_used() -> None:
    """A key that no code names is a sentence that nobody sees; and no code asks for one that is not there."""
    code = "\n".join(file.read_text(encoding="utf-8") for file in BOT.rglob("*.py"))
    named = set(re.findall(r"[\"']([a-z]+(?:-[a-z_]+)*)[\"']", code)) | MADE | {"command-quote"}
    assert [key for key in messages(SOURCE) if key not in named] == []
    asked_for = set(re.findall(r"\b(?:say|privately\(\w+\)|described)\(\s*\"([a-z-_]+)\"", code)) | MADE
    assert asked_for - set(messages(SOURCE)) == set()


@pytest.mark.parametrize("code", CODES)
def test_texts_keep_to_discords_limits(code: str) -> None:
    """Descriptions, labels, titles and placeholders."""
    for key in messages(code):
        start = max((start for start in LIMITS if key.startswith(start)), key=len)
        assert 0 < len(said(code, key)) <= LIMITS[start], f"{code}: {key} has {len(said(code, key))} characters"


@pytest.mark.parametrize("code", CODES)
def test_no_sentence_shows_how_it_is_made(code: str) -> None:
    """Variables are filled in, English stands in no other language, and no isolation mark is left."""
    for key in messages(code):
        assert not re.search(r"[{}\u2066-\u2069]|\$", said(code, key)), f"{code}: {key}"
    same = {key for key in messages(SOURCE) if code != SOURCE and said(code, key) == said(SOURCE, key)}
    assert same <= ALIKE, code


@pytest.mark.parametrize(
    ("code", "counts"),
    [
        ("en", {1: "one question", 2: "2 questions", 1_234: "1,234 questions"}),
        ("de", {1: "eine Frage", 2: "2 Fragen", 1_234: "1.234 Fragen"}),
        ("fr", {1: "une question", 2: "2 questions"}),
        ("es", {1: "una pregunta", 2: "2 preguntas"}),
        ("ru", {1: "1 вопрос", 2: "2 вопроса", 5: "5 вопросов", 11: "11 вопросов", 21: "21 вопрос"}),
    ],
)
def test_plurals_are_right(code: str, counts: dict[int, str]) -> None:
    """Each language counts in its own way."""
    assert {count: language(code)("topic-size", count=count) for count in counts} == counts


@pytest.mark.parametrize(
    ("code", "number"),
    [("en", "12,345"), ("de", "12.345"), ("es", "12.345"), ("fr", "12\u202f345"), ("ru", "12\xa0345")],
)
def test_large_numbers_are_written_as_the_language_has_them(code: str, number: str) -> None:
    """In whatever order the languages were read: of what is known of each, only this is kept."""
    for each in CODES:
        Language(each)
    assert number in Language(code)("story-paragraphs", count=12_345)


def test_russian_counts_in_three_forms() -> None:
    """Wherever Russian counts, it tells one, few and many."""
    forms = {key: message.forms for key, message in messages("ru").items() if message.forms}
    assert all(each == {"one", "few", "many"} for found in forms.values() for each in found), forms


@pytest.mark.parametrize(
    ("locale", "code"),
    [
        (discord.Locale.german, "de"),
        (discord.Locale.french, "fr"),
        (discord.Locale.spain_spanish, "es"),
        (discord.Locale.latin_american_spanish, "es"),
        (discord.Locale.russian, "ru"),
        (discord.Locale.british_english, "en"),
        (discord.Locale.japanese, "en"),
        (None, "en"),
        ("zz-ZZ", "en"),
    ],
)
def test_discords_locales_have_a_language(locale: object, code: str) -> None:
    """English where there is no other."""
    assert language_for(locale).code == code


def test_a_phrase_is_said_in_the_language_and_other_text_as_it_is() -> None:
    """A curator's words are never translated."""
    german = language("de")
    assert german.phrase(phrases.SAID_BY.format(who="Ann Hill")) == "In der Geschichte: Ann Hill."
    assert german.phrase("The story does not say what it costs.") == "The story does not say what it costs."
    assert language(SOURCE).phrase(phrases.GREETING) == phrases.GREETING


def test_a_key_that_a_language_lacks_is_said_in_english() -> None:
    """Nobody sees a bare key for want of a translation."""
    poor = Language("de")
    poor._bundle._messages.pop("failed")
    assert poor("failed") == language(SOURCE)("failed")


async def test_descriptions_are_translated_and_names_are_not(client: VerbatimClient) -> None:
    """Each command and option has its description in each language, under Discord's 8,000 characters a command."""
    for command in await payload(client.tree):
        assert not command.get("name_localizations")
        assert _size(command) <= 8_000
        for part in _parts(command):
            if part.get("description"):
                codes = {language_for(locale).code for locale in part["description_localizations"]}
                assert codes == set(OTHERS), part["name"]
    english = [each for each in client.tree.walk_commands() if isinstance(each, discord.app_commands.Command)]
    assert all(each.description == language(SOURCE)(key_of(each.qualified_name)) for each in english)


@pytest.mark.parametrize("code", OTHERS)
async def test_descriptions_are_what_the_language_says(code: str) -> None:
    """They are read by themselves, and are plain text: a value in one would be missing from it."""
    say, translator = Language(code), CommandTranslator()
    locale = next(each for each in discord.Locale if language_for(each).code == code)
    keys = re.findall(r"^((?:command|option)-[\w-]+) =", source_of(code), re.MULTILINE)
    assert len(keys) > 30
    for key in keys:
        text = discord.app_commands.locale_str(key, key=key)
        assert await translator.translate(text, locale, None) == say(key)


async def test_the_translator_leaves_english_and_the_unknown_alone() -> None:
    """Discord shows the original then. Nor does describing commands keep a language in memory."""
    translator, text = CommandTranslator(), discord.app_commands.locale_str("Ask", key="command-ask")
    assert await translator.translate(text, discord.Locale.american_english, None) is None
    assert await translator.translate(discord.app_commands.locale_str("x"), discord.Locale.german, None) is None
    language.cache_clear()
    assert (await translator.translate(text, discord.Locale.german, None) or "").startswith("Frag die Geschichte")
    assert language.cache_info().currsize == 0


async def test_help_and_privacy_fit_a_message(client: VerbatimClient) -> None:
    """The longest texts of all, with the longest ids, in each language."""
    ids = dict.fromkeys(client.command_ids, 10**19)
    for say in map(language, CODES):
        frame = Frame(say, "0123abcd")
        assert len(help_shown(listed(client.tree, ids, say), (ANSWER_MENU, CHECK_MENU), frame).text) <= 2_000, say.code
        assert len(privacy_shown(15, [10**19] * 50, 90, frame).text) <= 2_000, say.code


def _parts(command: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield command
    for option in command.get("options", ()):
        yield from _parts(option)


def _size(part: dict[str, Any]) -> int:
    """Discord counts the longest of a text and its translations."""
    longest = max(map(len, [part.get("description") or "", *(part.get("description_localizations") or {}).values()]))
    inner = sum(_size(each) for key in ("options", "choices") for each in part.get(key) or ())
    return len(part["name"]) + longest + inner
