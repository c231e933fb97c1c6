"""Where a case is, as its applicant sees it, and what the applicant does with it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

from pydantic import Field

from api.appointments.schemas import AppointmentView
from api.cases.schemas import CasePart, CaseQuery, ClockView, DueView, ResultView
from api.platform.schemas import View
from api.reminders.schemas import Reminders
from knowledge.cases.record.state import CaseState
from knowledge.guidance.notice import NoticeContent
from knowledge.guidance.routing import Route


class Correction(CaseQuery):
    """Papers that the applicant hands in after a correction request, or later by agreement (容缺后补)."""

    materials: Annotated[list[Annotated[str, Field(max_length=120)]], Field(min_length=1, max_length=200)] = (
        Field(description="这次交了哪几份材料，写材料编号")
    )


class CaseEvent(View):
    """One line of the timeline, with what the applicant was told then."""

    at: datetime = Field(description="什么时候")
    label: str = Field(description="做了什么，例如 已受理")
    told: str = Field(default="", description="当时告诉申请人的话；没有另外告知时为空")


class PointView(View):
    """One point of a correction request."""

    material: str = Field(description="材料编号")
    name: str = Field(description="材料名称")
    what: str = Field(description="哪里要补正、怎么补")


class FeedbackCount(View):
    """Ratings or complaints of a case: how many were given, and how many of these have got an answer."""

    given: int = Field(default=0, description="一共提了几次")
    answered: int = Field(default=0, description="其中已经答复的几次")


class CasePaper(View):
    """A paper of a case that its applicant may download."""

    id: str = Field(description="是哪一份：receipt 提交回执，其他的是经过里的一步")
    title: str = Field(description="标题，例如 受理告知")
    day: date = Field(description="哪一天的")


class CaseStatus(View):
    """Where a case is."""

    number: str = Field(description="办件编号")
    item: str = Field(description="事项名称")
    state: CaseState = Field(description="办件状态的代号")
    state_label: str = Field(description="办件状态的中文名称，例如 已受理")
    who_acts_next: str = Field(description="接下来轮到谁，例如 窗口、申请人")
    what_next: str = Field(description="接下来会做什么，一句话")
    due: DueView | None = Field(description="现在正在算的期限；没有在算的为空")
    due_note: str = Field(description="期限的完整说明；没有期限时写明为什么")
    window: Route | None = Field(description="受理窗口；办件转走以后是现在的窗口；事项库里没有窗口时为空")
    timeline: list[CaseEvent] = Field(description="办件经过，先发生的在前")
    can: list[str] = Field(description="申请人现在能做的：withdraw 撤回、correct 补正、supplement 容缺后补")
    clocks: list[ClockView] = Field(description="已经起算的期限，没有结束的在前、先到期的在前")
    to_correct: list[PointView] = Field(description="补正通知里还要补的各点；不在补正时为空")
    to_supplement: dict[str, str] = Field(description="容缺后补还没有交的：材料编号到名称")
    joint: str = Field(description="并联审批各部门办到哪里，一句话；单独办理时为空")
    parts: list[CasePart] = Field(description="同一次提交（一件事）的其他办件")
    result: ResultView | None = Field(default=None, description="办理结果；还没有决定时为空")
    version: int = Field(description="办件的版本，每有变化加1")
    appointment: AppointmentView | None = Field(default=None, description="现在有效的窗口预约；没有就为空")
    ratings: FeedbackCount = Field(default=FeedbackCount(), description="给过几次评价、答复了几次")
    correct_by: date | None = Field(default=None, description="补正最晚哪天交；没有写明的、不在补正的为空")
    papers: list[CasePaper] = Field(
        default_factory=list, description="可以下载的：提交回执、受理告知、补正告知、决定告知等，新的在前"
    )
    result_wish: str = Field(default="", description="提交时选的结果怎么拿，一句话；没有选为空")
    reminders: Reminders = Field(default=Reminders(ways=[]), description="可以选的提醒，和现在选的")
    complaints: FeedbackCount = Field(default=FeedbackCount(), description="提过几次投诉、答复了几次")


class CaseNotice(View):
    """What was told in the notice with which a case was submitted."""

    number: str = Field(description="办件编号")
    notice_number: str = Field(description="提交时用的告知单的编号")
    notice_version: int = Field(description="提交时用的是第几版")
    content: NoticeContent = Field(description="告知单的内容，提交以后不再变")


class CasePaperWanted(CaseQuery):
    """Which paper of a case."""

    paper: Annotated[str, Field(pattern=r"^[a-z0-9-]{1,20}$")] = Field(description="papers 里的编号")


class OwnCase(View):
    """One of them."""

    number: str = Field(description="办件编号")
    item: str = Field(description="事项名称")
    state: CaseState = Field(description="办件状态的代号")
    state_label: str = Field(description="办件状态的中文名称，例如 已受理")


class OwnCases(View):
    """Cases that a conversation has submitted."""

    cases: list[OwnCase] = Field(description="新的在前，最多20个")
