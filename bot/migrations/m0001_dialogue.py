"""First layout: what dialogues remember, what the page shows again, and codes by which another device goes on.

Step 0001. Up to then the stores made these tables themselves: where they are there they are taken over with all that is in them. The way
back leaves them, since the release before finds them as it made them.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "dialogue",
        sa.Column("sender_hash", sa.String(64), primary_key=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("updated_at", sa.Float(), nullable=False),
        if_not_exists=True,
    )
    op.create_table(
        "web_exchange",
        sa.Column("conversation", sa.String(64), primary_key=True),
        sa.Column("message", sa.String(64), primary_key=True),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("at", sa.Float(), nullable=False),
        sa.Column("said", sa.Text()),
        sa.Column("answer", sa.Text()),
        if_not_exists=True,
    )
    op.create_table(
        "web_link",
        sa.Column("code", sa.String(64), primary_key=True),
        sa.Column("conversation", sa.String(64), nullable=False),
        sa.Column("intake", sa.String(64), nullable=False),
        sa.Column("at", sa.Float(), nullable=False),
        if_not_exists=True,
    )
    for table, column in (("dialogue", "updated_at"), ("web_exchange", "at"), ("web_link", "at")):
        op.create_index(f"ix_{table}_{column}", table, [column], if_not_exists=True)


def downgrade() -> None:
    pass
