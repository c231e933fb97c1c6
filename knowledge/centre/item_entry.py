"""事项划转 by date, and the register of what is present at the centre (应进必进): items, and powers given to windows.

Source: 桂数发〔2021〕4号, part 2 (1) 1 and 2; part 3, last paragraph.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from knowledge.base.dates import day_text
from knowledge.base.frozen import Frozen
from knowledge.catalogue.affair import Catalogue
from knowledge.catalogue.window import BodyTransfer
from knowledge.guidance.routing import body_in_charge

Power = Literal["accept", "review", "coordinate", "approve", "certify", "deliver"]

POWERS: dict[Power, str] = {
    "accept": "受理",
    "review": "审核",
    "coordinate": "协调",
    "approve": "审批",
    "certify": "制证",
    "deliver": "送达",
}
"""职权 of a department's window, as the notice lists them."""


class ItemTransfer(Frozen):
    """From a day on items belong to another body: new cases go there, those that are running stay."""

    kind: Literal["transfer"] = Field(description="固定为 transfer：事项划转")
    items: tuple[str, ...] = Field(min_length=1, max_length=200, description="哪些事项，编号")
    from_department: str = Field(max_length=120, description="从哪个部门，编号")
    to_department: str = Field(max_length=120, description="到哪个部门，编号；部门不变、只换窗口的写同一个")
    to_window: str = Field(default="", max_length=120, description="由哪个窗口受理，编号；不写的按规则分派")
    effective: date = Field(description="从哪一天起；以前受理的留在原来的部门")
    document: str = Field(min_length=4, max_length=100, description="划转文件的名称或文号")

    def transfer(self) -> BodyTransfer:
        """As the catalogue has it."""
        return BodyTransfer(**self.model_dump(exclude={"kind"}))


class Presence(Frozen):
    """Whether items are present at the centre, and why not."""

    kind: Literal["presence"] = Field(description="固定为 presence：事项进驻情况")
    items: tuple[str, ...] = Field(min_length=1, max_length=200, description="哪些事项，编号")
    present: bool = Field(description="true 已经进驻、false 没有进驻")
    reason: str = Field(default="", max_length=200, description="没有进驻的原因")
    planned: date | None = Field(default=None, description="计划哪天进驻")
    opinion: str = Field(default="", max_length=100, description="上一级政务服务监督管理机构的意见，文号")
    decision: str = Field(default="", max_length=100, description="本级人民政府的决定，文号")


class Powers(Frozen):
    """What a department has given its window the power to do (授权)."""

    kind: Literal["powers"] = Field(description="固定为 powers：窗口授权")
    department: str = Field(max_length=120, description="哪个部门，编号")
    powers: tuple[Power, ...] = Field(
        max_length=6,
        description="给了哪些：accept 受理、review 审核、coordinate 协调、approve 审批、certify 制证、deliver 送达",
    )
    document: str = Field(min_length=2, max_length=100, description="授权文件的文号")


def transfer_faults(entry: ItemTransfer, catalogue: Catalogue) -> list[str]:
    """What is wrong with a transfer that is to be entered, in sentences."""
    faults = _item_faults(entry.items, catalogue)
    for department in dict.fromkeys((entry.from_department, entry.to_department)):
        if department not in catalogue.departments:
            faults.append(f"没有部门 {department}。")
    if entry.to_window and entry.to_window not in catalogue.windows:
        faults.append(f"没有窗口 {entry.to_window}。")
    if entry.from_department == entry.to_department and not entry.to_window:
        faults.append("部门没有变，请选换到哪个窗口。")
    for item in (catalogue.items[key] for key in entry.items if key in catalogue.items):
        body = body_in_charge(item, entry.effective, catalogue)
        if body != entry.from_department:
            faults.append(f"{item.name}到那一天归{catalogue.department_name(body)}，请改原来的部门。")
    return faults


def presence_faults(entry: Presence, catalogue: Catalogue) -> list[str]:
    """What is wrong with an item's presence: what is not present has a reason, and either a plan or a decision."""
    faults = _item_faults(entry.items, catalogue)
    if entry.present:
        return faults
    if not entry.reason.strip():
        faults.append("请写没有进驻的原因。")
    if not entry.planned and not (entry.opinion.strip() and entry.decision.strip()):
        faults.append(
            "没有进驻的，要写计划哪天进驻；不进驻的，要有上一级政务服务监督管理机构的意见和本级人民政府的决定。"
        )
    return faults


def _item_faults(items: tuple[str, ...], catalogue: Catalogue) -> list[str]:
    return [f"没有事项 {key}。" for key in items if key not in catalogue.items]


def items_named(items: tuple[str, ...], catalogue: Catalogue) -> str:
    """Items by name, the first three of many."""
    names = [catalogue.items[key].name if key in catalogue.items else key for key in items]
    return "、".join(names[:3]) + (f"等{len(names)}项" if len(names) > 3 else "")


def transfer_line(entry: ItemTransfer, catalogue: Catalogue) -> str:
    """What moves, in one line."""
    window = catalogue.windows.get(entry.to_window)
    where = f"，由{window.number}{window.name}受理" if window else ""
    bodies = f"{catalogue.department_name(entry.from_department)}划到{catalogue.department_name(entry.to_department)}"
    if entry.from_department == entry.to_department:
        bodies = f"{catalogue.department_name(entry.to_department)}"
    named = items_named(entry.items, catalogue)
    return f"{named}，{day_text(entry.effective)}起{bodies}{where}，{entry.document}"


def presence_line(entry: Presence, catalogue: Catalogue) -> str:
    """Whether they are present, in one line."""
    why = "" if entry.present else f"：{entry.reason}"
    return f"{items_named(entry.items, catalogue)}{'已进驻' if entry.present else '没有进驻'}{why}"


def powers_line(entry: Powers, catalogue: Catalogue) -> str:
    """What a window may do, in one line."""
    powers = "、".join(POWERS[power] for power in POWERS if power in entry.powers) or "没有授权"
    return f"{catalogue.department_name(entry.department)}窗口：{powers}，{entry.document}"
