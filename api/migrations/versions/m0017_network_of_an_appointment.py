"""From which network an appointment was booked, as a keyed digest: how much of a day one network may take is bounded.

Step 0017. Of appointments from before it is not known, which holds up nobody.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("appointments", sa.Column("network", sa.String(64), nullable=False, server_default=""))


def downgrade() -> None:
    op.drop_column("appointments", "network")
