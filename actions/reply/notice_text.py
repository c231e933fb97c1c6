"""The one-time notice as plain text with everything that stands on it: what 全文 brings; :mod:`actions.reply.short_notice` is the short one."""

from __future__ import annotations

from collections.abc import Iterator

from actions.reply.wording import say
from knowledge.calendar.unit import Unit
from knowledge.catalogue.item import CaseKind, Limit, MaterialForm, Necessity, Source
from knowledge.guidance.notice import (
    NoticeChange,
    NoticeContent,
    NoticeFee,
    NoticeItem,
    NoticeMaterial,
)
from knowledge.guidance.routing import DELEGATED_RULE


def full_text(number: str, version: int, content: NoticeContent) -> str:
    """Number, circumstances, every material, fee, limits, window and what happens next."""
    lines = [say("notice_title", number=number, version=version), say("notice_affair", name=content.name)]
    if len(content.items) > 1:
        lines.append(say("notice_items", items="、".join(item.name for item in content.items)))
    if content.circumstances:
        facts = "；".join(f"{fact.text}：{fact.label}" for fact in content.circumstances)
        lines.append(say("notice_circumstances", facts=facts))
    lines += [*materials_lines(content), *conditions_lines(content)]
    lines += [fees_line(content), limits_line(content), *window_lines(content), *after_lines(content)]
    return "\n".join(lines)


def materials_lines(content: NoticeContent) -> list[str]:
    """The counted list with form, copies, source, reason, standard and basis of each material."""
    if not content.materials:
        return [say("no_materials"), *shared_lines(content)]
    lines = [counts_line(content)]
    for number, material in enumerate(content.materials, 1):
        lines += material_lines(number, material)
    return [*lines, *shared_lines(content)]


def counts_line(content: NoticeContent) -> str:
    """``共6项材料：必要4项、可后补1项、非必要1项``."""
    return say("notice_counts", count=len(content.materials), kinds=_kinds(content))


def shared_lines(content: NoticeContent) -> list[str]:
    """What the window checks by data sharing, so that nobody brings it."""
    papers = [say("shared_paper", name=paper.name, holder=paper.holder) for paper in content.shared()]
    return [say("shared", papers="、".join(papers))] if papers else []


def material_lines(number: int, material: NoticeMaterial) -> Iterator[str]:
    """One material with everything that is known of it; what the source does not have is left out."""
    yield say(
        "material_head",
        number=number,
        name=material.name,
        form=material.form or "",
        copies=_copies(material),
        source=f"，{_source(material)}" if material.source else "",
        mark=marks_of(material),
    )
    yield say("material_reason", reason=material.reason or say("material_everyone"))
    if material.standard:
        yield say("material_standard", standard=material.standard)
    if material.filling:
        yield say("material_filling", filling=material.filling)
    if material.basis:
        yield say("material_basis", basis="、".join(material.basis))


def conditions_lines(content: NoticeContent) -> Iterator[str]:
    """What has to be met beside the papers, each condition once."""
    conditions = list(dict.fromkeys(condition for item in content.items for condition in item.conditions))
    if conditions:
        yield say("conditions", conditions="；".join(conditions))


def fees_line(content: NoticeContent, *, bases: bool = True) -> str:
    """What it costs, with the basis of each fee where wanted."""
    if content.fees:
        return say("fee_line", fees="；".join(_fee(fee, bases=bases) for fee in content.fees))
    free = [item.free_of_charge for item in content.items]
    return say("fee_none") if free and all(free) else say("fee_unknown")


def limits_line(content: NoticeContent) -> str:
    """Legal and promised limit of each item."""
    several = len(content.items) > 1
    return say(
        "limits",
        limits="；".join(
            f"{item.name}：{_limits(item)}" if several else _limits(item) for item in content.items
        ),
    )


