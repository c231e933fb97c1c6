"""What an act can choose among and the facts remember: outcome, kinds of special procedure and of examination."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from pydantic import GetJsonSchemaHandler


class NamedChoice(StrEnum):
    """A choice whose members know how a sentence names them: ``GRANT = "grant", "准予"``."""

    label: str

    def __new__(cls, value: str, label: str = "") -> NamedChoice:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member

    @classmethod
    def __get_pydantic_json_schema__(cls, core: Any, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """With the labels beside the values, by which a form offers them."""
        schema = handler.resolve_ref_schema(handler(core))
        return {**schema, "x-labels": {member.value: member.label for member in cls}}


class Outcome(NamedChoice):
    """准予 or 不予."""

    GRANT = "grant", "准予"
    DENY = "deny", "不予批准"


class SpecialKind(NamedChoice):
    """特别程序, 行政许可法 art. 45, in the order of the article."""

    HEARING = "hearing", "听证"
    TENDER = "tender", "招标"
    AUCTION = "auction", "拍卖"
    INSPECTION = "inspection", "检验"
    TESTING = "testing", "检测"
    QUARANTINE = "quarantine", "检疫"
    APPRAISAL = "appraisal", "鉴定"
    EXPERT_REVIEW = "expert_review", "专家评审"


class ExaminationKind(NamedChoice):
    """现场勘验 or 专家论证 within the procedure."""

    ON_SITE = "on_site", "现场勘验"
    EXPERT = "expert", "专家论证"
