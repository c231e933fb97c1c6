"""``intake staff log``: what was done with accounts and who looked at whose data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from intake import console
from intake.commands.options import DEFAULT_DATA, AsJson, DataDir

if TYPE_CHECKING:
    from api.access.models import StaffLogRow


def log(
    account: Annotated[str, typer.Option("--account", help="只看这个账号做的；console 是命令行。")] = "",
    subject: Annotated[str, typer.Option("--subject", help="只看对它做的：办件编号、账号或令牌编号。")] = "",
    limit: Annotated[int, typer.Option("--limit", min=1, max=100_000, help="最多几条，最近的在前。")] = 50,
    data_dir: DataDir = DEFAULT_DATA,
    json: AsJson = False,
) -> None:
    """The newest rows first."""
    from api.access import repository
    from intake.registry import opened

    console.out.quiet = json
    _, run = opened(data_dir)
    rows = run(
        lambda registry: registry.database.read(
            lambda session: repository.log(session, account, subject, limit)
        )
    )
    if json:
        console.as_json({"rows": [_as_data(row) for row in rows]})
    elif not rows:
        console.say("没有符合的记录。")
    else:
        console.table("操作记录", ["时间", "谁", "做了什么", "对什么", "详情"], [_line(row) for row in rows])


def _as_data(row: StaffLogRow) -> dict[str, object]:
    from api.platform.clock import at_centre

    return {
        "at": at_centre(row.at).isoformat(),
        "actor": row.actor,
        "act": row.act,
        "subject": row.subject,
        "data": row.data,
    }


def _line(row: StaffLogRow) -> tuple[str, ...]:
    from api.access.audit import ACT_NAMES
    from api.platform.clock import at_centre

    details = "；".join(f"{name} {_shown(value)}" for name, value in row.data.items())
    act = ACT_NAMES.get(row.act, row.act)
    return (f"{at_centre(row.at):%Y-%m-%d %H:%M:%S}", row.actor, act, row.subject, details)


def _shown(value: object) -> str:
    return "、".join(map(str, value)) if isinstance(value, list) else str(value)
