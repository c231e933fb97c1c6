"""What belongs on the application form and is neither asked for nor kept here: the name of the shop, the range of business."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import yaml

from knowledge.base.frozen import Frozen
from knowledge.guidance.notice import NoticeMaterial

_FILE = Path(__file__).with_name("form_fields.yaml")
_FORM = re.compile(r"(?:申请|登记|备案|信息|申报|申领|变更)(?:书|表)$")


class _Field(Frozen):
    name: str
    says: tuple[str, ...]


class _Fields(Frozen):
    """The file.

    Attributes:
        told: Words beside a field with which it is told, or asked where it is told.
        but: Words with which something else is wanted: 店名要改.
    """

    fields: tuple[_Field, ...]
    told: str
    but: str


@cache
def _fields() -> _Fields:
    return _Fields.model_validate(yaml.safe_load(_FILE.read_text(encoding="utf-8")))


def form_field_in(text: str) -> str:
    """What a text tells or asks of that is written on the form; empty where it is nothing of this sort."""
    words = _fields()
    if re.search(words.but, text):
        return ""
    for field in words.fields:
        said = "|".join(sorted(map(re.escape, field.says), key=len, reverse=True))
        if re.search(rf"(?:{said}).{{0,12}}?(?:{words.told})|(?:{words.told}).{{0,4}}?(?:{said})", text):
            return field.name
    return ""


def form_among(materials: Iterable[NoticeMaterial]) -> str:
    """The name of the form on a notice; empty where it has none."""
    return next((one.name for one in materials if one.blank_form or _FORM.search(one.name)), "")
