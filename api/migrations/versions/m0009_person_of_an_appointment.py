"""Whose appointment it is, beyond one draft.

Step 0009. Appointments from before belong to nobody: they count for their own draft.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("appointments", sa.Column("person", sa.String(64), nullable=False, server_default=""))
    op.create_index("appointments_of_person", "appointments", ["person", "booked_at"])


def downgrade() -> None:
    op.drop_index("appointments_of_person", "appointments")
    op.drop_column("appointments", "person")
