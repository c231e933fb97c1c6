"""Options that several commands have."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from intake.datafolder import DEFAULT

DataDir = Annotated[
    Path,
    typer.Option("--data-dir", envvar="INTAKE_DATA_DIR", help="数据文件夹（数据库、模型、日志都在里面）。"),
]
AsJson = Annotated[bool, typer.Option("--json", help="只输出一个 JSON 对象，供程序读取。")]

DEFAULT_DATA = DEFAULT
