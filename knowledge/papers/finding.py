"""What the pre-check has found: one finding, worded for the applicant."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from knowledge.base.frozen import Frozen


class Severity(StrEnum):
    """How sure a finding is: the applicant should mend it, or a person at the window should look.

    Neither stops a submission.
    """

    MEND = "mend"
    WARN = "warn"


class Place(Frozen, json_schema_serialization_defaults_required=True):
    """Where on a page something stands, as shares of its width and height from the upper left corner."""

    page: int = Field(default=1, description="第几页")
    left: float = Field(description="左边，占页宽的几分之几")
    top: float = Field(description="上边，占页高的几分之几")
    width: float = Field(description="宽，占页宽的几分之几")
    height: float = Field(description="高，占页高的几分之几")


class Finding(Frozen, json_schema_serialization_defaults_required=True):
    """One thing that is wrong or doubtful with a paper."""

    code: str = Field(description="意见的代号")
    severity: Severity = Field(description="mend 最好先改、warn 请窗口看一看；都不妨碍提交")
    say: str = Field(description="哪里不对、怎么改")
    place: Place | None = Field(default=None, description="在页面的什么地方；说不上时为空")
