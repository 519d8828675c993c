"""What .ci/run does for security: the audit of the dependencies, and the linter."""

from __future__ import annotations

import json
import runpy
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
RUN = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
SAFE = {"name": "safe", "version": "1", "vulns": []}
VULNERABLE = {"name": "holey", "version": "2", "vulns": [{"id": "CVE-2026-1", "fix_versions": ["2.1"]}]}
NO_MEND = {"name": "holey", "version": "2", "vulns": [{"id": "CVE-2026-1", "fix_versions": []}]}
SKIPPED = {"name": "private", "skip_reason": "not found"}


class Audited:
    """What pip-audit returns."""

    def __init__(self, stdout: str, stderr: str = "") -> None:
        self.stdout, self.stderr = stdout, stderr


def audit(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], found: Any) -> tuple[int, str]:
    """The audit's status and what it prints, where pip-audit finds something."""

    def run(*_: Any, **__: Any) -> Audited:
        if isinstance(found, Exception):
            raise found
        return Audited(found) if isinstance(found, str) else Audited(json.dumps({"dependencies": found}))

    monkeypatch.setattr(subprocess, "run", run)
    status = runpy.run_path(str(ROOT / ".ci" / "audit.py"))["main"]()
    return status, capsys.readouterr().out


@pytest.mark.parametrize(
    ("found", "status", "line"),
    [
        ([SAFE, SAFE], 0, "audited 2 of 2 dependencies: 0 vulnerable"),
        ([SAFE, SKIPPED], 0, "audited 1 of 2 dependencies: 0 vulnerable"),
        ([SAFE, VULNERABLE], 1, "holey 2 is vulnerable: CVE-2026-1, mended in 2.1"),
        ([NO_MEND], 1, "holey 2 is vulnerable: CVE-2026-1, mended in no version yet"),
        ([SKIPPED, SKIPPED], 0, "not audited: no vulnerability database can be asked from here"),
        ("", 0, "not audited: no vulnerability database can be asked from here"),
        (subprocess.TimeoutExpired("pip-audit", 1), 0, "not audited: no vulnerability database can be asked from here"),
    ],
)
def test_the_audit_fails_on_what_is_vulnerable_and_says_what_it_did_not_see(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], found: Any, status: int, line: str
) -> None:
    """A machine without a network has found nothing, which is not the same as nothing being there."""
    ended, printed = audit(monkeypatch, capsys, found)
    assert ended == status
    assert line in printed


def test_ci_runs_the_audit_and_the_linter() -> None:
    """Both, by their own names."""
    assert 'step "security linter" .venv/bin/ruff check --select S .' in RUN
    assert 'step "dependency audit" .venv/bin/python .ci/audit.py' in RUN


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        ("S307", "eval(input())"),
        ("S301", "import pickle\n\npickle.loads(b'')"),
        ("S506", "import yaml\n\nyaml.load('')"),
        ("S602", "import subprocess\n\nsubprocess.run('ls ' + input(), shell=True)"),
        ("S608", "query = 'SELECT * FROM a WHERE b = ' + input()"),
        ("S105", "password = 'hunter22'"),
        ("S501", "import requests\n\nrequests.get('https://a', verify=False, timeout=1)"),
        ("S104", "host = '0.0.0.0'"),
    ],
)
def test_the_linter_is_set_up_to_see(rule: str, code: str) -> None:
    """Under the project's own settings, in a file of the bot's."""
    command = [sys.executable, "-m", "ruff", "check", "--select", "S", "--stdin-filename", "bot/new.py", "-"]
    done = subprocess.run(command, input=code, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert rule in done.stdout


def test_no_rule_of_security_is_off_for_the_bot() -> None:
    """Each exception stands on its own line, with its reason; tests may assert and run programs."""
    lint = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["ruff"]["lint"]
    assert "S" in lint["select"]
    assert [rule for rule in lint["ignore"] if rule.startswith("S") and rule[1:].isdigit()] == []
    off = {place for place, rules in lint["per-file-ignores"].items() for rule in rules if rule[0] == "S"}
    assert off == {"tests/**"}
    justified = [
        line.strip()
        for file in (ROOT / "bot").rglob("*.py")
        for line in file.read_text(encoding="utf-8").splitlines()
        if "noqa: S" in line and " - " not in line.split("noqa:")[1] and "S101" not in line
    ]
    assert justified == []
