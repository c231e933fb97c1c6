"""A keyed seal over the end of each case's log, and from which network an appointment was booked, as a keyed digest.

Step 0020. Who may write the database alone cannot write a log anew; how much of a day one network may take is bounded. Only the secret can
make a seal, so that the service fills it for cases of before after its start. Of appointments of before the network is not known, which
holds up nobody.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0014"
branch_labels = None
depends_on = None

UNSEALED = sa.text("log_seal IS NULL")


def upgrade() -> None:
    op.add_column("appointments", sa.Column("network", sa.String(64), nullable=False, server_default=""))
    op.add_column("cases", sa.Column("log_seal", sa.String(64), nullable=True))
    op.create_index("cases_unsealed", "cases", ["number"], sqlite_where=UNSEALED, postgresql_where=UNSEALED)


def downgrade() -> None:
    op.drop_index("cases_unsealed", "cases")
    op.drop_column("cases", "log_seal")
    op.drop_column("appointments", "network")
