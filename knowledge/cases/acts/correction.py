"""补正: the window asks once for everything, the applicant hands it in; 当场更正 at the counter; 容缺后补 after acceptance."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from knowledge.base.dates import day_text
from knowledge.base.frozen import Frozen
from knowledge.cases.acts.attempt import Attempt, Context, Objection, Objections
from knowledge.cases.acts.checks import answer_in_time, not_past, required
from knowledge.cases.acts.definition import ActDefinition, only_the_state
from knowledge.cases.acts.late_points import FORM, not_on_first_list, not_on_notice, points_needing_reason
from knowledge.cases.acts.payloads import Reason
from knowledge.cases.acts.words import Words
from knowledge.cases.record.act import Act
from knowledge.cases.record.facts import CaseFacts, Correction, CorrectionPoint
from knowledge.cases.record.log import LogEntry


class RequestCorrection(Frozen):
    """补正通知: the whole list at once."""

    points: tuple[CorrectionPoint, ...] = Field(
        default=(), max_length=100, description="需要补正的全部内容，一次写全"
    )
    correct_by: date | None = Field(default=None, description="最晚哪一天补齐；不写就没有期限")
    document: str = Field(default="", max_length=50, description="补正通知书的文号")


def _whole_list(
    facts: CaseFacts, payload: RequestCorrection, attempt: Attempt, context: Context
) -> Objections:
    if not payload.points:
        yield Objection("points_missing", "请一次列出需要补正的全部内容。")
    for point in payload.points:
        if not point.what.strip():
            yield Objection("point_unclear", f"请写明「{point.name}」要怎样补正。")
    named = [point.material for point in payload.points]
    for twice in sorted({material for material in named if named.count(material) > 1 and material != FORM}):
        name = next(point.name for point in payload.points if point.material == twice)
        yield Objection("point_twice", f"「{name}」列了两次，请合成一条。")


def _reason_for_late_points(
    facts: CaseFacts, payload: RequestCorrection, attempt: Attempt, context: Context
) -> Objections:
    for point in payload.points:
        if point.reason.strip():
            continue
        if not_on_notice(facts, point):
            yield Objection(
                "not_on_notice", f"「{point.name}」不在一次性告知单上，要求它必须写明原因，并报督查。"
            )
        elif not_on_first_list(facts, point):
            yield Objection(
                "not_on_first_list", f"「{point.name}」不在第一次补正通知上，再要求它必须写明原因，并报督查。"
            )


def _asked_to_correct(facts: CaseFacts, entry: LogEntry, payload: RequestCorrection) -> CaseFacts:
    late = points_needing_reason(facts, payload.points)
    asked = Correction(entry.day, payload.points, late, payload.correct_by)
    return facts.but(corrections=(*facts.corrections, asked), answered_on=entry.day)


def _date_in_words(payload: RequestCorrection) -> dict[str, str]:
    return {"correct_by": f"在{day_text(payload.correct_by)}以前" if payload.correct_by else "尽快"}


REQUEST_CORRECTION = ActDefinition(
    Act.REQUEST_CORRECTION,
    RequestCorrection,
    _asked_to_correct,
    Words(
        "要求补正",
        timeline="窗口一次告知需要补正的全部内容",
        message="您的材料需要补正：{points}。请{correct_by}一次补齐，补齐后重新计算答复期限。",
        paper="补正通知书",
    ),
    (answer_in_time, _whole_list, _reason_for_late_points, not_past("correct_by", "补正期限")),
    _date_in_words,
)


class Materials(Frozen):
    """What is handed in."""

    materials: tuple[str, ...] = Field(default=(), max_length=200, description="交了哪几份，写材料编号")


def _known_materials(facts: CaseFacts, payload: Materials, attempt: Attempt, context: Context) -> Objections:
    if not payload.materials:
        yield Objection("materials_missing", "请选出交来的材料。")
    asked = {point.material for correction in facts.corrections for point in correction.points}
    for material in payload.materials:
        if material not in asked and material not in facts.terms.materials:
            yield Objection("unknown_material", f"材料 {material} 不在这个办件的告知单和补正通知上。")


def _everything_corrected(
    facts: CaseFacts, payload: Materials, attempt: Attempt, context: Context
) -> Objections:
    points = facts.corrections[-1].points
    left = [point.name for point in points if point.material not in payload.materials]
    if payload.materials and left:
        yield Objection("still_missing", f"补正通知上的还没有补齐：{'、'.join(left)}。请补齐后一起提交。")


def _corrected(facts: CaseFacts, entry: LogEntry, payload: Materials) -> CaseFacts:
    return _handed_in(facts, entry, payload).but(papers_day=entry.day, papers_at=entry.at, answered_on=None)


CORRECT = ActDefinition(
    Act.CORRECT,
    Materials,
    _corrected,
    Words("补正", timeline="您补交了材料", message="已收到您补交的材料，窗口重新核对。"),
    (_known_materials, _everything_corrected),
)

PUT_RIGHT = ActDefinition(
    Act.PUT_RIGHT,
    Reason,
    only_the_state,
    Words("当场更正", timeline="您当场更正了材料"),
    (required("reason", "当场更正了什么"),),
)


def _later_only(facts: CaseFacts, payload: Materials, attempt: Attempt, context: Context) -> Objections:
    for material in payload.materials:
        if material in facts.terms.materials and material not in facts.later:
            yield Objection("not_awaited", f"材料 {material} 不在后补之列，或者已经补交。")


def _handed_in(facts: CaseFacts, entry: LogEntry, payload: Materials) -> CaseFacts:
    materials = set(payload.materials)
    return facts.but(handed_in=facts.handed_in | materials, later=facts.later - materials)


SUPPLEMENT = ActDefinition(
    Act.SUPPLEMENT,
    Materials,
    _handed_in,
    Words("补交后补材料", timeline="您补交了容缺后补的材料", message="已收到您后补的材料。"),
    (_known_materials, _later_only),
)
