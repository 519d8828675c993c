"""Makes encoder/shipped.points, the meanings of the shipped knowledge's phrasings, after these were edited.

python -m bot.matching.ship
"""

from __future__ import annotations

from pathlib import Path

from bot.matching.encoder import load_encoder
from bot.matching.material import elsewhere
from bot.matching.meanings import SHIPPED, Meanings, packed
from bot.matching.sealed import write_sealed
from bot.matching.words import clean
from bot.stories import load_library

KNOWLEDGE = Path(__file__).resolve().parents[2] / "knowledge"


def main() -> int:
    """Compute what is new, and write the file."""
    encoder = load_encoder()
    phrasings = [text for _, entry in load_library(KNOWLEDGE).entries() for text in entry.questions]
    texts = sorted({clean(text) for text in (*phrasings, *elsewhere())})
    write_sealed(SHIPPED, packed(Meanings(encoder).points(texts), encoder.name))
    # Temporary files are private; this one is shared.
    SHIPPED.chmod(0o644)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
