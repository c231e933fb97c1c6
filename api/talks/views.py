"""Talks as officers see them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from api.access.actor import Actor
from api.intakes.models import IntakeRow
from api.intakes.reading import answers_of, content_of, gaps_of, route_of
from api.platform.clock import at_centre
from api.services import Services
from api.talks.desk_schemas import DeskTalk, InHand, KnownAnswer, TalkEntry, TalkLine
from api.talks.models import TalkLineRow, TalkRow
from knowledge.catalogue.question_order import label_of
from knowledge.staff.talk_rules import STATE_NAMES, TalkState

_READY = ("ready", "promised")


def entry(
    row: TalkRow, intake: IntakeRow | None, names: Mapping[str, str], actor: Actor, services: Services
) -> TalkEntry:
    """A line of the queue."""
    affair = services.catalogue.affair(intake.affair) if intake and intake.affair else None
    return TalkEntry(
        id=row.id,
        state=TalkState(row.state),
        state_label=STATE_NAMES[TalkState(row.state)],
        item=affair.name if affair else "",
        channel=row.channel,
        asked_at=at_centre(row.asked_at),
        waits_since=at_centre(row.waits_since),
        account=row.account,
        name=names.get(row.account, row.account),
        mine=row.account == actor.id,
        ours=_is_ours(intake, actor, services),
        unanswered=row.unanswered_since is not None,
    )


def desk_talk(
    seen: TalkEntry,
    row: TalkRow,
    intake: IntakeRow | None,
    lines: Sequence[tuple[TalkLineRow, str | None]],
    services: Services,
) -> DeskTalk:
    """A talk with all that was said and what is in hand."""
    return DeskTalk(
        **seen.model_dump(),
        lines=[
            TalkLine(
                id=line.id,
                speaker=line.speaker,
                name=name or line.account,
                text=line.text,
                at=at_centre(line.at),
            )
            for line, name in lines
        ],
        in_hand=in_hand(intake, services) if intake else None,
        summary=row.summary,
    )


def in_hand(row: IntakeRow, services: Services) -> InHand:
    """What an intake is about and what it lacks; names of things, and nothing of the person."""
    affair = services.catalogue.affair(row.affair) if row.affair else None
    told = {"notice": row.notice["number"] if row.notice else "", "case_number": row.case_number or ""}
    if affair is None:
        return InHand(
            item="", scenario="", department="", window="", answers=[], missing=[], ready=[], **told
        )
    content, route = content_of(row, services), route_of(row, services)
    is_open, questions = row.state == "open", services.catalogue.questions
    names = {line.id: line.name for line in content.materials}
    return InHand(
        item=affair.name,
        scenario=affair.scenario,
        department=services.catalogue.department_name(affair.department),
        window=f"{route.number}{route.name}" if route else "",
        answers=[
            KnownAnswer(text=questions[question].text, label=label_of(questions[question], value))
            for question, value in answers_of(row, services).items()
        ],
        missing=[gap.name for gap in gaps_of(row, content, services)] if is_open else [],
        ready=[names[key] for key, state in row.materials.items() if state in _READY and key in names],
        **told,
    )


def _is_ours(intake: IntakeRow | None, actor: Actor, services: Services) -> bool:
    """Whether the affair goes to the actor's window or department."""
    affair = services.catalogue.affair(intake.affair) if intake and intake.affair else None
    if intake is None or affair is None:
        return False
    route = route_of(intake, services)
    return (route is not None and route.window in actor.windows) or affair.department == actor.department
