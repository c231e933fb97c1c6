"""What an act needs beyond state and role: checks that give a stable code and a Chinese sentence, none of which changes anything.

Sources: 行政许可法 art. 26, 32, 34, 38, 42, 43, 45, 69, 72; 一审一核 (one reviews, another approves).
"""

from __future__ import annotations

from datetime import date
from typing import Any

from knowledge.base.centre_time import centre_day
from knowledge.base.dates import day_text
from knowledge.calendar.working_days import CalendarGap, answer_due
from knowledge.cases.limits.clocks import clocks_and_gaps, extension_rule
from knowledge.cases.procedure import joint_preconditions as together
from knowledge.cases.procedure.objections import (
    Condition,
    Context,
    Doing,
    Found,
    Objection,
    known_departments,
    not_past,
    said,
)
from knowledge.cases.record import acts
from knowledge.cases.record.correction import FORM, not_on_first_list, not_on_notice
from knowledge.cases.record.facts import CaseFacts


def conditions_of(act: str) -> tuple[Condition, ...]:
    """The checks of an act."""
    return _CONDITIONS.get(act, ())


def _only_ahead(gap: CalendarGap, today: date) -> None:
    """A limit that ends in a year to come has not passed today, whatever its holidays; a missing present year is an error."""
    if gap.year <= today.year:
        raise gap


def _answer_in_time(facts: CaseFacts, act: Any, doing: Doing, context: Context) -> Found:
    if facts.papers_day is None:
        return
    today = centre_day(doing.at)
    try:
        due = answer_due(facts.papers_day, context.calendar)
    except CalendarGap as gap:
        _only_ahead(gap, today)
        return
    if today > due.day:
        yield Objection(
            "deemed_accepted",
            f"答复期限已在{day_text(due.day)}届满，申请依法视为受理，不能再改。请按已受理继续办理。",
        )


def _whole_list(facts: CaseFacts, act: acts.RequestCorrection, doing: Doing, context: Context) -> Found:
    if not act.points:
        yield Objection("points_missing", "请一次列出需要补正的全部内容。")
    for point in act.points:
        if not point.what.strip():
            yield Objection("point_unclear", f"请写明「{point.name}」要怎样补正。")
    named = [point.material for point in act.points]
    for twice in sorted({material for material in named if named.count(material) > 1 and material != FORM}):
        name = next(point.name for point in act.points if point.material == twice)
        yield Objection("point_twice", f"「{name}」列了两次，请合成一条。")


def _reason_for_late_points(
    facts: CaseFacts, act: acts.RequestCorrection, doing: Doing, context: Context
) -> Found:
    for point in act.points:
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


def _known_materials(facts: CaseFacts, act: acts.Materials, doing: Doing, context: Context) -> Found:
    if not act.materials:
        yield Objection("materials_missing", "请选出交来的材料。")
    asked = {point.material for correction in facts.corrections for point in correction.points}
    for material in act.materials:
        if material not in asked and material not in facts.terms.materials:
            yield Objection("unknown_material", f"材料 {material} 不在这个办件的告知单和补正通知上。")


def _everything_corrected(facts: CaseFacts, act: acts.Materials, doing: Doing, context: Context) -> Found:
    left = [point.name for point in facts.corrections[-1].points if point.material not in act.materials]
    if act.materials and left:
        yield Objection("still_missing", f"补正通知上的还没有补齐：{'、'.join(left)}。请补齐后一起提交。")


def _later_only(facts: CaseFacts, act: acts.Materials, doing: Doing, context: Context) -> Found:
    for material in act.materials:
        if material in facts.terms.materials and material not in facts.later:
            yield Objection("not_awaited", f"材料 {material} 不在后补之列，或者已经补交。")


def _prerequisites_decided(facts: CaseFacts, act: Any, doing: Doing, context: Context) -> Found:
    if context.open_prerequisites:
        names = "、".join(context.open_prerequisites)
        yield Objection("prerequisite_open", f"前置事项还没有办好：{names}。办好以后再作决定。")


def _right_authority(facts: CaseFacts, act: acts.Refuse, doing: Doing, context: Context) -> Found:
    if act.ground is acts.RefusalGround.OTHER_BODY and not act.authority.strip():
        yield Objection(
            "authority_missing",
            "不属于本机关办理的，必须告知申请人应当向哪个机关申请（《行政许可法》第三十二条）。",
        )


