"""The story that a server asks."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "server_stories",
        sa.Column("server", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("story", sa.String(200), nullable=False),
    )


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("server_stories")
