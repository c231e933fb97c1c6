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
    def token(self) -> str:
        return f"[{_TOKENS[self]}]"


_TOKENS = {
    Personal.ID_NUMBER: "身份证号",
    Personal.CREDIT_CODE: "信用代码",
    Personal.PHONE: "手机号",
    Personal.BANK_CARD: "银行卡号",
    Personal.EMAIL: "邮箱",
    Personal.PHONE_TAIL: "尾号",
    Personal.NAME: "姓名",
    Personal.ADDRESS: "地址",
}


@dataclass(frozen=True, slots=True)
class Taken:
    """One value cut out of a text; never printed."""

    kind: Personal
    value: str

    def __repr__(self) -> str:
        return f"Taken({self.kind.name})"
