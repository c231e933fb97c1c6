"""Contact data in the one spelling in which they are kept, checked, and masked.

Sentences say what is wrong and what to do, and never repeat the value. Sources: GB 11643-1999 (identity number), GB 32100-2015
(unified social credit code), the numbering plan of mobile phones as kept by libphonenumber.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

import phonenumbers
from stdnum.cn import ric, uscc
from stdnum.exceptions import InvalidChecksum, ValidationError

from knowledge.privacy.kinds import CALLED, Personal
from knowledge.privacy.name_letters import HAN, with_one_point


def tidy(kind: Personal, value: str) -> str:
    """The one spelling in which a value is checked and kept."""
    kind = kind.plain
    if kind is Personal.NAME:
        return with_one_point(" ".join(unicodedata.normalize("NFC", value).split()))
    if kind is Personal.ADDRESS:
        return " ".join(value.split())
    if kind is Personal.UNIT_NAME:
        return _unit_spelling(value)
    if kind is Personal.MILITARY:
        return re.sub(r"\s", "", unicodedata.normalize("NFKC", value)).removesuffix("号")
    bare = re.sub(r"[\s\-()·•・‧]", "", unicodedata.normalize("NFKC", value))
    if kind is Personal.PHONE:
        return re.sub(r"^(?:\+?86)(?=1\d{10}$)", "", bare)
    return bare if kind is Personal.EMAIL else bare.upper()


def problem_with(kind: Personal, value: str) -> str | None:
    """What is wrong with a tidied value, as a Chinese sentence; None where it is right."""
    if not value:
        return f"请填写{kind.label}。"
    return _CHECKS[kind.plain](value)


def masked(kind: Personal, value: str) -> str:
    """A value as it may be shown to its owner: enough to recognise, not enough to use."""
    kind = kind.plain
    if kind is Personal.NAME:
        return value[0] + "*" * (len(value) - 1)
    if kind is Personal.UNIT_NAME:
        return value
    if kind is Personal.EMAIL:
        name, _, host = value.partition("@")
        return f"{name[:1]}***@{host}"
    if kind is Personal.ADDRESS:
        return value[:3] + "****"
    head, tail = {
        Personal.ID_NUMBER: (3, 2),
        Personal.PHONE_TAIL: (0, 0),
        Personal.BANK_CARD: (0, 4),
        Personal.PASSPORT: (1, 2),
        Personal.TRAVEL_PERMIT: (1, 2),
        Personal.PLATE: (2, 1),
        Personal.MILITARY: (1, 2),
    }.get(kind, (3, 4))
    hidden = max(len(value) - head - tail, 4)
    return value[:head] + "*" * hidden + (value[-tail:] if tail else "")


def called_at(contact: Mapping[str, str]) -> str:
    """The number at which somebody is called about a submission, whoever acts first; empty where none was given."""
    return next((contact[kind] for kind in CALLED if kind in contact), "")


def applicant_called(contact: Mapping[str, str]) -> str:
    """What the applicant is called, person or unit; empty where no name was given."""
    return contact.get(Personal.NAME) or contact.get(Personal.UNIT_NAME, "")


def _unit_spelling(value: str) -> str:
    """Brackets round Chinese words are the wide ones, as the register writes them (企业名称登记管理规定实施办法第八条); others stay."""
    text = " ".join(unicodedata.normalize("NFC", value).split())
    text = text.translate(str.maketrans("＆０１２３４５６７８９", "&0123456789"))
    return text.replace("(", "（").replace(")", "）") if re.search(f"[{HAN}]", text) else text


def _unit_name(value: str) -> str | None:
    if not re.fullmatch(rf"[{HAN}A-Za-z0-9À-ÖØ-öø-ɏ（）()&·・.,，、'’“”\"《》+\-— ]{{2,120}}", value):
        return "单位名称应和执照、登记证书上的一样，2到120个字，请重新填写。"
    if not re.search(rf"[{HAN}A-Za-zÀ-ÖØ-öø-ɏ].*[{HAN}A-Za-zÀ-ÖØ-öø-ɏ]", value):
        return "单位名称不能只有数字和符号，请照执照、登记证书上的填写。"
    if value.count("（") != value.count("）") or value.count("(") != value.count(")"):
        return "单位名称里的括号少了一半，请照执照、登记证书上的填写。"
    return None


def _military(value: str) -> str | None:
    right = re.fullmatch(rf"[{HAN}]{{1,4}}字第\d{{4,8}}", value)
    return None if right else "军官证号应是「某字第」加4到8位数字，请对照证件重新填写。"


def _name(value: str) -> str | None:
    if re.fullmatch(rf"[{HAN}· A-Za-zÀ-ÖØ-öø-ɏ.'’\-]{{2,50}}", value):
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


def _passport(value: str) -> str | None:
    right = re.fullmatch(r"(?=[A-Z0-9]*\d{4})[A-Z0-9]{6,12}", value)
    return None if right else "护照号应是6到12位字母和数字，请对照护照资料页重新填写。"


def _travel_permit(value: str) -> str | None:
    if re.fullmatch(r"[HM]\d{8}(?:\d{2})?|\d{8}(?:\d{2})?[A-Z]?", value):
        return None
    return (
        "港澳居民来往内地通行证号是H或者M加8位数字，台湾居民来往大陆通行证号是8位数字，请对照证件重新填写。"
    )


def _residence_card(value: str) -> str | None:
    right = re.fullmatch(r"[A-Z]{3}\d{12}", value)
    return None if right else "外国人永久居留身份证号应是3个字母加12位数字，请对照证件重新填写。"


def _landline(value: str) -> str | None:
    right = re.fullmatch(r"(?:0\d{2,3})?[2-9]\d{6,7}(?:\d{1,6})?", value)
    return None if right else "固定电话应是区号加7到8位号码，请检查后重新填写。"


def _plate(value: str) -> str | None:
    right = re.fullmatch(r"[\u4e00-\u9fff][A-Z][A-Z0-9]{4,5}[A-Z0-9挂学警港澳]", value)
    return None if right else "车牌号应是省的简称、一个字母和5到6位字母数字，请检查后重新填写。"


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
    Personal.PASSPORT: _passport,
    Personal.TRAVEL_PERMIT: _travel_permit,
    Personal.RESIDENCE_CARD: _residence_card,
    Personal.LANDLINE: _landline,
    Personal.PLATE: _plate,
    Personal.UNIT_NAME: _unit_name,
    Personal.MILITARY: _military,
}
