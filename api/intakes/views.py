"""The intake as clients see it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from api.catalogue.service import offer
from api.catalogue.views import question_view
from api.intakes.answer_extraction import Extracted
from api.intakes.models import IntakeRow
from api.intakes.phone_check import phone_check_of
from api.intakes.reading import applying_in, parties_in_row, persons_needed, persons_welcome
from api.intakes.schemas import AffairView, ChangedAnswer, GivenAnswer, IntakeView, NoticeRef, PlaceView
from api.platform.schemas import FieldProblem
from api.services import Services
from knowledge.cases.limits.renewal import Renewal, renewal_of
from knowledge.cases.procedure.result_ways import ResultWay, ways_of
from knowledge.catalogue.affair import Affair, Catalogue
from knowledge.catalogue.condition import taken_from
from knowledge.catalogue.item import BusinessItem
from knowledge.catalogue.question_order import is_answer, label_of, next_question, remaining, settle
from knowledge.guidance.submission_check import LICENCE
from knowledge.persons.consistency import ContactDoubt, doubts
from knowledge.persons.needs import Applying, Need, field_label, is_given, is_there
from knowledge.privacy.kinds import Personal


def view(
    row: IntakeRow,
    catalogue: Catalogue,
    *,
    heard: Extracted | None = None,
    kept: Collection[str] = (),
    problems: Iterable[FieldProblem] = (),
    received: Iterable[str] = (),
) -> IntakeView:
    """The intake, with what this request understood, took up again, dropped, received or found wrong."""
    affair = catalogue.affair(row.affair) if row.affair else None
    answers = settle(affair, row.answers, catalogue) if affair else {}
    asked_next = next_question(affair, answers) if affair else None
    place = catalogue.places.get(row.place) if row.place else None
    notice = row.notice if row.notice and row.notice["affair"] == row.affair else None
    applying = applying_in(affair, licence=affair is not None and _licence_is_looked_up(affair, answers))
    needed = persons_needed(row, answers, applying)
    welcome = persons_welcome(row, answers, applying)
    understood = (
        {question: answers[question] for question in heard.understood if question in answers} if heard else {}
    )
    return IntakeView(
        id=row.id,
        state=row.state,
        affair=_affair(affair, catalogue) if affair else None,
        answers=_answers(answers, catalogue),
        next_question=question_view(asked_next, catalogue.questions[asked_next]) if asked_next else None,
        remaining=remaining(affair, answers) if affair else 0,
        place=PlaceView(id=place.id, name=place.name) if place else None,
        understood=_answers(understood, catalogue),
        kept=_answers({key: value for key, value in answers.items() if key in kept}, catalogue),
        dropped=_answers(heard.dropped, catalogue) if heard else [],
        changed=_changed(heard.changed, answers, catalogue) if heard else [],
        contact=row.contact_masked,
        contact_problems=list(problems),
        contact_received=list(received),
        contact_needed=[need.kind.value for need in needed if not is_there(need.kind, row.contact_masked)],
        contact_welcome=[need.kind.value for need in welcome if not is_given(need.kind, row.contact_masked)],
        contact_labels=_labels(row, (*needed, *welcome), applying, affair, answers),
        materials=row.materials,
        notice=NoticeRef(**{key: notice[key] for key in ("number", "version", "access")}) if notice else None,
        notice_outdated=bool(notice and notice["basis"] != notice_basis(row, answers, catalogue)),
        result_ways=list(ways_of_affair(affair, catalogue)) if affair else [],
        result_way=row.result_way or "",
        result_place=row.result_place or "",
        case_number=row.case_number,
        catalogue_version=catalogue.version,
        statements=row.statements,
    )


def shown(
    row: IntakeRow,
    services: Services,
    *,
    heard: Extracted | None = None,
    kept: Collection[str] = (),
    problems: Iterable[FieldProblem] = (),
    received: Iterable[str] = (),
) -> IntakeView:
    """The same, with what does not fit among the contact data."""
    made = view(row, services.catalogue, heard=heard, kept=kept, problems=problems, received=received)
    doubted = list(_doubts(row, made.contact_labels, services))
    more = {
        "contact_doubts": doubted,
        "renewal": renewal_in(row, services),
        "phone_check": phone_check_of(row, services),
    }
    return made.model_copy(update=more)


def renewal_in(row: IntakeRow, services: Services, read: date | None = None) -> Renewal | None:
    """What is known of the licence that an intake renews; None where it renews none.

    Args:
        read: The expiry on the paper that was handed in; what the applicant said comes first.
    """
    affair = services.catalogue.affair(row.affair) if row.affair else None
    if affair is None:
        return None
    until = row.licence_until or read
    items = tuple(part.item for part in affair.parts)
    is_read = until is not None and row.licence_until is None
    return renewal_of(items, until, services.today(), services.calendar, read=is_read)


def _doubts(row: IntakeRow, labels: Mapping[str, str], services: Services) -> tuple[ContactDoubt, ...]:
    """Asked only where a number is there: what is sealed is opened for nothing else."""
    if not any(Personal(kind).plain is Personal.ID_NUMBER for kind in row.contact_masked):
        return ()
    affair = services.catalogue.affair(row.affair) if row.affair else None
    answers = settle(affair, row.answers, services.catalogue) if affair else {}
    parties, _ = parties_in_row(row, answers, affair)
    contact = {Personal(kind): value for kind, value in services.vault.unseal(row.contact).items()}
    return doubts(
        contact,
        answers,
        applying_in(affair),
        labels,
        services.today(),
        is_minor=parties.is_minor and parties.is_for_another,
    )


def ways_of_affair(affair: Affair, catalogue: Catalogue) -> tuple[ResultWay, ...]:
    """How the result of an affair may come."""
    results = [part.item.result for part in affair.parts]
    deliveries = [result.delivery for result in results if result]
    return ways_of(deliveries, [site.name for site in catalogue.sites.values()])


def notice_basis(row: IntakeRow, answers: Mapping[str, str], catalogue: Catalogue) -> dict[str, object]:
    """Everything on the intake that a notice follows from; a notice with another basis is outdated."""
    return {
        "affair": row.affair,
        "answers": dict(answers),
        "place": row.place,
        "catalogue": catalogue.version,
    }


def _affair(affair: Affair, catalogue: Catalogue) -> AffairView:
    offered = offer(affair.id, catalogue)
    item = offered if isinstance(offered, BusinessItem) else None
    return AffairView(
        id=affair.id,
        name=affair.name,
        kind=affair.kind,
        scenario=affair.scenario,
        department=catalogue.department_name(affair.department),
        origin=item.origin if item else "shipped",
        source=item.source if item else "",
        absent=list(item.absent) if item else [],
    )


def _answers(answers: Mapping[str, str], catalogue: Catalogue) -> list[GivenAnswer]:
    views = []
    for key, value in answers.items():
        question = catalogue.questions.get(key)
        if question is not None and is_answer(question, value):
            views.append(
                GivenAnswer(question=key, text=question.text, value=value, label=label_of(question, value))
            )
    return views


def _changed(
    earlier: Mapping[str, str], answers: Mapping[str, str], catalogue: Catalogue
) -> list[ChangedAnswer]:
    no_more = {question: taken_from(value, answers.get(question, "")) for question, value in earlier.items()}
    before = {answer.question: answer.label for answer in _answers(no_more, catalogue)}
    return [
        ChangedAnswer(**answer.model_dump(), earlier=before[answer.question])
        for answer in _answers(answers, catalogue)
        if answer.question in before
    ]


def _labels(
    row: IntakeRow,
    needed: Iterable[Need],
    applying: Applying,
    affair: Affair | None,
    answers: Mapping[str, str],
) -> dict[str, str]:
    """What the contact data that are there, needed or welcome are called in this submission."""
    parties, by_agent = parties_in_row(row, answers, affair)
    there = {
        kind: field_label(Personal(kind), parties, applying, by_agent=by_agent) for kind in row.contact_masked
    }
    return {need.kind.value: need.label for need in needed} | there


def _licence_is_looked_up(affair: Affair, answers: Mapping[str, str]) -> bool:
    """Whether a notice would say so; drawing one for every turn of talk would take too long."""
    papers = [paper for paper in affair.shared if paper.material == LICENCE]
    return any(paper.when is None or paper.when.holds(answers) is True for paper in papers)
