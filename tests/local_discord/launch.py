"""Run the bot as a program of its own against a local Discord.

Usage: ``python -m tests.local_discord.launch REST_URL GATEWAY_URL [--module bot] -- [the bot's own arguments]``
"""

from __future__ import annotations

import argparse
import runpy
import sys

from .redirect import point_to


def command(rest_url: str, gateway_url: str, *arguments: str, module: str = "bot") -> list[str]:
    """The command line that starts a bot module this way."""
    launcher = [sys.executable, "-m", "tests.local_discord.launch", rest_url, gateway_url]
    return [*launcher, "--module", module, "--", *arguments]


def main() -> None:
    """Point discord.py at the given addresses, then become ``python -m MODULE``."""
    parser = argparse.ArgumentParser(prog="local_discord.launch")
    parser.add_argument("rest_url")
    parser.add_argument("gateway_url")
    parser.add_argument("--module", default="bot")
    own, rest = sys.argv[1:], []
    if "--" in own:
        split = own.index("--")
        own, rest = own[:split], own[split + 1 :]
    options = parser.parse_args(own)
    point_to(options.rest_url, options.gateway_url)
    sys.argv = [options.module, *rest]
    runpy.run_module(options.module, run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
