"""From rows and facts to what staff see."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from api.access.actor import Actor
from api.cases.clock_views import clock_views
from api.cases.log import entry_of
from api.cases.models import CaseRow, StoredEntry
from api.cases.performance import Done
from api.cases.views import joint_text, part, result_view
from api.desk.act_schemas import LINES, LogLine
from api.desk.joint_handling import examinations_of, tasks_for
from api.desk.queue_schemas import Holder, OnlookerView
from api.desk.schemas import (
    AttachedResult,
    DeskCase,
    FindingView,
    PaperLine,
    PossibleAct,
    TransitionTable,
    TransitionView,
)
from api.platform.clock import at_centre
from api.services import Services
from api.uploads.results import Attached, file_view
from knowledge.base.roles import ROLE_NAMES, Role
from knowledge.cases.acts.registry import ACTS
from knowledge.cases.limits.clocks import clocks_and_gaps
from knowledge.cases.oversight.supervision import findings
from knowledge.cases.procedure.act_messages import applicant_message
from knowledge.cases.procedure.result import result_of
from knowledge.cases.procedure.result_ways import wish_said
from knowledge.cases.procedure.transitions import TRANSITIONS, acts_of
from knowledge.cases.record.act import Act
from knowledge.cases.record.state import STATES, CaseState
from knowledge.guidance.notice import NoticeContent
from knowledge.guidance.routing import Route
from knowledge.staff.masking import shown


@dataclass(frozen=True)
class Hands:
    """Who has the case in hand.

    Attributes:
        remark: What the reader is told of somebody else's claim.
    """

    holder: Holder | None
    remark: str
    looking: list[OnlookerView]


def attached_view(attached: Attached | None) -> AttachedResult | None:
    """The certificate that is attached to a case."""
    if attached is None:
        return None
    row, paper = attached
    return AttachedResult(size=paper.size, pages=paper.pages, by=row.account, at=at_centre(row.at))


def desk_case(
    done: Done,
    lines: Sequence[StoredEntry],
    submission: Sequence[CaseRow],
    roles: Collection[Role],
    hands: Hands,
    attached: Attached | None,
    actor: Actor,
    services: Services,
) -> DeskCase:
    """The case for somebody who deals with it in these roles."""
    case, facts = done.case, done.facts
    running, _ = clocks_and_gaps(facts, services.calendar, services.now())
    contact = services.vault.unseal(case.contact)
    log = [entry_of(line) for line in lines]
    result = result_of(log)
    return DeskCase(
        number=case.number,
        item=case.item,
        affair=case.affair,
        state=case.state,
        state_label=STATES[case.state].label,
        who_acts_next=STATES[case.state].who,
        window=case.window,
        department=case.department,
        route=Route.model_validate(case.route) if case.route else None,
        received_at=at_centre(case.received_at),
        channel=case.channel,
        notice_number=case.notice_number,
        notice_version=case.notice_version,
        contact=shown(roles, contact),
        materials=_papers(case, submission),
        later=sorted(facts.later),
        clocks=clock_views(running, services.catalogue),
        findings=[FindingView(code=one.code, say=one.say, day=one.day) for one in findings(facts, running)],
        joint=joint_text(facts, services),
        parts=[part(one, submission) for one in submission if one.number != case.number],
        tasks=tasks_for(actor, case, facts, log, services),
        examinations=examinations_of(facts, log, services),
        result_wish=wish_said(facts),
        result=result_view(result, file_view(attached)) if result else None,
        attached=attached_view(attached),
        log=[_log_line(line) for line in lines],
        claimed_by=hands.holder,
        claim_remark=hands.remark,
        looking=hands.looking,
        possible=possible(roles, case.state),
        version=case.row_version,
    )


def possible(roles: Collection[Role], state: CaseState) -> list[PossibleAct]:
    """The acts that these roles can do in a state, each under the first role that may."""
    found: dict[Act, PossibleAct] = {}
    for role in Role:
        for act in acts_of(role, state) if role in roles else ():
            found.setdefault(
                act,
                PossibleAct(
                    act=act,
                    name=ACTS[act].words.name,
                    role=role.value,
                    fields=ACTS[act].payload.model_json_schema(),
                ),
            )
    return list(found.values())


def transition_table() -> TransitionTable:
    """The whole table."""
    return TransitionTable(
        states={state.code: state.label for state in STATES.values()},
        roles={role.value: name for role, name in ROLE_NAMES.items()},
        transitions=[
            TransitionView(
                state=one.state,
                act=one.act,
                name=one.words.name,
                roles=[role.value for role in one.roles],
                next=one.next,
                done=one.words.timeline,
                told=one.message,
            )
            for one in TRANSITIONS
        ],
    )


def _papers(case: CaseRow, submission: Sequence[CaseRow]) -> list[PaperLine]:
    names = {line.id: line.name for line in NoticeContent.model_validate_json(case.content).materials}
    numbers = {one.item_id: one.number for one in submission}
    return [
        PaperLine(
            id=key,
            name=names.get(key, key),
            state=state,
            held_by=numbers.get(case.borrows.get(key, ""), ""),
        )
        for key, state in case.materials.items()
    ]


def _log_line(line: StoredEntry) -> LogLine:
    entry = entry_of(line)
    definition = ACTS[entry.act]
    return LINES[entry.act].model_validate(
        {
            "at": at_centre(entry.at),
            "act": entry.act,
            "name": definition.words.name,
            "role": entry.role.value,
            "actor": entry.actor,
            "before": entry.before,
            "after": entry.after,
            "data": entry.data,
            "told": applicant_message(entry),
        }
    )
