"""Parts of departments in joint handling, so that each finds what it was sent. Step 0005."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

WAITING = sa.text("answered IS NULL")


def upgrade() -> None:
    op.create_table(
        "department_tasks",
        sa.Column("case_number", sa.String(length=12), nullable=False),
        sa.Column("department", sa.String(length=120), nullable=False),
        sa.Column("sent", sa.Date(), nullable=False),
        sa.Column("answered", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["case_number"], ["cases.number"]),
        sa.PrimaryKeyConstraint("case_number", "department"),
    )
    op.create_index(
        "tasks_waiting",
        "department_tasks",
        ["department", "sent"],
        sqlite_where=WAITING,
        postgresql_where=WAITING,
    )


def downgrade() -> None:
    op.drop_table("department_tasks")
