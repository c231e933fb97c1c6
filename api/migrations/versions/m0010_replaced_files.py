"""Which file of a submitted application a later one stands for.

Step 0010. Files from before stand for none.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("upload_files", sa.Column("replaces", sa.String(64), nullable=False, server_default=""))


def downgrade() -> None:
    op.drop_column("upload_files", "replaces")
