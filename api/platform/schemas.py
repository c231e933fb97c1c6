"""What the schemas of all nouns share: the base of requests and views, the problem document, limits of free text."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

TEXT_LIMIT = 2_000
"""Longest free text in characters; a spoken minute is about 300."""

Text = Annotated[str, Field(max_length=TEXT_LIMIT)]
"""A text of the applicant, personal data already replaced by tokens."""

Key = Annotated[str, Field(min_length=1, max_length=120)]
"""An identifier of the catalogue."""


Day = Annotated[date, Field(ge=date(2000, 1, 1), le=date(2999, 12, 31))]
"""A day that somebody asks for: further away no day of a case is, and the ends of the calendar cannot be counted from."""


class Payload(BaseModel):
    """Base of request bodies: a misspelt member is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class View(BaseModel):
    """Base of response bodies: every member is always there, and a client of an older release skips those that it does not know."""

    model_config = ConfigDict(frozen=True, extra="ignore", json_schema_serialization_defaults_required=True)


class FieldProblem(View):
    """One fault of a payload: where, and what to do about it."""

    field: str = Field(description="出错的字段")
    message: str = Field(description="哪里不对、怎么改；不重复所填内容")


class Problem(BaseModel):
    """RFC 9457 problem document; some codes add members of their own."""

    model_config = ConfigDict(extra="allow", json_schema_serialization_defaults_required=True)

    type: str = Field(
        default="about:blank", description="问题类型的地址；没有专门的说明页，固定为 about:blank"
    )
    title: str = Field(description="这一类问题的中文名称，例如 状态冲突")
    status: int = Field(description="HTTP 状态码，和响应的一样")
    code: str = Field(description="问题的固定代号，供程序判断")
    detail: str = Field(description="给人看的中文说明：怎么了、怎么办")
    errors: list[FieldProblem] = Field(default_factory=list, description="内容有几处错时，每处一条")
