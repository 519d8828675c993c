"""Makes what ships of the shipped knowledge, after it or the engine was edited: meanings, and what is learnt of it.

python -m bot.matching.ship
"""

from __future__ import annotations

from bot.matching.cache import KNOWLEDGE, SHIPPED, Cache
from bot.matching.encoder import load_encoder
from bot.matching.learning import learn
from bot.matching.lessons import digest_of
from bot.matching.material import Material, every_text
from bot.matching.meanings import SHIPPED_POINTS, Meanings, packed
from bot.matching.sealed import write_sealed
from bot.stories import load_library


def main() -> int:
    """Compute what is new, and write the files."""
    library, encoder = load_library(KNOWLEDGE), load_encoder()
    texts = sorted(set(every_text(library)))
    write_sealed(SHIPPED_POINTS, packed(Meanings(encoder).points(texts), encoder.name))
    for old in SHIPPED.glob("*.model"):
        old.unlink()
    for meanings in (None, Meanings(encoder)):
        Cache(SHIPPED).save(digest_of(library, meanings), learn(Material(library, meanings)), small=True)
    # Temporary files are private; these are shared.
    for file in (SHIPPED_POINTS, *SHIPPED.glob("*.model")):
        file.chmod(0o644)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
