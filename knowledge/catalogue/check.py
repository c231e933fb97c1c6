"""The catalogue validator (``intake catalogue check``): what an item must have before anyone is told to bring papers for it.

Rules from the source documents: every material names its legal basis; a material called 其他 is not allowed; a material whose data
a department already shares is not asked for again. Beside these: references exist, every question can be reached and changes something.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from knowledge.base.faults import Fault
from knowledge.base.marked_yaml import FieldPath, Marked
from knowledge.catalogue.affair import Affair, Catalogue
from knowledge.catalogue.condition import Condition
from knowledge.catalogue.item import BusinessItem, CaseKind
from knowledge.catalogue.local import FILE as LOCAL
from knowledge.catalogue.reachable_questions import unreachable_questions

_CATCH_ALL = re.compile(
    r"^(其他|其它)|(其他|其它)(有关|相关|必要|需要)?的?(材料|资料|证明|文件)|等(材料|资料)$"
)

Lines = Mapping[str, tuple[Marked, FieldPath]]


def check_catalogue(catalogue: Catalogue, lines: Lines) -> list[Fault]:
    """Every fault of a catalogue that could be read.

    Args:
        lines: Where each item, question, material and bundle is written.
    """
    faults = [_placed(record, place, message, lines) for record, place, message in findings(catalogue)]
    return faults + [_of_windows(place, message, lines) for place, message in _windows(catalogue)]


def findings(catalogue: Catalogue) -> list[tuple[str, FieldPath, str]]:
    """What is wrong with items, materials and bundles: id of the record, field, and what is wrong."""
    found = list(_materials(catalogue))
    for item in catalogue.items.values():
        found += [(item.id, place, message) for place, message in _item(item, catalogue)]
        found += [(item.id, place, message) for place, message in _affair(item.id, catalogue)]
    for bundle in catalogue.bundles.values():
        if bundle.department not in catalogue.departments:
            found.append((bundle.id, ("department",), f"没有部门 {bundle.department}"))
        missing = [part.item for part in bundle.parts if part.item not in catalogue.items]
        found += [(bundle.id, ("parts",), f"没有事项 {item}") for item in missing]
        faulty = {record for record, _, _ in found}
        if not missing and not any(part.item in faulty for part in bundle.parts):
            found += [(bundle.id, place, message) for place, message in _affair(bundle.id, catalogue)]
    return found


def window_findings(catalogue: Catalogue) -> list[tuple[FieldPath, str]]:
    """What is wrong with windows and transfers: field, and what is wrong."""
    return list(_windows(catalogue))


def _of_windows(place: FieldPath, message: str, lines: Lines) -> Fault:
    """``lines`` may hold under :data:`LOCAL` where windows, places and transfers are written together."""
    if LOCAL in lines:
        return _placed(LOCAL, place, message, lines)
    return Fault(LOCAL, 0, ".".join(map(str, place)), message)


def _placed(record: str, place: FieldPath, message: str, lines: Lines) -> Fault:
    if record not in lines:
        return Fault("-", 0, record, message)
    marked, path = lines[record]
    return marked.fault((*path, *place), message)


def _materials(catalogue: Catalogue) -> Iterator[tuple[str, FieldPath, str]]:
    based = {need.material for item in catalogue.items.values() for need in item.materials if need.basis}
    asked = {need.material for item in catalogue.items.values() for need in item.materials}
    asked |= {paper.material for item in catalogue.items.values() for paper in item.shared}
    for key, material in catalogue.materials.items():
        if _CATCH_ALL.search(material.name):
            yield key, ("name",), f"材料「{material.name}」是兜底材料，不允许：请写明是哪一份材料"
        if not material.basis and key not in based:
            yield key, ("basis",), f"材料「{material.name}」没有设定依据"
        if key not in asked:
            yield key, (), f"材料「{material.name}」没有事项用到，请删去"
        if material.shared_from:
            continue
        for field, said in (
            ("form", "材料类型"),
            ("source", "来源渠道"),
            ("standard", "受理标准"),
            ("copies", "份数"),
        ):
            if getattr(material, field) in (None, ""):
                yield key, (field,), f"材料「{material.name}」没有{said}"


def _item(item: BusinessItem, catalogue: Catalogue) -> Iterator[tuple[FieldPath, str]]:
    if not item.bases:
        yield ("bases",), "没有设定依据"
    if item.legal_limit and not item.legal_limit.basis:
        yield (
            ("legal_limit",),
            "法定办结时限没有依据：法律没有规定天数的不写 legal_limit，只写承诺时限 promised_limit",
        )
    if item.legal_limit is None and item.promised_limit is None:
        yield ("promised_limit",), "没有办结时限：法律没有规定天数的写承诺时限 promised_limit"
    if item.case_kind is CaseKind.PROMISED and item.promised_limit is None:
        yield ("promised_limit",), "承诺件没有承诺办结时限"
    if item.free_of_charge is None and not item.fees:
        yield ("fees",), "没有写是否收费：不收费写 free_of_charge: true，收费写 fees"
    if item.free_of_charge is False and not item.fees:
        yield ("fees",), "写了收费，没有写收费项目"
    if item.free_of_charge and item.fees:
        yield ("fees",), "写了不收费，又写了收费项目"
    yield from (
        (("fees", n), f"收费项目「{fee.name}」没有依据") for n, fee in enumerate(item.fees) if not fee.basis
    )
    legal, promised = item.legal_limit, item.promised_limit
    if legal and promised and legal.unit is promised.unit and promised.days > legal.days:
        yield ("promised_limit",), f"承诺时限{promised.days}比法定时限{legal.days}还长"
    if item.result is None:
        yield ("result",), "没有办理结果"
    if not item.materials:
        yield ("materials",), "没有申请材料"
    for field, departments in (("department", (item.department,)), ("joint_with", item.joint_with)):
        for department in departments:
            if department not in catalogue.departments:
                yield (field,), f"没有部门 {department}"
    needed = {need.material for need in item.materials}
    for name in item.promise_instead:
        if name not in needed:
            yield ("promise_instead",), f"可以承诺代替的材料 {name} 不在申请材料里"
    for name in item.prerequisites:
        if name not in catalogue.items:
            yield ("prerequisites",), f"没有前置事项 {name}"
    for n, need in enumerate(item.materials):
        material = catalogue.materials.get(need.material)
        if material and not (material.basis or need.basis):
            yield ("materials", n), f"材料「{material.name}」没有设定依据"
        if material and material.shared_from:
            yield (
                ("materials", n),
                f"材料「{material.name}」可由{material.shared_from}共享取得，不得再向申请人要",
            )
        if sum(other.material == need.material and other.when == need.when for other in item.materials[:n]):
            yield ("materials", n), f"材料「{material.name if material else need.material}」写了两次"
    yield from _shared(item, catalogue)
    yield from _on_spot(item)
    yield from _told(item)


def _on_spot(item: BusinessItem) -> Iterator[tuple[FieldPath, str]]:
    """What takes several people or days is not decided by one at once."""
    if item.on_spot is None:
        return
    if item.case_kind is not CaseKind.ON_THE_SPOT:
        yield ("on_spot",), "只有即办件可以当场决定"
    for has, what in (
        (item.inspection, "现场勘验"),
        (item.expert_review, "专家论证"),
        (item.joint_with, "并联审批"),
        (item.passed_up_to, "上报"),
    ):
        if has:
            yield ("on_spot",), f"要{what}的事项不能当场决定"


_LOUD = re.compile("[!！]")
_LONGEST = 160
"""Characters of a fact or of a question's answer: what is read at one glance."""


