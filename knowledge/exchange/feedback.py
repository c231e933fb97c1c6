"""What a supervising department reports back (监管反馈): penalties, inspections, changes of policy, states in its own codes.

审管联动: the body that permits and the body that supervises tell each other what they did (行政许可法 art. 61 to 66).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum

from pydantic import Field

from knowledge.base.centre_time import CENTRE_ZONE
from knowledge.base.frozen import Frozen
from knowledge.exchange.codes import UnknownCode
from knowledge.exchange.fields import DATETIME, ExchangeFault
from knowledge.exchange.partners import ADAPTERS, Meaning


class FeedbackKind(StrEnum):
    """What is reported."""

    PENALTY = "penalty"
    INSPECTION = "inspection"
    POLICY = "policy"
    STATE = "state"


KIND_NAMES: dict[str, str] = {
    FeedbackKind.PENALTY: "行政处罚",
    FeedbackKind.INSPECTION: "检查结果",
    FeedbackKind.POLICY: "政策变化",
    FeedbackKind.STATE: "办理状态",
}

PASSED = {"1": True, "0": False}
"""检查结果: 1 合格, 0 不合格."""


class Feedback(Frozen):
    """One report. Fields that a kind cannot do without are checked in :func:`faults`, so that several are said together."""

    key: str = Field(
        min_length=8,
        max_length=80,
        pattern=r"^[\w./:-]+$",
        description="对方给这条反馈的编号；同一个编号是同一条",
    )
    kind: str = Field(
        max_length=20, description="penalty 行政处罚、inspection 检查结果、policy 政策变化、state 办理状态"
    )
    project_no: str = Field(default="", max_length=20, description="办件编号；政策变化没有")
    item: str = Field(default="", max_length=120, description="政策变化说的是哪个事项：事项编号或实施编码")
    time: str = Field(default="", max_length=19, description="什么时候发生的，例如 2026-11-23 10:00:00")
    document: str = Field(default="", max_length=100, description="决定书、检查记录或文件的文号")
    result: str = Field(default="", max_length=1, description="检查结果：1 合格、0 不合格")
    adapter: str = Field(default="", max_length=40, description="code 是哪一家的状态码表")
    code: str = Field(default="", max_length=10, description="对方系统里的状态码")
    text: str = Field(default="", max_length=2000, description="说明")

    @property
    def at(self) -> datetime:
        """When it happened.

        Raises:
            ValueError: It is not written as a moment.
        """
        return datetime.strptime(self.time, DATETIME).replace(tzinfo=CENTRE_ZONE)

    @property
    def meaning(self) -> Meaning | None:
        """What the code says in our words; None without code.

        Raises:
            UnknownCode: No such list, or the list does not have it.
        """
        if not self.code:
            return None
        if self.adapter not in ADAPTERS:
            raise UnknownCode("对接系统", self.adapter)
        return ADAPTERS[self.adapter].meaning(self.code)


def faults(report: Feedback, now: datetime) -> tuple[ExchangeFault, ...]:
    """Everything that a report lacks or has wrong, at once; empty where it can be taken."""
    return tuple(
        ExchangeFault("feedback", field, say)
        for part in (_kind, _time, _code)
        for field, say in part(report, now)
    )


def _kind(report: Feedback, _: datetime) -> Iterator[tuple[str, str]]:
    if report.kind not in KIND_NAMES:
        yield "kind", f"种类只能是{'、'.join(f'{code}（{name}）' for code, name in KIND_NAMES.items())}。"
        return
    name = KIND_NAMES[report.kind]
    for field, chinese in _NEEDED[FeedbackKind(report.kind)]:
        if not getattr(report, field).strip():
            yield field, f"{name}要写{chinese}。"
    if report.kind == FeedbackKind.INSPECTION and report.result and report.result not in PASSED:
        yield "result", "检查结果只能是1（合格）或者0（不合格）。"


_NEEDED: dict[FeedbackKind, tuple[tuple[str, str], ...]] = {
    FeedbackKind.PENALTY: (
        ("project_no", "办件编号"),
        ("document", "处罚决定书文号"),
        ("text", "处罚内容"),
    ),
    FeedbackKind.INSPECTION: (("project_no", "办件编号"), ("result", "检查结果（1合格，0不合格）")),
    FeedbackKind.POLICY: (("item", "事项编号或者实施编码"), ("document", "文件文号"), ("text", "变化内容")),
    FeedbackKind.STATE: (("project_no", "办件编号"), ("adapter", "对接系统的名称"), ("code", "状态代码")),
}


def _time(report: Feedback, now: datetime) -> Iterator[tuple[str, str]]:
    try:
        at = report.at
    except ValueError:
        yield "time", "时间应写成 2026-11-23 10:00:00。"
        return
    if at > now and report.kind != FeedbackKind.POLICY:
        yield "time", "时间晚于现在，请核对。"


def _code(report: Feedback, _: datetime) -> Iterator[tuple[str, str]]:
    adapter = ADAPTERS.get(report.adapter)
    if report.adapter and adapter is None:
        known = "、".join(f"{name}（{one.partner}）" for name, one in ADAPTERS.items())
        yield "adapter", f"没有这个对接系统。可以用：{known}。"
    elif report.code and adapter is None:
        yield "adapter", "有状态代码时要写是哪个对接系统的。"
    elif report.code and adapter is not None and report.code not in adapter.meanings:
        yield "code", f"{adapter.codes.name}没有这个代码。"
