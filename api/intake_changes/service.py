"""What can be done with an intake. Nothing is committed here: the request's unit of work is."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sqlalchemy.ext.asyncio import AsyncSession

from api.appointments.release import release
from api.intakes import repository
from api.intakes.answer_extraction import Extracted, clean, on_affair, on_answers
from api.intakes.aside_affairs import leave_for
from api.intakes.models import IntakeRow
from api.intakes.phone_check import checked_before
from api.intakes.reading import affair_of, content_of, found, gaps_of, parties_in_row
from api.intakes.schemas import (
    AffairChoice,
    AnswersChange,
    ConversationPersonal,
    CurrentRequest,
    GapList,
    IntakeView,
    LicenceExpiry,
    MaterialsChange,
    Part,
    PersonalOwner,
    PersonalValues,
    ResultWish,
)
from api.intakes.views import renewal_in, shown, ways_of_affair
from api.platform.errors import (
    IntakeNotOpen,
    ItemNotFound,
    NotARenewal,
    PromiseNotAllowed,
    ResultWayNotOffered,
    UnknownMaterial,
)
from api.platform.schemas import FieldProblem
from api.platform.security import new_token
from api.services import Services
from api.uploads.repository import materials_with_files
from knowledge.catalogue.affair import Affair
from knowledge.catalogue.question_order import settle
from knowledge.guidance.notice import NoticeContent
from knowledge.language.expiry_day import expiry_said
from knowledge.persons.misplaced import misplaced_in, move_of
from knowledge.persons.owners import fields, of_guardian, of_unit
from knowledge.persons.parties import Parties, parties_in
from knowledge.privacy.contact_data import masked, problem_with, tidy
from knowledge.privacy.kinds import AGENT_IDENTITIES, IDENTITIES, NOT_KEPT, Personal

KEPT_STATEMENTS = 20
CONVERSATION = "conversation"


async def current(session: AsyncSession, request: CurrentRequest, services: Services) -> IntakeView | None:
    """The open intake of a conversation; None where it has none."""
    row = await _open_of(session, request.conversation, services)
    return _with(request.including, shown(row, services), row, services) if row else None


async def begin(session: AsyncSession, request: CurrentRequest, services: Services) -> IntakeView:
    """The open intake of a conversation, made where there is none."""
    there = await current(session, request, services)
    return there or shown(await _begun(session, request.channel, request.conversation, services), services)


async def _open_of(session: AsyncSession, conversation: str, services: Services) -> IntakeRow | None:
    return await repository.open_of(session, services.vault.digest(CONVERSATION, conversation))


async def _begun(session: AsyncSession, channel: str, conversation: str, services: Services) -> IntakeRow:
    whose = services.vault.digest(CONVERSATION, conversation)
    row = IntakeRow(
        id=new_token(),
        state="open",
        conversation=whose,
        channel=channel,
        affair=None,
        answers={},
        statements=[],
        place=None,
        materials={},
        contact=None,
        contact_masked={},
        notice=None,
        case_number=None,
        phone_checked=await checked_before(session, whose, services),
        created_at=services.now(),
        updated_at=services.now(),
    )
    session.add(row)
    return row


def _with(parts: Collection[Part], seen: IntakeView, row: IntakeRow, services: Services) -> IntakeView:
    """The view with what was asked for along with it; an intake without an affair has neither."""
    if not parts or seen.affair is None:
        return seen
    content = content_of(row, services)
    along: dict[str, object] = {"preview": content} if "preview" in parts else {}
    if "gaps" in parts:
        along["gaps"] = list(gaps_of(row, content, services))
    return seen.model_copy(update=along)


async def look(session: AsyncSession, intake_id: str, services: Services) -> IntakeView:
    """The intake as it is."""
    return shown(await found(session, intake_id), services)


async def choose_affair(
    session: AsyncSession, intake_id: str, choice: AffairChoice, services: Services
) -> IntakeView:
    """Set, change or clear what is applied for, and use what its sentences state."""
    row, catalogue = await _open(session, intake_id, services), services.catalogue
    affair = catalogue.affair(choice.affair) if choice.affair else None
    if choice.affair and affair is None:
        raise ItemNotFound
    new = [
        text for statement in choice.statements if (text := clean(statement)) and text not in row.statements
    ]
    before = dict(row.answers)
    kept = leave_for(row, choice.affair)
    place = row.place or kept.place
    heard = Extracted({}, place, dropped=before)
    if affair is not None:
        heard = on_affair(affair, {**before, **kept.answers}, place, row.statements, new, catalogue)
    row.affair = choice.affair
    row.notice = kept.notice or row.notice
    row.licence_until = row.licence_until or kept.licence_until
    row.materials = {**row.materials, **kept.materials}
    row.statements = [*row.statements, *dict.fromkeys(new)][-KEPT_STATEMENTS:]
    _store(row, heard, affair)
    if affair is not None:
        # What was uploaded before is there again when the applicant comes back to an item.
        there = await materials_with_files(session, row.id) & {need.material for _, need in affair.needs}
        row.materials = {**dict.fromkeys(sorted(there), "ready"), **row.materials}
    return shown(row, services, heard=heard, kept=kept.answers)


async def answer(
    session: AsyncSession, intake_id: str, change: AnswersChange, services: Services
) -> IntakeView:
    """Store answers given as values or in words."""
    row, catalogue = await _open(session, intake_id, services), services.catalogue
    heard = on_answers(affair_of(row, services), row.answers, row.place, change, catalogue)
    _store(row, heard, None)
    _remember_parties(row, change.text)
    return shown(row, services, heard=heard)


def _store(row: IntakeRow, heard: Extracted, affair: Affair | None) -> None:
    """Keep what was heard; material states of another affair go."""
    row.answers = heard.answers
    row.place = heard.place
    if affair is not None:
        needed = {need.material for _, need in affair.needs}
        row.materials = {key: state for key, state in row.materials.items() if key in needed}


async def store_personal(
    session: AsyncSession, intake_id: str, personal: PersonalValues, services: Services
) -> IntakeView:
    """Keep contact data that are right, encrypted; say what is wrong with the others. The latest stand last."""
    return _keep_personal(await _open(session, intake_id, services), personal, services)


async def store_personal_of(
    session: AsyncSession, said: ConversationPersonal, services: Services
) -> IntakeView:
    """As :func:`store_personal`, with the open intake of a conversation, made where there is none."""
    row = await _open_of(session, said.conversation, services)
    row = row or await _begun(session, said.channel, said.conversation, services)
    row.updated_at = services.now()
    return _keep_personal(row, said, services)


async def forget_personal(
    session: AsyncSession, intake_id: str, kind: Personal, services: Services
) -> IntakeView:
    """Take one of the contact data back: it is not kept any longer, and is asked for again."""
    row = await _open(session, intake_id, services)
    _keep_contact(row, {}, [kind], services)
    return shown(row, services)


async def give_to_owner(
    session: AsyncSession, intake_id: str, owner: PersonalOwner, services: Services
) -> IntakeView:
    """Move a value to the person whose it is said to be; what the draft has already, or cannot mean, stays as it is."""
    row = await _open(session, intake_id, services)
    told = misplaced_in(clean(owner.said))
    parties, by_agent = _parties_of(row, services)
    move = move_of(told, parties, row.contact_masked) if told and by_agent else None
    if move is not None:
        value = services.vault.unseal(row.contact)[move.source]
        _keep_contact(row, {move.target: value} if move.target else {}, [move.source], services)
    return shown(row, services)


def _parties_of(row: IntakeRow, services: Services) -> tuple[Parties, bool]:
    affair = services.catalogue.affair(row.affair) if row.affair else None
    answers = settle(affair, row.answers, services.catalogue) if affair else {}
    return parties_in_row(row, answers, affair)


def _remember_parties(row: IntakeRow, said: str | None) -> None:
    """Keep a sentence that tells who is who (给我妈办)."""
    text = clean(said) if said else ""
    if parties_in(text).is_known:
        row.statements = [*(one for one in row.statements if one != text), text][-KEPT_STATEMENTS:]


def _by_person(row: IntakeRow, personal: PersonalValues, services: Services) -> dict[Personal, str]:
    """The values by the field of the person whose they are; those of a form are where they belong."""
    if personal.said is None:
        return dict(personal.values)
    affair = services.catalogue.affair(row.affair) if row.affair else None
    parties, by_agent = _parties_of(row, services)
    found = fields(
        personal.values,
        clean(personal.said),
        for_another=parties.is_for_another,
        by_agent=by_agent,
        contact=row.contact_masked,
        for_speaker=parties.is_for_speaker and parties.is_by_another,
    )
    if affair is not None and affair.is_for_unit:
        return of_unit(personal.values, clean(personal.said))
    return of_guardian(found) if affair is not None and affair.is_for_newborn else found


def _keep_personal(row: IntakeRow, personal: PersonalValues, services: Services) -> IntakeView:
    _remember_parties(row, personal.said)
    values = _by_person(row, personal, services)
    tidied = {kind: tidy(kind, value) for kind, value in values.items() if kind not in NOT_KEPT}
    said = {kind: problem_with(kind, value) for kind, value in tidied.items()}
    right = {kind: value for kind, value in tidied.items() if said[kind] is None}
    if right:
        _keep_contact(row, right, _displaced(right), services)
    problems = [FieldProblem(field=kind.value, message=message) for kind, message in said.items() if message]
    return shown(row, services, problems=problems, received=[kind.value for kind in right])


def _displaced(right: Collection[Personal]) -> list[Personal]:
    """What goes when these come: a passport takes the place of the same person's identity number."""
    return [
        kind
        for of_person in (IDENTITIES, AGENT_IDENTITIES)
        if any(kind in right for kind in of_person)
        for kind in of_person
        if kind not in right
    ]


