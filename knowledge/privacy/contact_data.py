"""Contact data in the one spelling in which they are kept, checked, and masked.

Sentences say what is wrong and what to do, and never repeat the value. Sources: GB 11643-1999 (identity number), GB 32100-2015
(unified social credit code), the numbering plan of mobile phones as kept by libphonenumber.
"""

from __future__ import annotations

import re
import unicodedata

import phonenumbers
from stdnum.cn import ric, uscc
from stdnum.exceptions import InvalidChecksum, ValidationError

from knowledge.privacy.kinds import Personal


def tidy(kind: Personal, value: str) -> str:
    """The one spelling in which a value is checked and kept."""
    if kind in (Personal.NAME, Personal.ADDRESS):
        return " ".join(value.split())
    bare = re.sub(r"[\s\-]", "", unicodedata.normalize("NFKC", value))
    if kind is Personal.PHONE:
        return re.sub(r"^(?:\+?86)(?=1\d{10}$)", "", bare)
    return bare if kind is Personal.EMAIL else bare.upper()


def problem_with(kind: Personal, value: str) -> str | None:
    """What is wrong with a tidied value, as a Chinese sentence; None where it is right."""
    if not value:
        return f"请填写{kind.label}。"
    return _CHECKS[kind](value)


def masked(kind: Personal, value: str) -> str:
    """A value as it may be shown to its owner: enough to recognise, not enough to use."""
    if kind is Personal.NAME:
        return value[0] + "*" * (len(value) - 1)
    if kind is Personal.EMAIL:
        name, _, host = value.partition("@")
        return f"{name[:1]}***@{host}"
    if kind is Personal.ADDRESS:
        return value[:3] + "****"
    head, tail = {Personal.ID_NUMBER: (3, 2), Personal.PHONE_TAIL: (0, 0), Personal.BANK_CARD: (0, 4)}.get(
        kind, (3, 4)
    )
    hidden = max(len(value) - head - tail, 4)
    return value[:head] + "*" * hidden + (value[-tail:] if tail else "")


def _name(value: str) -> str | None:
    if re.fullmatch(r"[㐀-鿿\U00020000-\U000323af·• A-Za-z.'\-]{2,50}", value):
        return None
    return "姓名应和身份证上的一样，2到50个字，只写汉字、字母和间隔号，请重新填写。"


def _id_number(value: str) -> str | None:
    if re.fullmatch(r"\d{15}", value):
        return "15位的旧身份证号已经停用，请填18位的身份证号。"
    if not re.fullmatch(r"\d{17}[\dX]", value):
        return "身份证号应是18位数字，最后一位可以是X，请对照身份证重新填写。"
    try:
        ric.get_birth_date(value)
    except ValidationError:
        return "身份证号里的出生日期不存在，请对照身份证第7到14位重新填写。"
    # The place of birth is not checked: the list of region codes lacks abolished counties, whose people keep their numbers.
    if ric.calc_check_digit(value) != value[-1]:
        return "身份证号的校验位不对，可能有一位输错了，请对照身份证重新填写。"
    return None


def _phone(value: str) -> str | None:
    wrong = "手机号应是11位的中国大陆手机号，请检查后重新填写。"
    if not re.fullmatch(r"1\d{10}", value):
        return wrong
    number = phonenumbers.parse(value, "CN")
    mobile = phonenumbers.number_type(number) == phonenumbers.PhoneNumberType.MOBILE
    return None if mobile else wrong


def _credit_code(value: str) -> str | None:
    try:
        uscc.validate(value)
    except InvalidChecksum:
        return "统一社会信用代码的校验位不对，可能有一位输错了，请对照营业执照重新填写。"
    except ValidationError:
        return (
            "统一社会信用代码应是18位，由数字和大写字母组成，没有字母I、O、S、V、Z，请对照营业执照重新填写。"
        )
    return None


def _bank_card(value: str) -> str | None:
    return None if re.fullmatch(r"\d{16,19}", value) else "银行卡号应是16到19位数字，请检查后重新填写。"


def _email(value: str) -> str | None:
    right = re.fullmatch(r"[A-Za-z0-9._%+\-]+@[A-Za-z0-9.\-]+\.[A-Za-z]{2,}", value)
    return None if right else "邮箱应写成「名称@网站」的样子，请检查后重新填写。"


def _phone_tail(value: str) -> str | None:
    return None if re.fullmatch(r"\d{4}", value) else "手机尾号应是4位数字，请重新填写。"


def _address(value: str) -> str | None:
    return None if 4 <= len(value) <= 120 else "地址应写到门牌号，4到120个字，请重新填写。"


_CHECKS = {
    Personal.NAME: _name,
    Personal.ID_NUMBER: _id_number,
    Personal.PHONE: _phone,
    Personal.CREDIT_CODE: _credit_code,
    Personal.BANK_CARD: _bank_card,
    Personal.EMAIL: _email,
    Personal.PHONE_TAIL: _phone_tail,
    Personal.ADDRESS: _address,
}
