"""Appointments at windows, and tickets by which progress is followed.

Step 0008.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
LIVE = sa.text("state = 'booked'")


def upgrade() -> None:
    op.create_table(
        "appointments",
        sa.Column("access", sa.String(length=64), nullable=False),
        sa.Column("intake_id", sa.String(length=64), nullable=False),
        sa.Column("window", sa.String(length=120), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("start", sa.String(length=5), nullable=False),
        sa.Column("end", sa.String(length=5), nullable=False),
        sa.Column("seat", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=12), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("item", sa.String(length=200), nullable=False),
        sa.Column("booked_at", MOMENT, nullable=False),
        sa.Column("ended_at", MOMENT, nullable=True),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("access"),
    )
    op.create_index(op.f("ix_appointments_intake_id"), "appointments", ["intake_id"], unique=False)
    op.create_index(
        "one_live_appointment_a_seat",
        "appointments",
        ["window", "day", "start", "seat"],
        unique=True,
        sqlite_where=LIVE,
        postgresql_where=LIVE,
    )
    op.create_index(
        "one_live_appointment_an_intake",
        "appointments",
        ["intake_id"],
        unique=True,
        sqlite_where=LIVE,
        postgresql_where=LIVE,
    )
    op.create_index("one_code_a_window_and_day", "appointments", ["window", "day", "code"], unique=True)
    op.create_table(
        "live_tickets",
        sa.Column("ticket", sa.String(length=64), nullable=False),
        sa.Column("case_number", sa.String(length=12), nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("ticket"),
    )
    op.create_index(op.f("ix_live_tickets_expires_at"), "live_tickets", ["expires_at"], unique=False)


def downgrade() -> None:
    op.drop_table("live_tickets")
    op.drop_table("appointments")
