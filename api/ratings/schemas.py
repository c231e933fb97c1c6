"""Ratings as applicants give them and staff answer them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

from pydantic import Field

from api.cases.schemas import CaseQuery
from api.platform.schemas import TEXT_LIMIT, Payload, View


class RatingRequest(CaseQuery):
    """A rating; number and second factor as for the status."""

    grade: int = Field(ge=1, le=5, description="1 非常满意、2 满意、3 基本满意、4 不满意、5 非常不满意")
    reasons: list[Annotated[str, Field(max_length=40)]] = Field(
        default=[], max_length=13, description="评价的理由，代号见 reasons；可以不选"
    )
    text: Annotated[str, Field(max_length=TEXT_LIMIT)] = Field(
        default="", description="想说的话；其中的个人信息在保存前去除"
    )
    channel: Annotated[str, Field(max_length=40, pattern=r"^[a-z][a-z0-9_-]*$")] = Field(
        default="web", description="从哪个渠道评的"
    )


class RatingView(View):
    """One rating as its author sees it."""

    times: int = Field(description="第几次评价")
    grade: int = Field(description="1 非常满意、2 满意、3 基本满意、4 不满意、5 非常不满意")
    grade_name: str = Field(description="满意度的中文")
    reasons: list[str] = Field(description="理由，中文")
    text: str = Field(description="说的话，个人信息已经换成记号")
    at: datetime = Field(description="什么时候评的")
    answer_by: date | None = Field(description="差评最晚哪天答复；好评没有")
    answer: str = Field(description="对差评的答复；还没有时为空文字")
    answered_at: datetime | None = Field(description="什么时候答复的；还没有时为空")


class CaseRatings(View):
    """The ratings of a case, and whether there can be another one."""

    number: str = Field(description="办件编号")
    ratings: list[RatingView] = Field(description="评过的，先评的在前")
    can_rate: bool = Field(description="现在能不能评")
    why_not: str = Field(description="不能评的原因；能评时为空文字")
    grades: dict[int, str] = Field(description="满意度代码到中文（GB/T 39046 代码表 A.8）")
    reasons: dict[str, str] = Field(description="理由代号到中文")


class DeskRating(View):
    """One rating as staff see it."""

    id: int = Field(description="评价的编号")
    case: str = Field(description="办件编号")
    item: str = Field(description="事项名称")
    department: str = Field(description="承办部门的编号")
    times: int = Field(description="第几次评价")
    grade: int = Field(description="1 非常满意、2 满意、3 基本满意、4 不满意、5 非常不满意")
    grade_name: str = Field(description="满意度的中文")
    reasons: list[str] = Field(description="理由，中文")
    text: str = Field(description="说的话，个人信息已经换成记号")
    at: datetime = Field(description="什么时候评的")
    is_bad: bool = Field(description="是差评")
    answer_by: date | None = Field(description="差评最晚哪一天答复；好评没有")
    overdue: bool = Field(description="差评过了日子还没有答复")
    answer: str = Field(description="答复；还没有时为空文字")
    answered_by: str = Field(description="谁答复的，账号")
    answered_at: datetime | None = Field(description="什么时候答复的；还没有时为空")


class RatingPage(View):
    """Ratings, oldest first."""

    ratings: list[DeskRating] = Field(description="评价，先评的在前")
    next: int = Field(description="取下一页时作为 after")


class RatingAnswer(Payload):
    """What the applicant is answered."""

    answer: Annotated[str, Field(min_length=2, max_length=TEXT_LIMIT, pattern=r"\S")] = Field(
        description="给申请人的答复"
    )
