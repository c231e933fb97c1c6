"""How each message reached the applicant.

Step 0018. Of messages from before nobody knows.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("case_messages", sa.Column("way", sa.String(20), nullable=False, server_default=""))


def downgrade() -> None:
    op.drop_column("case_messages", "way")
