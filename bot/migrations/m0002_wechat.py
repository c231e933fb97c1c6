"""WeChat: followers, nonces that were used, what could not be sent, tickets of links, the server's token, and how notices went.

Step 0002. Nothing that is there changes.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_INDEXES = (
    ("wechat_user", "conversation"),
    ("wechat_user", "at"),
    ("wechat_nonce", "at"),
    ("wechat_owed", "at"),
    ("wechat_ticket", "follower"),
    ("wechat_ticket", "at"),
    ("wechat_delivery", "receipt"),
    ("wechat_delivery", "at"),
)
_TABLES = ("wechat_user", "wechat_nonce", "wechat_owed", "wechat_ticket", "wechat_token", "wechat_delivery")


def upgrade() -> None:
    op.create_table(
        "wechat_user",
        sa.Column("follower", sa.String(64), primary_key=True),
        sa.Column("openid", sa.Text(), nullable=False),
        sa.Column("generation", sa.Integer(), nullable=False),
        sa.Column("conversation", sa.String(64), nullable=False),
        sa.Column("follows", sa.Boolean(), nullable=False),
        sa.Column("spoke_at", sa.Float(), nullable=False),
        sa.Column("sent", sa.Integer(), nullable=False),
        sa.Column("acted_at", sa.Float(), nullable=False),
        sa.Column("acted_sent", sa.Integer(), nullable=False),
        sa.Column("choosing", sa.Text()),
        sa.Column("agreed", sa.Text()),
        sa.Column("at", sa.Float(), nullable=False),
    )
    op.create_table(
        "wechat_nonce",
        sa.Column("nonce", sa.String(64), primary_key=True),
        sa.Column("content", sa.String(64), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.Column("at", sa.Float(), nullable=False),
    )
    op.create_table(
        "wechat_owed",
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=True),
        sa.Column("follower", sa.String(64), nullable=False),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("body", sa.Text()),
        sa.Column("state", sa.String(8), nullable=False),
        sa.Column("taken_by", sa.String(64)),
        sa.Column("taken_at", sa.Float()),
        sa.Column("at", sa.Float(), nullable=False),
        sa.UniqueConstraint("follower", "name", name="owed_once"),
    )
    op.create_table(
        "wechat_ticket",
        sa.Column("ticket", sa.String(64), primary_key=True),
        sa.Column("follower", sa.String(64), nullable=False),
        sa.Column("generation", sa.Integer(), nullable=False),
        sa.Column("at", sa.Float(), nullable=False),
        sa.Column("used_at", sa.Float()),
    )
    op.create_table(
        "wechat_token",
        sa.Column("name", sa.String(20), primary_key=True),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("until", sa.Float(), nullable=False),
        sa.Column("fetching_until", sa.Float(), nullable=False),
        sa.Column("forced_at", sa.Float(), nullable=False),
    )
    op.create_table(
        "wechat_delivery",
        sa.Column("name", sa.String(80), primary_key=True),
        sa.Column("follower", sa.String(64), nullable=False),
        sa.Column("way", sa.String(20), nullable=False),
        sa.Column("code", sa.String(100), nullable=False),
        sa.Column("receipt", sa.String(64), nullable=False),
        sa.Column("at", sa.Float(), nullable=False),
    )
    for table, column in _INDEXES:
        op.create_index(f"ix_{table}_{column}", table, [column])


def downgrade() -> None:
    for table in reversed(_TABLES):
        op.drop_table(table)
