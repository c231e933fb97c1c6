"""Look at cases and act on them as staff."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from api.access.actor import Actor
from api.cases import repository
from api.cases.models import CaseRow, StoredEntry
from api.cases.performance import Done, act
from api.cases.visible_case import visible_case
from api.desk import claims
from api.desk.act_schemas import ActRequest
from api.desk.queue_schemas import Holder
from api.desk.queue_views import onlookers
from api.desk.results import with_certificate
from api.desk.schemas import DeskCase
from api.desk.views import Hands, desk_case
from api.platform.errors import WrongRole
from api.services import Services
from api.uploads.results import attached_to
from knowledge.base.roles import ROLE_NAMES, Role
from knowledge.cases.acts.attempt import Attempt
from knowledge.cases.procedure.transitions import transition
from knowledge.cases.queue.claim_words import acted_beside, claimed_text
from knowledge.cases.record.act import ACT_OF, Act
from knowledge.cases.record.facts import CaseFacts


async def look(session: AsyncSession, actor: Actor, number: str, services: Services) -> DeskCase:
    """One case.

    Raises:
        NotYours: There is none, or it is not the actor's to see.
    """
    case, lines, facts, roles = await visible_case(session, actor, number)
    held = await claims.holder_of(session, case.number, actor)
    remark = "" if held is None or held.mine else f"{claimed_text(held.name, held.since)}。"
    hands = _hands(case, held, remark, actor, services)
    return await _shown(session, actor, Done(case, facts), lines, roles, hands, services)


async def do(
    session: AsyncSession, actor: Actor, number: str, name: str, request: ActRequest, services: Services
) -> DeskCase:
    """Act on a case.

    Raises:
        NotYours: There is none, or it is not the actor's to see.
        WrongRole: The role that was named is not the actor's here.
    """
    case, _, facts, roles = await visible_case(session, actor, number, to_act=True)
    request = await with_certificate(session, case.number, name, request)
    attempt = attempt_of(actor, roles, facts, name, request, services)
    held = await claims.holder_of(session, case.number, actor)
    done = await act(session, case, attempt, services, version=request.version)
    remark = "" if held is None or held.mine else acted_beside(held.name, held.since)
    held = await claims.follow_act(session, case, name, actor, held, services.now())
    lines = await repository.log_of(session, case.number)
    hands = _hands(case, held, remark, actor, services)
    return await _shown(session, actor, done, lines, roles, hands, services)


def attempt_of(
    actor: Actor,
    roles: Collection[Role],
    facts: CaseFacts,
    name: str,
    request: ActRequest,
    services: Services,
) -> Attempt:
    """What somebody wants to do.

    Raises:
        WrongRole: The role that was named is not the actor's here.
    """
    data = request.data
    if name == Act.GIVE_OPINION:  # everybody speaks for the own department
        data = {**data, "department": actor.department}
    return Attempt(name, _role(roles, facts, name, request.role), actor.id, services.now(), data)


async def _shown(
    session: AsyncSession,
    actor: Actor,
    done: Done,
    lines: Sequence[StoredEntry],
    roles: Collection[Role],
    hands: Hands,
    services: Services,
) -> DeskCase:
    submission = await repository.of_submission(session, done.case.intake_id)
    attached = await attached_to(session, done.case.number)
    return desk_case(done, lines, submission, roles, hands, attached, actor, services)


def _hands(case: CaseRow, held: Holder | None, remark: str, actor: Actor, services: Services) -> Hands:
    looking = services.presence.looking([case.number], services.now()).get(case.number, [])
    return Hands(held, remark, onlookers(looking, actor))


def _role(roles: Collection[Role], facts: CaseFacts, name: str, wanted: str | None) -> Role:
    """The role in which the act is tried: the one named, or the first that may."""
    if wanted is not None:
        chosen = next((role for role in roles if role.value == wanted), None)
        if chosen is None:
            raise WrongRole(
                f"您在这个办件上的身份是{'、'.join(ROLE_NAMES[role] for role in sorted(roles))}。"
            )
        return chosen
    wanted_act = ACT_OF.get(name)
    allowed = transition(facts.state, wanted_act) if wanted_act else None
    fitting = [role for role in sorted(roles) if allowed and role in allowed.roles]
    return fitting[0] if fitting else min(roles)
