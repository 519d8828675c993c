"""The rules of the house: which way imports run, who reads the environment, who prints, what is declared."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Sequence
from importlib.metadata import files, packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / "bot").rglob("*.py"))
FACES = ("bot.discord", "bot.terminal", "bot.cli", "bot.__main__")

# Nothing of the first imports anything of the second.
NEVER = [
    ("bot.errors", ("bot",)),
    ("bot.log", ("bot",)),
    ("bot.stories", ("bot.matching", "bot.answering", "bot.records", "bot.checking", "bot.config", *FACES, "discord")),
    ("bot.matching", ("bot.answering", "bot.records", "bot.checking", "bot.config", *FACES, "discord")),
    ("bot.answering", ("bot.knowledge", "bot.records", "bot.checking", "bot.config", *FACES, "discord")),
    ("bot.speech", ("bot.matching", "bot.evaluation", "bot.checking", "bot.drafting", "bot.config", *FACES, "discord")),
    ("bot.drafting", ("bot.evaluation", "bot.checking", "bot.config", *FACES, "discord")),
    ("bot.knowledge", ("bot.checking", "bot.report", "bot.config", *FACES, "discord")),
    ("bot.records", ("bot.knowledge", "bot.matching", "bot.report", "bot.config", *FACES, "discord")),
    ("bot.checking", ("bot.drafting", "bot.report", "bot.config", *FACES, "discord")),
    ("bot.report", ("bot.drafting", "bot.config", *FACES, "discord")),
    ("bot.config", ("bot.stories", "bot.matching", "bot.answering", "bot.checking", *FACES, "discord")),
    ("bot.evaluation", ("bot.checking", *FACES)),
    ("bot.progress", ("bot",)),
    ("bot.monitoring", ("bot.knowledge", "bot.checking", "bot.config", *FACES, "discord")),
    ("bot.terminal", ("bot.discord", "bot.cli", "discord")),
    ("bot.discord", ("bot.terminal", "bot.cli")),
    ("bot.cli", ("discord",)),
]


def name_of(file: Path) -> str:
    """The dotted name of a module."""
    return ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def tree_of(file: Path) -> ast.Module:
    """The syntax tree of a module."""
    return ast.parse(file.read_text(encoding="utf-8"), str(file))


def imports_of(file: Path) -> Iterator[str]:
    """What a module imports anywhere in it, with the names it takes from there; no relative imports."""
    for node in ast.walk(tree_of(file)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}:{node.lineno} imports relatively"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def within(name: str, package: str) -> bool:
    """Tell whether a dotted name is a package or stands in it."""
    return name == package or name.startswith(f"{package}.")


def test_the_modules_are_found() -> None:
    """The rules below look at something."""
    names = set(map(name_of, MODULES))
    assert {"bot", "bot.cli", "bot.config", "bot.stories", "bot.matching.matcher", "bot.discord.client"} <= names


@pytest.mark.parametrize(("package", "forbidden"), NEVER, ids=[package for package, _ in NEVER])
def test_imports_run_one_way(package: str, forbidden: tuple[str, ...]) -> None:
    """Faces → answering → matching → stories, and never back."""
    wrong = [
        f"{name_of(file)} imports {imported}"
        for file in MODULES
        if within(name_of(file), package)
        for imported in imports_of(file)
        if any(within(imported, other) for other in forbidden) and not within(imported, package)
    ]
    assert wrong == []


def test_only_the_discord_package_knows_the_discord_library() -> None:
    """Everything else works without it."""
    wrong = [
        name_of(file)
        for file in MODULES
        if not within(name_of(file), "bot.discord")
        and any(within(imported, library) for imported in imports_of(file) for library in ("discord", "aiohttp"))
        # Monitoring is a small web server, which Discord's library brings along.
        and name_of(file) != "bot.monitoring.server"
    ]
    assert wrong == []


def test_what_discord_shows_is_made_without_discord() -> None:
    """Rendering is pure: text and records from records, with no more of the library than escaping and dates."""
    pure = ("custom_ids", "shown", "turning", "pages", "cooldown", "recent", "turned_away", "markup", "languages")
    names = {file: name_of(file).removeprefix("bot.discord.") for file in MODULES}
    rooms = [file for file, name in names.items() if name == "render" or name.startswith(("render_", *pure))]
    assert len(rooms) == len(pure) + 11
    wrong = [
        f"{names[file]} imports {imported}"
        for file in rooms
        for imported in imports_of(file)
        if within(imported, "discord") and not within(imported, "discord.utils")
    ]
    assert wrong == []


def test_only_the_settings_read_the_environment() -> None:
    """``os.environ`` and its like stand in config.py alone."""
    wrong = [
        f"{name_of(file)}:{node.lineno}"
        for file in MODULES
        if name_of(file) != "bot.config"
        for node in ast.walk(tree_of(file))
        if (isinstance(node, ast.Attribute) and node.attr in {"environ", "environb", "getenv", "expandvars"})
        or (isinstance(node, ast.Name) and node.id in {"environ", "getenv"})
    ]
    assert wrong == []


def test_what_strangers_type_is_not_remembered_for_ever() -> None:
    """A cache without a bound stands only where there is no argument, or one of a few values: a soak found others."""
    few = {"bot.discord.languages.language", "bot.discord.commands._descriptions"}
    unbounded = [
        f"{name_of(file)}.{node.name}"
        for file in MODULES
        for node in ast.walk(tree_of(file))
        if isinstance(node, ast.FunctionDef)
        and (node.args.args or node.args.vararg)
        and any(isinstance(each, ast.Name) and each.id == "cache" for each in node.decorator_list)
    ]
    assert set(unbounded) <= few


def test_only_the_command_line_prints() -> None:
    """``print`` is called in cli.py and by the encoder's build; the terminal has a screen, all else returns or logs."""
    wrong = [
        f"{name_of(file)}:{node.lineno}"
        for file in MODULES
        if name_of(file) not in {"bot.cli", "bot.matching.encoder.build"}
        for node in ast.walk(tree_of(file))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"print", "input"}
        if not (node.func.id == "input" and within(name_of(file), "bot.terminal"))
    ]
    assert wrong == []


