"""Where a case is, as its applicant sees it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from api.case_status.schemas import CaseEvent, CaseStatus, PointView
from api.cases.clock_views import clock_views
from api.cases.models import CaseRow
from api.cases.performance import Done
from api.cases.schemas import DueView
from api.cases.views import joint_text, part
from api.platform.clock import at_centre
from api.services import Services
from knowledge.base.dates import day_text
from knowledge.base.roles import Role
from knowledge.calendar.working_days import CalendarGap
from knowledge.cases.limits.clocks import Clock, clocks_and_gaps, remaining_text
from knowledge.cases.procedure.act_messages import applicant_message, timeline_text
from knowledge.cases.procedure.transitions import acts_of
from knowledge.cases.record.facts import CaseFacts
from knowledge.cases.record.log import LogEntry
from knowledge.cases.record.state import STATES, CaseState
from knowledge.catalogue.affair import Catalogue
from knowledge.guidance.routing import Route, route_to

WAITING_FOR_ANSWER = (CaseState.SUBMITTED, CaseState.RECEIVED)
"""States in which the window's time to answer runs."""

_RUNS_IN = {"answer": WAITING_FOR_ANSWER, "delivery": (CaseState.DECIDED, CaseState.CLOSED)}


def status(
    done: Done,
    log: Iterable[LogEntry],
    submission: Sequence[CaseRow],
    to_supplement: Mapping[str, str],
    services: Services,
) -> CaseStatus:
    """Where the case is now.

    Args:
        to_supplement: Materials that may still come later, with their names.
    """
    case, facts, now = done.case, done.facts, services.now()
    state = STATES[case.state]
    running, gaps = clocks_and_gaps(facts, services.calendar, now)
    due = _due(case.state, running)
    return CaseStatus(
        number=case.number,
        item=case.item,
        state=state.code,
        state_label=state.label,
        who_acts_next=state.who,
        what_next=state.what,
        due=due,
        due_note=_due_note(case, due, running, gaps),
        window=present_window(case, services.catalogue),
        timeline=[_event(entry) for entry in log],
        can=[*acts_of(Role.APPLICANT, case.state)],
        clocks=clock_views(running, services.catalogue),
        to_correct=_to_correct(facts),
        to_supplement=dict(to_supplement),
        joint=joint_text(facts, services),
        parts=[part(one, submission) for one in submission if one.number != case.number],
        version=case.row_version,
    )


def _event(entry: LogEntry) -> CaseEvent:
    return CaseEvent(
        at=at_centre(entry.at), label=timeline_text(entry.act, entry.data), told=applicant_message(entry)
    )


def _route(case: CaseRow) -> Route | None:
    return Route.model_validate(case.route) if case.route else None


def present_window(case: CaseRow, catalogue: Catalogue) -> Route | None:
    """The window of the receipt, or the one that the case was transferred to."""
    first = _route(case)
    if not case.transferred or case.window not in catalogue.windows:
        return first
    return route_to(case.window, case.department, "transferred", "办件已转到这个窗口", catalogue)


def _due(state: CaseState, running: tuple[Clock, ...]) -> DueView | None:
    """The date that the applicant waits for in this state."""
    dated = [clock for clock in running if clock.open and clock.due and _matters(clock, state)]
    nearest = min(dated, key=lambda clock: clock.due, default=None) if dated else None  # type: ignore[arg-type,return-value]
    if nearest is None or nearest.due is None:
        return None
    return DueView(day=nearest.due, counted_from=nearest.counted_from, rule=nearest.rule)


def _matters(clock: Clock, state: CaseState) -> bool:
    if clock.code in _RUNS_IN:
        return state in _RUNS_IN[clock.code]
    return clock.code in ("promised", "legal")


def _due_note(
    case: CaseRow, due: DueView | None, running: tuple[Clock, ...], gaps: tuple[CalendarGap, ...]
) -> str:
    if case.state in WAITING_FOR_ANSWER:
        return case.answer_due_note
    if case.state == CaseState.CORRECTION:
        return "补齐以前，答复期限不计算；补齐之日起重新计算。"
    paused = next((clock for clock in running if clock.due is None and clock.left is not None), None)
    if paused is not None:
        return f"办理时限{remaining_text(paused)}。"
    if due is not None:
        return f"最晚{day_text(due.day)}。依据：{due.rule}。"
    return f"{gaps[0].year}年的放假安排还没有公布，具体日期以后可以查询。" if gaps else ""


def _to_correct(facts: CaseFacts) -> list[PointView]:
    if facts.state != CaseState.CORRECTION:
        return []
    return [
        PointView(material=point.material, name=point.name, what=point.what)
        for point in facts.corrections[-1].points
    ]
