"""Looks the pinned dependencies up in a vulnerability database; fails if one is known to be vulnerable.

That takes the network. Where no database answers it says so in one line and does not fail: nothing is known then.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

PINNED = Path(__file__).resolve().parent.parent / "requirements.txt"
SECONDS = 120


def main() -> int:
    """Audit, print what was found, and return the exit status."""
    command = [sys.executable, "-m", "pip_audit", "-r", str(PINNED), "--no-deps", "--disable-pip", "-f", "json"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=False)  # noqa: S603 - our own words
    except subprocess.TimeoutExpired:
        return tell(None, "it did not answer in time")
    try:
        found = json.loads(done.stdout)["dependencies"]
    except (ValueError, KeyError):
        return tell(None, (done.stderr.strip().splitlines() or ["no reason given"])[-1])
    return tell(found, "it knows none of the packages")


def tell(found: list[dict[str, Any]] | None, why: str) -> int:
    """Print what was found of each dependency; ``why`` nothing may have been."""
    known = [each for each in found or [] if "skip_reason" not in each]
    if not known:
        print(f"not audited: no vulnerability database can be asked from here ({why})")
        return 0
    for each in known:
        for fault in each["vulns"]:
            mended = ", ".join(fault["fix_versions"]) or "no version yet"
            print(f"{each['name']} {each['version']} is vulnerable: {fault['id']}, mended in {mended}")
    vulnerable = sum(bool(each["vulns"]) for each in known)
    print(f"audited {len(known)} of {len(found or [])} dependencies: {vulnerable} vulnerable")
    return 1 if vulnerable else 0


if __name__ == "__main__":
    sys.exit(main())
