"""Items, questions and materials as forms, and what is found while somebody fills them in."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from api.platform.schemas import Payload, View

Key = Annotated[
    str,
    Field(
        min_length=3,
        max_length=200,
        description="items/编号、questions/编号 或者 materials/编号，例如 items/food_operation.new",
    ),
]
Record = Annotated[dict[str, Any], Field(description="一条事项、问题或者材料的全部内容，字段和导出的一样")]


class FormFieldView(View):
    """One field of a form."""

    name: str = Field(description="字段")
    label: str = Field(description="叫什么")
    kind: str = Field(
        description="怎么填：text、long、lines、citations、number、yes_no、choice、choices、pick、picks、when、part、range、list、options"
    )
    hint: str = Field(description="怎么填的提示；没有的为空")
    choices: list[str] = Field(description="只能是这些；不限的为空")
    picks: str = Field(description="选哪一种记录：departments、questions、materials、items；不是选记录的为空")
    fields: list[FormFieldView] = Field(description="里面的字段")


class FormGroupView(View):
    """Fields that belong together."""

    title: str = Field(description="这一组叫什么")
    fields: list[FormFieldView] = Field(description="字段")


class NamedRecord(View):
    """A record that can be picked."""

    id: str = Field(description="编号")
    name: str = Field(description="名称")


class NamedOption(View):
    """An option of a question."""

    value: str = Field(description="选项的编号")
    label: str = Field(description="选项")


class NamedQuestion(NamedRecord):
    """A question that can be asked, and what may be answered."""

    options: list[NamedOption] = Field(description="选项")


class RecordForms(View):
    """The forms, and what can be picked in them."""

    items: list[FormGroupView] = Field(description="事项的字段，分组")
    questions: list[FormGroupView] = Field(description="情形问题的字段")
    materials: list[FormGroupView] = Field(description="材料的字段")
    known_departments: list[NamedRecord] = Field(description="部门")
    known_items: list[NamedRecord] = Field(description="事项，连同还没有发布的")
    known_materials: list[NamedRecord] = Field(description="材料，连同还没有发布的")
    known_questions: list[NamedQuestion] = Field(description="情形问题，连同还没有发布的")


class RecordCheckWanted(Payload):
    """A record as it stands in a form."""

    key: Key
    record: Record
    against: dict[str, Any] | None = Field(
        default=None, description="和哪一份比；不写就和已公布的比，新加的和空的比"
    )


class RecordFindingView(View):
    """One thing that is wrong, or to be looked at."""

    place: list[str] = Field(description="在哪一项，从外到里；不在哪一项的为空")
    message: str = Field(description="哪里不对、怎么改")
    wrong: bool = Field(description="不改不能发布；否则只是要看一眼")


class ConditionWords(View):
    """A condition in words."""

    place: list[str] = Field(description="在哪一项，从外到里")
    words: str = Field(description="条件写成的话")


class RecordChange(View):
    """One field that is otherwise."""

    part: str = Field(description="哪一项")
    before: str = Field(description="原来的；没有的为空")
    after: str = Field(description="现在的；没有了的为空")


class BranchView(View):
    """One line of the tree of branches."""

    depth: int = Field(description="缩进几层")
    question: str = Field(description="问什么；没有问题的为空")
    answer: str = Field(description="答什么")
    materials: list[str] | None = Field(description="问完了要的材料；还要接着问的为空")


class RecordImpact(View):
    """Whom a release of this record touches."""

    items: list[NamedRecord] = Field(description="用到这条的事项和一件事")
    drafts: int = Field(description="没有提交的草稿有几份")
    cases: int = Field(description="在办的办件有几件")


NOBODY = RecordImpact(items=[], drafts=0, cases=0)


class RecordCheck(View):
    """What was found while somebody fills in a form."""

    findings: list[RecordFindingView] = Field(default=[], description="要改的在前")
    conditions: list[ConditionWords] = Field(default=[], description="每个条件写成的话")
    changes: list[RecordChange] = Field(default=[], description="比另一份改了什么")
    branches: list[BranchView] = Field(default=[], description="分支，从第一个问题起；看不了的为空")
    cut: bool = Field(default=False, description="分支太多，只列出前面的")
    impact: RecordImpact = Field(default=NOBODY, description="影响到谁")