def takes_days(content: NoticeContent) -> bool:
    """Whether some item surely takes longer than a day; where the source gives no limit nothing is sure."""
    limits = [
        item.promised_limit or item.legal_limit
        for item in content.items
        if item.case_kind != CaseKind.ON_THE_SPOT
    ]
    return any(limit and limit.unit is not Unit.MINUTE and limit.days > 1 for limit in limits)


def window_lines(content: NoticeContent, *, reasons: bool = True) -> list[str]:
    """Where to go, when it is open, and, where wanted, why there."""
    route = content.route
    if route is None:
        return _places_elsewhere(content)
    return [
        say(
            "window",
            site=route.site,
            floor=route.floor,
            number=route.number,
            name=route.name,
            address=route.address,
        ),
        say("window_hours", hours=route.hours, phone=route.phone),
        *([say("window_appointment")] if route.takes_appointments else []),
        *([say("window_why", why=route.why)] if reasons else []),
        *([say("window_example")] if route.example else []),
    ]


def _places_elsewhere(content: NoticeContent) -> list[str]:
    """Where the source says to go, for items that this centre does not receive."""
    lines = [say("window_elsewhere", place=item.place_text) for item in content.items if item.place_text]
    phones = list(dict.fromkeys(item.consult for item in content.items if item.consult))
    if not lines:
        return [say("window_unknown", phone="、".join(phones) or "12345")]
    return [*lines, say("window_consult", phone="、".join(phones))] if phones else lines


def first_lines(content: NoticeContent) -> Iterator[str]:
    """What has to be there, met or expected beside the papers, so that nobody comes in vain."""
    yield from prerequisites_lines(content)
    yield from conditions_lines(content)
    if any(item.inspection for item in content.items):
        yield say("inspection")


def prerequisites_lines(content: NoticeContent) -> Iterator[str]:
    """What has to be done first, where it is not part of the affair."""
    prerequisites = list(dict.fromkeys(name for item in content.items for name in item.prerequisites))
    own = {item.name for item in content.items}
    if first := [name for name in prerequisites if name not in own]:
        yield say("prerequisites", items="、".join(first))


def after_lines(content: NoticeContent) -> Iterator[str]:
    """What has to be there first, who else takes part, and what is received in the end."""
    yield from prerequisites_lines(content)
    if kinds := list(dict.fromkeys(kind for item in content.items for kind in item.intermediaries)):
        yield say("intermediaries", kinds="、".join(kinds))
    joint = list(dict.fromkeys(name for item in content.items for name in item.joint_with))
    if joint:
        yield say("joint", departments="、".join(joint))
    if any(item.inspection for item in content.items):
        yield say("inspection")
    for item in content.items:
        if item.passed_up_to:
            yield say("passed_up", authority=item.passed_up_to)
    for item in content.items:
        if item.steps:
            yield steps_line(item, named=len(content.items) > 1)
    for item in content.items:
        if item.result_name:
            yield result_line(item)


def steps_line(item: NoticeItem, *, named: bool = False) -> str:
    """The outer flow in one line: who acts, in how many working days; with the item's name where there are several."""
    steps = " → ".join(
        f"{step.name}（{step.who}{f'，{step.days:g}个工作日' if step.days else ''}）" for step in item.steps
    )
    return say("steps_of", name=item.name, steps=steps) if named else say("steps", steps=steps)


def result_line(item: NoticeItem) -> str:
    """The paper that is issued."""
    valid = f"（有效期{item.result_valid}）" if item.result_valid else ""
    return say("result", name=item.result_name, valid=valid, delivery="、".join(item.delivery))


