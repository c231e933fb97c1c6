"""Staff sign in: what they sign in with, and who is signed in.

Step 0011. Accounts from before have their tokens and no password; ``intake staff password`` gives them one.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "staff_credentials",
        sa.Column("account", sa.String(length=32), nullable=False),
        sa.Column("password", sa.String(length=200), nullable=True),
        sa.Column("must_change", sa.Boolean(), nullable=False),
        sa.Column("changed_at", MOMENT, nullable=False),
        sa.Column("code_secret", sa.Text(), nullable=True),
        sa.Column("code_pending", sa.Text(), nullable=True),
        sa.Column("code_step", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["account"], ["staff_accounts.id"]),
        sa.PrimaryKeyConstraint("account"),
    )
    op.create_table(
        "staff_sessions",
        sa.Column("id", sa.String(length=12), nullable=False),
        sa.Column("account", sa.String(length=32), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("previous", sa.String(length=64), nullable=True),
        sa.Column("previous_until", MOMENT, nullable=True),
        sa.Column("by_password", sa.Boolean(), nullable=False),
        sa.Column("began_at", MOMENT, nullable=False),
        sa.Column("rotated_at", MOMENT, nullable=False),
        sa.Column("used_at", MOMENT, nullable=False),
        sa.Column("ends_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["account"], ["staff_accounts.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("digest"),
        sa.UniqueConstraint("previous"),
    )
    for column in ("account", "ends_at"):
        op.create_index(op.f(f"ix_staff_sessions_{column}"), "staff_sessions", [column], unique=False)


def downgrade() -> None:
    for table in ("staff_sessions", "staff_credentials"):
        op.drop_table(table)
