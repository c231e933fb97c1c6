"""A release that waits: for its time, or for a second person.

Step 0031. Publishings and releases of before waited for nobody.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("library_publishings", sa.Column("not_before", sa.DateTime(timezone=True), nullable=True))
    for table in ("library_publishings", "library_releases"):
        op.add_column(table, sa.Column("confirmed_by", sa.String(32), nullable=False, server_default=""))


def downgrade() -> None:
    for table in ("library_releases", "library_publishings"):
        op.drop_column(table, "confirmed_by")
    op.drop_column("library_publishings", "not_before")
