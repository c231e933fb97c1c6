"""What the centre's staff enter: closures, holidays, transfers, who sits where; and what becomes of an appointment at the window.

Step 0015. Appointments of before were neither checked in nor called, and nobody had marked that somebody did not come.
Tokens get a name; those of before have none.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0020"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
APPOINTMENT_MOMENTS = ("arrived_at", "called_at", "missed_at")


def upgrade() -> None:
    op.create_table(
        "centre_entries",
        sa.Column("id", sa.String(12), primary_key=True),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("data", sa.JSON(), nullable=False),
        sa.Column("replaces", sa.String(12), nullable=False, server_default=""),
        sa.Column("account", sa.String(32), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("undone_by", sa.String(32), nullable=False, server_default=""),
        sa.Column("undone_at", MOMENT, nullable=True),
    )
    op.create_index("ix_centre_entries_kind", "centre_entries", ["kind"])
    op.add_column("staff_tokens", sa.Column("name", sa.String(60), nullable=False, server_default=""))
    for name in APPOINTMENT_MOMENTS:
        op.add_column("appointments", sa.Column(name, MOMENT, nullable=True))
    op.add_column("appointments", sa.Column("moved_why", sa.String(200), nullable=False, server_default=""))


def downgrade() -> None:
    op.drop_column("appointments", "moved_why")
    for name in reversed(APPOINTMENT_MOMENTS):
        op.drop_column("appointments", name)
    op.drop_column("staff_tokens", "name")
    op.drop_index("ix_centre_entries_kind", "centre_entries")
    op.drop_table("centre_entries")
