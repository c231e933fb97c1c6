"""Cases as staff see them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import Field

from api.appointments.schemas import ClockTime, PlaceOfWindow
from api.cases.schemas import CasePart, ClockView, ResultView
from api.desk.act_schemas import AnyLogLine
from api.desk.queue_schemas import Holder, OnlookerView
from api.platform.schemas import Day, Payload, View
from api.uploads.schemas import MaterialSlot
from knowledge.cases.record.act import Act
from knowledge.cases.record.state import CaseState
from knowledge.guidance.routing import Route


class PossibleAct(View):
    """An act that this person can do now; ``fields`` is the JSON schema of its ``data``."""

    act: Act = Field(description="操作的代号")
    name: str = Field(description="操作的中文名称")
    role: str = Field(description="以哪个身份做")
    fields: dict[str, Any] = Field(description="操作的内容（data）的 JSON Schema")


class FindingView(View):
    """Something that supervision looks at."""

    code: str = Field(description="提示的代号")
    say: str = Field(description="提示的内容，一句话")
    day: date | None = Field(description="哪一天的；说不上哪一天时为空")


class PaperLine(View):
    """A material of the case: where it is, or which case of the submission holds it."""

    id: str = Field(description="材料编号")
    name: str = Field(description="材料名称")
    state: str = Field(
        description="ready 申请人说已备齐（有没有文件看 papers）、missing 没有、later 后补、promised 书面承诺"
    )
    held_by: str = Field(default="", description="材料在同一次提交的哪个办件里，写办件编号；就在本办件时为空")


class AttachedResult(View):
    """A certificate that is attached to a case."""

    size: int = Field(description="多少字节")
    pages: int = Field(description="几页")
    by: str = Field(description="谁附上的，工作人员账号")
    at: datetime = Field(description="什么时候附上的")


class TaskView(View):
    """A department's part in joint handling."""

    department: str = Field(description="部门的编号")
    name: str = Field(description="部门名称")
    sent: date = Field(description="哪一天分送的")
    due: date | None = Field(description="哪一天以前出具意见；停着的时候为空")
    answered: date | None = Field(description="哪一天出具的；还没有时为空")
    agrees: bool | None = Field(description="同意；还没有出具时为空")
    opinion: str = Field(description="意见；还没有出具时为空")
    left: str = Field(description="还剩几天，或者用了几天，一句话")
    slowest: bool = Field(description="最慢的那个部门；牵头的人才看得到")


class ExaminationView(View):
    """An inspection or expert review."""

    kind: str = Field(description="on_site 现场勘验、expert 专家论证")
    name: str = Field(description="中文名称")
    on: date = Field(description="安排在哪一天")
    departments: list[str] = Field(description="一起去的部门，名称；只有牵头的为空")
    held: date | None = Field(description="哪一天做的；还没有做时为空")
    concluded: date | None = Field(description="哪一天出具意见的；还没有时为空")
    passed: bool | None = Field(description="通过；还没有意见时为空")
    opinion: str = Field(description="意见；还没有时为空")
    say: str = Field(description="现在怎样，一句话")


class DeskCase(View):
    """A case as staff see it: contact data by role, masked where the role does not need them."""

    number: str = Field(description="办件编号")
    item: str = Field(description="事项名称")
    affair: str = Field(description="提交的事项或一件事的编号")
    state: CaseState = Field(description="办件状态的代号")
    state_label: str = Field(description="办件状态的中文名称")
    who_acts_next: str = Field(description="接下来轮到谁")
    window: str = Field(description="现在的受理窗口的编号")
    department: str = Field(description="承办部门的编号")
    route: Route | None = Field(description="提交时分派到的窗口和选它的规则；事项库里没有窗口时为空")
    received_at: datetime = Field(description="什么时候提交的")
    channel: str = Field(description="从哪个渠道提交的")
    notice_number: str = Field(description="所依据的告知单编号")
    notice_version: int = Field(description="所依据的告知单第几版")
    contact: dict[str, str] = Field(description="联系信息：种类到内容，按身份遮盖")
    materials: list[PaperLine] = Field(description="申请材料")
    later: list[str] = Field(description="容缺后补还没有交的材料的编号")
    clocks: list[ClockView] = Field(description="已经起算的期限")
    findings: list[FindingView] = Field(description="监察提示")
    joint: str = Field(description="并联审批各部门办到哪里，一句话；单独办理时为空")
    parts: list[CasePart] = Field(description="同一次提交（一件事）的其他办件")
    tasks: list[TaskView] = Field(
        default=[], description="联办的部门，最慢的在前；牵头的人看到全部，别的部门只看到自己的"
    )
    examinations: list[ExaminationView] = Field(default=[], description="勘验和论证，先安排的在前")
    result_wish: str = Field(default="", description="申请人选的结果怎么拿，一句话；没有选为空，就是窗口领取")
    result: ResultView | None = Field(default=None, description="办理结果；还没有决定时为空")
    attached: AttachedResult | None = Field(default=None, description="附上的证照文件；没有附上时为空")
    log: list[AnyLogLine] = Field(description="办件日志，先发生的在前")
    claimed_by: Holder | None = Field(description="谁认领的；没有人认领时为空")
    claim_remark: str = Field(description="别人认领了的，说一句是谁、什么时候；您办了一步也在这里说")
    looking: list[OnlookerView] = Field(description="现在谁开着它，您自己不算")
    possible: list[PossibleAct] = Field(description="您现在能做的操作")
    version: int = Field(description="办件的版本，办理时带上")


