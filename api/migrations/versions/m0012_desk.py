"""The desk: the order and the groups of a queue, claims, notes, canned sentences and saved views.

Step 0012. Groups and dates of cases from before follow from what is stored of them. What only the secret can tell, the digests of
names and phones, and the circumstances are filled by the service after its start (``name_digest`` is null until then).
"""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

ORDER = ["due_day", "due_urgency", "number"]
OPEN: dict[str, Any] = {"sqlite_where": sa.text("is_open = 1"), "postgresql_where": sa.text("is_open")}
UNSEARCHABLE: dict[str, Any] = {
    "sqlite_where": sa.text("name_digest IS NULL"),
    "postgresql_where": sa.text("name_digest IS NULL"),
}
INDEXES: tuple[tuple[str, list[str], dict[str, Any]], ...] = (
    ("open_cases", ORDER, OPEN),
    ("open_cases_of_window", ["window", *ORDER], OPEN),
    ("open_cases_of_department", ["department", *ORDER], OPEN),
    ("cases_of_stage", ["stage", *ORDER], {}),
    ("cases_of_window", ["window", "stage", *ORDER], {}),
    ("cases_of_department", ["department", "stage", *ORDER], {}),
    ("cases_of_item", ["item_id", *ORDER], {}),
    ("open_cases_counted", ["window", "department", "stage"], OPEN),
    ("cases_of_name", ["name_digest"], {}),
    ("cases_of_tail", ["tail_digest"], {}),
    ("cases_by_change", ["changed_at"], {}),
    ("cases_unsearchable", ["number"], UNSEARCHABLE),
)
COLUMNS = ("stage", "due_day", "due_urgency", "scenario", "name_digest", "tail_digest")
BEFORE = (("window_queue", "window"), ("department_queue", "department"))
GROUPS = """
    UPDATE cases SET due_day = queue_day,
      due_urgency = CASE WHEN state IN ('submitted', 'received') THEN 0 ELSE 1 END,
      stage = CASE
        WHEN state = 'submitted' THEN 'receive'
        WHEN state = 'received' THEN 'accept'
        WHEN state = 'correction' THEN 'correcting'
        WHEN state IN ('accepted', 'review', 'approved', 'passed_up', 'decided') THEN 'work'
        WHEN state = 'special' THEN 'special'
        ELSE 'done' END
"""
ASKED = """
    SELECT l.case_number, l.data FROM case_log l JOIN cases c ON c.number = l.case_number
    WHERE c.state = 'correction' AND l.act = 'request_correction' ORDER BY l.id
"""
MOMENT = sa.DateTime(timezone=True)
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column("cases", sa.Column("stage", sa.String(12), nullable=False, server_default="done"))
    op.add_column("cases", sa.Column("due_day", sa.Date(), nullable=False, server_default="9999-12-31"))
    op.add_column("cases", sa.Column("due_urgency", sa.Integer(), nullable=False, server_default="1"))
    op.add_column("cases", sa.Column("scenario", sa.String(400), nullable=False, server_default=""))
    op.add_column("cases", sa.Column("name_digest", sa.String(64), nullable=True))
    op.add_column("cases", sa.Column("tail_digest", sa.String(64), nullable=True))
    op.execute(GROUPS)
    _correction_dates()
    for name, _ in BEFORE:
        op.drop_index(name, "cases")
    for name, columns, where in INDEXES:
        op.create_index(name, "cases", columns, **where)
    _tables()


def _correction_dates() -> None:
    """The day by which an applicant is to correct stands in the log; the last request counts."""
    connection = op.get_bind()
    days = {}
    for number, data in connection.execute(sa.text(ASKED)):
        said = json.loads(data) if isinstance(data, str) else data
        days[number] = said.get("correct_by")
    put = sa.text(
        "UPDATE cases SET due_day = :day, due_urgency = 0 WHERE number = :number AND due_day >= :day"
    ).bindparams(sa.bindparam("day", type_=sa.Date()))
    for number, day in days.items():
        if day:
            connection.execute(put, {"number": number, "day": date.fromisoformat(day)})


def _tables() -> None:
    op.create_table(
        "case_claims",
        sa.Column("case_number", sa.String(12), sa.ForeignKey("cases.number"), primary_key=True),
        sa.Column("account", sa.String(32), nullable=False),
        sa.Column("since", MOMENT, nullable=False),
        sa.Column("used_at", MOMENT, nullable=False),
        sa.Column("changed_at", MOMENT, nullable=False),
    )
    op.create_index("claims_of_account", "case_claims", ["account", "used_at"])
    op.create_index("claims_by_change", "case_claims", ["changed_at"])
    op.create_table(
        "case_notes",
        sa.Column("id", NUMBER, primary_key=True, autoincrement=True),
        sa.Column("case_number", sa.String(12), sa.ForeignKey("cases.number"), nullable=False),
        sa.Column("kind", sa.String(8), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("account", sa.String(32), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
    )
    op.create_index("ix_case_notes_case_number", "case_notes", ["case_number"])
    op.create_table(
        "canned_sentences",
        sa.Column("id", sa.String(12), primary_key=True),
        sa.Column("department", sa.String(120), nullable=False),
        sa.Column("item", sa.String(120), nullable=False),
        sa.Column("material", sa.String(120), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("account", sa.String(32), nullable=False),
        sa.Column("changed_at", MOMENT, nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
    )
    op.create_index("ix_canned_sentences_department", "canned_sentences", ["department"])
    op.create_table(
        "desk_views",
        sa.Column("id", sa.String(12), primary_key=True),
        sa.Column("account", sa.String(32), nullable=False),
        sa.Column("name", sa.String(30), nullable=False),
        sa.Column("filter", sa.JSON(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.UniqueConstraint("account", "name", name="one_view_a_name"),
    )


def downgrade() -> None:
    for table in ("desk_views", "canned_sentences", "case_notes", "case_claims"):
        op.drop_table(table)
    for name, _, _ in INDEXES:
        op.drop_index(name, "cases")
    for name in reversed(COLUMNS):
        op.drop_column("cases", name)
    for name, first in BEFORE:
        op.create_index(name, "cases", [first, "queue_day", "number"], **OPEN)
