"""What was in force for a case on the day it was handed in: limits, kind of procedure, the notice's materials.

Kept in the log with the submission, so that a case's clocks follow from its log alone, also after the catalogue has changed.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from pydantic import Field

from knowledge.base.frozen import Frozen
from knowledge.base.roles import Role
from knowledge.calendar.unit import Unit
from knowledge.catalogue.item import BusinessItem, CaseKind, DecidesAlone, ItemType, Limit
from knowledge.guidance.notice import NoticeContent


class TermLimit(Frozen):
    """A time limit with the sentence that says where it comes from."""

    days: int = Field(description="多少，单位见 unit")
    unit: Unit = Field(default=Unit.WORKING_DAY, description="时限单位")
    rule: str = Field(default="", description="按哪一条规定")


class Terms(Frozen):
    """The terms of one case."""

    item: str = Field(default="", description="业务办理项编号")
    type: ItemType = Field(default=ItemType.LICENCE, description="事项类型")
    kind: CaseKind = Field(default=CaseKind.PROMISED, description="办件类型：即办件、承诺件")
    department: str = Field(default="", description="承办部门的编号")
    legal: TermLimit | None = Field(
        default=None, description="法定办结时限；事项没有规定时为空，按法律的一般规定算"
    )
    promised: TermLimit | None = Field(default=None, description="承诺办结时限；没有承诺时为空")
    extension: TermLimit | None = Field(
        default=None,
        description="事项自己的规定可以延长多少；没有规定时为空，只有按许可法第四十二条算的才可以延长",
    )
    joint_with: tuple[str, ...] = Field(default=(), description="并联审批一起办的部门，部门编号")
    on_site: bool = Field(default=False, description="有现场勘验")
    expert: bool = Field(default=False, description="有专家论证")
    silence_is_consent: bool = Field(default=False, description="超时默许")
    on_spot: Role | None = Field(default=None, description="谁可以一个人当场决定；为空时一审一核")
    on_spot_basis: str = Field(default="", description="当场决定的依据")
    passed_up_to: str = Field(default="", description="逐级上报到哪个上级机关；本级决定的为空文字")
    renewal: bool = Field(default=False, description="延续证照的，许可法第五十条管得到")
    valid_until: date | None = Field(default=None, description="延续的，原来的证照到哪一天")
    renew_before: TermLimit | None = Field(
        default=None, description="延续要提前多久申请；事项没有规定时为空，按《行政许可法》第五十条"
    )
    materials: tuple[str, ...] = Field(default=(), description="告知单上的材料编号")
    later: tuple[str, ...] = Field(default=(), description="其中容缺后补还没有交的")


def terms_of(
    item: BusinessItem,
    content: NoticeContent | None = None,
    *,
    later: Collection[str] = (),
    valid_until: date | None = None,
) -> Terms:
    """The terms of a case of this item.

    Args:
        content: The notice as drawn for the applicant.
        later: Ids of materials that the applicant hands in later.
        valid_until: Expiry of the licence to be renewed, as stated or read from its paper; nothing to any other item.
    """
    return Terms(
        item=item.id,
        type=item.type,
        kind=item.case_kind,
        department=item.department,
        legal=_limit(item.legal_limit),
        promised=_limit(item.promised_limit),
        extension=_limit(item.extension),
        joint_with=item.joint_with,
        on_site=item.inspection,
        expert=item.expert_review,
        silence_is_consent=item.silence_is_consent,
        on_spot=_ALONE[item.on_spot.by] if item.on_spot else None,
        on_spot_basis="、".join(map(str, item.on_spot.basis)) if item.on_spot else "",
        passed_up_to=item.passed_up_to,
        renewal=is_renewal(item),
        valid_until=valid_until if is_renewal(item) else None,
        renew_before=renewal_limit(item),
        materials=tuple(line.id for line in content.materials) if content else (),
        later=tuple(sorted(later)),
    )


def is_renewal(item: BusinessItem) -> bool:
    """Whether a licence is renewed by it, so that art. 50 of the licensing law is about it."""
    return item.type is ItemType.LICENCE and item.operation == "延续"


def renewal_limit(item: BusinessItem) -> TermLimit | None:
    """How long ahead of expiry the item's own rules want a renewal applied for; None where art. 50 says it."""
    return _limit(item.renew_before) if is_renewal(item) else None


_ALONE = {DecidesAlone.WINDOW: Role.WINDOW, DecidesAlone.APPROVER: Role.APPROVER}


def _limit(limit: Limit | None) -> TermLimit | None:
    if limit is None:
        return None
    return TermLimit(days=limit.days, unit=limit.unit, rule="、".join(map(str, limit.basis)))