def _somewhere_else(facts: CaseFacts, act: acts.Transfer, doing: Doing, context: Context) -> Found:
    if not act.to_window.strip():
        yield Objection("to_window_missing", "请选择转到哪个窗口。")
    elif act.to_window == facts.window:
        yield Objection("same_window", "办件已经在这个窗口，请选别的窗口。")
    elif context.windows and act.to_window not in context.windows:
        there = "、".join(sorted(context.windows - {facts.window}))
        yield Objection("unknown_window", f"没有窗口「{act.to_window}」。可以转到：{there}。")


def _accepted_stays(facts: CaseFacts, act: acts.Transfer, doing: Doing, context: Context) -> Found:
    yield from known_departments([act.to_department] if act.to_department else [], context)
    if facts.accepted_on and act.to_department and act.to_department != facts.department:
        yield Objection("accepted_stays", "已经受理的办件由受理的部门办完，只能在本部门的窗口之间转办。")


def _expected_time(facts: CaseFacts, act: acts.StartSpecial, doing: Doing, context: Context) -> Found:
    if act.expected_days < 1:
        yield Objection(
            "expected_days_missing",
            "请填写预计需要几个工作日，要书面告知申请人（《行政许可法》第四十五条）。",
        )
    if any(special.kind is act.kind for special in facts.open_specials):
        yield Objection("already_running", f"{acts.SPECIAL_NAMES[act.kind]}已经在进行，不用再启动。")


def _running(facts: CaseFacts, act: acts.EndSpecial, doing: Doing, context: Context) -> Found:
    if all(special.kind is not act.kind for special in facts.open_specials):
        running = "、".join(acts.SPECIAL_NAMES[special.kind] for special in facts.open_specials)
        yield Objection("not_running", f"{acts.SPECIAL_NAMES[act.kind]}没有在进行。正在进行的是：{running}。")


def _once_and_in_time(facts: CaseFacts, act: acts.Extend, doing: Doing, context: Context) -> Found:
    rule = extension_rule(facts)
    if facts.extension is not None:
        yield Objection("already_extended", "办理期限只能延长一次，这个办件已经延长过。")
        return
    if not 1 <= act.days <= rule.days:
        yield Objection("extension_too_long", f"可以延长1到{rule.days}个工作日（{rule.article}）。")
    running, gaps = clocks_and_gaps(facts, context.calendar, doing.at)
    for gap in gaps:
        _only_ahead(gap, centre_day(doing.at))
    legal = next((clock for clock in running if clock.code == "legal"), None)
    if legal is None and gaps:
        return
    if legal is None:
        yield Objection("no_limit", "这个办件没有法定办结时限，不用延长。")
    elif legal.due is not None and centre_day(doing.at) > legal.due:
        yield Objection("extension_too_late", f"法定期限已在{day_text(legal.due)}届满，不能再延长。")


def _everything_in(facts: CaseFacts, act: acts.Review, doing: Doing, context: Context) -> Found:
    if facts.open_tasks:
        names = "、".join(task.department for task in facts.open_tasks)
        yield Objection("opinions_open", f"还在等部门意见：{names}。各部门都出具意见后再审查。")
    for kind, provided in (
        (acts.ExaminationKind.ON_SITE, facts.terms.on_site),
        (acts.ExaminationKind.EXPERT, facts.terms.expert),
    ):
        last = facts.examination(kind)
        name = acts.EXAMINATION_NAMES[kind]
        if last is not None and last.concluded is None:
            yield Objection("examination_open", f"{name}还没有出具意见。")
        elif last is None and provided and not act.without_examination.strip():
            yield Objection("examination_missing", f"这个事项要{name}；确实不用的，请写明原因。")


def _reason_to_deny(facts: CaseFacts, act: acts.Review, doing: Doing, context: Context) -> Found:
    if act.outcome is acts.Outcome.DENY and not act.opinion.strip():
        yield Objection("opinion_missing", "建议不予批准的，请写明理由。")


def _another_person(facts: CaseFacts, act: Any, doing: Doing, context: Context) -> Found:
    if doing.actor in facts.reviewers:
        yield Objection("same_person", "一审一核：审查的人不能自己审核、决定，请交给另一位人员。")


def _as_approved(facts: CaseFacts, act: acts.Decide, doing: Doing, context: Context) -> Found:
    if facts.passed_back is not None:
        if act.outcome is not facts.passed_back:
            yield Objection("decision_differs", "决定和上级机关返回的不一致。")
        return
    if facts.terms.passed_up_to:
        yield Objection("not_passed_up", f"这个事项由{facts.terms.passed_up_to}决定，请先上报。")
    elif act.outcome is not facts.reviewed:
        yield Objection("decision_differs", "决定和审核通过的意见不一致，请退回再审。")


