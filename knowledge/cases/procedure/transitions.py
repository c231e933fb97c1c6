"""The transition table (办件流转表): state, act, who may, next state, what the timeline says, what the applicant is told.

One table for code, screens and ``docs/办件状态.md``. What an act needs beyond state and role is in :mod:`knowledge.cases.procedure.preconditions`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.base.roles import Role

RESUME = "*"
"""The next state of an act that leads back: to where the case was before the special procedure or the passing up."""


@dataclass(frozen=True)
class Transition:
    """An act that leads from one state to the next.

    Attributes:
        state: Before the act; None for the act that makes a case.
        roles: Who may do it.
        next: State afterwards, or :data:`RESUME`.
        done: What the timeline says of it.
        told: The message to the applicant, with fields of the act in braces; empty where nothing is sent.
    """

    state: str | None
    act: str
    roles: tuple[Role, ...]
    next: str
    done: str
    told: str = ""

    @property
    def by(self) -> str:
        """The role that does it as a rule."""
        return self.roles[0].value


@dataclass(frozen=True)
class _Rule:
    states: tuple[str | None, ...]
    act: str
    name: str
    roles: tuple[Role, ...]
    next: str
    done: str
    told: str = ""


STAYS = "="
_BEFORE_ACCEPTANCE = ("submitted", "received")
_DECIDING = ("accepted", "review", "approved")
_RUNNING = (*_DECIDING, "special", "passed_up")
_BEFORE_DECISION = (*_BEFORE_ACCEPTANCE, "correction", *_RUNNING)

A, W, R, H, S, SYS = (
    Role.APPLICANT, Role.WINDOW, Role.REVIEWER, Role.APPROVER, Role.SUPERVISOR, Role.SYSTEM,
)  # fmt: skip

_RULES: tuple[_Rule, ...] = (
    _Rule((None,), "submit", "提交", (A,), "submitted", "您提交了申请，清单上没有缺项", "您的申请已提交。"),
    _Rule(("submitted",), "receive", "收件", (W,), "received", "窗口已收件", "窗口已收到您的材料，正在核对。"),
    _Rule(("received",), "request_correction", "要求补正", (W,), "correction", "窗口一次告知需要补正的全部内容",
          "您的材料需要补正：{points}。请{correct_by}一次补齐，补齐后重新计算答复期限。"),
    _Rule(("correction",), "correct", "补正", (A, W), "received", "您补交了材料", "已收到您补交的材料，窗口重新核对。"),
    _Rule(("received",), "put_right", "当场更正", (W,), STAYS, "您当场更正了材料"),
    _Rule(("received",), "accept", "受理", (W,), "accepted", "窗口已受理", "您的申请已受理，受理通知书已经出具，办理期限从今天起算。"),
    _Rule(("received",), "refuse", "不予受理", (W,), "refused", "窗口不予受理",
          "您的申请不予受理。{ground}{reason}{authority}不服的，可以依法申请行政复议或者提起行政诉讼。"),
    _Rule((*_BEFORE_ACCEPTANCE, "accepted"), "transfer", "转办", (W,), STAYS, "转到了另一个窗口办理",
          "您的办件已转到另一个窗口，您不用再交材料。原因：{reason}"),
    _Rule(_DECIDING, "start_special", "启动特别程序", (R, H), "special", "开始{kind}，期间不计入办理时限",
          "您的办件需要{kind}，预计{expected_days}个工作日，这段时间不计入办理时限。书面告知文号：{notice}。原因：{reason}"),
    _Rule(("special",), "start_special", "启动特别程序", (R, H), "special", "开始{kind}，期间不计入办理时限",
          "您的办件同时需要{kind}，预计{expected_days}个工作日，这段时间不计入办理时限。书面告知文号：{notice}。原因：{reason}"),
    _Rule(("special",), "end_special", "结束特别程序", (R, H), RESUME, "{kind}结束，办理时限继续计算",
          "{kind}已经结束，办理时限继续计算。"),
    _Rule((*_DECIDING, "special"), "extend", "延长期限", (H,), STAYS, "经批准延长办理期限{days}个工作日",
          "您的办件经批准延长{days}个工作日，只延长这一次。理由：{reason}"),
    _Rule((*_DECIDING, "special"), "supplement", "补交后补材料", (A, W), STAYS, "您补交了容缺后补的材料", "已收到您后补的材料。"),
    _Rule(("accepted",), "send_out", "分送各部门", (W,), STAYS, "同时分送各有关部门办理", "您的办件已同时分送各有关部门，不用您逐个去跑。"),
    _Rule(("accepted", "special"), "give_opinion", "出具部门意见", (R,), STAYS, "一个部门出具了意见"),
    _Rule(("accepted",), "arrange_examination", "安排勘验论证", (W, R), STAYS, "安排了{kind}",
          "您的办件安排在{on}{kind}，请您配合。"),
    _Rule(("accepted", "special"), "hold_examination", "完成勘验论证", (R,), STAYS, "完成了{kind}"),
    _Rule(("accepted", "special"), "conclude_examination", "出具勘验论证意见", (R,), STAYS, "出具了{kind}意见"),
    _Rule(("accepted",), "review", "审查", (R,), "review", "审查人员提出了意见"),
    _Rule(("review",), "approve", "审核", (H,), "approved", "另一位人员审核通过"),
    _Rule(("review",), "send_back", "退回再审", (H,), "accepted", "审核后退回再审"),
    _Rule(("approved",), "pass_up", "上报上级机关", (R, H), "passed_up", "初审意见和材料已报上级机关",
          "您的办件已报{authority}决定，材料由我们直接报送，您不用再交。"),
    _Rule(("passed_up",), "pass_back", "上级机关返回", (R, H), RESUME, "上级机关作出了决定", "上级机关已经作出决定，我们马上办理后续手续。"),
    _Rule(("approved",), "decide", "决定", (H,), "decided", "作出了{outcome}的决定",
          "您的申请已作出{outcome}的决定。{reason}{remedies}"),
    _Rule(("decided",), "issue", "制作结果", (W, H), "closed", "结果已经做好", "您的办理结果已经做好，将在法定期限内送达。"),
    _Rule(("closed",), "deliver", "送达", (W,), "delivered", "结果已{way}送达", "您的办理结果已{way}送达。办理到此结束，欢迎评价。"),
    _Rule(_BEFORE_DECISION, "withdraw", "撤回", (A, W), "withdrawn", "您撤回了申请", "您的申请已撤回，需要时可以重新提交。"),
    _Rule(("received", "correction"), "return", "退件", (W,), "returned", "窗口退件",
          "您的申请已退件。{ground}{reason}改好后可以重新提交。"),
    _Rule(_RUNNING, "terminate", "终止办理", (H,), "terminated", "依法终止办理", "您的办件已终止办理。理由：{reason}依据：{basis}"),
    _Rule(("decided", "closed", "delivered"), "revoke", "撤销", (H,), "revoked", "原决定已依法撤销",
          "原来的准予决定已依法撤销。理由：{reason}依据：{basis}不服的，可以依法申请行政复议或者提起行政诉讼。"),
    _Rule(_BEFORE_DECISION, "urge", "督办", (S,), STAYS, "督查人员督促办理"),
    _Rule(_BEFORE_ACCEPTANCE, "deemed_accepted", "视为受理", (SYS,), "accepted", "窗口逾期没有答复，依法视为受理",
          "窗口没有在期限内答复，您的申请依法视为受理，从{accepted_on}起算。"),
    _Rule(_RUNNING, "deemed_granted", "视为准予", (SYS,), "decided", "逾期没有作出决定，视为准予",
          "办理机关没有在期限内作出决定，您的申请视为准予，我们马上办理后续手续。"),
    _Rule((*_BEFORE_DECISION, "decided", "closed"), "overdue", "超期", (SYS,), STAYS, "办理超过了期限"),
)  # fmt: skip


def _rows() -> Iterator[Transition]:
    for rule in _RULES:
        for state in rule.states:
            following = (state or "") if rule.next == STAYS else rule.next
            yield Transition(state, rule.act, rule.roles, following, rule.done, rule.told)


TRANSITIONS: tuple[Transition, ...] = tuple(_rows())

ACT_NAMES: dict[str, str] = {rule.act: rule.name for rule in _RULES}
"""The acts as buttons and documents call them."""
