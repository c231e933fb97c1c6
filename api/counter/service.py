"""Open a draft for somebody who stands there, submit it, and settle on the spot what one officer may settle."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from api.access.actor import Actor
from api.access.models import StaffLogRow
from api.cases import repository
from api.cases.models import CaseRow
from api.cases.performance import act, act_through
from api.cases.views import part
from api.cases.visible_case import visible_case
from api.counter.schemas import CounterDraft, CounterReceipt, CounterSubmission, OnSpotRequest
from api.desk import claims
from api.intake_changes import service as intakes
from api.intakes.reading import found
from api.intakes.schemas import AffairChoice, CurrentRequest
from api.platform.errors import IntakeNotFound, UnknownMaterial
from api.platform.schemas import FieldProblem
from api.platform.security import new_token
from api.services import Services
from api.submission import service as submission
from api.uploads.results import attached_to
from knowledge.base.roles import Role
from knowledge.cases.acts.acceptance import Accept
from knowledge.cases.acts.attempt import Attempt
from knowledge.cases.acts.decision import DecideOnSpot
from knowledge.cases.acts.delivery import Deliver, Issue
from knowledge.cases.acts.submission import Receive
from knowledge.cases.record.act import Act
from knowledge.cases.record.state import CaseState
from knowledge.guidance.notice import NoticeContent

CHANNEL = "counter"


async def begin(session: AsyncSession, actor: Actor, affair: str, services: Services) -> CounterDraft:
    """A draft of its own for each person who comes.

    Raises:
        ItemNotFound: There is no such item.
    """
    conversation = f"{CHANNEL}:{actor.id}:{new_token()}"
    begun = await intakes.begin(session, CurrentRequest(channel=CHANNEL, conversation=conversation), services)
    await session.flush()
    await intakes.choose_affair(session, begun.id, AffairChoice(affair=affair), services)
    _note(session, actor, "counter_opened", affair, services)
    return CounterDraft(intake=begun.id)


async def submit(
    session: AsyncSession,
    actor: Actor,
    intake_id: str,
    key: str,
    handed: CounterSubmission,
    services: Services,
) -> CounterReceipt:
    """Submit as every applicant does, and receive at once what is for the officer's own window.

    Raises:
        IntakeNotFound: It was not opened at the counter.
        UnknownMaterial: What is said to be there is not on the notice.
        Incomplete: With every gap.
    """
    if (await found(session, intake_id)).channel != CHANNEL:
        raise IntakeNotFound
    receipt = await submission.submit(session, intake_id, key, services, actor.windows)
    cases = await repository.of_submission(session, intake_id)
    _check_materials(cases[0], handed)
    received, elsewhere = [], []
    for case in cases:
        if Role.WINDOW not in actor.roles_at([case.window], [case.department]):
            elsewhere.append(case)
            continue
        received.append(case)
        if case.state is CaseState.SUBMITTED:
            await _receive(session, actor, case, handed, services)
    return CounterReceipt(
        receipt=receipt,
        received=[case.number for case in received],
        elsewhere=[part(case, cases) for case in elsewhere],
    )


async def settle(
    session: AsyncSession, actor: Actor, number: str, request: OnSpotRequest, services: Services
) -> str:
    """当场办结: accept, decide, issue and deliver, each an entry of the log, all or nothing; the case's number.

    Raises:
        NotYours: There is no such case, or it is not the actor's to see.
        StaleVersion, WrongState, WrongRole, ActNotPossible, InvalidAct: As the first act that is refused.
    """
    case, _, facts, _ = await visible_case(session, actor, number, to_act=True)
    attached = await attached_to(session, case.number)
    accept = Accept(document=request.accepted_document)
    decide = DecideOnSpot(document=request.document, opinion=request.opinion)
    issue = Issue(
        name=request.name,
        number=request.number,
        valid_from=request.valid_from,
        valid_until=request.valid_until,
        certificate=attached.result.sha256 if attached else "",
    )
    deliver = Deliver(way=request.way, tracking=request.tracking, place=request.place)
    steps = ((Act.DECIDE_ON_SPOT, decide), (Act.ISSUE, issue), (Act.DELIVER, deliver))
    if facts.state is not CaseState.ACCEPTED:
        steps = ((Act.ACCEPT, accept), *steps)  # type: ignore[assignment]
    now = services.now()
    attempts = [Attempt(name, Role.WINDOW, actor.id, now, data) for name, data in steps]
    await act_through(session, case, attempts, services, version=request.version)
    held = await claims.holder_of(session, case.number, actor)
    await claims.follow_act(session, case, Act.DELIVER, actor, held, now)
    return case.number


async def _receive(
    session: AsyncSession, actor: Actor, case: CaseRow, handed: CounterSubmission, services: Services
) -> None:
    """收件, with what was handed over on paper, and the case in the officer's hands."""
    content = NoticeContent.model_validate_json(case.content)
    shared = {paper.id for paper in content.shared()}
    data = Receive(
        paper=tuple(key for key in handed.paper if key in case.materials),
        looked_up=tuple(key for key in handed.looked_up if key in shared),
    )
    now = services.now()
    await act(session, case, Attempt(Act.RECEIVE, Role.WINDOW, actor.id, now, data), services)
    await claims.claim(session, actor, case.number, services)
    _note(session, actor, "counter_submitted", case.number, services)


def _check_materials(case: CaseRow, handed: CounterSubmission) -> None:
    """That everything said to be there is on the notice."""
    content = NoticeContent.model_validate_json(case.content)
    listed = {
        "paper": {line.id for line in content.materials},
        "looked_up": {paper.id for paper in content.shared()},
    }
    said: dict[str, Sequence[str]] = {"paper": handed.paper, "looked_up": handed.looked_up}
    wrong = [
        FieldProblem(field=name, message="材料不在这份告知单上")
        for name, keys in said.items()
        if not set(keys) <= listed[name]
    ]
    if wrong:
        raise UnknownMaterial(errors=wrong)


def _note(session: AsyncSession, actor: Actor, name: str, subject: str, services: Services) -> None:
    """Who opened or submitted it stands on record together with it."""
    session.add(StaffLogRow(at=services.now(), actor=actor.id, act=name, subject=subject, data={}))
