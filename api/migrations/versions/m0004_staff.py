"""Staff: accounts with windows and roles, tokens, and the append-only record of what was done with them.

Step 0004.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
LOG_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "staff_accounts",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("department", sa.String(length=120), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_staff_accounts_department"), "staff_accounts", ["department"], unique=False)
    op.create_table(
        "staff_windows",
        sa.Column("account", sa.String(length=32), nullable=False),
        sa.Column("window", sa.String(length=120), nullable=False),
        sa.ForeignKeyConstraint(["account"], ["staff_accounts.id"]),
        sa.PrimaryKeyConstraint("account", "window"),
    )
    op.create_index(op.f("ix_staff_windows_window"), "staff_windows", ["window"], unique=False)
    op.create_table(
        "staff_roles",
        sa.Column("account", sa.String(length=32), nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.ForeignKeyConstraint(["account"], ["staff_accounts.id"]),
        sa.PrimaryKeyConstraint("account", "role"),
    )
    op.create_index(op.f("ix_staff_roles_role"), "staff_roles", ["role"], unique=False)
    op.create_table(
        "staff_tokens",
        sa.Column("id", sa.String(length=12), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("account", sa.String(length=32), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("expires_at", MOMENT, nullable=True),
        sa.Column("revoked_at", MOMENT, nullable=True),
        sa.Column("used_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["account"], ["staff_accounts.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("digest"),
    )
    op.create_index(op.f("ix_staff_tokens_account"), "staff_tokens", ["account"], unique=False)
    op.create_table(
        "staff_log",
        sa.Column("id", LOG_ID, autoincrement=True, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("actor", sa.String(length=32), nullable=False),
        sa.Column("act", sa.String(length=40), nullable=False),
        sa.Column("subject", sa.String(length=200), nullable=False),
        sa.Column("data", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    for column in ("at", "actor", "subject"):
        op.create_index(op.f(f"ix_staff_log_{column}"), "staff_log", [column], unique=False)
    if op.get_bind().dialect.name == "sqlite":
        _protect_sqlite()
    else:
        op.execute(
            "CREATE TRIGGER staff_log_append_only BEFORE UPDATE OR DELETE ON staff_log "
            "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
        )


def _protect_sqlite() -> None:
    for act in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER staff_log_no_{act.lower()} BEFORE {act} ON staff_log "
            "BEGIN SELECT RAISE(ABORT, 'staff_log is append-only'); END"
        )


def downgrade() -> None:
    for table in ("staff_log", "staff_tokens", "staff_roles", "staff_windows", "staff_accounts"):
        op.drop_table(table)
