"""应进必进 register: which items, staff and powers are present at the centre, and what is missing, as tables for the report.

Source: 桂数发〔2021〕4号, part 2 (1) and part 3, last paragraph (进驻情况、人员派驻和授权情况报送备案).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from knowledge.base.dates import day_text
from knowledge.catalogue.affair import Catalogue
from knowledge.catalogue.item import BusinessItem
from knowledge.centre.effect import CentreInForce
from knowledge.centre.item_entry import POWERS
from knowledge.centre.post import Post
from knowledge.guidance.routing import Request, Route, body_in_charge, route

Cells = tuple[str, ...]


@dataclass(frozen=True)
class ReportTable:
    """One sheet of the report."""

    title: str
    columns: Cells
    rows: tuple[Cells, ...]


@dataclass(frozen=True)
class Register:
    """The register on a day.

    Attributes:
        present: How many of the items are; ``absent`` how many are not.
        missing: What the notice asks for and is not there, a sentence each.
    """

    present: int
    absent: int
    missing: tuple[str, ...]
    tables: tuple[ReportTable, ...]


def register(catalogue: Catalogue, entered: CentreInForce, today: date) -> Register:
    """The register with its report."""
    items = [item for item in catalogue.items.values() if item.origin != "imported"]
    lines = [_item_line(item, catalogue, entered, today) for item in items]
    posts = entered.all_posts(today)
    missing = tuple(_missing(lines, posts, catalogue, entered))
    present = sum(line.is_present for line in lines)
    return Register(
        present,
        len(lines) - present,
        missing,
        (
            ReportTable("事项进驻情况", _ITEMS, tuple(line.cells for line in lines)),
            ReportTable("窗口人员派驻情况", _POSTS, tuple(_post_cells(post, catalogue) for post in posts)),
            ReportTable(
                "窗口授权情况",
                _POWERS,
                tuple(_power_cells(one, catalogue, entered) for one in _departments(lines)),
            ),
            ReportTable("事项划转情况", _TRANSFERS, tuple(_transfer_rows(catalogue))),
            ReportTable("还缺的", ("还缺的",), tuple((one,) for one in missing)),
        ),
    )


_ITEMS = (
    "部门",
    "事项",
    "事项类型",
    "是否进驻",
    "受理窗口",
    "没有进驻的原因",
    "计划进驻日期",
    "上一级政务服务监督管理机构意见",
    "本级人民政府决定",
)
_POSTS = ("派出部门", "窗口", "姓名", "岗位", "职级", "行政执法资格", "起止和班次")
_POWERS = ("部门", *POWERS.values(), "授权文件")
_TRANSFERS = ("事项", "原部门", "新部门", "受理窗口", "生效日期", "文件")


@dataclass(frozen=True)
class _ItemLine:
    department: str
    is_present: bool
    cells: Cells


def _item_line(item: BusinessItem, catalogue: Catalogue, entered: CentreInForce, today: date) -> _ItemLine:
    """An item is present where a window of the centre receives it, unless it was entered that it is not."""
    department = body_in_charge(item, today, catalogue)
    said = entered.presence().get(item.id)
    affair = catalogue.affair(item.id)
    found: Route | None = route(Request(affair, today), catalogue) if affair else None
    is_present = said.present if said else found is not None
    cells = (
        catalogue.department_name(department),
        item.name,
        str(item.type or ""),
        "已进驻" if is_present else "没有进驻",
        f"{found.number}{found.name}" if found and is_present else "",
        said.reason if said and not is_present else "",
        day_text(said.planned) if said and said.planned and not is_present else "",
        said.opinion if said else "",
        said.decision if said else "",
    )
    return _ItemLine(department, is_present, cells)


def _departments(lines: list[_ItemLine]) -> list[str]:
    """Departments that have items at the centre, in the order of the catalogue."""
    return list(dict.fromkeys(line.department for line in lines if line.is_present))


def _post_cells(post: Post, catalogue: Catalogue) -> Cells:
    window = catalogue.windows.get(post.window)
    return (
        catalogue.department_name(post.department),
        f"{window.number}{window.name}" if window else post.window,
        post.name,
        post.duty_name,
        post.rank,
        "有" if post.licensed else "没有",
        post.period,
    )


def _power_cells(department: str, catalogue: Catalogue, entered: CentreInForce) -> Cells:
    said = entered.powers().get(department)
    given = said.powers if said else ()
    marks = ("已授权" if power in given else "没有" for power in POWERS)
    return (catalogue.department_name(department), *marks, said.document if said else "")


def _transfer_rows(catalogue: Catalogue) -> Iterator[Cells]:
    for transfer in sorted(catalogue.transfers, key=lambda transfer: transfer.effective):
        window = catalogue.windows.get(transfer.to_window)
        for key in transfer.items:
            yield (
                catalogue.items[key].name if key in catalogue.items else key,
                catalogue.department_name(transfer.from_department),
                catalogue.department_name(transfer.to_department),
                f"{window.number}{window.name}" if window else "按规则分派",
                day_text(transfer.effective),
                transfer.document,
            )


def _missing(
    lines: list[_ItemLine], posts: list[Post], catalogue: Catalogue, entered: CentreInForce
) -> Iterator[str]:
    """应配备首席代表, 应充分授权, 应具有行政执法资格, 没有进驻的应有决定."""
    for department in _departments(lines):
        name = catalogue.department_name(department)
        own = [post for post in posts if post.department == department]
        if not any(post.duty == "chief" for post in own):
            yield f"{name}没有登记首席代表。"
        elif not any(post.duty == "chief" and post.rank.strip() for post in own):
            yield f"{name}的首席代表没有写职级，应与内设机构负责人同级。"
        if not any(post.duty == "first" for post in own):
            yield f"{name}没有登记首问责任人。"
        if without := [post.name for post in own if not post.licensed]:
            yield f"{name}派驻的{'、'.join(without)}没有行政执法资格。"
        said = entered.powers().get(department)
        if said is None:
            yield f"{name}没有登记窗口授权。"
        elif lacking := [POWERS[power] for power in POWERS if power not in said.powers]:
            yield f"{name}的窗口还没有授权：{'、'.join(lacking)}。"
    for line in lines:
        if not line.is_present and not all(line.cells[-2:]):
            yield f"{line.cells[1]}没有进驻，还没有上一级意见和本级政府决定。"
