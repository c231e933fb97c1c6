"""What partner systems send and get."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from pydantic import Field

from api.platform.schemas import Payload, View
from knowledge.cases.record.act import Act
from knowledge.cases.record.state import CaseState
from knowledge.exchange.feedback import Feedback
from knowledge.exchange.fields import Record


class FaultView(View):
    """One thing wrong with a record; never the value."""

    field: str = Field(description="哪个字段（国家标准的字段名）")
    say: str = Field(description="错在哪里，不重复字段的内容")


class RecordView(View):
    """One record in the national field names (GB/T 39046)."""

    kind: str = Field(
        description="记录的种类：application 申请、accept 受理、special 特别程序、result 办结等"
    )
    record: Record = Field(description="一条记录：国家标准（GB/T 39046）的字段名到内容，没有内容的字段不列")
    faults: list[FaultView] = Field(description="按国家标准检查出的错处；空表示没有")


class OfferedResult(View):
    """A result that waits to be claimed (认领)."""

    id: int = Field(description="顺序号，翻页用")
    key: str = Field(description="认领用的编号；同一个结果每次给出都一样")
    case: str = Field(description="办件编号")
    act: Act = Field(
        description="发生了什么：decide 决定、deemed_granted 视为准予、issue 制证、deliver 送达、revoke 撤销"
    )
    act_name: str = Field(description="操作的中文名称")
    state: CaseState = Field(description="操作以后办件状态的代号")
    outcome: str = Field(description="决定的结果：grant 准予、deny 不予；没有决定时为空")
    at: datetime = Field(description="什么时候")
    state_code: str = Field(description="这个状态在「一窗收件」状态码表里的代码")
    event_code: str | None = Field(description="这个操作在工程建设项目审批事件码表里的代码；表里没有时为空")
    records: list[RecordView] = Field(description="国家标准字段的各条记录")


class OfferedResults(View):
    """Results of the caller's department that are not claimed yet, oldest first."""

    results: list[OfferedResult] = Field(description="本部门还没有认领的结果，先出的在前")
    next: int = Field(description="下一页从这里接着取；没有认领的，从头取时会再出现")


class Claimed(View):
    """A claim; the same one whenever it is repeated."""

    key: str = Field(description="认领的是哪一个")
    case: str = Field(description="办件编号")
    claimed_at: datetime = Field(description="什么时候认领的；重复认领时是第一次的时间")
    claimed_by: str = Field(description="哪个账号认领的")


class FeedbackBatch(Payload):
    """Reports of a supervising department, all or none of which are taken."""

    feedback: Annotated[list[Feedback], Field(min_length=1, max_length=100)] = Field(
        description="一批反馈，要么全收要么一条不收"
    )


class FeedbackView(View):
    """One report as staff and the sender see it."""

    id: int = Field(description="顺序号，翻页用")
    key: str = Field(description="对方给这条反馈的编号")
    department: str = Field(description="反馈部门的编号")
    department_name: str = Field(description="反馈部门的名称")
    kind: str = Field(description="penalty 行政处罚、inspection 检查结果、policy 政策变化、state 办理状态")
    kind_name: str = Field(description="种类的中文名称")
    case: str = Field(description="办件编号；政策变化没有")
    item: str = Field(description="政策变化说的是哪个事项，事项编号或实施编码")
    at: datetime = Field(description="什么时候发生的")
    document: str = Field(description="决定书、检查记录或文件的文号")
    failed: bool = Field(description="检查不合格")
    code: str = Field(description="对方系统里的状态码")
    code_name: str = Field(description="状态码在对方码表里的名称")
    state: str = Field(description="状态码对应的本系统办件状态的中文名称；没有给状态码时为空文字")
    text: str = Field(description="说明")
    received_at: datetime = Field(description="什么时候收到的")


class FeedbackList(View):
    """Reports, in the order in which they came."""

    feedback: list[FeedbackView] = Field(description="反馈，先收到的在前")
    next: int = Field(description="取下一页时作为 after")
