"""What people of a supervising department see and send: results without personal data in the clear, reports, letters."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import Field

from api.platform.schemas import TEXT_LIMIT, Day, Payload, View
from knowledge.exchange.change_request import ChangeKind, RequestOutcome, RequestState

Letter = Annotated[str, Field(min_length=2, max_length=100, pattern=r"\S")]
Said = Annotated[str, Field(min_length=4, max_length=TEXT_LIMIT, pattern=r"\S")]
Number = Annotated[str, Field(pattern=r"^\d{12}$")]


class ResultLine(View):
    """A result of the caller's department; the applicant is masked."""

    id: int = Field(description="顺序号，翻页用")
    key: str = Field(description="认领用的编号")
    case: str = Field(description="办件编号")
    item: str = Field(description="事项名称")
    applicant: str = Field(description="遮盖后的申请人姓名；没有时为空文字")
    act_name: str = Field(description="发生了什么：决定、制作结果、撤销等")
    outcome_name: str = Field(description="准予或者不予批准；没有决定时为空文字")
    document: str = Field(description="决定书的文号；没有时为空文字")
    certificate: str = Field(description="证照的名称和编号；没有时为空文字")
    valid_until: date | None = Field(description="证照有效期到哪一天；长期有效或者没有证照时为空")
    at: datetime = Field(description="什么时候")
    claimed_at: datetime | None = Field(description="什么时候认领的；还没有时为空")
    claimed_by: str = Field(description="谁认领的，账号；还没有时为空文字")


class ResultLines(View):
    """A page of results, oldest first."""

    results: list[ResultLine] = Field(description="这一页的结果，先出的在前")
    waiting: int = Field(description="本部门还没有认领的件数")
    next: int | None = Field(description="取下一页时作为 after；没有下一页时为空")


class ResultClaim(Payload):
    """Which results the department claims."""

    keys: Annotated[
        list[Annotated[str, Field(min_length=1, max_length=80)]], Field(min_length=1, max_length=50)
    ] = Field(description="要认领的结果的 key")


class ResultsClaimed(View):
    """What was claimed."""

    claimed: list[str] = Field(description="认领了的 key，以前认领过的也在里面")


class RegulatedItem(View):
    """An item of which the department supervises what is permitted."""

    id: str = Field(description="业务办理项的编号")
    name: str = Field(description="事项名称")


class Regulated(View):
    """What the department supervises, and what it can choose among."""

    department: str = Field(description="部门的名称")
    items: list[RegulatedItem] = Field(description="本部门监管的事项")
    kinds: dict[str, str] = Field(description="反馈的种类：代号到中文")
    changes: dict[str, str] = Field(description="可以要求什么：代号到中文")
    bases: dict[str, str] = Field(description="各种要求一般依据的条文")


class Report(Payload):
    """One report, as a person fills it in."""

    kind: Literal["penalty", "inspection", "policy"] = Field(
        description="penalty 行政处罚、inspection 检查结果、policy 政策变化"
    )
    case: str = Field(default="", max_length=12, description="办件编号；政策变化不写")
    item: str = Field(default="", max_length=120, description="政策变化说的是哪个事项，业务办理项的编号")
    day: date = Field(description="哪一天的")
    document: str = Field(default="", max_length=100, description="决定书、检查记录或者文件的文号")
    passed: bool | None = Field(default=None, description="检查合不合格，只用于检查结果")
    text: str = Field(default="", max_length=TEXT_LIMIT, description="说明")
    key: str = Field(
        min_length=8,
        max_length=80,
        pattern=r"^[\w./:-]+$",
        description="这一条的编号，页面给的；重发不会重复",
    )


class ChangeRequest(Payload):
    """What the department asks for; the letter itself follows as a file."""

    case: Number = Field(description="办件编号")
    kind: ChangeKind = Field(description="change 变更、withdraw 撤回、revoke 撤销、cancel 注销")
    document: Letter = Field(description="来函的文号")
    reason: Said = Field(description="发现了什么问题、要求怎么办")
    basis: Letter = Field(description="法律依据")


class ChangeAnswer(Payload):
    """What the centre answers."""

    outcome: RequestOutcome = Field(description="taken 采纳、partly 部分采纳、declined 不采纳")
    answer: Said = Field(description="核实了什么、怎么处理")
    document: Annotated[str, Field(max_length=100)] = Field(default="", description="复函的文号")
    on_day: Day = Field(description="哪一天办好，或者哪一天已经办了")


class ChangeRequestView(View):
    """A letter and what came of it."""

    number: str = Field(description="来函的编号，例如 JG20261130-0001")
    case: str = Field(description="办件编号")
    item: str = Field(description="事项名称")
    department: str = Field(description="来函部门的名称")
    kind: ChangeKind = Field(description="change 变更、withdraw 撤回、revoke 撤销、cancel 注销")
    kind_name: str = Field(description="要求什么，中文")
    document: str = Field(description="来函的文号")
    reason: str = Field(description="发现了什么问题、要求怎么办")
    basis: str = Field(description="法律依据")
    at: datetime = Field(description="什么时候写的")
    file_type: str = Field(description="来函文件的类型；还没有传时为空文字")
    file_size: int = Field(description="来函文件的大小，字节；还没有传时是0")
    state: RequestState = Field(description="unfinished 还没有传文件、open 等中心答复、answered 已答复")
    state_name: str = Field(description="状态的中文名称")
    answer_by: date | None = Field(description="最晚哪一天答复；没有送出或者算不到那么远时为空")
    overdue: bool = Field(description="过了日子还没有答复")
    outcome_name: str = Field(description="怎么处理的；还没有答复时为空文字")
    answer: str = Field(description="答复；还没有时为空文字")
    answer_document: str = Field(description="复函的文号")
    on_day: date | None = Field(description="哪一天办好；还没有答复时为空")
    answered_at: datetime | None = Field(description="什么时候答复的；还没有时为空")
    may_answer: bool = Field(description="您现在可以答复")


class ChangeRequestList(View):
    """Letters, the latest first."""

    requests: list[ChangeRequestView] = Field(description="来函，后来的在前")
    open: int = Field(description="等中心答复的封数")
