"""Gaps: everything that stops a submission, all of it at once."""

from __future__ import annotations

import pytest

from knowledge.catalogue.item import Audience, Necessity
from knowledge.guidance.applicant_kind import audience_said
from knowledge.guidance.notice import NoticeContent, NoticeMaterial
from knowledge.guidance.submission_check import gaps
from knowledge.persons.needs import Applying, needs
from knowledge.persons.parties import SELF, Parties
from knowledge.privacy.kinds import Personal

NEEDED = needs(Parties(), Applying(), by_agent=False)
GIVEN = (Personal.NAME, Personal.ID_NUMBER, Personal.PHONE)


def line(
    key: str, necessity: Necessity = Necessity.REQUIRED, *, certain: bool = True, promise: bool = False
) -> NoticeMaterial:
    return NoticeMaterial(
        id=key,
        name=f"材料{key}",
        basis=(),
        form=None,
        copies=None,
        source=None,
        necessity=necessity,
        standard="",
        filling="",
        issued_by="",
        blank_form="",
        promise_instead=promise,
        certain=certain,
        reason="",
        for_items=(),
    )


def content(*materials: NoticeMaterial) -> NoticeContent:
    return NoticeContent(
        affair="a",
        name="事项",
        kind="item",
        circumstances=(),
        materials=materials,
        fees=(),
        items=(),
        route=None,
        catalogue_version="",
    )


class TestGaps:
    def test_all_at_once_in_the_order_of_doing(self) -> None:
        found = gaps(content(line("m")), {"q": "面积有多大"}, {}, (), NEEDED)
        assert [(gap.kind, gap.id) for gap in found] == [
            ("question", "q"),
            ("material", "m"),
            *(("contact", kind) for kind in GIVEN),
        ]

    @pytest.mark.parametrize(
        ("state", "promise", "stops"),
        [
            ("ready", False, False),
            ("promised", True, False),
            ("promised", False, True),
            ("later", False, True),
            ("missing", True, True),
            (None, True, True),
        ],
    )
    def test_states_of_a_required_material(self, state: str | None, promise: bool, stops: bool) -> None:
        states = {"m": state} if state else {}
        assert bool(gaps(content(line("m", promise=promise)), {}, states, GIVEN, NEEDED)) is stops

    def test_what_may_come_later_or_is_not_certain_never_stops(self) -> None:
        some = content(line("a", Necessity.LATER), line("b", Necessity.OPTIONAL), line("c", certain=False))
        assert gaps(some, {}, {"a": "later"}, GIVEN, NEEDED) == ()

    def test_the_licence_is_looked_up_by_the_credit_code(self) -> None:
        found = gaps(content(), {}, {}, GIVEN, needs(Parties(), Applying(licence=True), by_agent=False))
        assert [gap.id for gap in found] == ["credit_code"]

    def test_whoever_acts_is_asked_for_by_the_role(self) -> None:
        found = gaps(content(), {}, {}, GIVEN, needs(Parties("mother", SELF), Applying(), by_agent=True))
        assert [(gap.id, gap.say) for gap in found] == [("agent_name", "还没有填写您（代办人）的姓名。")]

    def test_a_passport_stands_in_for_the_identity_number(self) -> None:
        assert gaps(content(), {}, {}, (Personal.NAME, Personal.PASSPORT, Personal.LANDLINE), NEEDED) == ()


class TestAudience:
    def test_said_or_not(self) -> None:
        assert audience_said({"applicant_kind": "company"}) is Audience.ENTERPRISE
        assert audience_said({"applicant_kind": "household"}) is Audience.NATURAL
        assert audience_said({"applicant_kind": "unsure"}) is None
        assert audience_said({}) is None
