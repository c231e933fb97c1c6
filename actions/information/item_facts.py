"""Questions about an item, answered in full wherever they come; the caller picks the thread up again."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from actions.information.library import OPENING_HOURS
from actions.reply.notice_text import (
    fees_line,
    limits_line,
    materials_lines,
    result_line,
    steps_line,
    takes_days,
    window_lines,
)
from actions.reply.wording import say
from actions.turn import CONSULT_PHONE, Turn
from api.intakes.schemas import IntakeView
from knowledge.guidance.notice import NoticeContent
from knowledge.language.aspects import Aspect, wants_it_today
from knowledge.language.declared_materials import materials_named


async def tell(turn: Turn, view: IntakeView, aspects: Sequence[Aspect]) -> None:
    """Answer what is asked of the intake's affair, as far as the answers so far allow."""
    content = view.preview or await turn.api.preview(view.id)
    if Aspect.TIME_LIMIT in aspects and wants_it_today(turn.text) and takes_days(content):
        turn.say("limit_not_same_day")
    for line in dict.fromkeys(line for aspect in aspects for line in _lines(turn.text, aspect, content)):
        turn.add(line)
    if content.route is not None and Aspect.HOURS in aspects:
        turn.has_answered(OPENING_HOURS, content.route.window)


def _lines(text: str, aspect: Aspect, content: NoticeContent) -> list[str]:
    """What there is to say of an aspect; of the materials' reasons only those of the materials that the sentence names."""
    if aspect is not Aspect.WHY:
        return _TELLS[aspect](content)
    names = {material.id: material.name for material in content.materials}
    named = materials_named(text, names)
    reasons = [
        f"{m.name}：{m.reason or say('material_everyone')}" for m in content.materials if m.id in named
    ]
    return reasons or _why(content)


def _fee(content: NoticeContent) -> list[str]:
    return [fees_line(content, bases=False)]


def _time_limit(content: NoticeContent) -> list[str]:
    return [limits_line(content)]


def _place(content: NoticeContent) -> list[str]:
    return window_lines(content)


def _hours(content: NoticeContent) -> list[str]:
    route = content.route
    if route is None:
        return window_lines(content)
    return [
        say(
            "about_hours",
            site=f"{route.site}{route.floor}{route.number}{route.name}",
            hours=route.hours,
            phone=route.phone,
        )
    ]


def _phone(content: NoticeContent) -> list[str]:
    phone = content.route.phone if content.route else CONSULT_PHONE
    return [say("about_consult", consult=phone, supervise=CONSULT_PHONE)]


def _conditions(content: NoticeContent) -> list[str]:
    conditions = [condition for item in content.items for condition in item.conditions]
    return (
        [say("conditions", conditions="；".join(conditions))] if conditions else _absent(content, "受理条件")
    )


def _basis(content: NoticeContent) -> list[str]:
    bases = list(dict.fromkeys(basis for item in content.items for basis in item.bases))
    return [say("basis", basis="、".join(bases))] if bases else _absent(content, "设定依据")


def _process(content: NoticeContent) -> list[str]:
    lines = [steps_line(item) for item in content.items if item.steps]
    return lines or _absent(content, "办理流程")


def _result(content: NoticeContent) -> list[str]:
    lines = [result_line(item) for item in content.items if item.result_name]
    return lines or _absent(content, "办理结果")


def _absent(content: NoticeContent, what: str) -> list[str]:
    phone = content.route.phone if content.route else CONSULT_PHONE
    return [say("about_absent", name=content.name, what=what, phone=phone)]


def _why(content: NoticeContent) -> list[str]:
    reasons = [f"{material.name}：{material.reason}" for material in content.materials if material.reason]
    return reasons or _basis(content)


def _difference(content: NoticeContent) -> list[str]:
    return [say("about_difference_none")]


_TELLS: dict[Aspect, Callable[[NoticeContent], list[str]]] = {
    Aspect.FEE: _fee,
    Aspect.TIME_LIMIT: _time_limit,
    Aspect.PLACE: _place,
    Aspect.HOURS: _hours,
    Aspect.PHONE: _phone,
    Aspect.MATERIALS: materials_lines,
    Aspect.CONDITIONS: _conditions,
    Aspect.PROCESS: _process,
    Aspect.BASIS: _basis,
    Aspect.RESULT: _result,
    Aspect.WHY: _why,
    Aspect.DIFFERENCE: _difference,
}
