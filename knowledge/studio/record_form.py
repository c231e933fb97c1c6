"""The forms of items, questions and materials: every field with its name and how it is filled in, as the Excel sheets call them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from knowledge.catalogue.item import Audience
from knowledge.sheets.cells import CITATIONS, LINES, NUMBER, WHEN, YES_NO, Codec
from knowledge.sheets.columns import Column, Table
from knowledge.sheets.common_tables import MATERIALS, OPTIONS, QUESTIONS
from knowledge.sheets.item_tables import ASKED, FAQ, FEES, ITEMS, NEEDED, SHARED, STEPS, TOLD

_PICKED = {
    "department": "departments",
    "joint_with": "departments",
    "question": "questions",
    "material": "materials",
    "promise_instead": "materials",
    "prerequisites": "items",
}
"""Fields that name other records, and of which member."""

_NOT_WRITTEN = {"main", "origin", "absent"}
"""What follows from the key or from where the record came."""

_PARTS = {
    "legal_limit": "法定时限",
    "promised_limit": "承诺时限",
    "extension": "可以延长",
    "renew_before": "延续提前",
    "result": "办理结果",
    "on_spot": "当场决定",
    "bounds": "数量范围",
}
_LISTS: dict[str, tuple[tuple[str, str, Table], ...]] = {
    "items": (
        ("asks", "问什么", ASKED),
        ("materials", "要什么材料", NEEDED),
        ("shared", "窗口共享核对的材料", SHARED),
        ("fees", "费用", FEES),
        ("steps", "办理流程", STEPS),
        ("questions", "常见问题", FAQ),
        ("facts", "答问", TOLD),
    ),
    "questions": (("options", "选项", OPTIONS),),
    "materials": (),
}
_TABLES = {"items": ITEMS, "questions": QUESTIONS, "materials": MATERIALS}
_LONG = {"standard", "filling", "text", "answer", "help", "rule", "what", "because", "place_text"}

_GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("基本", ("main_name", "name", "operation", "scenario", "aliases", "type", "case_kind", "department", "level", "audience", "task_code")),
    ("情形和材料", ("asks", "materials", "shared", "promise_instead", "conditions")),
    ("时限和收费", ("legal_limit", "promised_limit", "extension", "renew_before", "free_of_charge", "fees")),
    ("流程和结果", ("steps", "result", "visits", "inspection", "expert_review", "joint_with", "passed_up_to", "delegated",
        "silence_is_consent", "on_spot", "applicant_identity", "co_applicant")),
    ("依据和前置", ("bases", "prerequisites", "intermediaries")),
    ("告诉大家的", ("questions", "facts", "remarks")),
    ("怎么办、问谁", ("online", "by_post", "by_appointment", "scope", "consult", "supervise", "place_text", "source")),
)  # fmt: skip


@dataclass(frozen=True)
class FormField:
    """One field of a form.

    Attributes:
        kind: text long lines citations number yes_no choice choices pick picks when part range list options.
        choices: What it may be.
        picks: The catalogue's member of which it names records.
        fields: Of a part, or of each entry of a list.
    """

    name: str
    label: str
    kind: str
    hint: str = ""
    choices: tuple[str, ...] = ()
    picks: str = ""
    fields: tuple[FormField, ...] = ()


@dataclass(frozen=True)
class FormGroup:
    """Fields that belong together."""

    title: str
    fields: tuple[FormField, ...]


@cache
def record_form(member: str) -> tuple[FormGroup, ...]:
    """The form of a kind of record."""
    fields = {one.name: one for one in _fields(member)}
    if member != "items":
        return (FormGroup("内容", tuple(fields.values())),)
    return tuple(FormGroup(title, tuple(fields[name] for name in names)) for title, names in _GROUPS)


@cache
def field_of(member: str, name: str) -> FormField | None:
    """A field of a form, by its name."""
    return next((one for one in _fields(member) if one.name == name), None)


@cache
def _fields(member: str) -> tuple[FormField, ...]:
    found = [one for one in _of_table(_TABLES[member]) if one.name not in _NOT_WRITTEN]
    for name, label, table in _LISTS[member]:
        kind = "options" if name == "options" else "list"
        found.append(FormField(name, label, kind, table.about, fields=_of_table(table)))
    return tuple(found)


def _of_table(table: Table) -> tuple[FormField, ...]:
    fields: dict[str, FormField] = {}
    for column in table.columns:
        whole, _, part = column.field.partition(".")
        if not part:
            fields[whole] = _field(column)
        elif whole in fields:
            fields[whole] = replace(fields[whole], fields=(*fields[whole].fields, _part(column, whole, part)))
        else:
            kind = "range" if part.isdigit() else "part"
            fields[whole] = FormField(
                whole, _PARTS[whole], kind, column.hint, fields=(_part(column, whole, part),)
            )
    return tuple(fields.values())


def _part(column: Column, whole: str, part: str) -> FormField:
    label = column.heading.removeprefix(_PARTS[whole]).removeprefix("结果")
    names = {"days": "多少", "by": "谁", "basis": "依据"}
    return replace(_field(column), name=part, label=names.get(part, label))


def _field(column: Column) -> FormField:
    name = column.field.rpartition(".")[2]
    plain = FormField(name, column.heading, _kind(name, column.codec), column.hint or _hint(column.codec))
    if name in _PICKED and "编号" in column.heading:
        several = column.codec is LINES
        return replace(
            plain,
            kind="picks" if several else "pick",
            label=column.heading.replace("编号", ""),
            hint="",
            picks=_PICKED[name],
        )
    if name == "audience":
        return replace(plain, kind="choices", hint="", choices=tuple(one.value for one in Audience))
    return replace(plain, choices=column.codec.choices if plain.kind == "choice" else ())


def _kind(name: str, codec: Codec) -> str:
    if codec.choices and codec is not YES_NO:
        return "choice"
    kinds = {
        id(LINES): "lines",
        id(CITATIONS): "citations",
        id(NUMBER): "number",
        id(YES_NO): "yes_no",
        id(WHEN): "when",
    }
    return kinds.get(id(codec), "long" if name in _LONG else "text")


def _hint(codec: Codec) -> str:
    return codec.hint if codec is CITATIONS else ""
