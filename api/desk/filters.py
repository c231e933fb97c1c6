"""What of a queue somebody wants to see: the same words in an address, in a saved view and in an export."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field, model_validator

from api.platform.schemas import Day, Payload
from knowledge.cases.queue.stage import Stage
from knowledge.cases.record.state import CaseState

MOST = 200
PAGE = 50

Id = Annotated[str, Field(max_length=120)]


class Sort(StrEnum):
    """In which order."""

    DUE = "due"
    NEWEST = "newest"
    OLDEST = "oldest"


class CaseFilter(Payload):
    """Which cases, and in which order; what is left out or empty does not restrict."""

    q: Annotated[str, Field(max_length=60)] | None = Field(
        default=None,
        description="查找：办件编号或者它的开头（至少5位）、手机尾号4位、申请人的全名，连办结的一起找；事项名称里的字，找没有办完的",
    )
    window: Id | None = Field(default=None, description="受理窗口的编号")
    department: Id | None = Field(default=None, description="承办部门的编号")
    item: Id | None = Field(default=None, description="业务办理项的编号")
    state: CaseState | None = Field(default=None, description="办件状态的代号")
    stage: Stage | None = Field(
        default=None,
        description="待办的分组：receive 待收件、accept 待受理、correcting 补正中、work 在办、special 特别程序、done 办结；不写是没有办完的",
    )
    claimed_by: Annotated[str, Field(max_length=32)] | None = Field(
        default=None, description="谁认领的：me 我、nobody 没有人，或者账号"
    )
    due_before: Day | None = Field(default=None, description="最近的期限在这一天以前（含这一天）")
    submitted_from: Day | None = Field(default=None, description="这一天起提交的")
    submitted_to: Day | None = Field(default=None, description="到这一天为止提交的（含这一天）")
    mark: Annotated[str, Field(max_length=40)] | None = Field(
        default=None, description="有这种监察提示的，写提示的代号，例如 overdue"
    )
    sort: Sort = Field(
        default=Sort.DUE,
        description="due 先到期的在前（同一天里，补正期限和到期视为受理、视为准予的在前）、newest 新提交的在前、oldest 早提交的在前",
    )

    @model_validator(mode="before")
    @classmethod
    def _without_empty(cls, given: Any) -> Any:
        """A form sends what was not filled in as empty text."""
        if not isinstance(given, dict):
            return given
        return {name: value for name, value in given.items() if value not in ("", None)}


class QueueQuery(CaseFilter):
    """A page of a filtered queue."""

    cursor: Annotated[str, Field(max_length=60)] | None = Field(default=None, description="上一页的 next")
    limit: int = Field(default=PAGE, ge=1, le=MOST, description="最多要几件，1到200")


class ExportFilter(CaseFilter):
    """A filtered queue that is taken out."""

    reason: Annotated[str, Field(max_length=200)] = Field(
        default="", description="为什么导出，记在操作记录里；不能不写"
    )
