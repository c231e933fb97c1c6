"""材料: a list of bare names made into material records, without those that name nothing."""

from __future__ import annotations

import hashlib
import json
import re
from typing import Any

from knowledge.catalogue.item import Material, MaterialForm, Necessity, NeededMaterial
from knowledge.imports.cleaning import bracketed, text_of
from knowledge.imports.report import Notes

FIELD = "申请材料"
_CATCH_ALL = re.compile(
    r"^其[他它](?!人员)|其[他它][^（）]{0,4}(材料|资料|文件|证明)(（[^（）]*）)?$|^(有关|相关)(材料|资料|证明)$"
)
_AND_SO_ON = re.compile(r"等(相关|有关)?(材料|资料|文件)$")
_FORMS = (
    (re.compile(r"(原件[及和、与]复印件|复印件[及和、与]原件)）?$"), MaterialForm.ORIGINAL_AND_COPY),
    (re.compile(r"复印件）?$"), MaterialForm.COPY),
    (re.compile(r"(电子件|电子版|扫描件)）?$"), MaterialForm.ELECTRONIC),
    (re.compile(r"原件）?$"), MaterialForm.ORIGINAL),
)
_OF_SOME = re.compile(
    r"^[如若]|的(?=[，,]|应[当提附]|须|需|还|提供|提交)|交验|人员提交|未满|未成年|监护|军人|现役|驻地部队|华侨"
    r"|委托(书|手续|代理书)|受托(人|书)|代(理|办)人"
    r"|（(仅|因|如果|适用于|换|补|变更|延续|注销)[^）]*）$|（[^）]*(的|时|申请|个人|法人)）$"
)
_APPLICATION = re.compile(r"申请书|申请表|登记表|信息表|（含")
LONGEST = 120

UNCONDITIONAL = "来源列在材料清单里，没有写明什么情形要交"
OF_SOME = "从名称看只在相应情形下要交，来源没有写明条件"

ALWAYS_ABSENT = ("材料必要性", "材料依据", "材料份数", "材料来源渠道", "材料受理标准")


def materials_of(published: Any, prefix: str, notes: Notes) -> tuple[dict[str, Material], tuple[str, ...]]:
    """Materials by id, and the names of those dropped because they name no paper.

    Args:
        prefix: Begins every id; equal names have equal ids, so that a paper two items ask for is one record.
    """
    if isinstance(published, str) and published.strip().startswith("["):
        published = _listed(published, notes)
    if isinstance(published, str) and text_of(published):
        published = re.split("[;；\n]", published)
        notes.mend(FIELD, "按分号拆成几份材料", "来源写成了一段文字")
    if not isinstance(published, list):
        notes.lack(FIELD)
        return {}, ()
    materials: dict[str, Material] = {}
    dropped: list[str] = []
    for raw in published:
        name = _name(raw, notes)
        if name is None:
            continue
        if _CATCH_ALL.search(name):
            dropped.append(name)
            notes.mend(FIELD, "不收这份材料", "名称是兜底的“其他”，没有写明是什么", name)
            continue
        material = Material(name=name, form=_form(name))
        if (key := prefix + _digest(name)) in materials:
            notes.mend(FIELD, "只留一份", "同一份材料列了两次", name)
        materials[key] = material
    if not materials:
        notes.lack(FIELD)
    else:
        notes.lack(*ALWAYS_ABSENT)
        if any(material.form is None for material in materials.values()):
            notes.lack("材料类型")
    return materials, tuple(dropped)


def _listed(published: str, notes: Notes) -> Any:
    """A list that was written as a text, ``["申请表", "执照"]``, as a list."""
    try:
        read = json.loads(published)
    except ValueError:
        return published
    if isinstance(read, list) and read:
        notes.mend(FIELD, "照列表读", "来源把列表写成了一段文字", published)
    return read


def needed(materials: dict[str, Material], notes: Notes) -> tuple[NeededMaterial, ...]:
    """The materials as the item needs them, each saying that the source gives no condition.

    The source knows no necessity. A name that speaks of some applicants only (现役军人身份证明, 原证（换发）) must not keep
    everybody else from submitting; the application itself everybody hands in.
    """
    return tuple(_need(key, material.name, notes) for key, material in materials.items())


def _need(key: str, name: str, notes: Notes) -> NeededMaterial:
    if not _OF_SOME.search(name) or _APPLICATION.search(name):
        return NeededMaterial(material=key, because=UNCONDITIONAL)
    notes.mend(FIELD, "不算必要", "名称说的是特定情形，来源没有写明条件", name)
    return NeededMaterial(material=key, because=OF_SOME, necessity=Necessity.OPTIONAL)


def _name(raw: Any, notes: Notes) -> str | None:
    text = text_of(raw)
    if text is None:
        notes.mend(FIELD, "不收这份材料", "材料名称不是文字", str(raw))
        return None
    name = bracketed(text).strip("。；;，,、 ")
    if (open_list := _AND_SO_ON.sub("", name)) != name:
        notes.mend(FIELD, "去掉末尾的“等材料”", "一次告知要把材料说全，不能留口子", name)
        name = open_list
    if len(name) > LONGEST:
        notes.mend(FIELD, "不收这份材料", f"名称超过{LONGEST}个字，不像材料名称", name)
        return None
    return name or None


def _form(name: str) -> MaterialForm | None:
    """What the end of a name says of the form: 退休证复印件 is a copy."""
    if re.search("[或和、/]", re.sub(r"原件[及和、与]复印件|复印件[及和、与]原件", "", name)):
        return None
    return next((form for pattern, form in _FORMS if pattern.search(name)), None)


def _digest(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()[:12]
