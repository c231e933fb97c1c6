"""Yellow and red cards as the department and supervision see them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

from pydantic import Field

from api.platform.schemas import TEXT_LIMIT, Payload, View
from knowledge.cases.oversight.cards import CardColour, CardOutcome, CardState

Said = Annotated[str, Field(min_length=4, max_length=TEXT_LIMIT, pattern=r"\S")]


class CardView(View):
    """One card."""

    number: str = Field(description="红黄牌的编号，例如 JC20261130-0001")
    colour: CardColour = Field(description="yellow 黄牌、red 红牌")
    colour_name: str = Field(description="黄牌或者红牌")
    rule: str = Field(description="发牌规则的代号")
    rule_name: str = Field(description="为了什么发的")
    basis: str = Field(description="规则的依据；规则已经没有了时为空文字")
    why: str = Field(description="发现了什么，一句话")
    case: str = Field(description="办件编号；按部门发的为空文字")
    department: str = Field(description="部门的编号")
    department_name: str = Field(description="部门的名称")
    day: date = Field(description="哪一天的事")
    issued_at: datetime = Field(description="什么时候发的")
    answer_by: date | None = Field(description="最晚哪一天答复；工作日算不到那么远时为空")
    overdue: bool = Field(description="过了日子还没有答复")
    state: CardState = Field(description="issued 等部门答复、answered 等督查核实、closed 已了结")
    state_label: str = Field(description="状态的中文名称")
    answer: str = Field(description="部门的说明；还没有时为空文字")
    answered_by: str = Field(description="谁说明的，账号")
    answered_at: datetime | None = Field(description="什么时候说明的")
    outcome: str = Field(
        description="核实的结果：upheld 属实、withdrawn 收回、again 退回重答；还没有核实时为空文字"
    )
    outcome_name: str = Field(description="核实的结果，中文")
    conclusion: str = Field(description="督查人员写的话")
    concluded_by: str = Field(description="谁核实的，账号")
    concluded_at: datetime | None = Field(description="什么时候核实的")
    may_answer: bool = Field(description="您现在可以答复")
    may_conclude: bool = Field(description="您现在可以核实")


class CardPage(View):
    """Cards, the latest first."""

    cards: list[CardView] = Field(description="红黄牌，后发的在前")
    waiting: int = Field(description="您看得到的里面，等部门答复的张数")
    answered: int = Field(description="等督查核实的张数")
    next: str | None = Field(description="取下一页时作为 after；没有下一页时为空")


class CardRuleView(View):
    """A rule by which cards are issued."""

    code: str = Field(description="规则的代号")
    name: str = Field(description="为了什么")
    colour_name: str = Field(description="黄牌或者红牌")
    when: str = Field(description="什么时候发，一句话")
    basis: str = Field(description="依据")


class CardRuleList(View):
    """All rules."""

    answer_days: int = Field(description="部门几个工作日以内答复")
    rules: list[CardRuleView] = Field(description="全部规则")


class CardAnswer(Payload):
    """What the department says."""

    answer: Said = Field(description="为什么会这样、怎么改的")


class CardConclusion(Payload):
    """What the supervisor finds."""

    outcome: CardOutcome = Field(
        description="upheld 属实，已整改；withdrawn 不属实，收回；again 说明不够，退回重答"
    )
    conclusion: Said = Field(description="核实了什么")
