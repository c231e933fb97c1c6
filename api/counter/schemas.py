"""A case that is opened at the counter."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from api.cases.schemas import CasePart
from api.platform.schemas import Day, Key, Payload, View
from api.submission.schemas import CaseReceipt
from knowledge.cases.acts.delivery import DeliveryWay


class CounterBegun(Payload):
    """For what somebody has come."""

    affair: Key = Field(description="要办的事项或一件事的编号")


class CounterDraft(View):
    """The draft in which the officer fills in what the applicant says."""

    intake: str = Field(description="草稿编号；情形、联系信息、材料用草稿的接口填，和办事人自己填的一样")


class CounterSubmission(Payload):
    """What the officer has in hand."""

    paper: Annotated[list[Key], Field(max_length=200)] = Field(
        default=[], description="收了纸质的材料，材料编号；扫描上传的不用写"
    )
    looked_up: Annotated[list[Key], Field(max_length=200)] = Field(
        default=[], description="通过数据共享核对、免提交的材料，材料编号"
    )


class CounterReceipt(View):
    """What has become of it."""

    receipt: CaseReceipt = Field(description="回执，和办事人自己提交的一样")
    received: list[str] = Field(description="您的窗口已经收件的办件；分派到别的窗口的不在里面")
    elsewhere: list[CasePart] = Field(description="分派到别的窗口的办件")


class OnSpotRequest(Payload):
    """Everything from acceptance to delivery in one go."""

    version: int = Field(ge=1, description="您看到的办件版本；别人先改过就答复409")
    accepted_document: str = Field(default="", max_length=30, description="受理通知书的文号")
    document: str = Field(default="", max_length=50, description="决定书的文号")
    opinion: str = Field(default="", max_length=2000, description="审查意见")
    name: str = Field(default="", max_length=200, description="证照或者决定书的名称")
    number: str = Field(default="", max_length=50, description="证照或者决定书的编号")
    valid_from: Day | None = Field(default=None, description="有效期从哪一天起；没有写明的不填")
    valid_until: Day | None = Field(default=None, description="有效期到哪一天；长期有效的不填")
    way: DeliveryWay = Field(
        default=DeliveryWay.COUNTER, description="怎么送达：counter 当面、post 邮寄、place 申请人选的地点"
    )
    tracking: str = Field(default="", max_length=50, description="邮寄的单号")
    place: str = Field(default="", max_length=200, description="申请人选的取件地点")
