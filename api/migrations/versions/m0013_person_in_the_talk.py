"""A person in the talk: talks that officers hold with applicants, their lines, call-backs, and answers proposed to the library.

Step 0013. The tables are new, nothing of before is changed.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
OPEN = sa.text("state IN ('waiting', 'held')")


def upgrade() -> None:
    op.create_table(
        "talks",
        sa.Column("id", sa.String(24), primary_key=True),
        _text("dialogue", 64),
        _text("channel", 40),
        sa.Column("intake_id", sa.String(64), nullable=True),
        _text("state", 10),
        _text("account", 32),
        sa.Column("by_session", sa.Boolean(), nullable=False),
        _moment("asked_at"),
        _moment("waits_since"),
        _moment("accepted_at", nullable=True),
        _moment("unanswered_since", nullable=True),
        _moment("spoke_at", nullable=True),
        _moment("ended_at", nullable=True),
        _moment("changed_at"),
        sa.Column("told", sa.BigInteger(), nullable=False),
        sa.Column("acknowledged", sa.Boolean(), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
    )
    op.create_index(
        "one_open_talk_a_dialogue",
        "talks",
        ["dialogue"],
        unique=True,
        sqlite_where=OPEN,
        postgresql_where=OPEN,
    )
    op.create_index("talks_of_dialogue", "talks", ["dialogue", "asked_at"])
    op.create_index("talks_by_state", "talks", ["state", "waits_since"])
    op.create_index("talks_by_change", "talks", ["changed_at"])
    op.create_table(
        "talk_lines",
        sa.Column("id", NUMBER, primary_key=True, autoincrement=True),
        sa.Column("talk_id", sa.String(24), sa.ForeignKey("talks.id"), nullable=False),
        _text("speaker", 10),
        _text("account", 32),
        sa.Column("text", sa.Text(), nullable=False),
        _moment("at"),
        sa.Column("key", sa.String(64), nullable=True),
        sa.UniqueConstraint("talk_id", "key", name="one_talk_line_a_key"),
    )
    op.create_index("lines_of_talk", "talk_lines", ["talk_id", "id"])
    _callbacks()
    op.create_table(
        "answer_proposals",
        sa.Column("id", sa.String(12), primary_key=True),
        _text("talk_id", 24),
        _text("item", 120),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        _text("account", 32),
        _moment("at"),
        _text("state", 12),
    )
    op.create_index("proposals_by_state", "answer_proposals", ["state", "at"])


def _callbacks() -> None:
    op.create_table(
        "callbacks",
        sa.Column("number", sa.String(20), primary_key=True),
        _text("dialogue", 64),
        _text("channel", 40),
        _text("item", 200),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        _text("phone_masked", 40),
        _text("state", 10),
        _moment("asked_at"),
        sa.Column("due_day", sa.Date(), nullable=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        _text("account", 32),
        sa.Column("note", sa.Text(), nullable=False),
        _moment("ended_at", nullable=True),
        _moment("changed_at"),
        sa.Column("row_version", sa.Integer(), nullable=False),
    )
    op.create_index("callbacks_by_state", "callbacks", ["state", "due_day"])
    op.create_index("callbacks_of_dialogue", "callbacks", ["dialogue", "state"])
    op.create_index("callbacks_by_change", "callbacks", ["changed_at"])


def downgrade() -> None:
    for table in ("answer_proposals", "callbacks", "talk_lines", "talks"):
        op.drop_table(table)


def _text(name: str, length: int) -> sa.Column[Any]:
    return sa.Column(name, sa.String(length), nullable=False)


def _moment(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, MOMENT, nullable=nullable)
