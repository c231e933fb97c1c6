"""The contact data as a reply names them: whose they are, which are there, which are missing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from actions.reply.wording import say
from api.intakes.schemas import IntakeView
from knowledge.guidance.submission_check import Gap
from knowledge.privacy.kinds import Personal


def shown(view: IntakeView, kinds: Iterable[str]) -> str:
    """Some of the contact data that are there, masked, in the order in which a form asks: 姓名 王**."""
    wanted = set(kinds)
    return "，".join(
        f"{_label(view, kind)} {view.contact[kind]}"
        for kind in _order()
        if kind in wanted and kind in view.contact
    )


def labels(view: IntakeView, kinds: Iterable[str]) -> str:
    """What some of the contact data are called: 姓名、手机号."""
    wanted = set(kinds)
    return together(_label(view, kind) for kind in _order() if kind in wanted)


def contact_hint(gaps: Sequence[Gap]) -> str:
    """How to give the contact data that are missing: all of one person, or first the applicant's and then those of whoever acts."""
    missing = [gap for gap in gaps if gap.kind == "contact"]
    agents = together(gap.name for gap in missing if _of_agent(gap.id))
    applicants = together(gap.name for gap in missing if not _of_agent(gap.id))
    if agents and applicants:
        if any(gap.id == Personal.AGENT_ID_NUMBER for gap in missing):
            return say("gaps_contact_hint_newborn", applicant=applicants, agent=agents)
        return say("gaps_contact_hint_two", applicant=applicants, agent=agents)
    examples = _EXAMPLES_OF_AGENT if agents else _EXAMPLES
    example = "，".join(dict.fromkeys(examples[Personal(gap.id).plain] for gap in missing))
    return say("gaps_contact_hint", fields=agents or applicants, example=example)


def is_for_newborn(view: IntakeView) -> bool:
    """Whether only the guardian is asked for a number: who was just born has none."""
    return Personal.AGENT_ID_NUMBER in view.contact_labels and Personal.ID_NUMBER not in view.contact_labels


def together(names: Iterable[str]) -> str:
    """Names of data, those of one person after another: 申请人（您母亲）的姓名、身份证号."""
    by_person: dict[str, list[str]] = {}
    for name in names:
        whose, of, what = name.rpartition("的")
        by_person.setdefault(whose + of, []).append(what)
    return "，".join(whose + "、".join(what) for whose, what in by_person.items())


def _of_agent(kind: str) -> bool:
    return Personal(kind).is_of_agent


def _label(view: IntakeView, kind: str) -> str:
    return view.contact_labels.get(kind) or Personal(kind).label


def _order() -> list[str]:
    """The name first, then by what a person is identified and called at; the agent's last."""
    return [kind.value for kind in _ORDER]


_FIRST = (
    Personal.NAME,
    Personal.ID_NUMBER,
    Personal.PASSPORT,
    Personal.TRAVEL_PERMIT,
    Personal.RESIDENCE_CARD,
)
_ORDER = (*_FIRST, *(kind for kind in Personal if kind not in _FIRST))

_EXAMPLES = {
    Personal.NAME: "我叫……",
    Personal.ID_NUMBER: "身份证号……",
    Personal.PHONE: "手机号……",
    Personal.CREDIT_CODE: "统一社会信用代码……",
}
_EXAMPLES_OF_AGENT = {**_EXAMPLES, Personal.NAME: "代办人叫……"}
"""Whoever acts may be the speaker or his brother."""
