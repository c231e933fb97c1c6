"""Catalogue records as clients see them."""

from __future__ import annotations

from collections.abc import Iterable

from api.catalogue.schemas import (
    ItemDetail,
    ItemFee,
    ItemMaterial,
    ItemShared,
    ItemSummary,
    OptionView,
    PartView,
    QuestionView,
)
from knowledge.catalogue.affair import Affair, Catalogue
from knowledge.catalogue.condition import Condition
from knowledge.catalogue.item import Bundle, BusinessItem, NeededMaterial, Question, SharedPaper
from knowledge.catalogue.themes import themes_of
from knowledge.guidance.explanation import reason
from knowledge.guidance.routing import Route

_AS_THEY_ARE = (
    "main",
    "main_name",
    "aliases",
    "type",
    "case_kind",
    "level",
    "task_code",
    "conditions",
    "legal_limit",
    "promised_limit",
    "free_of_charge",
    "steps",
    "result",
    "visits",
    "scope",
    "inspection",
    "expert_review",
    "delegated",
    "passed_up_to",
    "silence_is_consent",
    "intermediaries",
    "by_post",
    "by_appointment",
    "online",
    "remarks",
    "consult",
    "supervise",
    "place_text",
    "absent",
    "source",
)
"""Fields of a business item that need no resolving."""


def summary(offer: BusinessItem | Bundle, catalogue: Catalogue) -> ItemSummary:
    """An item or bundle in a list."""
    item = offer if isinstance(offer, BusinessItem) else None
    return ItemSummary(
        id=offer.id,
        name=offer.name,
        kind="item" if item else "bundle",
        department=catalogue.department_name(offer.department),
        operation=item.operation if item else "",
        scenario=offer.scenario,
        audience=[str(audience) for audience in offer.audience],
        themes=list(themes_of(offer.name, offer.scenario)),
        origin=item.origin if item else "shipped",
    )


def detail(
    affair: Affair, offer: BusinessItem | Bundle, route: Route | None, catalogue: Catalogue
) -> ItemDetail:
    """Everything that the catalogue says of an item or bundle."""
    common = {
        **summary(offer, catalogue).model_dump(),
        "bases": [str(basis) for basis in offer.bases],
        "questions": [question_view(one.question, catalogue.questions[one.question]) for one in affair.asks],
        "route": route,
    }
    if isinstance(offer, Bundle):
        return ItemDetail(
            **common,
            aliases=list(offer.aliases),
            remarks=list(offer.remarks),
            parts=_parts(affair, catalogue),
        )
    return ItemDetail(
        **common,
        **{name: getattr(offer, name) for name in _AS_THEY_ARE},
        materials=[_material(need, offer, catalogue) for need in offer.materials],
        shared=[_shared(paper, catalogue) for paper in offer.shared],
        fees=[ItemFee(fee=fee, when=_when(fee.when, catalogue)) for fee in offer.fees],
        joint_with=_departments(offer.joint_with, catalogue),
        prerequisites=[catalogue.items[key].name for key in offer.prerequisites if key in catalogue.items],
        faqs=list(offer.questions),
        facts=list(offer.facts),
    )


def question_view(key: str, question: Question) -> QuestionView:
    """A question as it is asked."""
    return QuestionView(
        id=key,
        text=question.text,
        why=question.why,
        help=question.help,
        unit=question.unit,
        several=question.several,
        options=[
            OptionView(
                value=value, label=option.label, says=[*option.says, *option.replies], bounds=option.bounds
            )
            for value, option in question.options.items()
        ],
    )


def _parts(affair: Affair, catalogue: Catalogue) -> list[PartView]:
    return [
        PartView(
            id=part.item.id,
            name=part.item.name,
            department=catalogue.department_name(part.item.department),
            when=_when(part.when, catalogue),
        )
        for part in affair.parts
    ]


def _material(need: NeededMaterial, item: BusinessItem, catalogue: Catalogue) -> ItemMaterial:
    material = catalogue.materials[need.material]
    return ItemMaterial(
        id=need.material,
        name=material.name,
        basis=[str(basis) for basis in need.basis or material.basis],
        form=material.form,
        copies=need.copies if need.copies is not None else material.copies,
        source=material.source,
        necessity=need.necessity or material.necessity,
        standard=material.standard,
        filling=material.filling,
        issued_by=material.issued_by,
        shared_from=material.shared_from,
        blank_form=material.blank_form,
        promise_instead=need.material in item.promise_instead,
        when=_when(need.when, catalogue),
    )


def _shared(paper: SharedPaper, catalogue: Catalogue) -> ItemShared:
    material = catalogue.materials[paper.material]
    return ItemShared(
        id=paper.material,
        name=material.name,
        holder=material.shared_from,
        basis=[str(basis) for basis in material.basis],
        when=reason(paper.when, {}, catalogue, then=""),
    )


def _when(condition: Condition | None, catalogue: Catalogue) -> str:
    return reason(condition, {}, catalogue)


def _departments(keys: Iterable[str], catalogue: Catalogue) -> list[str]:
    return [catalogue.department_name(key) for key in keys]
