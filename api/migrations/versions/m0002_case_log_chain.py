"""Cases follow from their log: what each act recorded, the hash chain over it, queues, refused acts and marks of supervision.

A submission may become several cases, so that its intake is no longer unique among them. Step 0002.
"""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
LOG_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
STILL_OPEN: dict[str, Any] = {"sqlite_where": sa.text("is_open = 1"), "postgresql_where": sa.text("is_open")}
"""As SQLAlchemy asks each of them: a partial index is used where the query says the same words."""
ENDED = "('refused', 'withdrawn', 'returned', 'terminated', 'delivered', 'revoked')"
LOG_COLUMNS = ("role", "data", "previous", "hash")


def _new_columns() -> tuple[sa.Column[Any], ...]:
    return (
        sa.Column("item_id", sa.String(length=120), nullable=False, server_default=""),
        sa.Column("after", sa.JSON(), nullable=False, server_default="[]"),
        sa.Column("borrows", sa.JSON(), nullable=False, server_default="{}"),
        sa.Column("contact_masked", sa.JSON(), nullable=False, server_default="{}"),
        sa.Column("is_open", sa.Boolean(), nullable=False, server_default=sa.true()),
        sa.Column("window", sa.String(length=120), nullable=False, server_default=""),
        sa.Column("rule", sa.String(length=40), nullable=False, server_default=""),
        sa.Column("transferred", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("outcome", sa.String(length=8), nullable=False, server_default=""),
        sa.Column("queue_day", sa.Date(), nullable=False, server_default="9999-12-31"),
        sa.Column("look_at", MOMENT, nullable=True),
        sa.Column("log_head", sa.String(length=64), nullable=False, server_default=""),
        sa.Column("changed_at", MOMENT, nullable=False, server_default="1970-01-01 00:00:00+00"),
    )


def _first_columns() -> tuple[sa.Column[Any], ...]:
    """The columns of step 0001."""
    return (
        sa.Column("number", sa.String(length=12), nullable=False),
        sa.Column("intake_id", sa.String(length=64), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("affair", sa.String(length=120), nullable=False),
        sa.Column("item", sa.String(length=200), nullable=False),
        sa.Column("department", sa.String(length=120), nullable=False),
        sa.Column("channel", sa.String(length=40), nullable=False),
        sa.Column("notice_number", sa.String(length=20), nullable=False),
        sa.Column("notice_version", sa.Integer(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("catalogue_version", sa.String(length=64), nullable=False),
        sa.Column("materials", sa.JSON(), nullable=False),
        sa.Column("later", sa.JSON(), nullable=False),
        sa.Column("route", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("contact", sa.Text(), nullable=False),
        sa.Column("phone_tail", sa.String(length=64), nullable=False),
        sa.Column("answer_due", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("answer_due_note", sa.Text(), nullable=False),
        sa.Column("received_at", MOMENT, nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
    )


def upgrade() -> None:
    sqlite = op.get_bind().dialect.name == "sqlite"
    op.drop_index("ix_cases_state", "cases")
    if sqlite:
        _rebuild(
            _first_columns() + _new_columns(),
            sa.UniqueConstraint("intake_id", "item_id", name="one_case_an_item"),
        )
    else:
        op.drop_constraint("cases_intake_id_key", "cases", type_="unique")
        for column in _new_columns():
            op.add_column("cases", column)
    _fill_cases()
    if not sqlite:
        op.create_unique_constraint("one_case_an_item", "cases", ["intake_id", "item_id"])
    for name, first in (("window_queue", "window"), ("department_queue", "department")):
        _open_index(name, first, "queue_day", "number")
    _open_index("due_for_sweep", "look_at")
    op.create_index("ix_cases_received_at", "cases", ["received_at"])
    _extend_log(sqlite)
    _new_tables()


def downgrade() -> None:
    sqlite = op.get_bind().dialect.name == "sqlite"
    op.drop_table("case_marks")
    op.drop_table("refused_acts")
    _unprotect("case_log", sqlite)
    with op.batch_alter_table("case_log") as log:
        log.drop_constraint("one_chain_a_case", type_="unique")
        for name in LOG_COLUMNS:
            log.drop_column(name)
    _protect("case_log", sqlite)
    for index in ("window_queue", "department_queue", "due_for_sweep", "ix_cases_received_at"):
        op.drop_index(index, "cases")
    # Where a submission has become several cases, the unique intake below refuses the step: the layout before has no place for them.
    if sqlite:
        _rebuild(_first_columns(), sa.UniqueConstraint("intake_id"))
    else:
        op.drop_constraint("one_case_an_item", "cases", type_="unique")
        for column in _new_columns():
            op.drop_column("cases", column.name)
        op.create_unique_constraint("cases_intake_id_key", "cases", ["intake_id"])
    op.create_index(op.f("ix_cases_state"), "cases", ["state"], unique=False)


def _rebuild(columns: tuple[sa.Column[Any], ...], unique: sa.UniqueConstraint) -> None:
    """SQLite drops no constraint: the table is made anew under its name, while the log's references to it wait for the end."""
    kept = ", ".join(f'"{column.name}"' for column in _first_columns())
    op.execute("PRAGMA defer_foreign_keys = ON")
    op.execute("CREATE TABLE cases_before AS SELECT * FROM cases")
    op.drop_table("cases")
    op.create_table("cases", *columns, sa.PrimaryKeyConstraint("number"), unique)
    op.execute(f"INSERT INTO cases ({kept}) SELECT {kept} FROM cases_before")
    op.drop_table("cases_before")


def _fill_cases() -> None:
    cases = sa.table(
        "cases",
        sa.column("number"), sa.column("affair"), sa.column("item_id"), sa.column("state"), sa.column("is_open", sa.Boolean()),
        sa.column("route", sa.JSON()), sa.column("window"), sa.column("rule"),
        sa.column("received_at", MOMENT), sa.column("changed_at", MOMENT), sa.column("look_at", MOMENT),
    )  # fmt: skip
    bind = op.get_bind()
    bind.execute(
        cases.update().values(
            item_id=cases.c.affair, changed_at=cases.c.received_at, look_at=cases.c.received_at
        )
    )
    bind.execute(
        cases.update().where(sa.text(f"state IN {ENDED}")).values(is_open=sa.false(), look_at=sa.null())
    )
    for number, route in bind.execute(sa.select(cases.c.number, cases.c.route)).all():
        if route:
            bind.execute(
                cases.update()
                .where(cases.c.number == number)
                .values(window=route["window"], rule=route["rule"])
            )


def _open_index(name: str, *columns: str) -> None:
    op.create_index(name, "cases", list(columns), **STILL_OPEN)


def _extend_log(sqlite: bool) -> None:
    _unprotect("case_log", sqlite)
    op.add_column("case_log", sa.Column("role", sa.String(length=20), nullable=False, server_default=""))
    op.add_column("case_log", sa.Column("data", sa.JSON(), nullable=False, server_default="{}"))
    op.add_column("case_log", sa.Column("previous", sa.String(length=64), nullable=False, server_default=""))
    op.add_column("case_log", sa.Column("hash", sa.String(length=64), nullable=False, server_default=""))
    _chain()
    with op.batch_alter_table("case_log") as log:
        log.create_unique_constraint("one_chain_a_case", ["case_number", "previous"])
    _protect("case_log", sqlite)


def _chain() -> None:
    """The entries that are there get their hashes."""
    log = sa.table(
        "case_log",
        sa.column("id"), sa.column("case_number"), sa.column("at", MOMENT), sa.column("actor"), sa.column("act"), sa.column("before"),
        sa.column("after"), sa.column("role"), sa.column("previous"), sa.column("hash"),
    )  # fmt: skip
    cases = sa.table("cases", sa.column("number"), sa.column("log_head"))
    bind, heads = op.get_bind(), dict[str, str]()
    for row in bind.execute(sa.select(log).order_by(log.c.id)).all():
        previous = heads.get(row.case_number) or _sha256(f"case/{row.case_number}")
        heads[row.case_number] = _sha256(f"{previous}\n{_canonical(row)}")
        bind.execute(
            log.update()
            .where(log.c.id == row.id)
            .values(role=row.actor, previous=previous, hash=heads[row.case_number])
        )
    for number, head in heads.items():
        bind.execute(cases.update().where(cases.c.number == number).values(log_head=head))


def _canonical(row: Any) -> str:
    """What a hash covers of an entry; the first release knew roles only, and recorded nothing with an act."""
    covered = {
        "at": _aware(row.at).astimezone(UTC).isoformat(timespec="microseconds"),
        "act": row.act,
        "role": row.actor,
        "actor": row.actor,
        "before": row.before,
        "after": row.after,
        "data": {},
    }
    return json.dumps(covered, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _aware(at: datetime) -> datetime:
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def _new_tables() -> None:
    op.create_table(
        "refused_acts",
        sa.Column("id", LOG_ID, autoincrement=True, nullable=False),
        sa.Column("case_number", sa.String(length=12), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("actor", sa.String(length=40), nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("act", sa.String(length=40), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("codes", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_refused_acts_case_number"), "refused_acts", ["case_number"], unique=False)
    _protect("refused_acts", op.get_bind().dialect.name == "sqlite")
    op.create_table(
        "case_marks",
        sa.Column("case_number", sa.String(length=12), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("department", sa.String(length=120), nullable=False),
        sa.Column("say", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("case_number", "code", "day"),
    )
    op.create_index("marks_by_day", "case_marks", ["day", "code"])


def _protect(table: str, sqlite: bool) -> None:
    if not sqlite:
        op.execute(
            f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
        )
        return
    for act in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        )


def _unprotect(table: str, sqlite: bool) -> None:
    if sqlite:
        for act in ("update", "delete"):
            op.execute(f"DROP TRIGGER {table}_no_{act}")
    else:
        op.execute(f"DROP TRIGGER {table}_append_only ON {table}")
