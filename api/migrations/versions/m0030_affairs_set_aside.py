"""What was said for affairs that were left for another one: on the draft, until they are taken up again.

Step 0030. Drafts of before have none: what they left is asked again.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("intakes", sa.Column("set_aside", sa.JSON(), nullable=False, server_default="{}"))


def downgrade() -> None:
    op.drop_column("intakes", "set_aside")
