"""What the schemas of all nouns share: the base of requests and views, the problem document, limits of free text."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

TEXT_LIMIT = 2_000
"""Longest free text in characters; a spoken minute is about 300."""

Text = Annotated[str, Field(max_length=TEXT_LIMIT)]
"""A text of the applicant, personal data already replaced by tokens."""

Key = Annotated[str, Field(min_length=1, max_length=120)]
"""An identifier of the catalogue."""


class Payload(BaseModel):
    """Base of request bodies: a misspelt member is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class View(BaseModel):
    """Base of response bodies; a client of an older release skips members that it does not know."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class FieldProblem(View):
    """One fault of a payload: where, and what to do about it."""

    field: str = Field(description="出错的字段")
    message: str = Field(description="哪里不对、怎么改；不重复所填内容")


class Problem(BaseModel):
    """RFC 9457 problem document; some codes add members of their own.

    Attributes:
        code: Stable name of the problem, for programs.
        detail: Chinese sentence for people.
        errors: Every fault of the payload, where there are several.
    """

    model_config = ConfigDict(extra="allow")

    type: str = "about:blank"
    title: str
    status: int
    code: str
    detail: str
    errors: list[FieldProblem] = Field(default_factory=list)
