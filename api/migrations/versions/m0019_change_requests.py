"""审管联动: letters of supervising departments that ask for a change or a revocation, and what was found in shared data.

Step 0019.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0016"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "change_requests",
        sa.Column("number", sa.String(20), primary_key=True),
        sa.Column("case_number", sa.String(12), nullable=False),
        sa.Column("department", sa.String(120), nullable=False),
        sa.Column("kind", sa.String(12), nullable=False),
        sa.Column("document", sa.String(100), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("basis", sa.String(200), nullable=False),
        sa.Column("account", sa.String(32), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("file", sa.String(64), nullable=False),
        sa.Column("file_type", sa.String(40), nullable=False),
        sa.Column("file_size", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(12), nullable=False),
        sa.Column("sent_at", MOMENT, nullable=True),
        sa.Column("answer_by", sa.Date(), nullable=True),
        sa.Column("outcome", sa.String(12), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("answer_document", sa.String(100), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=True),
        sa.Column("answered_by", sa.String(32), nullable=False),
        sa.Column("answered_at", MOMENT, nullable=True),
    )
    op.create_index("change_requests_of_department", "change_requests", ["department", "number"])
    op.create_index("change_requests_of_case", "change_requests", ["case_number"])
    op.create_table(
        "shared_checks",
        sa.Column("id", NUMBER, primary_key=True, autoincrement=True),
        sa.Column("case_number", sa.String(12), sa.ForeignKey("cases.number"), nullable=False),
        sa.Column("material", sa.String(120), nullable=False),
        sa.Column("found", sa.String(8), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("account", sa.String(32), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
    )
    op.create_index("shared_checks_of_case", "shared_checks", ["case_number", "id"])


def downgrade() -> None:
    op.drop_table("shared_checks")
    op.drop_table("change_requests")
