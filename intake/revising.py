"""A workbook on its way into the store, in one transaction."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy.ext.asyncio import AsyncSession

from api.platform.clock import centre_time
from api.platform.settings import Settings
from api.published.item_import import store_revised
from api.published.revision import Revision
from intake import console
from intake.importing import carried_out
from intake.problems import Problem
from knowledge.base.faults import Fault
from knowledge.catalogue.affair import Catalogue
from knowledge.sheets.reading import read_workbook
from knowledge.sheets.writing import write_workbook

_KINDS = {
    "items": "业务办理项",
    "questions": "问题",
    "materials": "材料",
    "departments": "部门",
    "bundles": "一件事",
    "windows": "窗口",
    "sites": "办事地点",
    "places": "乡镇街道",
    "transfers": "事项划转",
}


def write_to(catalogue: Catalogue, target: Path) -> None:
    """Write the catalogue as a workbook.

    Raises:
        Problem: A text does not fit into a cell.
    """
    try:
        content = write_workbook(catalogue)
    except ValueError as error:
        raise Problem(f"写不成 Excel 文件：{error}") from error
    beside = target.with_name(f".{target.name}.part")
    beside.write_bytes(content)
    beside.replace(target)


def read_from(content: bytes, json: bool) -> Catalogue | None:
    """The catalogue of a workbook; its faults are printed, and None is returned."""
    remarks: list[Fault] = []
    catalogue, faults = read_workbook(content, remarks)
    if remarks and not json:
        rows = [(mend.file, mend.line, mend.field, mend.message) for mend in sorted(remarks)]
        console.table("自动改好的格子，请看一眼", ["表", "行", "列", "改了什么"], rows)
    if json and faults:
        console.as_json({"ok": False, "faults": _places(faults), "mended": _places(remarks)})
    elif faults:
        rows = [(fault.file, fault.line, fault.field, fault.message) for fault in sorted(faults)]
        console.table("表格里的错误", ["表", "行", "列", "怎么改"], rows)
        console.say(f"共{len(faults)}处错误。改好以前，正在使用的事项库不变。")
    return catalogue


def _places(remarks: list[Fault]) -> list[dict[str, object]]:
    return [
        {"sheet": f.file, "row": f.line, "column": f.field, "message": f.message} for f in sorted(remarks)
    ]


async def take(catalogue: Catalogue, settings: Settings) -> tuple[Revision, str]:
    """Make the store hold this catalogue. Returns what changed and the version in force now."""

    async def put(session: AsyncSession) -> Revision:
        return await store_revised(session, catalogue, centre_time())

    return await carried_out(put, settings)


def show(revision: Revision, version: str) -> None:
    """Print what was added, changed and taken out of force."""
    for title, keys in (("新增", revision.added), ("修改", revision.changed), ("停用", revision.removed)):
        if keys:
            console.table(title, ["表", "编号"], [(_KINDS[kind], key) for kind, key in keys])
    if revision:
        console.say(
            f"新增{len(revision.added)}条，修改{len(revision.changed)}条，停用{len(revision.removed)}条。"
            f"事项库已更新，版本 {version}。正在运行的服务会自己换上新版本。"
        )
    else:
        console.say(f"和正在使用的事项库一样，没有改动，版本 {version}。")


def as_data(revision: Revision, version: str) -> dict[str, object]:
    """The same as plain data."""
    return {
        "ok": True,
        **{name: [list(key) for key in getattr(revision, name)] for name in ("added", "changed", "removed")},
        "catalogue_version": version,
    }
