"""The one-time notice (一次性告知): the whole list of what this applicant must bring, drawn once.

:func:`draw` is a pure function of affair, answers and route. Number, version, time and keeping are the api's.
"""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from knowledge.base.frozen import Frozen
from knowledge.catalogue.affair import Affair, Catalogue, Part, joined
from knowledge.catalogue.condition import Answers
from knowledge.catalogue.item import (
    BusinessItem,
    Fee,
    Limit,
    MaterialForm,
    Necessity,
    NeededMaterial,
    Source,
    Step,
)
from knowledge.catalogue.question_order import label_of, with_passed_over
from knowledge.guidance.explanation import reason
from knowledge.guidance.routing import Route


class Circumstance(Frozen):
    """One answer of the applicant, as shown."""

    question: str = Field(description="情形问题的编号")
    text: str = Field(description="问题的原文")
    value: str = Field(description="选项值，或 unsure 不确定")
    label: str = Field(description="回答的中文")


class NoticeMaterial(Frozen):
    """One line of the notice."""

    id: str = Field(description="材料编号")
    name: str = Field(description="材料名称")
    basis: tuple[str, ...] = Field(description="设定依据：法律名称和条号")
    form: MaterialForm | None = Field(
        description="材料类型：原件、复印件、原件和复印件、原件核对、电子件；来源没有写时为空"
    )
    copies: int | None = Field(description="份数；来源没有写时为空")
    source: Source | None = Field(description="来源渠道：申请人自备、政府部门核发、其他；来源没有写时为空")
    necessity: Necessity = Field(description="必要、非必要或容缺后补")
    standard: str = Field(description="受理标准")
    filling: str = Field(description="填报须知")
    issued_by: str = Field(description="出具机构")
    blank_form: str = Field(description="空白表格的名称")
    promise_instead: bool = Field(description="可以用书面承诺代替（告知承诺）")
    certain: bool = Field(description="一定要交；答了不确定、要不要交说不定时是 false")
    reason: str = Field(description="为什么您要交这份；人人都要的为空文字")
    for_items: tuple[str, ...] = Field(description="哪些事项要它，事项名称；一件事里共用的有几个")


class NoticeFee(Frozen):
    """One fee that applies, or may apply."""

    name: str = Field(description="收费项目名称")
    amount: float | None = Field(description="金额，元；按标准算的为空")
    per: str = Field(description="按什么收")
    rule: str = Field(description="收费标准，文字")
    basis: tuple[str, ...] = Field(description="收费依据")
    relief: str = Field(description="减免")
    reason: str = Field(description="为什么您要交；人人都交的为空文字")
    certain: bool = Field(description="一定收；说不定时是 false")
    item: str = Field(description="哪个事项收，事项名称")


class NoticeShared(Frozen):
    """A paper that the window checks by data sharing (数据共享), so that it need not be handed in."""

    id: str = Field(description="材料编号")
    name: str = Field(description="材料名称")
    holder: str = Field(description="共享数据的部门")
    basis: tuple[str, ...] = Field(description="设定依据")


class NoticeItem(Frozen, json_schema_serialization_defaults_required=True):
    """What the notice says of each item: limits, conditions, flow and result."""

    id: str = Field(description="业务办理项编号")
    name: str = Field(description="事项名称")
    department: str = Field(description="部门名称")
    case_kind: str = Field(description="办件类型：即办件、承诺件")
    legal_limit: Limit | None = Field(description="法定办结时限；来源没有时为空")
    promised_limit: Limit | None = Field(description="承诺办结时限；没有承诺时为空")
    conditions: tuple[str, ...] = Field(description="受理条件")
    steps: tuple[Step, ...] = Field(description="办理流程")
    result_name: str = Field(description="结果名称")
    result_valid: str = Field(description="结果的有效期")
    delivery: tuple[str, ...] = Field(description="送达方式")
    bases: tuple[str, ...] = Field(description="设定依据")
    free_of_charge: bool | None = Field(description="不收费；来源没有写时为空")
    remarks: tuple[str, ...] = Field(description="备注")
    prerequisites: tuple[str, ...] = Field(description="前置事项的名称")
    intermediaries: tuple[str, ...] = Field(description="中介服务")
    passed_up_to: str = Field(description="逐级上报到哪个上级机关；本级决定的为空文字")
    joint_with: tuple[str, ...] = Field(description="并联审批一起办的部门")
    inspection: bool = Field(description="有现场勘验")
    absent: tuple[str, ...] = Field(description="来源里没有的字段的名称")
    source: str = Field(description="导入的来源；随附的为空文字")
    place_text: str = Field(default="", description="来源里写的办理地点")
    consult: str = Field(default="", description="咨询方式")
    shared: tuple[NoticeShared, ...] = Field(default=(), description="窗口通过数据共享核查、不用交的材料")


