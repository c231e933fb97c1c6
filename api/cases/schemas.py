"""Cases as applicants see them."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from api.platform.schemas import Payload, View


class DueView(View):
    """A date, what it counts from and by which rule."""

    day: date = Field(description="到期的日子")
    counted_from: date = Field(description="从哪一天起算")
    rule: str = Field(description="按哪一条规定算的，例如 行政许可法第三十二条")


class CasePart(View):
    """One case of a submission that became several (一件事), and what it waits for."""

    number: str = Field(description="办件编号")
    item: str = Field(description="事项名称")
    department: str = Field(description="承办部门的编号")
    state_label: str = Field(description="办件状态的中文名称，例如 审查中")
    waits_for: list[str] = Field(description="要等这些事项先准予，才能决定；事项名称，没有就是空的")


class CaseQuery(Payload):
    """Case number and second factor: the last four digits of the phone given with the submission."""

    number: Annotated[str, Field(min_length=1, max_length=40)] = Field(
        description="办件编号，在回执上，例如 261123000017"
    )
    phone_tail: Annotated[str, Field(pattern=r"^[0-9]{4}$")] | None = Field(
        default=None, description="提交时所留手机号的后四位，作为第二因子"
    )
    phone: Annotated[str, Field(pattern=r"^1[0-9]{10}$")] | None = Field(
        default=None,
        description="提交时所留的完整手机号（11位）：撤回、补交、投诉要核对它；别人试错了尾号，凭它也还能查",
    )
    intake: Annotated[str, Field(max_length=64)] | None = Field(
        default=None,
        description="不给手机尾号时，给草稿编号：提交这个办件的那个对话的草稿，本身就是凭据；别的草稿，看渠道存进去的号码",
    )
    by_phone: bool = Field(
        default=False, description="办事人刚说了号码：只看草稿里存的号码对不对，不看是不是提交它的那个对话"
    )


class ClockView(View):
    """One clock of a case on this day."""

    code: str = Field(
        description="期限的代号：answer 答复是否受理、promised 承诺时限、legal 法定时限、delivery 送达、task 部门意见等"
    )
    what: str = Field(description="这是什么期限")
    counted_from: date = Field(description="从哪一天起算")
    due: date | None = Field(description="到期的日子；停着或还算不出时为空")
    state: str = Field(
        description="running 正在计算、paused 暂停（特别程序）、met 按时做到、missed 已经超期、dropped 不再计算"
    )
    left: str = Field(description="还剩多久，一句话")
    rule: str = Field(description="按哪一条规定算的")
    whose: str = Field(default="", description="并联审批里哪个部门的期限；不分部门时为空")


class ResultFile(View):
    """The certificate as a file."""

    size: int = Field(description="多少字节")
    pages: int = Field(description="几页")


class ResultView(View):
    """What came of a case."""

    headline: str = Field(description="准予 或者 不予")
    outcome: str = Field(description="grant 准予、deny 不予")
    decided_on: date = Field(description="哪一天决定的")
    deemed: bool = Field(default=False, description="到期没有决定，依法视为准予")
    document: str = Field(default="", description="决定书的文号")
    reason: str = Field(default="", description="理由；准予的可以没有")
    name: str = Field(default="", description="证照或者决定书的名称；还没有做好时为空")
    number: str = Field(default="", description="证照或者决定书的编号")
    valid_from: date | None = Field(default=None, description="有效期从哪一天起；没有写明的为空")
    valid_until: date | None = Field(default=None, description="有效期到哪一天；长期有效的为空")
    validity: str = Field(default="", description="有效期，一句话；没有写明的为空")
    issued_on: date | None = Field(default=None, description="哪一天做好的；还没有做好时为空")
    delivered: str = Field(default="", description="怎么送达的，例如 邮寄；还没有送达时为空")
    delivered_on: date | None = Field(default=None, description="哪一天送达的；还没有送达时为空")
    tracking: str = Field(default="", description="邮件号；不是邮寄的为空")
    place: str = Field(default="", description="申请人选的取件地点；没有选的为空")
    revoked_on: date | None = Field(default=None, description="决定在哪一天撤销；没有撤销的为空")
    file: ResultFile | None = Field(default=None, description="可以下载的证照文件；没有附上时为空")
