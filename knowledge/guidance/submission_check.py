"""Everything that stops a submission, found before a person looks at it: open questions, materials, contact data."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Literal

from pydantic import Field

from knowledge.base.frozen import Frozen
from knowledge.guidance.notice import NoticeContent, NoticeMaterial
from knowledge.persons.needs import Need, is_there

LICENCE = "licence_by_code"
"""The business licence as the window looks it up by data sharing: by its credit code, which the applicant must then state."""


class Gap(Frozen):
    """One thing that stops a submission."""

    kind: Literal["question", "material", "contact", "phone_check"] = Field(
        description="缺的是哪一种：question 问题没有回答、material 材料没有备齐、contact 联系信息、phone_check 手机号没有核实"
    )
    id: str = Field(description="问题或材料的编号，或者联系信息的种类")
    name: str = Field(description="显示的名称")
    say: str = Field(description="怎么补上")


PHONE_CHECK = Gap(
    kind="phone_check",
    id="phone_check",
    name="核实手机号",
    say="还没有核实手机号，请在填写信息的表单里点「获取验证码」，输入短信里的六位数字。",
)
"""A code by text message is still to come, where the centre asks for one."""


def gaps(
    content: NoticeContent,
    open_questions: Mapping[str, str],
    material_states: Mapping[str, str],
    contact: Collection[str],
    needed: Collection[Need],
) -> tuple[Gap, ...]:
    """Everything that stops a submission, all at once; empty where it may be submitted.

    Args:
        open_questions: Id to text of questions that are asked and not answered.
        material_states: Material to ``ready``, ``missing``, ``later`` or ``promised``.
        contact: The kinds of contact data that are there and right.
        needed: The contact data that this submission needs.
    """
    return (*_questions(open_questions), *_materials(content, material_states), *_contact(needed, contact))


def _questions(open_questions: Mapping[str, str]) -> Iterator[Gap]:
    for question, text in open_questions.items():
        yield Gap(kind="question", id=question, name=text, say=f"请先回答：{text}？")


def _materials(content: NoticeContent, states: Mapping[str, str]) -> Iterator[Gap]:
    for material in content.required():
        say = _missing(material, states.get(material.id))
        if say:
            yield Gap(kind="material", id=material.id, name=material.name, say=say)


def _missing(material: NoticeMaterial, state: str | None) -> str | None:
    if state == "ready" or (state == "promised" and material.promise_instead):
        return None
    if state == "promised":
        return f"「{material.name}」不能用书面承诺代替，请备齐后再提交。"
    if state == "later":
        return f"「{material.name}」不能后补，请备齐后再提交。"
    if material.promise_instead:
        return f"还缺「{material.name}」，请备齐，或者选择用书面承诺代替。"
    return f"还缺「{material.name}」，请备齐后再提交。"


def _contact(needed: Collection[Need], contact: Collection[str]) -> Iterator[Gap]:
    for need in needed:
        if not is_there(need.kind, contact):
            yield Gap(kind="contact", id=need.kind, name=need.label, say=f"还没有填写{need.label}。")
