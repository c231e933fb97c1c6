"""What was in force for a case on the day it was handed in: limits, kind of procedure, the notice's materials.

Kept in the log with the submission, so that a case's clocks follow from its log alone, also after the catalogue has changed.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from knowledge.base.frozen import Frozen
from knowledge.calendar.unit import Unit
from knowledge.catalogue.item import BusinessItem, CaseKind, ItemType, Limit
from knowledge.guidance.notice import NoticeContent


class TermLimit(Frozen):
    """A time limit with the sentence that says where it comes from."""

    days: int
    unit: Unit = Unit.WORKING_DAY
    rule: str = ""


class Terms(Frozen):
    """The terms of one case.

    Attributes:
        legal: 法定办结时限 as the item has it; joint handling and the general limit of the law are put in by the clock.
        joint_with: Departments that examine together (并联审批).
        valid_until: For renewals: the day on which the licence that is renewed expires.
        materials: Ids of the materials on the notice.
        later: Of these, what the applicant may hand in after acceptance (容缺后补) and has not yet.
    """

    item: str = ""
    type: ItemType = ItemType.LICENCE
    kind: CaseKind = CaseKind.PROMISED
    department: str = ""
    legal: TermLimit | None = None
    promised: TermLimit | None = None
    joint_with: tuple[str, ...] = ()
    on_site: bool = False
    expert: bool = False
    silence_is_consent: bool = False
    passed_up_to: str = ""
    valid_until: date | None = None
    materials: tuple[str, ...] = ()
    later: tuple[str, ...] = ()


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
        valid_until: Expiry of the licence to be renewed, from the applicant's papers.
    """
    return Terms(
        item=item.id,
        type=item.type,
        kind=item.case_kind,
        department=item.department,
        legal=_limit(item.legal_limit),
        promised=_limit(item.promised_limit),
        joint_with=item.joint_with,
        on_site=item.inspection,
        expert=item.expert_review,
        silence_is_consent=item.silence_is_consent,
        passed_up_to=item.passed_up_to,
        valid_until=valid_until,
        materials=tuple(line.id for line in content.materials) if content else (),
        later=tuple(sorted(later)),
    )


def _limit(limit: Limit | None) -> TermLimit | None:
    if limit is None:
        return None
    return TermLimit(days=limit.days, unit=limit.unit, rule="、".join(map(str, limit.basis)))