def change_text(number: str, version: int, change: NoticeChange, content: NoticeContent) -> str:
    """Only what is new and what fell away."""
    if change.nothing:
        return say("notice_same", number=number, version=version)
    lines = [say("notice_changed", number=number, version=version)]
    if change.items_added:
        lines.append(say("change_items_added", names="、".join(change.items_added)))
    if change.items_dropped:
        lines.append(say("change_items_dropped", names="、".join(change.items_dropped)))
    if change.dropped:
        lines.append(say("change_dropped", names="、".join(m.name for m in change.dropped)))
    if change.added:
        lines.append(say("change_added", names="、".join(map(_short, change.added))))
    if change.altered:
        lines.append(say("change_altered", names="、".join(map(_short, change.altered))))
    if change.fees_changed:
        lines.append(say("change_fees", fees=fees_line(content, bases=False)))
    if change.window_changed and content.route:
        lines.append(
            say(
                "change_window",
                window=f"{content.route.site}{content.route.floor}{content.route.number}{content.route.name}",
            )
        )
        if content.route.rule == DELEGATED_RULE:
            lines.append(say("change_window_why", why=content.route.why))
    return "\n".join([*lines, say("change_rest")])


def _short(material: NoticeMaterial) -> str:
    """Name, form and reason in brackets: 不动产权证书（复印件1份，因为经营场所是自有的）."""
    parts = [f"{material.form or ''}{_copies(material)}", material.reason]
    inside = "，".join(part for part in parts if part)
    return f"{material.name}{f'（{inside}）' if inside else ''}{marks_of(material)}"


def _copies(material: NoticeMaterial) -> str:
    if material.copies is None or material.form is MaterialForm.SHOWN:
        return ""
    return f"{material.copies}份"


def _source(material: NoticeMaterial) -> str:
    if material.source is Source.GOVERNMENT and material.issued_by:
        return f"{material.issued_by}核发"
    return str(material.source)


def marks_of(material: NoticeMaterial) -> str:
    """That it may come later, is wanted only in some cases, or may be replaced by a promise."""
    marks = {Necessity.LATER: say("mark_later"), Necessity.OPTIONAL: say("mark_optional")}
    mark = marks.get(material.necessity, "") if material.certain else say("mark_uncertain")
    return mark + (say("mark_promise") if material.promise_instead else "")


def _kinds(content: NoticeContent) -> str:
    certain = [m for m in content.materials if m.certain]
    counts = [
        ("必要", sum(m.necessity is Necessity.REQUIRED for m in certain)),
        ("可后补", sum(m.necessity is Necessity.LATER for m in certain)),
        ("非必要", sum(m.necessity is Necessity.OPTIONAL for m in certain)),
        ("视情况需要", len(content.materials) - len(certain)),
    ]
    return "、".join(f"{name}{count}项" for name, count in counts if count)


def _fee(fee: NoticeFee, *, bases: bool) -> str:
    amount = (
        f"{_yuan(fee.amount)}元{f'/{fee.per}' if fee.per else ''}" if fee.amount is not None else fee.rule
    )
    reason = "".join(f"（{words}）" for words in (fee.reason, fee.relief) if words)
    basis = say("fee_basis", basis="、".join(fee.basis)) if fee.basis and bases else ""
    return say("fee_part", name=fee.name, amount=amount, reason=reason + basis)


def _yuan(amount: float) -> str:
    """An amount in digits, without noughts behind the point: 40, 0.5, 1000000."""
    return f"{amount:.2f}".rstrip("0").rstrip(".")


def _limits(item: NoticeItem) -> str:
    if item.case_kind == CaseKind.ON_THE_SPOT:
        return say("limit_on_the_spot")
    parts = []
    if item.legal_limit:
        parts.append(say("limit_legal", days=_days(item.legal_limit)))
    if item.promised_limit:
        parts.append(say("limit_promised", days=_days(item.promised_limit)))
    return "，".join(parts) or say("limit_unknown")


def _days(limit: Limit) -> str:
    unit = limit.unit if limit.unit is Unit.MINUTE else f"个{limit.unit}"
    note = f"（{limit.note}）" if limit.note else ""
    return f"{limit.days}{unit}{note}" if limit.days else f"当场{note}"