def _told(item: BusinessItem) -> Iterator[tuple[FieldPath, str]]:
    """What people are told in answer to their questions: one text a kind, short and calm."""
    kinds = [fact.about for fact in item.facts]
    yield from ((("facts", n), f"「{kind}」写了两次") for n, kind in enumerate(kinds) if kind in kinds[:n])
    texts = [("facts", n, fact.text) for n, fact in enumerate(item.facts)]
    texts += [("questions", n, faq.answer) for n, faq in enumerate(item.questions)]
    for field, n, text in texts:
        if _LOUD.search(text):
            yield (field, n), "不用感叹号"
        if len(text) > _LONGEST:
            yield (field, n), f"有{len(text)}个字，最多{_LONGEST}个"


def _shared(item: BusinessItem, catalogue: Catalogue) -> Iterator[tuple[FieldPath, str]]:
    """What the window checks by data sharing must be shared by somebody, and may not be asked for as well."""
    always = {
        catalogue.materials[need.material].name
        for need in item.materials
        if need.when is None and need.material in catalogue.materials
    }
    for n, paper in enumerate(item.shared):
        material = catalogue.materials.get(paper.material)
        if material is None:
            continue
        if not material.shared_from:
            yield ("shared", n), f"材料「{material.name}」没有写共享部门 shared_from，不能写在 shared 里"
        elif material.name in always:
            yield ("shared", n), f"「{material.name}」由窗口共享核对，又写在申请材料里要申请人交，请留一处"


