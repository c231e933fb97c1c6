"""In what capacity a person takes part in a submission (以什么身份).

申请人 is for whom the affair is; whoever acts for somebody else is the 代办人, for a minor the 监护人, for a body its 法定代表人 or an
经办人 (GB/T 39046-2020 table 5: 申请者, 联系人/代理人, 法定代表人).
"""

from __future__ import annotations

from enum import StrEnum


class Capacity(StrEnum):
    """In what capacity somebody takes part."""

    APPLICANT = "applicant"
    AGENT = "agent"
    GUARDIAN = "guardian"
    LEGAL_REPRESENTATIVE = "legal_representative"
    CONTACT = "contact"
    UNIT = "unit"
    CO_APPLICANT = "co_applicant"

    @property
    def label(self) -> str:
        """What forms and sentences call it."""
        return _LABELS[self]

    @property
    def acts_for_another(self) -> bool:
        """Whether the data of this person stand beside the applicant's."""
        return self in (Capacity.AGENT, Capacity.GUARDIAN)


_LABELS = {
    Capacity.APPLICANT: "申请人",
    Capacity.AGENT: "代办人",
    Capacity.GUARDIAN: "监护人",
    Capacity.LEGAL_REPRESENTATIVE: "法定代表人",
    Capacity.CONTACT: "联系人",
    Capacity.UNIT: "单位",
    Capacity.CO_APPLICANT: "共同申请人",
}
