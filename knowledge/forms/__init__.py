"""Application forms (申请书、申请表、登记表) as Word templates, and what is known to be filled in.

A template is a .docx of this folder or of the centre's own, which staff edit in Word; ``{{ 姓名 }}`` stands where a value goes. The one
named as the material is used, else :data:`GENERAL`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from knowledge.catalogue.item import MaterialForm
from knowledge.guidance.notice import NoticeContent, NoticeMaterial
from knowledge.persons.identity import identity_of
from knowledge.privacy.kinds import AGENT_IDENTITIES, IDENTITIES, Personal

SHIPPED = Path(__file__).parent
GENERAL = "通用申请书"

LINE = "＿＿＿＿＿＿＿＿＿＿"
"""What stands where nothing is known: a line to write on."""

_APPLICATION = re.compile(r"(?:申请|登记|备案|申领|申报|审核|审批|信息)[书表](?:（[^）]*）)?$")
"""Not 通知书, 承诺书, 证书 and reports such as 环境影响报告表, which others write."""

_PERSONAL: Mapping[str, tuple[Personal, ...]] = {
    "姓名": (Personal.NAME, Personal.UNIT_NAME),
    "身份证号": IDENTITIES,
    "手机号": (Personal.PHONE, Personal.AGENT_PHONE),
    "统一社会信用代码": (Personal.CREDIT_CODE,),
    "地址": (Personal.ADDRESS,),
}
"""A line to write on, unless whoever downloads the form hands the values in.

A draft's name alone brings none of them out (个人信息保护法第五十一条).
"""

_ROLES: tuple[tuple[str, tuple[Personal, ...], tuple[Personal, ...], tuple[Personal, ...]], ...] = (
    ("申请单位", (Personal.UNIT_NAME,), (Personal.CREDIT_CODE,), ()),
    ("法定代表人（负责人）", (Personal.LEGAL_NAME,), (), ()),
    ("申请人", (Personal.NAME,), IDENTITIES, (Personal.PHONE, Personal.LANDLINE)),
    ("共同申请人", (Personal.CO_NAME,), (Personal.CO_ID_NUMBER,), ()),
    ("代办人", (Personal.AGENT_NAME,), AGENT_IDENTITIES, (Personal.AGENT_PHONE,)),
)
"""Who stands on a form: role, and the kinds of name, number and phone."""

NAMES = frozenset(
    {
        *("表名", "事项名称", "包含事项", "受理部门", "告知单编号", "打印日期", "情形", "材料清单", "各方"),
        *_PERSONAL,
    }
)
"""Every name that a template may hold."""

_STATES = {"ready": "已备齐", "later": "后补", "promised": "书面承诺代替"}
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Signs that XML does not know."""


@dataclass(frozen=True)
class Known:
    """What is known of an intake beside its notice.

    Attributes:
        materials: Material to what the applicant has said of it.
        contact: What the applicant handed in with the request, tidied and right; stored nowhere.
    """

    department: str
    notice_number: str
    materials: Mapping[str, str]
    today: date
    contact: Mapping[Personal, str] = field(default_factory=dict)

    def __repr__(self) -> str:
        return f"Known({self.department}, {self.notice_number}, {len(self.contact)} values)"


def is_form(name: str) -> bool:
    """Whether a material is the application form itself, by its name."""
    return _APPLICATION.search(name) is not None


def forms_on(content: NoticeContent) -> tuple[str, ...]:
    """The materials of a notice for which a form can be filled in, in the order of the notice."""
    return tuple(line.id for line in content.materials if is_form(line.name) and not _is_printed(line))


def _is_printed(line: NoticeMaterial) -> bool:
    """Whether the window prints it, so that one brought along is of no use: 窗口打印后签名, and not 网上填报或者窗口打印."""
    return any(said.startswith("窗口打印") for said in (line.filling, line.standard))


def template_of(line: NoticeMaterial, own: Path) -> Path:
    """The template for a form: the centre's own before a shipped one, one of its name before the general one."""
    names = [name for name in (line.name, line.blank_form, GENERAL) if name]
    places = [folder / f"{_file_name(name)}.docx" for name in names for folder in (own, SHIPPED)]
    return next((place for place in places if place.is_file()), SHIPPED / f"{GENERAL}.docx")


def fields_of(content: NoticeContent, line: NoticeMaterial, known: Known) -> dict[str, Any]:
    """Each of :data:`NAMES` with its value; a line to write on where nothing is known."""
    return {
        "表名": _clean(line.name),
        "事项名称": _clean(content.name),
        "包含事项": "、".join(_clean(item.name) for item in content.items),
        "受理部门": _clean(known.department),
        "告知单编号": known.notice_number or LINE,
        "打印日期": f"{known.today.year}年{known.today.month}月{known.today.day}日",
        **{name: _first(kinds, known.contact) or LINE for name, kinds in _PERSONAL.items()},
        "各方": _parties(known.contact),
        "情形": [{"问题": _clean(one.text), "回答": _clean(one.label)} for one in content.circumstances],
        "材料清单": [
            {
                "序号": str(number),
                "名称": _clean(material.name),
                "形式": _form(material),
                "备注": _STATES.get(known.materials.get(material.id, ""), ""),
            }
            for number, material in enumerate(content.materials, 1)
        ],
    }


def _first(kinds: Sequence[Personal], contact: Mapping[Personal, str]) -> str:
    return next((_clean(contact[kind]) for kind in kinds if kind in contact), "")


def _parties(contact: Mapping[Personal, str]) -> list[dict[str, str]]:
    """One row for each who takes part; where nobody is known, one for the applicant to write on."""
    rows = [
        {
            "身份": role,
            "名称": _first(names, contact) or LINE,
            "证件": next((_paper_of(kind, contact) for kind in numbers if kind in contact), ""),
            "号码": _first(numbers, contact) or (LINE if numbers else ""),
            "电话": _first(phones, contact) or (LINE if phones else ""),
        }
        for role, names, numbers, phones in _ROLES
        if any(kind in contact for kind in (*names, *numbers))
    ]
    return rows or [{"身份": "申请人", "名称": LINE, "证件": "", "号码": LINE, "电话": LINE}]


def _paper_of(kind: Personal, contact: Mapping[Personal, str]) -> str:
    return identity_of(kind, contact[kind]) or kind.plain.label


def _form(material: NoticeMaterial) -> str:
    copies = material.copies if material.form is not MaterialForm.SHOWN else None
    return f"{material.form or ''}{f'{copies}份' if copies else ''}"


def _file_name(name: str) -> str:
    return re.sub(r"[/\\\x00]", "_", name).lstrip(".")


def _clean(text: str) -> str:
    return _UNPRINTABLE.sub("", text)
