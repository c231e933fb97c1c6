"""The receipt of a submission, as clients see it."""

from __future__ import annotations

from datetime import datetime

from pydantic import Field

from api.cases.schemas import CasePart, DueView
from api.platform.schemas import Payload, View
from knowledge.cases.record.state import CaseState
from knowledge.guidance.routing import Route
from knowledge.guidance.terms import Accepted, TermsText
from knowledge.guidance.visit import Visit


class Submission(Payload):
    """What the applicant agreed to before the submission."""

    accepted: Accepted | None = Field(
        default=None, description="同意的承诺和个人信息告知的版本；窗口收纸质承诺的不用给"
    )


class TermsView(View):
    """What an applicant agrees to with the word to submit."""

    declaration: TermsText = Field(description="承诺：材料和信息真实")
    privacy: TermsText = Field(description="个人信息处理告知")


class CaseReceipt(View):
    """What the applicant gets for a submission."""

    number: str = Field(description="办件编号；一件事分成几个办件时是第一个的")
    item: str = Field(description="事项或一件事的名称")
    window: Route | None = Field(description="受理窗口；事项库里没有窗口时为空")
    why: str = Field(description="为什么是这个窗口")
    state: CaseState = Field(description="办件状态的代号")
    state_label: str = Field(description="办件状态的中文名称")
    received_at: datetime = Field(description="什么时候提交的")
    answer_due: DueView | None = Field(description="最晚哪天答复是否受理；工作日还算不到那么远时为空")
    answer_due_note: str = Field(description="答复期限的完整说明")
    later: list[str] = Field(description="容缺后补的材料名称")
    visit: Visit | None = Field(default=None, description="去窗口要带什么、谁来、交多少钱")
    parts: list[CasePart] = Field(description="一件事分成的各个办件；只有一个办件时为空")