def _keep_contact(
    row: IntakeRow, new: Mapping[Personal, str], gone: Collection[Personal], services: Services
) -> None:
    """Seal the contact data with the new ones last and without those that go."""
    out = {*new, *gone}
    kept = {kind: value for kind, value in services.vault.unseal(row.contact).items() if kind not in out}
    row.contact = services.vault.seal({**kept, **{kind.value: value for kind, value in new.items()}})
    row.contact_masked = {
        **{kind: value for kind, value in row.contact_masked.items() if kind not in out},
        **{kind.value: masked(kind, value) for kind, value in new.items()},
    }


async def wish_result(
    session: AsyncSession, intake_id: str, wish: ResultWish, services: Services
) -> IntakeView:
    """Keep how the applicant wants the result.

    Raises:
        NoAffair: Nothing is chosen yet.
        ResultWayNotOffered: The items do not allow it, or no such place is offered.
    """
    row = await _open(session, intake_id, services)
    offered = {one.way: one for one in ways_of_affair(affair_of(row, services), services.catalogue)}
    chosen = offered.get(wish.way)
    if chosen is None or (chosen.places and wish.place not in chosen.places):
        raise ResultWayNotOffered
    row.result_way, row.result_place = wish.way.value, wish.place if chosen.places else ""
    return shown(row, services)