def _affair(affair_id: str, catalogue: Catalogue) -> Iterator[tuple[FieldPath, str]]:
    affair = catalogue.affair(affair_id)
    if affair is None:
        return
    unknown = [asked.question for asked in affair.asks if asked.question not in catalogue.questions]
    yield from ((("asks",), f"没有问题 {question}") for question in unknown)
    if unknown:
        return
    faults = list(_conditions(affair, catalogue))
    yield from faults
    if faults:
        return
    for question in unreachable_questions(affair, catalogue):
        yield ("asks",), f"问题「{catalogue.questions[question].text}」在任何回答下都问不到"
    if not affair.is_bundle:
        deciding = _all_conditions(affair, with_shared=False)
        used = {atom.question for condition in deciding for atom in condition.atoms()}
        for asked in affair.asks:
            if asked.question not in used:
                yield (
                    ("asks",),
                    f"问题「{catalogue.questions[asked.question].text}」不影响材料、费用或后面的问题，请删去",
                )


def _conditions(affair: Affair, catalogue: Catalogue) -> Iterator[tuple[FieldPath, str]]:
    asked_before: set[str] = set()
    for n, asked in enumerate(affair.asks):
        if asked.when is not None:
            for atom in asked.when.atoms():
                if atom.question not in asked_before:
                    yield ("asks", n, "when"), f"条件里的问题 {atom.question} 还没有问到：只能用前面的问题"
        asked_before.add(asked.question)
    for condition in _all_conditions(affair):
        for atom in condition.atoms():
            question = catalogue.questions.get(atom.question)
            if question is None or atom.question not in asked_before:
                yield ("asks",), f"条件用到的问题 {atom.question} 没有在 asks 里问"
                continue
            for value in atom.values:
                if value not in question.options:
                    yield ("asks",), f"问题 {atom.question} 没有选项 {value}"


def _all_conditions(affair: Affair, *, with_shared: bool = True) -> Iterator[Condition]:
    for asked in affair.asks:
        if asked.when is not None:
            yield asked.when
    for part in affair.parts:
        if part.when is not None:
            yield part.when
        conditions = [need.when for need in part.item.materials] + [fee.when for fee in part.item.fees]
        conditions += [paper.when for paper in part.item.shared if with_shared]
        yield from (condition for condition in conditions if condition is not None)


def _windows(catalogue: Catalogue) -> Iterator[tuple[FieldPath, str]]:
    known = set(catalogue.items) | {item.main for item in catalogue.items.values()}
    for window in catalogue.windows.values():
        place = ("windows", window.id)
        if window.site not in catalogue.sites:
            yield (*place, "site"), f"没有办事地点 {window.site}"
        for department in window.departments:
            if department not in catalogue.departments:
                yield (*place, "departments"), f"没有部门 {department}"
        for item in window.items:
            if item not in known:
                yield (*place, "items"), f"没有事项 {item}"
        for town in window.places:
            if town not in catalogue.places:
                yield (*place, "places"), f"没有乡镇 {town}"
    for n, transfer in enumerate(catalogue.transfers):
        for field in ("from_department", "to_department"):
            if getattr(transfer, field) not in catalogue.departments:
                yield ("transfers", n, field), f"没有部门 {getattr(transfer, field)}"
        for item in transfer.items:
            if item not in known:
                yield ("transfers", n, "items"), f"没有事项 {item}"
