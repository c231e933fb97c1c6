"""转办 to another window."""

from __future__ import annotations

from pydantic import Field

from knowledge.base.frozen import Frozen
from knowledge.cases.acts.attempt import Attempt, Context, Objection, Objections
from knowledge.cases.acts.checks import REASON, known_departments
from knowledge.cases.acts.definition import ActDefinition
from knowledge.cases.acts.words import Words
from knowledge.cases.record.act import Act
from knowledge.cases.record.facts import CaseFacts, Moved
from knowledge.cases.record.free_text import FreeText
from knowledge.cases.record.log import LogEntry


class Transfer(Frozen):
    """转办 to another window."""

    to_window: str = Field(default="", max_length=120, description="转到哪个窗口，窗口编号")
    to_department: str = Field(default="", max_length=120, description="转到哪个部门，部门编号；不写就不变")
    reason: FreeText = Field(default="", description="转办的原因")


def _another_window(facts: CaseFacts, payload: Transfer, attempt: Attempt, context: Context) -> Objections:
    if not payload.to_window.strip():
        yield Objection("to_window_missing", "请选择转到哪个窗口。")
    elif payload.to_window == facts.window:
        yield Objection("same_window", "办件已经在这个窗口，请选别的窗口。")
    elif context.windows and payload.to_window not in context.windows:
        there = "、".join(sorted(context.windows - {facts.window}))
        yield Objection("unknown_window", f"没有窗口「{payload.to_window}」。可以转到：{there}。")


def _accepted_stays(facts: CaseFacts, payload: Transfer, attempt: Attempt, context: Context) -> Objections:
    yield from known_departments([payload.to_department] if payload.to_department else [], context)
    if facts.accepted_on and payload.to_department and payload.to_department != facts.department:
        yield Objection("accepted_stays", "已经受理的办件由受理的部门办完，只能在本部门的窗口之间转办。")


def _moved(facts: CaseFacts, entry: LogEntry, payload: Transfer) -> CaseFacts:
    moved = Moved(entry.day, facts.window, payload.to_window, facts.rule)
    return facts.but(
        window=payload.to_window,
        department=payload.to_department or facts.department,
        rule="transferred",
        transfers=(*facts.transfers, moved),
    )


TRANSFER = ActDefinition(
    Act.TRANSFER,
    Transfer,
    _moved,
    Words(
        "转办",
        timeline="转到了另一个窗口办理",
        message="您的办件已转到另一个窗口，您不用再交材料。原因：{reason}",
        paper="转办记录",
    ),
    (REASON, _another_window, _accepted_stays),
)
