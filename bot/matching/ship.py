"""Makes encoder/shipped.points, the meanings of the shipped knowledge's phrasings, after these were edited.

python -m bot.matching.ship
"""

from __future__ import annotations

from pathlib import Path

from bot.matching.encoder import load_encoder
from bot.matching.material import every_text
from bot.matching.meanings import SHIPPED, Meanings, packed
from bot.matching.sealed import write_sealed
from bot.stories import load_library

KNOWLEDGE = Path(__file__).resolve().parents[2] / "knowledge"


def main() -> int:
    """Compute what is new, and write the file."""
    encoder = load_encoder()
    texts = sorted(set(every_text(load_library(KNOWLEDGE))))
    write_sealed(SHIPPED, packed(Meanings(encoder).points(texts), encoder.name))
    # Temporary files are private; this one is shared.
    SHIPPED.chmod(0o644)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
