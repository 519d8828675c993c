"""SECURITY.md claims nothing that no test shows."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
NOTES = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
NAMED = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", NOTES)


def named_in(file: Path) -> set[str]:
    """The names of the tests in a file."""
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, kinds) and node.name.startswith("test_")}


@pytest.mark.parametrize(("file", "name"), NAMED, ids=[name for _, name in NAMED])
def test_a_test_that_is_named_is_there(file: str, name: str) -> None:
    """In the file that is named."""
    assert name in named_in(ROOT / file)


def test_every_claim_names_its_test() -> None:
    """Whatever is said of people, secrets and what is stored; only Discord is taken at its word."""
    parts = re.split(r"\n(?=## |\*\*[A-Z])", NOTES.split("## Who can do what")[1])
    silent = [part.strip().split("\n")[0] for part in parts if part.strip() and "::test_" not in part]
    assert [part for part in silent if not part.startswith("**Discord**")] == []
    rows = [line for line in NOTES.splitlines() if line.startswith("| ") and "shown by" not in line]
    assert rows
    assert [row for row in rows if "::test_" not in row] == []


def test_nothing_that_looks_like_a_test_is_misspelt() -> None:
    """Each name of a test has its file before it."""
    assert len(re.findall(r"::test_", NOTES)) == len(NAMED)
