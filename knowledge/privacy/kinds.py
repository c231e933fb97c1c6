"""Kinds of personal data, their tokens, and one value cut out of a text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Personal(StrEnum):
    """Kinds of personal data; the value is the name of the intake's field."""

    ID_NUMBER = "id_number"
    CREDIT_CODE = "credit_code"
    PHONE = "phone"
    BANK_CARD = "bank_card"
    EMAIL = "email"
    PHONE_TAIL = "phone_tail"
    NAME = "name"
    ADDRESS = "address"

    @property
    def label(self) -> str:
        """What forms and sentences call it."""
        return _WORDS[self][0]

    @property
    def token(self) -> str:
        """What stands in its place in a text from which it was taken out."""
        return f"[{_WORDS[self][1]}]"


_WORDS = {
    Personal.ID_NUMBER: ("身份证号", "身份证号"),
    Personal.CREDIT_CODE: ("统一社会信用代码", "信用代码"),
    Personal.PHONE: ("手机号", "手机号"),
    Personal.BANK_CARD: ("银行卡号", "银行卡号"),
    Personal.EMAIL: ("邮箱", "邮箱"),
    Personal.PHONE_TAIL: ("手机尾号", "尾号"),
    Personal.NAME: ("姓名", "姓名"),
    Personal.ADDRESS: ("地址", "地址"),
}


@dataclass(frozen=True, slots=True)
class Taken:
    """One value cut out of a text; never printed."""

    kind: Personal
    value: str

    def __repr__(self) -> str:
        return f"Taken({self.kind.name})"
