"""Kinds of personal data, their tokens, and one value cut out of a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class Personal(StrEnum):
    """Kinds of personal data; the value is the name of the intake's field.

    Those of the agent (代办人), of a unit's legal representative and of a second applicant (共同申请人) have fields of their own; all others
    are the applicant's, for whom the affair is.
    """

    ID_NUMBER = "id_number"
    CREDIT_CODE = "credit_code"
    PHONE = "phone"
    BANK_CARD = "bank_card"
    EMAIL = "email"
    PHONE_TAIL = "phone_tail"
    NAME = "name"
    ADDRESS = "address"
    PASSPORT = "passport"
    TRAVEL_PERMIT = "travel_permit"
    RESIDENCE_CARD = "residence_card"
    LANDLINE = "landline"
    PLATE = "plate"
    AGENT_NAME = "agent_name"
    AGENT_ID_NUMBER = "agent_id_number"
    AGENT_PHONE = "agent_phone"
    MILITARY = "military"
    AGENT_PASSPORT = "agent_passport"
    AGENT_TRAVEL_PERMIT = "agent_travel_permit"
    AGENT_RESIDENCE_CARD = "agent_residence_card"
    UNIT_NAME = "unit_name"
    LEGAL_NAME = "legal_name"
    CO_NAME = "co_name"
    CO_ID_NUMBER = "co_id_number"

    @property
    def label(self) -> str:
        """What forms and sentences call it."""
        return _WORDS[self][0]

    @property
    def token(self) -> str:
        """What stands in its place in a text from which it was taken out."""
        return f"[{_WORDS[self][1]}]"

    @property
    def plain(self) -> Personal:
        """What it is, whosever it is: 代办人姓名 is a 姓名."""
        return _PLAIN.get(self, self)

    @property
    def of_agent(self) -> Personal:
        """The same of the agent; itself where the agent has no such field."""
        return _OF_AGENT.get(self, self)

    @property
    def is_of_agent(self) -> bool:
        """Whether it is a field of whoever acts for the applicant."""
        return self in _AGENTS


_WORDS = {
    Personal.ID_NUMBER: ("身份证号", "身份证号"),
    Personal.CREDIT_CODE: ("统一社会信用代码", "信用代码"),
    Personal.PHONE: ("手机号", "手机号"),
    Personal.BANK_CARD: ("银行卡号", "银行卡号"),
    Personal.EMAIL: ("邮箱", "邮箱"),
    Personal.PHONE_TAIL: ("手机尾号", "尾号"),
    Personal.NAME: ("姓名", "姓名"),
    Personal.ADDRESS: ("地址", "地址"),
    Personal.PASSPORT: ("护照号", "护照号"),
    Personal.TRAVEL_PERMIT: ("通行证号", "通行证号"),
    Personal.RESIDENCE_CARD: ("外国人永久居留身份证号", "永居证号"),
    Personal.LANDLINE: ("固定电话", "固定电话"),
    Personal.PLATE: ("车牌号", "车牌号"),
    Personal.AGENT_NAME: ("代办人姓名", "姓名"),
    Personal.AGENT_ID_NUMBER: ("代办人身份证号", "身份证号"),
    Personal.AGENT_PHONE: ("代办人手机号", "手机号"),
    Personal.MILITARY: ("军官证号", "军官证号"),
    Personal.AGENT_PASSPORT: ("代办人护照号", "护照号"),
    Personal.AGENT_TRAVEL_PERMIT: ("代办人通行证号", "通行证号"),
    Personal.AGENT_RESIDENCE_CARD: ("代办人外国人永久居留身份证号", "永居证号"),
    Personal.UNIT_NAME: ("单位名称", "单位名称"),
    Personal.LEGAL_NAME: ("法定代表人或者负责人的姓名", "姓名"),
    Personal.CO_NAME: ("共同申请人的姓名", "姓名"),
    Personal.CO_ID_NUMBER: ("共同申请人的身份证号", "身份证号"),
}

_OF_AGENT = {
    Personal.NAME: Personal.AGENT_NAME,
    Personal.ID_NUMBER: Personal.AGENT_ID_NUMBER,
    Personal.PHONE: Personal.AGENT_PHONE,
    Personal.PASSPORT: Personal.AGENT_PASSPORT,
    Personal.TRAVEL_PERMIT: Personal.AGENT_TRAVEL_PERMIT,
    Personal.RESIDENCE_CARD: Personal.AGENT_RESIDENCE_CARD,
}
_AGENTS = frozenset(_OF_AGENT.values())
_PLAIN = {of_agent: plain for plain, of_agent in _OF_AGENT.items()} | {
    Personal.LEGAL_NAME: Personal.NAME,
    Personal.CO_NAME: Personal.NAME,
    Personal.CO_ID_NUMBER: Personal.ID_NUMBER,
}

IDENTITIES = (
    Personal.ID_NUMBER,
    Personal.PASSPORT,
    Personal.TRAVEL_PERMIT,
    Personal.RESIDENCE_CARD,
    Personal.MILITARY,
)
"""Numbers by which a person is identified: one of them is enough, and a new one takes the place of another."""

AGENT_IDENTITIES = (
    Personal.AGENT_ID_NUMBER,
    Personal.AGENT_PASSPORT,
    Personal.AGENT_TRAVEL_PERMIT,
    Personal.AGENT_RESIDENCE_CARD,
)
"""Likewise of whoever acts for the applicant."""

CALLED = (Personal.AGENT_PHONE, Personal.PHONE, Personal.LANDLINE)
"""Numbers at which somebody is called about a submission; whoever acts comes first."""

NOT_KEPT = (Personal.PLATE,)
"""Cut out of what is said, and of no use to a submission."""

TOKENS = tuple(dict.fromkeys(kind.token for kind in Personal))
TOKEN = re.compile("|".join(re.escape(token) for token in TOKENS))
"""A token in a text: somebody's data stood there."""

UNIDENTIFIED = "[未识别]"
"""Stands for words that were not understood while personal data were given: they may be some."""


@dataclass(frozen=True, slots=True)
class Taken:
    """One value cut out of a text; never printed."""

    kind: Personal
    value: str

    def __repr__(self) -> str:
        return f"Taken({self.kind.name})"
