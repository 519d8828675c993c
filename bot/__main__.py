"""``python -m bot``."""

import sys

from bot.config import use_one_thread


def main() -> int:
    """Run the command line, once it is settled how it computes."""
    use_one_thread()
    from bot.cli import main as run  # not before that

    return run()


if __name__ == "__main__":
    sys.exit(main())
