"""How an applicant wants the result: on the draft, until it is submitted.

Step 0022. What was submitted before has no wish, which means that the result is fetched at the window; what was agreed to on submission stands
in the log of each case and needs no column.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("intakes", sa.Column("result_way", sa.String(12), nullable=False, server_default=""))
    op.add_column("intakes", sa.Column("result_place", sa.String(120), nullable=False, server_default=""))


def downgrade() -> None:
    op.drop_column("intakes", "result_place")
    op.drop_column("intakes", "result_way")
