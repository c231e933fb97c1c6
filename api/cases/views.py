"""What several views of a case share: its parts, how far joint handling is, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence

from api.cases.models import CaseRow
from api.cases.schemas import CasePart, ResultFile, ResultView
from api.services import Services
from knowledge.calendar.working_days import CalendarGap
from knowledge.cases.acts.delivery import validity_text
from knowledge.cases.procedure.joint_handling import joint_progress, progress_text
from knowledge.cases.procedure.result import Result
from knowledge.cases.record.choices import Outcome
from knowledge.cases.record.facts import CaseFacts
from knowledge.cases.record.state import STATES


def part(case: CaseRow, submission: Sequence[CaseRow]) -> CasePart:
    """One of several cases, with the names of those that must be granted first."""
    waits = [one.item for one in submission if one.item_id in case.after and one.outcome != Outcome.GRANT]
    return CasePart(
        number=case.number,
        item=case.item,
        department=case.department,
        state_label=STATES[case.state].label,
        waits_for=waits if case.is_open else [],
    )


def joint_text(facts: CaseFacts, services: Services) -> str:
    """How far the departments of joint handling are, as a sentence; empty where one handles alone."""
    if not facts.tasks:
        return ""
    names = {key: department.name for key, department in services.catalogue.departments.items()}
    try:
        return progress_text(joint_progress(facts, services.calendar, services.today()), names)
    except CalendarGap:
        return f"{len(facts.tasks)}个部门同时办理，还有{len(facts.open_tasks)}个没有出具意见。"


def result_view(result: Result, file: ResultFile | None) -> ResultView:
    """What came of a case.

    Args:
        file: The certificate that the log's entry tells of.
    """
    return ResultView(
        headline=result.headline,
        outcome=result.outcome.value,
        decided_on=result.decided_on,
        deemed=result.is_deemed,
        document=result.document,
        reason=result.reason,
        name=result.name,
        number=result.number,
        valid_from=result.valid_from,
        valid_until=result.valid_until,
        validity=validity_text(result.valid_from, result.valid_until),
        issued_on=result.issued_on,
        delivered=result.way.label if result.way else "",
        delivered_on=result.delivered_on,
        tracking=result.tracking,
        place=result.place,
        revoked_on=result.revoked_on,
        file=file,
    )
