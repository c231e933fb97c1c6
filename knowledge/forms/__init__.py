"""Application forms (申请书、申请表、登记表) as Word templates, and what is known to be filled in.

A template is a .docx of this folder or of the centre's own, which staff edit in Word; ``{{ 姓名 }}`` stands where a value goes. The one
named as the material is used, else :data:`GENERAL`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from knowledge.catalogue.item import MaterialForm
from knowledge.guidance.notice import NoticeContent, NoticeMaterial

SHIPPED = Path(__file__).parent
GENERAL = "通用申请书"

LINE = "＿＿＿＿＿＿＿＿＿＿"
"""What stands where nothing is known: a line to write on."""

_APPLICATION = re.compile(r"(?:申请|登记|备案|申领|申报|审核|审批|信息)[书表](?:（[^）]*）)?$")
"""Not 通知书, 承诺书, 证书 and reports such as 环境影响报告表, which others write."""

_BY_HAND = ("姓名", "身份证号", "手机号", "统一社会信用代码", "地址")
"""A line to write on, always: the form goes to whoever holds the draft's name, who need not be the applicant (个人信息保护法第五十一条)."""
NAMES = frozenset(
    {"表名", "事项名称", "包含事项", "受理部门", "告知单编号", "打印日期", "情形", "材料清单", *_BY_HAND}
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
    """

    department: str
    notice_number: str
    materials: Mapping[str, str]
    today: date


def is_form(name: str) -> bool:
    """Whether a material is the application form itself, by its name."""
    return _APPLICATION.search(name) is not None


def forms_on(content: NoticeContent) -> tuple[str, ...]:
    """The materials of a notice for which a form can be filled in, in the order of the notice."""
    return tuple(line.id for line in content.materials if is_form(line.name))


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
        **dict.fromkeys(_BY_HAND, LINE),
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


def _form(material: NoticeMaterial) -> str:
    copies = material.copies if material.form is not MaterialForm.SHOWN else None
    return f"{material.form or ''}{f'{copies}份' if copies else ''}"


def _file_name(name: str) -> str:
    return re.sub(r"[/\\\x00]", "_", name).lstrip(".")


def _clean(text: str) -> str:
    return _UNPRINTABLE.sub("", text)
