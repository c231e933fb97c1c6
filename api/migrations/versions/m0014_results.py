"""Results: which certificate was attached to a case.

Step 0014, which came behind step 0019. Cases of an older release have none; nothing is to be brought over.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "result_papers",
        sa.Column("case_number", sa.String(12), sa.ForeignKey("cases.number"), primary_key=True),
        sa.Column("paper_id", sa.String(64), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("account", sa.String(32), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )


def downgrade() -> None:
    op.drop_table("result_papers")
