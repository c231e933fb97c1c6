"""The phone of a draft is checked by a code: which phone of the draft was, and the code that was sent.

Step 0028. Drafts of before have none checked; where no gateway is set, none is asked for.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("intakes", sa.Column("phone_checked", sa.String(64), nullable=False, server_default=""))
    op.create_index("ix_intakes_conversation", "intakes", ["conversation"])
    op.create_table(
        "phone_codes",
        sa.Column("intake_id", sa.String(64), primary_key=True),
        sa.Column("phone", sa.String(64), nullable=False),
        sa.Column("code", sa.String(64), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("wrong", sa.Integer(), nullable=False),
    )


def downgrade() -> None:
    op.drop_table("phone_codes")
    op.drop_index("ix_intakes_conversation", "intakes")
    op.drop_column("intakes", "phone_checked")
