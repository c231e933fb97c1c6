"""Sentences of the transition table filled with what an act recorded, for the timeline and for messages to the applicant."""

from __future__ import annotations

import string
from collections.abc import Mapping
from datetime import date
from typing import Any

from knowledge.base.dates import day_text
from knowledge.base.frozen import Frozen
from knowledge.cases.record.acts import (
    EXAMINATION_NAMES,
    PAYLOADS,
    SPECIAL_NAMES,
    CorrectionPoint,
    Decide,
    DeliveryWay,
    ExaminationKind,
    Outcome,
    RefusalGround,
    Refuse,
    RequestCorrection,
    ReturnGround,
    SpecialKind,
)

_WORDS: dict[Any, str] = {
    **SPECIAL_NAMES,
    **EXAMINATION_NAMES,
    Outcome.GRANT: "准予",
    Outcome.DENY: "不予批准",
    DeliveryWay.COUNTER: "在窗口",
    DeliveryWay.POST: "邮寄",
    DeliveryWay.PLACE: "在您选的地点",
    RefusalGround.NOT_NEEDED: "这件事依法不需要审批。",
    RefusalGround.OTHER_BODY: "这件事不属于本机关办理。",
    RefusalGround.FALSE_PAPERS: "材料不真实。",
    ReturnGround.NOT_CORRECTED: "没有在补正通知的期限内补齐材料。",
    ReturnGround.DUPLICATE: "同一件事已经提交过。",
}

_GENERAL: dict[str, str] = {
    "kind": "特别程序",
    "days": "若干",
    "outcome": "",
    "way": "",
    "on": "",
    "expected_days": "若干",
}
"""What stands where a record holds nothing: log rows older than the payloads."""

REMEDIES = "不服的，可以依法申请行政复议或者提起行政诉讼。"
"""行政许可法 art. 38 (2)."""


def words_of(act: str, data: Mapping[str, Any]) -> dict[str, str]:
    """The fields of an act as words of a sentence.

    Raises:
        ValueError: The data are not a record of that act.
    """
    if not data:
        return {}
    payload = PAYLOADS[act].model_validate(data)
    words = {name: _word(getattr(payload, name)) for name in type(payload).model_fields}
    return words | _special_words(payload)


def said(template: str, act: str, data: Mapping[str, Any]) -> str:
    """A sentence of the table about an act; most have no fields, so that the record need not be read.

    Raises:
        ValueError: The data are not a record of that act.
    """
    return filled(template, words_of(act, data)) if "{" in template else template


def filled(template: str, words: Mapping[str, str]) -> str:
    """The sentence; a field without words is left out."""
    return template.format_map(_Gaps(words))


def fields_of(template: str) -> set[str]:
    """The names in braces."""
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


class _Gaps(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return _GENERAL.get(key, "")


def _word(value: Any) -> str:
    if isinstance(
        value, SpecialKind | ExaminationKind | Outcome | DeliveryWay | RefusalGround | ReturnGround
    ):
        return _WORDS[value]
    if isinstance(value, date):
        return day_text(value)
    if isinstance(value, tuple):
        return "；".join(_point(n, one) for n, one in enumerate(value, 1) if isinstance(one, CorrectionPoint))
    return str(value)


def _point(number: int, point: CorrectionPoint) -> str:
    return f"{number}. {point.name}：{point.what.rstrip('。')}" if point.what else f"{number}. {point.name}"


def _special_words(payload: Frozen) -> dict[str, str]:
    """Fields that read otherwise in a sentence than in a form."""
    if isinstance(payload, Refuse):
        to = f"请向{payload.authority}申请。" if payload.authority else ""
        return {"authority": to, "reason": _sentence(payload.reason)}
    if isinstance(payload, RequestCorrection):
        return {"correct_by": f"在{day_text(payload.correct_by)}以前" if payload.correct_by else "尽快"}
    if isinstance(payload, Decide):
        return {
            "reason": f"理由：{_sentence(payload.reason)}" if payload.reason else "",
            "remedies": REMEDIES if payload.outcome is Outcome.DENY else "",
        }
    return {name: _sentence(getattr(payload, name)) for name in ("reason", "basis") if hasattr(payload, name)}


def _sentence(text: str) -> str:
    """A text that staff wrote, ended as a sentence."""
    bare = text.strip()
    return bare if not bare or bare[-1] in "。？！" else f"{bare}。"
