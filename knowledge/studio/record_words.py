"""A record in words, field by field, and what two of them differ in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from knowledge.base.basis import Basis
from knowledge.base.validation import adapter_of
from knowledge.catalogue.affair import Catalogue
from knowledge.catalogue.condition import Condition
from knowledge.studio.condition_words import condition_words
from knowledge.studio.record_form import FormField, field_of

Written = Mapping[str, Any]
Lines = list[str]


def in_words(member: str, written: Written, catalogue: Catalogue) -> dict[str, tuple[str, Lines]]:
    """Each field that is filled in: its name in Chinese, and what it says, a line an entry."""
    found: dict[str, tuple[str, Lines]] = {}
    for name, value in written.items():
        field = field_of(member, name)
        if field is not None and value not in (None, "", [], {}, ()):
            found[name] = field.label, list(_lines(field, value, catalogue))
    return found


def record_changes(
    member: str, before: Written, after: Written, catalogue: Catalogue
) -> Iterator[tuple[str, str, str]]:
    """Field, what it said and what it says; an entry of a list that is new or gone has the other one empty."""
    was, now = in_words(member, before, catalogue), in_words(member, after, catalogue)
    for name in {**was, **now}:
        label = (now.get(name) or was[name])[0]
        old, new = was.get(name, ("", []))[1], now.get(name, ("", []))[1]
        if old == new:
            continue
        if len(old) <= 1 and len(new) <= 1:
            yield label, "".join(old), "".join(new)
            continue
        gone, come = [one for one in old if one not in new], [one for one in new if one not in old]
        yield from ((label, one, "") for one in gone)
        yield from ((label, "", one) for one in come)
        if not gone and not come:
            yield f"{label}的先后", "、".join(old), "、".join(new)


def _lines(field: FormField, value: Any, catalogue: Catalogue) -> Iterator[str]:
    if field.kind == "list":
        yield from (_entry(field, one, catalogue) for one in value)
    elif field.kind == "options":
        yield from (f"{key}：{_entry(field, one, catalogue)}" for key, one in value.items())
    elif field.kind in ("lines", "citations", "choices", "picks"):
        yield from (_single(field, one, catalogue) for one in value)
    elif field.kind == "part":
        yield _entry(field, value, catalogue)
    else:
        yield _single(field, value, catalogue)


def _entry(field: FormField, entry: Written, catalogue: Catalogue) -> str:
    parts = []
    for own in field.fields:
        value = entry.get(own.name)
        if value not in (None, "", [], {}, ()):
            said = "、".join(_lines(own, value, catalogue))
            parts.append(said if own is field.fields[0] else f"{own.label}：{said}")
    return "；".join(parts)


def _single(field: FormField, value: Any, catalogue: Catalogue) -> str:
    if field.kind == "when":
        condition: Condition = adapter_of(Condition).validate_python(value)
        return condition_words(condition, catalogue.questions)
    if field.picks:
        record = getattr(catalogue, field.picks).get(value)
        return str(getattr(record, "name", None) or getattr(record, "text", value))
    if isinstance(value, bool):
        return "是" if value else "否"
    if field.kind == "citations" and isinstance(value, dict):
        return str(Basis.model_validate(value))
    if field.kind == "range":
        return f"大于{value[0]}，不超过{value[1]}"
    return f"{value:g}" if isinstance(value, float) else str(value)