async def say_expiry(
    session: AsyncSession, intake_id: str, said: LicenceExpiry, services: Services
) -> IntakeView:
    """Keep until when the licence to be renewed is valid, as the applicant says it.

    Raises:
        NoAffair: Nothing is chosen yet.
        NotARenewal: What is chosen renews no licence.
    """
    row = await _open(session, intake_id, services)
    affair_of(row, services)
    if renewal_in(row, services) is None:
        raise NotARenewal
    row.licence_until = said.until or expiry_said(clean(said.said or ""), services.today())
    return shown(row, services)


async def declare_materials(
    session: AsyncSession, intake_id: str, change: MaterialsChange, services: Services
) -> IntakeView:
    """Store what the applicant has of the materials.

    Raises:
        UnknownMaterial: Materials that the affair never needs.
        PromiseNotAllowed: Materials for which no promise may stand; all of them are listed.
    """
    row = await _open(session, intake_id, services)
    content = content_of(row, services)
    _check_states(change.states, affair_of(row, services), content, services)
    ready = _all_ready(content, row.materials) if change.all_ready else {}
    row.materials = {**row.materials, **ready, **change.states}
    return _with(change.including, shown(row, services), row, services)


def _all_ready(content: NoticeContent, states: Mapping[str, str]) -> dict[str, str]:
    """Everything on the list as ready, but what was promised, and what may come later and was said to."""
    kept = {line.id for line in content.later() if states.get(line.id) == "later"}
    kept |= {key for key, state in states.items() if state == "promised"}
    return {line.id: "ready" for line in content.materials if line.certain and line.id not in kept}


def _check_states(
    states: Mapping[str, str], affair: Affair, content: NoticeContent, services: Services
) -> None:
    needed = {need.material for _, need in affair.needs}
    if any(key not in needed for key in states):
        raise UnknownMaterial(errors=[FieldProblem(field="states", message="材料不在这个事项的清单里")])
    promisable = {key for part in affair.parts for key in part.item.promise_instead}
    promisable -= {line.id for line in content.materials if not line.promise_instead}
    refused = [key for key, state in states.items() if state == "promised" and key not in promisable]
    if refused:
        names = [services.catalogue.materials[key].name for key in refused]
        raise PromiseNotAllowed(
            f"{'、'.join(f'「{name}」' for name in names)}不能用书面承诺代替，请备齐。",
            errors=[FieldProblem(field=f"states.{key}", message="不能用书面承诺代替") for key in refused],
        )


async def close(session: AsyncSession, intake_id: str, services: Services) -> None:
    """End an open intake; one that is closed or submitted stays as it is."""
    row = await found(session, intake_id)
    if row.state == "open":
        row.state = "closed"
        row.updated_at = services.now()
        await release(session, intake_id, services.now())


async def preview(session: AsyncSession, intake_id: str, services: Services) -> NoticeContent:
    """The notice as it would be drawn now; what depends on open questions is marked as not certain."""
    return content_of(await found(session, intake_id), services)


async def missing(session: AsyncSession, intake_id: str, services: Services) -> GapList:
    """Everything that stops a submission."""
    row = await found(session, intake_id)
    return GapList(gaps=list(gaps_of(row, content_of(row, services), services)))


async def _open(session: AsyncSession, intake_id: str, services: Services) -> IntakeRow:
    row = await found(session, intake_id)
    if row.state != "open":
        raise IntakeNotOpen
    row.updated_at = services.now()
    return row