class CasePapers(View):
    """What the applicant has uploaded for a case's submission; the addresses of the files are the case's."""

    number: str = Field(description="办件编号")
    slots: list[MaterialSlot] = Field(description="每份材料一格：文件、认出的种类、预审意见")


VisitMark = Literal["arrive", "call", "miss", "undo"]
"""What a window notes of a visit."""


class ExpectedVisit(View):
    """Somebody who has booked."""

    window: str = Field(description="窗口的编号")
    start: str = Field(description="从几点，例如 09:00")
    end: str = Field(description="到几点，例如 09:15")
    code: str = Field(description="取号码")
    state: str = Field(
        description="booked 还没有来、arrived 已签到、called 已叫号、missed 没有来、passed 时间已过，没有记"
    )
    state_label: str = Field(description="预约状态的中文名称")
    arrived_at: datetime | None = Field(description="什么时候签到的；没有签到的为空")
    called_at: datetime | None = Field(description="什么时候叫号的；没有叫的为空")
    marks: list[VisitMark] = Field(
        description="现在能记什么：arrive 签到、call 叫号、miss 没有来、undo 退回一步"
    )
    item: str = Field(description="要办的事项名称")
    cases: list[str] = Field(description="办件编号；还没有提交时为空，一件事有几个")
    applicant: str = Field(description="遮盖后的姓名；还没有填时为空")


class DayOfAppointments(View):
    """Who comes on a day, first come on top."""

    day: date = Field(description="哪一天")
    label: str = Field(description="这一天的中文写法，例如 11月24日（星期二）")
    windows: list[PlaceOfWindow] = Field(description="看了哪几个窗口")
    appointments: list[ExpectedVisit] = Field(description="预约，先来的在前")


class DisplacedAppointment(View):
    """Somebody who has booked a time at which the window is not open."""

    day: date = Field(description="哪一天")
    label: str = Field(description="这一天的中文写法")
    visit: ExpectedVisit = Field(description="预约")
    window_name: str = Field(description="窗口的号码和名称")
    why: str = Field(description="停办的原因；因为放假等不开的为空")


class DisplacedAppointments(View):
    """Whom to give another time."""

    appointments: list[DisplacedAppointment] = Field(description="要改时间的预约，先来的在前")


class MoveWanted(Payload):
    """Another time for somebody's appointment."""

    day: Day = Field(description="改到哪一天")
    start: ClockTime = Field(description="从几点，例如 09:00")
    why: str = Field(min_length=2, max_length=100, description="为什么改，告诉办事人")


class MovedAppointment(View):
    """The appointment at its new time."""

    visit: ExpectedVisit = Field(description="改好的预约，号码换了新的")
    when: str = Field(description="时间的中文写法")
    told: list[str] = Field(description="告诉了哪几个办件的申请人，办件编号；还没有提交的，在他的预约里写明")


class ShowRequest(Payload):
    """Contact data to be shown in the clear; each look is recorded."""

    fields: Annotated[list[Annotated[str, Field(max_length=40)]], Field(min_length=1, max_length=20)] = Field(
        description="要看原文的联系信息的种类，例如 phone、id_number；每看一次都记一条"
    )


class Shown(View):
    """Contact data in the clear."""

    contact: dict[str, str] = Field(description="联系信息原文：种类到内容")


class TransitionView(View):
    """One line of the transition table."""

    state: CaseState | None = Field(description="在哪个状态下，代号；空的是提交以前")
    act: Act = Field(description="操作的代号")
    name: str = Field(description="操作的中文名称")
    roles: list[str] = Field(description="哪些身份可以做，代号")
    next: str = Field(description="做完到哪个状态，代号")
    done: str = Field(description="办件经过里怎么写")
    told: str = Field(description="告诉申请人什么")


class TransitionTable(View):
    """The transition table, as code and documentation read it."""

    states: dict[str, str] = Field(description="状态代号到中文名称")
    roles: dict[str, str] = Field(description="身份代号到中文名称")
    transitions: list[TransitionView] = Field(description="流转表的每一行")


class MessageOfCase(View):
    """One thing that the applicant was told."""

    at: datetime = Field(description="什么时候写的")
    text: str = Field(description="告诉申请人的话")
    way: str = Field(description="怎么送到的，代号；只在网页里看的为空")
    way_label: str = Field(description="怎么送到的，给人看的说法，例如 微信订阅通知")
    read_at: datetime | None = Field(description="申请人什么时候看的；没有看过的为空")


class MessagesOfCase(View):
    """What the applicant of a case was told."""

    messages: list[MessageOfCase] = Field(description="先写的在前")
