"""After the decision: results that are claimed, messages to applicants, ratings, complaints, feedback of other bodies. Step 0006."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
UNCLAIMED = sa.text("topic = 'result' AND state IN ('waiting', 'offered', 'dead')")
DEAD = sa.text("state = 'dead'")
UNANSWERED = sa.text("is_bad AND answered_at IS NULL")


def upgrade() -> None:
    op.add_column("outbox", sa.Column("claimed_by", sa.String(length=32), nullable=False, server_default=""))
    op.create_index(
        "results_to_claim", "outbox", ["receiver", "id"], sqlite_where=UNCLAIMED, postgresql_where=UNCLAIMED
    )
    op.create_index("outbox_dead", "outbox", ["id"], sqlite_where=DEAD, postgresql_where=DEAD)
    _messages()
    _ratings()
    _complaints()
    _feedback()


def _messages() -> None:
    op.create_table(
        "case_messages",
        sa.Column("id", ROW_ID, autoincrement=True, nullable=False),
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("case_number", sa.String(length=12), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("act", sa.String(length=40), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("read_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("key"),
    )
    op.create_index("messages_of_case", "case_messages", ["case_number", "id"])


def _ratings() -> None:
    op.create_table(
        "ratings",
        sa.Column("id", ROW_ID, autoincrement=True, nullable=False),
        sa.Column("case_number", sa.String(length=12), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.Column("grade", sa.Integer(), nullable=False),
        sa.Column("channel", sa.String(length=40), nullable=False),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("department", sa.String(length=120), nullable=False),
        sa.Column("is_bad", sa.Boolean(), nullable=False),
        sa.Column("answer_by", sa.Date(), nullable=True),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("answered_by", sa.String(length=32), nullable=False),
        sa.Column("answered_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["case_number"], ["cases.number"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("case_number", "times", name="one_rating_a_time"),
    )
    op.create_index(
        "ratings_to_answer",
        "ratings",
        ["department", "id"],
        sqlite_where=UNANSWERED,
        postgresql_where=UNANSWERED,
    )


def _complaints() -> None:
    op.create_table(
        "complaints",
        sa.Column("number", sa.String(length=20), nullable=False),
        sa.Column("case_number", sa.String(length=12), nullable=False),
        sa.Column("about", sa.String(length=12), nullable=False),
        sa.Column("officer", sa.String(length=32), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("handler", sa.String(length=32), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("answer_by", sa.Date(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("answered_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["case_number"], ["cases.number"]),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_index("complaints_of_handler", "complaints", ["handler", "state"])
    op.create_index("complaints_of_case", "complaints", ["case_number"])


def _feedback() -> None:
    op.create_table(
        "exchange_feedback",
        sa.Column("id", ROW_ID, autoincrement=True, nullable=False),
        sa.Column("department", sa.String(length=120), nullable=False),
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("case_number", sa.String(length=12), nullable=False),
        sa.Column("item_id", sa.String(length=120), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("document", sa.String(length=100), nullable=False),
        sa.Column("failed", sa.Boolean(), nullable=False),
        sa.Column("adapter", sa.String(length=40), nullable=False),
        sa.Column("code", sa.String(length=10), nullable=False),
        sa.Column("meaning", sa.String(length=20), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("account", sa.String(length=32), nullable=False),
        sa.Column("received_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("department", "key", name="one_report_a_key"),
    )
    op.create_index("feedback_of_case", "exchange_feedback", ["case_number"])


def downgrade() -> None:
    for table in ("exchange_feedback", "complaints", "ratings", "case_messages"):
        op.drop_table(table)
    op.drop_index("outbox_dead", table_name="outbox")
    op.drop_index("results_to_claim", table_name="outbox")
    op.drop_column("outbox", "claimed_by")
