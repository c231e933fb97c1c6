"""The queue as staff see it."""

from __future__ import annotations

from datetime import date, datetime

from pydantic import Field

from api.platform.schemas import View
from knowledge.cases.queue.clock_colour import Colour
from knowledge.cases.queue.stage import Stage
from knowledge.cases.record.state import CaseState


class QueueClockView(View):
    """One date of a row."""

    code: str = Field(
        description="answer 答复是否受理、decision 作出决定（承诺和法定里先到的）、correction 申请人补正、delivery 送达，或者别的期限的代号"
    )
    what: str = Field(description="这是什么期限")
    due: date | None = Field(description="到期的日子；停着的为空")
    colour: Colour = Field(
        description="green 还早、amber 两个工作日内、red 今天到期或者已经过了、paused 停着；总和文字一起显示"
    )
    left: str = Field(description="还剩多久，一句话，例如 还剩3个工作日")
    silence: bool = Field(description="过了这一天，依法视为受理或者视为准予")


class Holder(View):
    """Who has claimed a case."""

    account: str = Field(description="工作人员账号")
    name: str = Field(description="姓名，给同事看")
    since: datetime = Field(description="什么时候认领的")
    mine: bool = Field(description="就是您")


class OnlookerView(View):
    """Somebody who looks at a case just now."""

    account: str = Field(description="工作人员账号")
    name: str = Field(description="姓名，给同事看")


class CaseHolding(View):
    """Who has a case in hand, and who has it open."""

    number: str = Field(description="办件编号")
    claimed_by: Holder | None = Field(description="谁认领的；没有人认领时为空")
    looking: list[OnlookerView] = Field(description="现在谁开着它，您自己不算")
    version: int = Field(description="办件现在的版本；比您看到的大，就是别人改过了")
    beat_after_s: int = Field(description="开着这个办件时，隔几秒再说一次您还在看")


class QueueLine(View):
    """One case in a queue."""

    number: str = Field(description="办件编号")
    item_id: str = Field(description="业务办理项的编号")
    item: str = Field(description="事项名称")
    scenario: str = Field(description="申请人的情形，一行字；没有问情形的为空")
    applicant: str = Field(description="遮盖后的姓名")
    precheck: str = Field(description="预审的结果：通过、2处要看、还在看、没有上传")
    stage: Stage = Field(description="待办的分组的代号")
    stage_label: str = Field(description="分组的中文名称，例如 待受理")
    state: CaseState = Field(description="办件状态的代号")
    state_label: str = Field(description="办件状态的中文名称")
    clocks: list[QueueClockView] = Field(description="还在等的期限，先到的在前；没有的为空")
    due: date | None = Field(description="最近到期的日子；没有在算的期限时为空")
    overdue: bool = Field(description="最近的期限已经过了")
    window: str = Field(description="受理窗口的编号")
    department: str = Field(description="承办部门的编号")
    claimed_by: Holder | None = Field(description="谁认领的；没有人认领时为空")
    looking: list[OnlookerView] = Field(description="现在谁开着它，您自己不算")
    submitted_at: datetime = Field(description="什么时候提交的")
    version: int = Field(description="办件的版本，办理时带上")


class Queue(View):
    """A page of a queue, what is due first on top; ``next`` asks for the following page, None where there is none."""

    cases: list[QueueLine] = Field(description="这一页的办件")
    next: str | None = Field(description="取下一页时作为 cursor；没有下一页时为空")


class GroupCount(View):
    """One group of the bar at the left."""

    stage: Stage = Field(description="分组的代号")
    label: str = Field(description="分组的中文名称")
    count: int = Field(description="有几件；办结的只数还没有送达的")


class WindowName(View):
    """A window of the actor's."""

    id: str = Field(description="窗口的编号")
    number: str = Field(description="几号窗口")
    name: str = Field(description="窗口的名称")


class Summary(View):
    """The bar at the left, in one answer."""

    groups: list[GroupCount] = Field(description="各个分组的件数，按办理的先后")
    mine: int = Field(description="您认领了、还没有办完的")
    waiting_for_us: int = Field(description="别的部门分送过来、等本部门出具意见的")
    windows: list[WindowName] = Field(description="您的窗口")
    as_of: datetime = Field(description="什么时候数的")