# Extras for developers, and for whoever tunes the encoder.
TOOLS = {"dev", "encoder-tune"}


def plain(name: str) -> str:
    """A distribution's name in its normal form."""
    return re.sub(r"[-_.]+", "-", name).lower()


def declared() -> set[str]:
    """The distributions that pyproject.toml asks for, users' extras among them, what tools for tests need not."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [line for name, lines in project["optional-dependencies"].items() if name not in TOOLS for line in lines]
    return {plain(re.split(r"[^\w.-]", line)[0]) for line in (*project["dependencies"], *extras)}


def imported_distributions() -> set[str]:
    """The distributions that the bot's modules import."""
    names = {name for file in MODULES for name in imports_of(file)}
    own = {"bot", *sys.stdlib_module_names}
    owners = packages_distributions()
    return {distribution_of(name, owners[name.split(".")[0]]) for name in names if name.split(".")[0] not in own}


def distribution_of(name: str, owners: Sequence[str]) -> str:
    """The one of a top name's distributions that has what is imported: several may share a top name, such as fluent."""
    if len(set(owners)) == 1:
        return plain(owners[0])
    # The last part of a name may be a thing in a module.
    modules = {"/".join(name.split(".")[:parts]) for parts in (2, 3)}
    return next(plain(owner) for owner in owners if modules & {str(file.parent) for file in files(owner) or ()})


def test_every_import_is_declared() -> None:
    """What is imported is asked for by name, and not only there because something else needs it."""
    assert imported_distributions() - declared() == set()


def test_every_declaration_is_imported() -> None:
    """Nothing is installed for nothing; audioop-lts is for the Discord library on Python 3.13."""
    assert declared() - imported_distributions() - {"audioop-lts"} == set()


def test_every_package_is_described() -> None:
    """Each module says in its first line what it is for."""
    assert [name_of(file) for file in MODULES if not ast.get_docstring(tree_of(file))] == []


def test_a_start_from_the_cache_needs_no_scipy() -> None:
    """SciPy serves only to learn; importing it would be a fifth of a start and of the memory."""
    program = "import bot.cli, bot.terminal, sys; sys.exit('scipy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False).returncode == 0