class NoticeContent(Frozen):
    """Everything that stands on a notice except its number, version and time."""

    affair: str = Field(description="事项或一件事的编号")
    name: str = Field(description="事项或一件事的名称")
    kind: str = Field(description="item 业务办理项、bundle 一件事")
    circumstances: tuple[Circumstance, ...] = Field(description="申请人的情形：问题和回答")
    materials: tuple[NoticeMaterial, ...] = Field(description="要交的材料")
    fees: tuple[NoticeFee, ...] = Field(description="收费")
    items: tuple[NoticeItem, ...] = Field(description="各个事项的时限、条件、流程和结果")
    route: Route | None = Field(description="去哪个窗口；事项库里没有窗口时为空")
    catalogue_version: str = Field(description="事项库的版本")

    def required(self) -> tuple[NoticeMaterial, ...]:
        """The materials without which the application is incomplete."""
        return tuple(m for m in self.materials if m.necessity is Necessity.REQUIRED and m.certain)

    def later(self) -> tuple[NoticeMaterial, ...]:
        """The materials that may be handed in later (容缺后补)."""
        return tuple(m for m in self.materials if m.necessity is Necessity.LATER)

    def shared(self) -> tuple[NoticeShared, ...]:
        """What the window checks by data sharing, each paper once."""
        return tuple({paper.id: paper for item in self.items for paper in item.shared}.values())


class NoticeChange(Frozen):
    """What a new version of a notice adds and drops, by name, and what else differs."""

    added: tuple[NoticeMaterial, ...] = Field(description="新增的材料")
    dropped: tuple[NoticeMaterial, ...] = Field(description="不再需要的材料")
    altered: tuple[NoticeMaterial, ...] = Field(description="要求有变化的材料")
    fees_changed: bool = Field(description="收费有变化")
    items_added: tuple[str, ...] = Field(description="新增的事项名称")
    items_dropped: tuple[str, ...] = Field(description="不再办的事项名称")
    window_changed: bool = Field(description="窗口有变化")

    @property
    def nothing(self) -> bool:
        return not any(getattr(self, name) for name in type(self).model_fields)


def draw(affair: Affair, answers: Answers, catalogue: Catalogue, route: Route | None) -> NoticeContent:
    """Draw the notice for settled answers (see :func:`knowledge.catalogue.question_order.settle`)."""
    known = with_passed_over(affair, answers)
    parts = tuple(part for part in affair.parts if part.when is None or part.when.holds(known) is not False)
    return NoticeContent(
        affair=affair.id,
        name=affair.name,
        kind=affair.kind,
        circumstances=tuple(
            Circumstance(
                question=question,
                text=catalogue.questions[question].text,
                value=value,
                label=label_of(catalogue.questions[question], value),
            )
            for question, value in answers.items()
        ),
        materials=_materials(affair, known, catalogue),
        fees=tuple(_fees(parts, known, catalogue)),
        items=tuple(_item(part.item, known, catalogue) for part in parts),
        route=route,
        catalogue_version=catalogue.version,
    )


def compare(before: NoticeContent, after: NoticeContent) -> NoticeChange:
    """What changed from one version to the next."""
    old, new = ({m.id: m for m in content.materials} for content in (before, after))
    old_items, new_items = ([item.name for item in content.items] for content in (before, after))
    return NoticeChange(
        added=tuple(m for key, m in new.items() if key not in old),
        dropped=tuple(m for key, m in old.items() if key not in new),
        altered=tuple(m for key, m in new.items() if key in old and _weight(m) != _weight(old[key])),
        fees_changed=[_amount(fee) for fee in before.fees] != [_amount(fee) for fee in after.fees],
        items_added=tuple(name for name in new_items if name not in old_items),
        items_dropped=tuple(name for name in old_items if name not in new_items),
        window_changed=(before.route and before.route.window) != (after.route and after.route.window),
    )


def _weight(material: NoticeMaterial) -> tuple[object, ...]:
    return material.necessity, material.copies, material.certain


def _amount(fee: NoticeFee) -> tuple[object, ...]:
    return fee.name, fee.amount, fee.rule, fee.certain


