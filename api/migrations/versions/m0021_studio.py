"""The studio: edits of the library, and of what was not understood what it was and what became of it.

Step 0021. Sentences of before were all not understood, or denied where several items stood close; nobody has looked at them yet.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0023"
branch_labels = None
depends_on = None

_ADDED = ("moment", "before", "outcome", "target", "why", "settled_by", "settled_at")


def upgrade() -> None:
    op.create_table(
        "library_edits",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            primary_key=True,
            autoincrement=True,
        ),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("key", sa.String(240), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("data", sa.JSON(), nullable=False),
        sa.Column("undoes", sa.Integer(), nullable=False),
        sa.Column("why", sa.String(200), nullable=False),
        sa.Column("account", sa.String(32), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.UniqueConstraint("kind", "key", "version", name="one_edit_a_version"),
    )
    op.add_column("unmatched", sa.Column("moment", sa.String(20), nullable=False, server_default="missed"))
    op.add_column("unmatched", sa.Column("before", sa.JSON(), nullable=False, server_default="[]"))
    op.add_column("unmatched", sa.Column("outcome", sa.String(10), nullable=False, server_default=""))
    op.add_column("unmatched", sa.Column("target", sa.String(260), nullable=False, server_default=""))
    op.add_column("unmatched", sa.Column("why", sa.String(200), nullable=False, server_default=""))
    op.add_column("unmatched", sa.Column("settled_by", sa.String(32), nullable=False, server_default=""))
    op.add_column("unmatched", sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True))
    op.execute("UPDATE unmatched SET moment = 'denied' WHERE decision = 'close'")
    op.create_index("unmatched_open", "unmatched", ["outcome", "at"])


def downgrade() -> None:
    op.drop_index("unmatched_open", "unmatched")
    for column in reversed(_ADDED):
        op.drop_column("unmatched", column)
    op.drop_table("library_edits")
