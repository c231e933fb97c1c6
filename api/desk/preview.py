"""What an act would send out, word for word, before anything is done; and which acts a page offers."""

from __future__ import annotations

from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from api.access.actor import Actor
from api.cases.performance import context_of, rehearse
from api.cases.visible_case import visible_case
from api.desk.act_schemas import ActRequest
from api.desk.page_act_schemas import ActPreview, Hindrance, OutgoingText, PageActs, PageActView
from api.desk.results import with_certificate
from api.desk.service import attempt_of
from api.services import Services
from knowledge.cases.acts.acceptance import RENEWAL_ONLY
from knowledge.cases.acts.registry import ACTS
from knowledge.cases.archive.case_papers import paper_text, title_of
from knowledge.cases.procedure.act_messages import applicant_message, timeline_text
from knowledge.cases.procedure.page_acts import Doer, PageAct, acts_on_page
from knowledge.cases.procedure.sweep import pending
from knowledge.cases.record.facts import CaseFacts
from knowledge.cases.record.log import LogEntry
from knowledge.cases.record.state import STATES


async def acts_of_page(session: AsyncSession, actor: Actor, number: str, services: Services) -> PageActs:
    """The acts of the actor's roles, in the order of the procedure.

    Raises:
        NotYours: There is no such case, or it is not the actor's to see.
    """
    case, _, facts, roles = await visible_case(session, actor, number)
    now = services.now()
    standing = pending(facts, services.calendar, now).facts
    context = await context_of(session, case, services)
    found = acts_on_page(standing, Doer(roles, actor.id, actor.department), now, context)
    return PageActs(
        number=case.number, version=case.row_version, acts=[_act_view(one, facts) for one in found]
    )


async def preview(
    session: AsyncSession, actor: Actor, number: str, name: str, request: ActRequest, services: Services
) -> ActPreview:
    """The texts of an act as they would be sent.

    Raises:
        NotYours: There is no such case, or it is not the actor's to see.
        StaleVersion, WrongState, WrongRole, ActNotPossible, InvalidAct: As the act itself would be refused.
    """
    case, _, facts, roles = await visible_case(session, actor, number)
    request = await with_certificate(session, case.number, name, request)
    attempt = attempt_of(actor, roles, facts, name, request, services)
    entry = await rehearse(session, case, attempt, services, version=request.version)
    return ActPreview(
        number=case.number,
        act=entry.act,
        name=ACTS[entry.act].words.name,
        state=entry.after,
        state_label=STATES[entry.after].label,
        texts=_texts(case.number, case.item, entry),
        version=case.row_version,
    )


def _texts(number: str, item: str, entry: LogEntry) -> list[OutgoingText]:
    found = []
    if message := applicant_message(entry):
        found.append(OutgoingText(kind="message", title="告诉申请人", text=message))
    found.append(OutgoingText(kind="timeline", title="办件经过", text=timeline_text(entry.act, entry.data)))
    if title := title_of(entry):
        found.append(OutgoingText(kind="paper", title=title, text=paper_text(number, item, entry)))
    return found


def _fields(schema: dict[str, Any], facts: CaseFacts) -> dict[str, Any]:
    """What is to be filled in, without what this case has no use for."""
    if facts.terms.renewal:
        return schema
    asked = {name: one for name, one in schema.get("properties", {}).items() if not one.get(RENEWAL_ONLY)}
    return {**schema, "properties": asked}


def _act_view(one: PageAct, facts: CaseFacts) -> PageActView:
    definition = ACTS[one.act]
    return PageActView(
        act=one.act,
        name=definition.words.name,
        role=one.role.value,
        possible=not one.reasons,
        reasons=[Hindrance(code=reason.code, say=reason.say) for reason in one.reasons],
        fields=_fields(definition.payload.model_json_schema(), facts),
        consequences=list(one.consequences),
    )
