"""``intake openapi``: the contract as a document, for the programs that are written against it; no service need run."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from intake.problems import Problem


def openapi(
    out: Annotated[Path | None, typer.Option(help="写进哪个文件；不写就打印出来。")] = None,
) -> None:
    """Print the document of a site that serves everything, or write it."""
    from intake.contract import whole

    text = json.dumps(whole(), ensure_ascii=False, indent=2)
    if out is None:
        typer.echo(text)
        return
    try:
        out.write_text(text + "\n", encoding="utf-8")
    except OSError as error:
        raise Problem(f"写不了文件 {out}（{error.strerror}）。请检查文件夹和权限。") from error
