"""提交, 收件."""

from __future__ import annotations

from pydantic import Field

from knowledge.base.frozen import Frozen
from knowledge.cases.acts.definition import ActDefinition, only_the_state
from knowledge.cases.acts.words import Words
from knowledge.cases.record.act import Act
from knowledge.cases.record.facts import CaseFacts
from knowledge.cases.record.log import LogEntry
from knowledge.cases.record.terms import Terms


class Submit(Frozen):
    """提交. ``terms`` is what was in force for the case on that day; without it the case has no clock of its own."""

    terms: Terms | None = Field(
        default=None, description="提交那天对这个办件适用的期限、程序和材料；没有时不计期限"
    )
    window: str = Field(default="", description="分派到的窗口的编号")
    department: str = Field(default="", description="承办部门的编号")
    rule: str = Field(default="", description="选窗口的规则的代号")
    declaration: str = Field(default="", description="申请人同意的承诺是哪一版；窗口收的纸质承诺为空")
    privacy: str = Field(default="", description="申请人同意的个人信息告知是哪一版；没有经过告知的渠道为空")
    result_way: str = Field(default="", description="申请人想怎么拿结果：counter、post、place；没有选为空")
    result_place: str = Field(default="", description="就近取件选的地点；没有选为空")


def _submitted(facts: CaseFacts, entry: LogEntry, payload: Submit) -> CaseFacts:
    terms = payload.terms or facts.terms
    return facts.but(
        terms=terms,
        window=payload.window,
        department=payload.department or terms.department,
        rule=payload.rule,
        submitted_on=entry.day,
        papers_day=entry.day,
        papers_at=entry.at,
        later=frozenset(terms.later),
        result_way=payload.result_way,
        result_place=payload.result_place,
    )


SUBMIT = ActDefinition(
    Act.SUBMIT,
    Submit,
    _submitted,
    Words("提交", timeline="您提交了申请，清单上没有缺项", message="您的申请已提交。"),
)


class Receive(Frozen):
    """收件. What was handed over at the counter on paper, and what the officer looked up instead of asking for it."""

    paper: tuple[str, ...] = Field(
        default=(),
        max_length=200,
        description="窗口收到的纸质材料，材料编号",
        json_schema_extra={"x-filled": True},
    )
    looked_up: tuple[str, ...] = Field(
        default=(),
        max_length=200,
        description="窗口通过数据共享核对、免提交的材料，材料编号",
        json_schema_extra={"x-filled": True},
    )


RECEIVE = ActDefinition(
    Act.RECEIVE,
    Receive,
    only_the_state,
    Words("收件", timeline="窗口已收件", message="窗口已收到您的材料，正在核对。"),
)