def _materials(affair: Affair, answers: Answers, catalogue: Catalogue) -> tuple[NoticeMaterial, ...]:
    """Each material that is needed or may be, once; what two items need is asked for in the stricter way."""
    merged: dict[str, NoticeMaterial] = {}
    for item, need in affair.needs:
        truth = True if need.when is None else need.when.holds(answers)
        if truth is False:
            continue
        line = _line(item, need, truth is True, answers, catalogue)
        earlier = merged.get(need.material)
        merged[need.material] = line if earlier is None else _stricter(earlier, line)
    order = {Necessity.REQUIRED: 0, Necessity.LATER: 1, Necessity.OPTIONAL: 2}
    return tuple(sorted(merged.values(), key=lambda m: (not m.certain, order[m.necessity])))


def _line(
    item: BusinessItem, need: NeededMaterial, certain: bool, answers: Answers, catalogue: Catalogue
) -> NoticeMaterial:
    material = catalogue.materials[need.material]
    return NoticeMaterial(
        id=need.material,
        name=material.name,
        basis=tuple(map(str, need.basis or material.basis)),
        form=material.form,
        copies=need.copies if need.copies is not None else material.copies,
        source=material.source,
        necessity=need.necessity or material.necessity,
        standard=material.standard,
        filling=material.filling,
        issued_by=material.issued_by,
        blank_form=material.blank_form,
        promise_instead=need.material in item.promise_instead,
        certain=certain,
        reason=need.because if need.because and certain else reason(need.when, answers, catalogue),
        for_items=(item.name,),
    )


def _stricter(first: NoticeMaterial, second: NoticeMaterial) -> NoticeMaterial:
    """One line for a material that two items need: whichever asks for more, and what that depends on."""
    order = [Necessity.REQUIRED, Necessity.LATER, Necessity.OPTIONAL]
    strictest = min(first.necessity, second.necessity, key=order.index)
    asking = sorted((m for m in (first, second) if m.necessity is strictest), key=lambda m: not m.certain)
    leading = asking[0]
    for_everybody = any(m.certain and not m.reason for m in asking)
    copies = [line.copies for line in (first, second) if line.copies is not None]
    return leading.model_copy(
        update={
            "basis": tuple(dict.fromkeys(first.basis + second.basis)),
            "copies": max(copies, default=None),
            "promise_instead": first.promise_instead and second.promise_instead,
            "reason": "" if for_everybody else leading.reason,
            "for_items": tuple(dict.fromkeys(first.for_items + second.for_items)),
        }
    )


def _fees(parts: tuple[Part, ...], answers: Answers, catalogue: Catalogue) -> Iterator[NoticeFee]:
    for part in parts:
        for fee in part.item.fees:
            when = joined(part.when, fee.when)
            truth = True if when is None else when.holds(answers)
            if truth is not False:
                why = reason(fee.when if truth else when, answers, catalogue, then="")
                yield _fee(fee, part.item, truth is True, why)


def _fee(fee: Fee, item: BusinessItem, certain: bool, why: str) -> NoticeFee:
    return NoticeFee(
        name=fee.name,
        amount=fee.amount,
        per=fee.per,
        rule=fee.rule,
        basis=tuple(map(str, fee.basis)),
        relief=fee.relief,
        reason=why,
        certain=certain,
        item=item.name,
    )


def _shared(item: BusinessItem, answers: Answers, catalogue: Catalogue) -> Iterator[NoticeShared]:
    """What surely need not be handed in; where an open answer decides, nothing is promised."""
    for paper in item.shared:
        if paper.when is None or paper.when.holds(answers) is True:
            material = catalogue.materials[paper.material]
            yield NoticeShared(
                id=paper.material,
                name=material.name,
                holder=material.shared_from,
                basis=tuple(map(str, material.basis)),
            )


def _item(item: BusinessItem, answers: Answers, catalogue: Catalogue) -> NoticeItem:
    return NoticeItem(
        id=item.id,
        name=item.name,
        department=catalogue.department_name(item.department),
        case_kind=item.case_kind,
        legal_limit=item.legal_limit,
        promised_limit=item.promised_limit,
        conditions=item.conditions,
        steps=item.steps,
        result_name=item.result.name if item.result else "",
        result_valid=item.result.valid if item.result else "",
        delivery=item.result.delivery if item.result else (),
        bases=tuple(map(str, item.bases)),
        free_of_charge=item.free_of_charge,
        remarks=item.remarks,
        prerequisites=tuple(catalogue.items[name].name for name in item.prerequisites),
        intermediaries=item.intermediaries,
        passed_up_to=item.passed_up_to,
        joint_with=tuple(catalogue.department_name(name) for name in item.joint_with),
        inspection=item.inspection,
        absent=item.absent,
        source=item.source,
        place_text=item.place_text,
        consult=item.consult,
        shared=tuple(_shared(item, answers, catalogue)),
    )
