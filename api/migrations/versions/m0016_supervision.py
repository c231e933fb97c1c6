"""Supervision: cards, and how long decided cases took.

Step 0016. Decisions from before are counted by the service after its start; cards are issued for the marks of the last sixty days.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0018"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
DECISIONS = "act IN ('decide', 'deemed_granted')"


def upgrade() -> None:
    op.create_table(
        "cards",
        sa.Column("number", sa.String(20), primary_key=True),
        sa.Column("rule", sa.String(40), nullable=False),
        sa.Column("colour", sa.String(8), nullable=False),
        sa.Column("case_number", sa.String(12), nullable=False),
        sa.Column("department", sa.String(120), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("issued_at", MOMENT, nullable=False),
        sa.Column("answer_by", sa.Date(), nullable=True),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("answered_by", sa.String(32), nullable=False),
        sa.Column("answered_at", MOMENT, nullable=True),
        sa.Column("outcome", sa.String(10), nullable=False),
        sa.Column("conclusion", sa.Text(), nullable=False),
        sa.Column("concluded_by", sa.String(32), nullable=False),
        sa.Column("concluded_at", MOMENT, nullable=True),
        sa.UniqueConstraint("rule", "case_number", "department", "day", name="one_card_a_mark"),
    )
    op.create_index("cards_of_department", "cards", ["department", "state"])
    op.create_index("cards_by_day", "cards", ["day"])
    op.create_table(
        "handling_times",
        sa.Column("case_number", sa.String(12), sa.ForeignKey("cases.number"), primary_key=True),
        sa.Column("log_id", sa.BigInteger(), nullable=False),
        sa.Column("item_id", sa.String(120), nullable=False),
        sa.Column("item", sa.String(200), nullable=False),
        sa.Column("department", sa.String(120), nullable=False),
        sa.Column("accepted_on", sa.Date(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.Column("promised", sa.Integer(), nullable=True),
        sa.Column("legal", sa.Integer(), nullable=True),
        sa.Column("in_promise", sa.Boolean(), nullable=True),
        sa.Column("in_law", sa.Boolean(), nullable=True),
    )
    op.create_index("handling_times_by_day", "handling_times", ["decided_on"])
    op.create_index("handling_times_by_log", "handling_times", ["log_id"])
    op.create_index(
        "decisions_of_log",
        "case_log",
        ["id", "case_number"],
        sqlite_where=sa.text(DECISIONS),
        postgresql_where=sa.text(DECISIONS),
    )
    op.create_index("ix_intakes_created_at", "intakes", ["created_at"])


def downgrade() -> None:
    op.drop_index("ix_intakes_created_at", "intakes")
    op.drop_index("decisions_of_log", "case_log")
    op.drop_table("handling_times")
    op.drop_table("cards")
