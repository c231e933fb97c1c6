"""What the visit to the window takes: which originals, who must come, what is paid; read off the notice with which it was submitted."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import Field

from knowledge.base.frozen import Frozen
from knowledge.catalogue.item import MaterialForm
from knowledge.guidance.notice import NoticeContent, NoticeFee

_LETTER = "委托书"
_GUARDIAN = "监护人"
_BOTH = ("双方", "夫妻")


class Visit(Frozen, json_schema_serialization_defaults_required=True):
    """What to bring, who comes, what to pay."""

    bring: tuple[str, ...] = Field(description="要带的，一份一行，写明原件还是复印件")
    comes: str = Field(description="谁要到场")
    pay: str = Field(description="交多少钱；不收费的写不收费")


def visit_of(content: NoticeContent, states: Mapping[str, str] | None = None) -> Visit:
    """The visit for a notice.

    Args:
        states: Material to ``ready``, ``later``, ``promised``; what was promised in writing need not be brought.
    """
    said = states or {}
    bring = tuple(
        f"{material.name}{_in_form(material.form, material.copies)}"
        for material in content.materials
        if material.certain
        and said.get(material.id) not in ("promised", "later")
        and material.form is not MaterialForm.ELECTRONIC
    )
    return Visit(bring=bring, comes=_comes(content), pay=_pay(content))


def _in_form(form: MaterialForm | None, copies: int | None) -> str:
    if form is None:
        return ""
    return f"（{form.value}{f'{copies}份' if copies and form is not MaterialForm.SHOWN else ''}）"


def _comes(content: NoticeContent) -> str:
    names = "".join(material.name for material in content.materials)
    if any(word in names for word in _BOTH):
        return "双方都要到场，各带身份证。"
    if _LETTER in names:
        return "代办人来就行，带委托书和自己的身份证。"
    if _GUARDIAN in names:
        return "监护人来，带自己的身份证；要采集相片、指纹的，孩子也要到场。"
    return "申请人本人来，带身份证。"


def _pay(content: NoticeContent) -> str:
    fees = [_fee(fee) for fee in content.fees if fee.certain]
    if fees:
        total = _sum(content)
        return "；".join(fees) + (f"。合计{total}元" if total and len(fees) > 1 else "")
    free = [item.free_of_charge for item in content.items]
    return "不收费" if free and all(free) else "来源没有说明，以窗口答复为准"


def _fee(fee: NoticeFee) -> str:
    return (
        f"{fee.name}{fee.rule}"
        if fee.amount is None
        else f"{fee.name}{fee.amount:g}元{f'/{fee.per}' if fee.per else ''}"
    )


def _sum(content: NoticeContent) -> str:
    """The total, where every fee that is sure is an amount and is paid once; empty else."""
    sure = [fee for fee in content.fees if fee.certain]
    if any(fee.amount is None for fee in sure):
        return ""
    return f"{sum(fee.amount or 0 for fee in sure):g}"
