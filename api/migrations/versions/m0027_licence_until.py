"""Until when the licence to be renewed is valid: on the draft, until it is submitted.

Step 0027. Drafts of before have none and are asked; in a case it stands among the terms of its log and needs no column.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("intakes", sa.Column("licence_until", sa.Date(), nullable=True))


def downgrade() -> None:
    op.drop_column("intakes", "licence_until")
