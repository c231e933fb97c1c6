"""The cards that go with a message, one model a kind: for the description of the channels, and for tests of what is sent."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from api.appointments.schemas import AppointmentView, SlotsView
from api.case_status.schemas import CaseStatus
from api.catalogue.schemas import ItemSummary, QuestionView
from api.library.schemas import LibraryAnswer
from api.notices.schemas import NoticeView
from api.platform.schemas import View
from api.submission.schemas import CaseReceipt
from api.talks.schemas import HeardLine
from api.uploads.schemas import RemarkList
from knowledge.guidance.notice import NoticeChange
from knowledge.guidance.submission_check import Gap
from knowledge.persons.consistency import ContactDoubt

KIND = "卡片的种类"


class ItemsCard(View):
    """What there is to choose from."""

    kind: Literal["items"] = Field(description=KIND)
    items: list[ItemSummary] = Field(description="可选的事项和一件事")


class QuestionCard(QuestionView):
    """The question that waits for an answer."""

    kind: Literal["question"] = Field(description=KIND)


class NoticeCard(NoticeView):
    """The one-time notice."""

    kind: Literal["notice"] = Field(description=KIND)
    change: NoticeChange | None = Field(description="和前一版比有什么变化；第一版、没有重新出时为空")


class FormCard(RemarkList):
    """What is still missing before a submission."""

    kind: Literal["form"] = Field(description=KIND)
    gaps: list[Gap] = Field(description="妨碍提交的全部缺项；缺联系信息的，由安全表单填写")


class CheckCard(RemarkList):
    """The last look before a submission: what the pre-check would have mended, and what does not fit among the data."""

    kind: Literal["check"] = Field(description=KIND)
    doubts: list[ContactDoubt] = Field(description="联系信息之间、和回答之间对不上的；提醒，不妨碍提交")


class ReceiptCard(CaseReceipt):
    """The receipt of a submission."""

    kind: Literal["case"] = Field(description=KIND)


class KnownCaseCard(View):
    """The end of the phone is asked for; a device that submitted the case need not give it."""

    kind: Literal["case_known"] = Field(description=KIND)
    number: str = Field(description="办件编号；提交它的设备不用再给手机尾号")


class SubmittedCard(View):
    """Said again after it was submitted."""

    kind: Literal["submitted"] = Field(description=KIND)
    number: str = Field(description="已经有的办件编号")


class ProgressCard(CaseStatus):
    """Where a case is."""

    kind: Literal["progress"] = Field(description=KIND)


class SlotsCard(SlotsView):
    """What can be booked."""

    kind: Literal["slots"] = Field(description=KIND)


class AppointmentCard(AppointmentView):
    """An appointment that was made or cancelled."""

    kind: Literal["appointment"] = Field(description=KIND)


class AnswerCard(LibraryAnswer):
    """An answer of the library."""

    kind: Literal["answer"] = Field(description=KIND)


class HandoverCard(View):
    """A person was asked for: whether one comes, and whom to call."""

    kind: Literal["handover"] = Field(description=KIND)
    phone: str = Field(description="电话")
    hours: str = Field(description="什么时候有人接，一行文字")
    state: Literal["told", "closed", "waiting", "held"] = Field(
        description="told 只问电话、closed 现在不上班、waiting 排上了，在等工作人员、held 工作人员已经在说"
    )
    talk: str = Field(description="人工对话的编号；没有排上为空")


class TalkCard(View):
    """The message went to an officer, who answers it; or the talk with one is over."""

    kind: Literal["talk"] = Field(description=KIND)
    talk: str = Field(description="人工对话的编号")
    state: Literal["held", "left"] = Field(description="held 工作人员在说、left 办事人不要人工了")
    lines: list[HeardLine] = Field(
        description="随这次答复第一次告诉办事人的话，文字里也有；自己取的渠道（网页）为空"
    )


class ErrorCard(View):
    """Something did not work; the text says what."""

    kind: Literal["error"] = Field(description=KIND)
    code: str = Field(description="故障的代号")


Card = Annotated[
    ItemsCard
    | QuestionCard
    | NoticeCard
    | FormCard
    | CheckCard
    | ReceiptCard
    | KnownCaseCard
    | SubmittedCard
    | ProgressCard
    | SlotsCard
    | AppointmentCard
    | AnswerCard
    | HandoverCard
    | TalkCard
    | ErrorCard,
    Field(discriminator="kind"),
]