def _denial_explained(facts: CaseFacts, act: acts.Decide, doing: Doing, context: Context) -> Found:
    if act.outcome is acts.Outcome.GRANT:
        return
    if not act.reason.strip():
        yield Objection("reason_missing", "不予批准的，应当说明理由（《行政许可法》第三十八条）。")
    if not act.remedies_told:
        yield Objection(
            "remedies_missing",
            "不予批准的，应当告知申请行政复议、提起行政诉讼的权利（《行政许可法》第三十八条）。",
        )


def _passed_up_once(facts: CaseFacts, act: acts.PassUp, doing: Doing, context: Context) -> Found:
    if facts.passed_back is not None:
        yield Objection("already_passed_up", "上级机关已经作出决定，请按它办理。")
    if facts.terms.passed_up_to and act.authority.strip() and act.authority != facts.terms.passed_up_to:
        yield Objection("wrong_authority", f"这个事项应当报{facts.terms.passed_up_to}。")


def _nothing_outstanding(facts: CaseFacts, act: acts.Issue, doing: Doing, context: Context) -> Found:
    if facts.decision is acts.Outcome.GRANT and facts.later:
        yield Objection(
            "later_outstanding", f"容缺后补的材料还没有补齐：{'、'.join(sorted(facts.later))}。补齐后再出证。"
        )


def _way(facts: CaseFacts, act: acts.Deliver, doing: Doing, context: Context) -> Found:
    if act.way is acts.DeliveryWay.POST and not act.tracking.strip():
        yield Objection("tracking_missing", "邮寄送达的，请填写邮件号。")
    if act.way is acts.DeliveryWay.PLACE and not act.place.strip():
        yield Objection("place_missing", "请写明在哪个地点送达。")


def _returnable(facts: CaseFacts, act: acts.Return, doing: Doing, context: Context) -> Found:
    if act.ground is acts.ReturnGround.DUPLICATE:
        if not act.duplicate_of.strip():
            yield Objection("duplicate_of_missing", "请填写和它重复的办件编号。")
        return
    last = facts.corrections[-1] if facts.corrections else None
    if facts.state != "correction" or last is None:
        yield Objection(
            "not_asked_to_correct", "只有申请人没有按补正通知补齐时才能这样退件，请先一次告知补正。"
        )
    elif last.correct_by is None:
        yield Objection("no_correction_date", "补正通知上没有写补正期限，不能以逾期为由退件。")
    elif centre_day(doing.at) <= last.correct_by:
        yield Objection("correction_runs", f"补正期限到{day_text(last.correct_by)}，还不能退件。")


def _was_granted(facts: CaseFacts, act: acts.Revoke, doing: Doing, context: Context) -> Found:
    if facts.decision is not acts.Outcome.GRANT:
        yield Objection("nothing_to_revoke", "这个办件没有准予的决定，不能撤销。")


_REASON = said("reason", "原因")
_BASIS = said("basis", "法律依据")

_CONDITIONS: dict[str, tuple[Condition, ...]] = {
    "request_correction": (
        _answer_in_time,
        _whole_list,
        _reason_for_late_points,
        not_past("correct_by", "补正期限"),
    ),
    "correct": (_known_materials, _everything_corrected),
    "supplement": (_known_materials, _later_only),
    "accept": (_answer_in_time,),
    "refuse": (_answer_in_time, _REASON, _right_authority),
    "transfer": (_REASON, _somewhere_else, _accepted_stays),
    "start_special": (_expected_time, _REASON, said("notice", "书面告知申请人的文号")),
    "end_special": (_running, said("result", "结果")),
    "extend": (
        _another_person,
        _once_and_in_time,
        _REASON,
        said("approval", "负责人批准的文号"),
        said("notice", "告知申请人理由的文号"),
    ),
    "send_out": (together.departments,),
    "give_opinion": (together.asked_department,),
    "arrange_examination": (together.one_examination, not_past("on", "安排的日期")),
    "hold_examination": (together.arranged,),
    "conclude_examination": (together.held, said("opinion", "意见")),
    "review": (_everything_in, _reason_to_deny),
    "approve": (_another_person,),
    "send_back": (_another_person, _REASON),
    "pass_up": (_passed_up_once, said("authority", "上报哪个机关")),
    "decide": (_another_person, _prerequisites_decided, _as_approved, _denial_explained),
    "issue": (_nothing_outstanding, said("name", "证照或者文书的名称")),
    "deliver": (_way,),
    "put_right": (said("reason", "当场更正了什么"),),
    "return": (_returnable, _REASON),
    "terminate": (_REASON, _BASIS),
    "revoke": (_was_granted, _REASON, _BASIS),
    "urge": (_REASON,),
}
