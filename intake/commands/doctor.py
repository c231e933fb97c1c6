"""``intake doctor``: how the installation stands, and what to do about what is wrong."""

from __future__ import annotations

from typing import Annotated

import typer

from intake import console
from intake.commands.options import DEFAULT_DATA, AsJson, DataDir
from intake.datafolder import open_folder

_SHOWN = {"ok": "正常", "warn": "注意", "fail": "有错"}


def doctor(
    data_dir: DataDir = DEFAULT_DATA,
    json: AsJson = False,
    resume: Annotated[bool, typer.Option("--resume", help="办件日志从上次中断的地方接着核对。")] = False,
) -> None:
    """Run every check; exit code 1 if one fails."""
    folder = open_folder(data_dir)

    from api.platform.clock import centre_time
    from intake.checkup import examine
    from intake.prepare import api_settings

    findings = list(examine(folder, api_settings(folder), centre_time().date(), resume=resume))
    failed = any(finding.state == "fail" for finding in findings)
    if json:
        console.as_json({"ok": not failed, "checks": [finding.as_dict() for finding in findings]})
    else:
        rows = [(_SHOWN[finding.state], finding.name, finding.says) for finding in findings]
        console.table("体检结果", ["结果", "检查", "说明"], rows)
    if failed:
        raise typer.Exit(1)
