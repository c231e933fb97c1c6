"""Seals over the rows of each day of the protected tables: what was taken away, put in or changed later is seen.

Step 0023. The days of before are sealed after the start as they are then.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "day_seals",
        sa.Column("kind", sa.String(20), primary_key=True),
        sa.Column("day", sa.Date(), primary_key=True),
        sa.Column("row_count", sa.Integer(), nullable=False),
        sa.Column("leaves", sa.Text(), nullable=False),
        sa.Column("previous", sa.String(64), nullable=False),
        sa.Column("seal", sa.String(64), nullable=False),
    )
    op.create_index("ix_ratings_at", "ratings", ["at"])
    op.create_index("ix_complaints_at", "complaints", ["at"])
    if op.get_bind().dialect.name == "sqlite":
        for act in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER day_seals_no_{act.lower()} BEFORE {act} ON day_seals "
                "BEGIN SELECT RAISE(ABORT, 'day_seals is append-only'); END"
            )
    else:
        op.execute(
            "CREATE TRIGGER day_seals_append_only BEFORE UPDATE OR DELETE ON day_seals "
            "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
        )


def downgrade() -> None:
    op.drop_table("day_seals")
    op.drop_index("ix_complaints_at", "complaints")
    op.drop_index("ix_ratings_at", "ratings")
