"""Complaints as applicants make them and their handler answers them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import Field

from api.cases.schemas import CaseQuery
from api.platform.schemas import TEXT_LIMIT, Payload, View


class ComplaintRequest(CaseQuery):
    """A complaint; number and second factor as for the status."""

    about: Literal["officer", "window", "department"] = Field(
        default="department", description="投诉谁：officer 工作人员、window 窗口、department 部门"
    )
    officer: Annotated[str, Field(max_length=32, pattern=r"^[^\x00-\x1f]*$")] = Field(
        default="", description="工作人员桌上的工号，知道就写"
    )
    text: Annotated[str, Field(min_length=2, max_length=TEXT_LIMIT, pattern=r"\S")] = Field(
        description="投诉的内容；其中的个人信息在保存前去除"
    )


class ComplaintView(View):
    """A complaint as the complainant sees it: who handles it is said by role, not by name."""

    number: str = Field(description="投诉编号")
    about: str = Field(description="投诉谁：officer、window 或 department")
    about_name: str = Field(description="投诉谁，中文")
    text: str = Field(description="投诉的内容，个人信息已经换成记号")
    at: datetime = Field(description="什么时候投诉的")
    state: str = Field(description="open 正在处理、answered 已答复、escalated 由上级机关处理")
    state_label: str = Field(description="状态的中文名称")
    why: str = Field(description="由谁处理、谁回避")
    answer_by: date = Field(description="最晚哪一天答复")
    answer: str = Field(description="答复；还没有时为空文字")
    answered_at: datetime | None = Field(description="什么时候答复的；还没有时为空")


class CaseComplaints(View):
    """The complaints of a case, oldest first."""

    number: str = Field(description="办件编号")
    complaints: list[ComplaintView] = Field(description="投诉，先提的在前")


class DeskComplaint(View):
    """A complaint as its handler sees it."""

    number: str = Field(description="投诉编号")
    case: str = Field(description="办件编号")
    item: str = Field(description="事项名称")
    department: str = Field(description="承办部门的编号")
    about: str = Field(description="投诉谁：officer 工作人员、window 窗口、department 部门")
    about_name: str = Field(description="投诉谁，中文")
    officer: str = Field(description="被投诉的工作人员的工号；没有写时为空文字")
    text: str = Field(description="投诉的内容")
    at: datetime = Field(description="什么时候投诉的")
    state: str = Field(description="open 正在处理、answered 已答复、escalated 由上级机关处理")
    state_label: str = Field(description="状态的中文名称")
    answer_by: date = Field(description="最晚哪一天答复")
    overdue: bool = Field(description="已经过了答复的日子")
    answer: str = Field(description="答复；还没有时为空文字")
    answered_at: datetime | None = Field(description="什么时候答复的；还没有时为空")


class ComplaintPage(View):
    """The complaints that somebody handles."""

    complaints: list[DeskComplaint] = Field(description="由您处理的投诉，先到期的在前")


class Unassigned(View):
    """A complaint that nobody here handles, without what it says."""

    number: str = Field(description="投诉编号")
    at: datetime = Field(description="什么时候投诉的")
    state: str = Field(description="open 正在处理、answered 已答复、escalated 由上级机关处理")
    state_label: str = Field(description="状态的中文名称")
    handler: str = Field(description="原来的处理人的账号；没有人可分时为空文字")
    answer_by: date = Field(description="最晚哪一天答复")


class UnassignedPage(View):
    """For administrators, who may have it assigned anew."""

    complaints: list[Unassigned] = Field(description="没有人处理的投诉；看不到内容")


class ComplaintAnswer(Payload):
    """What the complainant is answered."""

    answer: Annotated[str, Field(min_length=2, max_length=TEXT_LIMIT, pattern=r"\S")] = Field(
        description="给投诉人的答复"
    )
