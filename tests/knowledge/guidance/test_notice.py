"""The one-time notice: complete, once, with reasons, and the same whatever came first."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from random import Random

import pytest

from knowledge.catalogue.affair import Affair, Catalogue
from knowledge.catalogue.condition import UNSURE, Is
from knowledge.catalogue.item import Material, Necessity, SharedPaper
from knowledge.catalogue.question_order import settle
from knowledge.catalogue.reachable_questions import paths
from knowledge.guidance.notice import NoticeContent, NoticeMaterial, compare, draw
from knowledge.guidance.routing import Request, route
from tests.knowledge.catalogues import TRANSFER_DAY, affair, small_catalogue

CATALOGUE = small_catalogue()
FOOD = affair("food.new", CATALOGUE)
BUNDLE = affair("restaurant", CATALOGUE)
LEASED = {"premises": "leased", "area": "small", "cold": "no", "agent": "agent"}
OPEN_ALL = {"dine_in": "yes", **LEASED}


def drawn(which: Affair = FOOD, **answers: str) -> NoticeContent:
    return draw(which, settle(which, answers, CATALOGUE), CATALOGUE, None)


def by_id(content: NoticeContent) -> dict[str, NoticeMaterial]:
    return {material.id: material for material in content.materials}


class TestDraw:
    def test_what_this_applicant_needs_and_nothing_else(self) -> None:
        content = drawn(**LEASED)
        assert [m.id for m in content.materials] == ["application", "lease", "letter", "health", "photo"]
        assert [m.id for m in content.required()] == ["application", "lease", "letter"]
        assert [m.id for m in content.later()] == ["health"]

    def test_reasons(self) -> None:
        assert by_id(drawn(**LEASED))["lease"].reason == "因为您的情况是「租赁」"
        assert by_id(drawn(**{**LEASED, "premises": "owned"}))["deed"].reason == "因为经营场所是自有的"
        assert by_id(drawn(**LEASED))["application"].reason == ""

    def test_circumstances_in_the_order_of_asking(self) -> None:
        facts = drawn(**dict(reversed(LEASED.items()))).circumstances
        assert [(fact.question, fact.label) for fact in facts] == [
            ("premises", "租赁"),
            ("area", "不超过200平方米"),
            ("cold", "否"),
            ("agent", "委托他人"),
        ]

    def test_an_unsure_answer_keeps_what_may_be_needed_and_says_so(self) -> None:
        content = drawn(**{**LEASED, "premises": UNSURE})
        uncertain = {m.id: m.reason for m in content.materials if not m.certain}
        assert uncertain == {
            "deed": "如果「经营场所是自有还是租赁」选自有就需要，请先备着",
            "lease": "如果「经营场所是自有还是租赁」选租赁就需要，请先备着",
        }
        assert not {"deed", "lease"} & {m.id for m in content.required()}
        assert [m.certain for m in content.materials] == sorted(
            (m.certain for m in content.materials), reverse=True
        )

    def test_what_hangs_on_a_question_that_was_not_put_is_not_asked_for(self) -> None:
        change = affair("food.change", CATALOGUE)
        content = drawn(change, changed="name")
        assert [m.id for m in content.materials] == ["application"]
        assert [fee.name for fee in content.fees] == ["工本费"]

    def test_uncertain_fee(self) -> None:
        change = affair("food.change", CATALOGUE)
        fees = {fee.name: fee for fee in drawn(change, changed="more", cold=UNSURE).fees}
        assert fees["工本费"].certain
        assert not fees["检验费"].certain
        assert fees["检验费"].reason.startswith("如果「是否制售冷食」选是")

    def test_what_is_said_of_the_item(self) -> None:
        item = drawn(**LEASED).items[0]
        assert (item.department, item.result_name, item.result_valid) == ("市场监督管理局", "许可证", "5年")
        assert item.prerequisites == ("营业执照（新办）",)
        assert item.joint_with == ("消防救援大队",)
        assert item.bases == ("《食品安全法》第三十五条",)


class TestBundle:
    def test_shared_materials_once_and_in_the_stricter_way(self) -> None:
        lines = by_id(drawn(BUNDLE, **OPEN_ALL))
        assert len(lines) == len(drawn(BUNDLE, **OPEN_ALL).materials)
        assert lines["application"].copies == 3
        assert lines["application"].for_items == (
            "营业执照（新办）",
            "食品经营许可（新办）",
            "营业前消防安全检查",
        )
        assert lines["lease"].necessity is Necessity.REQUIRED
        assert lines["lease"].reason == "因为您的情况是「租赁」"

    def test_a_promise_stands_only_where_every_item_takes_it(self) -> None:
        assert by_id(drawn(**{**LEASED, "area": "large"}))["plan"].promise_instead
        assert not by_id(drawn(BUNDLE, **{**OPEN_ALL, "area": "large"}))["plan"].promise_instead

    def test_a_part_that_is_not_needed_is_left_out(self) -> None:
        content = drawn(BUNDLE, **{**OPEN_ALL, "dine_in": "no"})
        assert [item.id for item in content.items] == ["licence.new", "food.new"]
        assert "plan" not in by_id(content)

    def test_a_part_that_may_be_needed(self) -> None:
        content = drawn(BUNDLE, **{**OPEN_ALL, "dine_in": UNSURE})
        assert [item.id for item in content.items] == ["licence.new", "food.new", "fire.opening"]
        assert not by_id(content)["plan"].certain

    def test_needed_for_sure_by_one_and_perhaps_by_another(self) -> None:
        plan = by_id(drawn(BUNDLE, **{**OPEN_ALL, "dine_in": "yes", "area": UNSURE}))["plan"]
        assert (plan.certain, plan.reason) == (True, "因为您的情况是「有堂食」")

    def test_optional_for_sure_and_required_perhaps_is_required_perhaps(self) -> None:
        need = (
            CATALOGUE.items["fire.opening"].materials[1].model_copy(update={"necessity": Necessity.OPTIONAL})
        )
        fire = CATALOGUE.items["fire.opening"].model_copy(update={"materials": (need,)})
        catalogue = replace(CATALOGUE, items={**CATALOGUE.items, "fire.opening": fire})
        plan = by_id(draw(affair("restaurant", catalogue), {**OPEN_ALL, "area": UNSURE}, catalogue, None))[
            "plan"
        ]
        assert (plan.certain, plan.necessity) == (False, Necessity.REQUIRED)
        assert plan.reason.startswith("如果")

    @pytest.mark.parametrize(
        "answers", [OPEN_ALL, {**OPEN_ALL, "premises": UNSURE, "area": UNSURE, "dine_in": UNSURE}]
    )
    def test_the_order_of_the_parts_changes_nothing_that_is_asked_for(self, answers: dict[str, str]) -> None:
        def asked_for(which: Affair) -> set[tuple[object, ...]]:
            return {
                (m.id, m.copies, m.necessity, m.certain, m.promise_instead, frozenset(m.for_items))
                for m in draw(which, answers, CATALOGUE, None).materials
            }

        turned = replace(BUNDLE, parts=tuple(reversed(BUNDLE.parts)))
        assert asked_for(turned) == asked_for(BUNDLE)


class TestEveryPath:
    @pytest.mark.parametrize("which", ["food.new", "food.change", "restaurant"])
    def test_certain_answers_leave_nothing_uncertain(self, which: str) -> None:
        for answers in paths(affair(which, CATALOGUE), CATALOGUE):
            content = draw(affair(which, CATALOGUE), answers, CATALOGUE, None)
            assert all(m.certain for m in content.materials)
            assert all(fee.certain for fee in content.fees)
            assert len({m.id for m in content.materials}) == len(content.materials)

    def test_the_order_of_answering_changes_nothing(self) -> None:
        chance = Random(5)
        for answers in paths(BUNDLE, CATALOGUE, with_unsure=True):
            shuffled = list(answers.items())
            chance.shuffle(shuffled)
            assert drawn(BUNDLE, **dict(shuffled)) == drawn(BUNDLE, **answers)

    def test_unsure_asks_for_whatever_some_answer_asks_for(self) -> None:
        """The notice is given once: later certainty may only take away."""
        for value, question in product(
            ["yes", "no", "owned", "leased", "small", "large", "self", "agent"], BUNDLE.asks
        ):
            options = CATALOGUE.questions[question.question].options
            if value in options:
                sure = by_id(drawn(BUNDLE, **{**OPEN_ALL, question.question: value}))
                unsure = by_id(drawn(BUNDLE, **{**OPEN_ALL, question.question: UNSURE}))
                assert sure.keys() <= unsure.keys()


class TestCompare:
    def test_nothing(self) -> None:
        assert compare(drawn(**LEASED), drawn(**LEASED)).nothing

    def test_added_and_dropped(self) -> None:
        change = compare(drawn(**LEASED), drawn(**{**LEASED, "premises": "owned"}))
        assert [m.id for m in change.added] == ["deed"]
        assert [m.id for m in change.dropped] == ["lease"]
        assert not change.altered
        assert not change.nothing

    def test_items_and_copies(self) -> None:
        change = compare(drawn(BUNDLE, **OPEN_ALL), drawn(BUNDLE, **{**OPEN_ALL, "dine_in": "no"}))
        assert change.items_dropped == ("营业前消防安全检查",)
        assert [m.id for m in change.altered] == ["application"]

    def test_fees(self) -> None:
        change = affair("food.change", CATALOGUE)
        assert compare(
            drawn(change, changed="more", cold="no"), drawn(change, changed="more", cold="yes")
        ).fees_changed

    def test_window(self) -> None:
        licence = affair("licence.new", CATALOGUE)
        answers = {"premises": "owned", "agent": "self"}
        before, after = (
            draw(licence, answers, CATALOGUE, route(Request(licence, on), CATALOGUE))
            for on in (TRANSFER_DAY.replace(day=1, month=11), TRANSFER_DAY)
        )
        assert compare(before, after).window_changed
        assert compare(draw(licence, answers, CATALOGUE, None), after).window_changed
        assert not compare(before, before).window_changed


class TestShared:
    """数据共享: what the window looks up itself is named, so that nobody brings it."""

    LICENCE = Material(
        name="营业执照", shared_from="市场监督管理部门", basis=CATALOGUE.materials["lease"].basis
    )

    def with_shared(self, *papers: SharedPaper) -> Catalogue:
        item = CATALOGUE.items["food.new"].model_copy(update={"shared": papers})
        return small_catalogue(
            items={**CATALOGUE.items, "food.new": item},
            materials={**CATALOGUE.materials, "licence": self.LICENCE},
        )

    def shared_of(self, catalogue: Catalogue, which: str = "food.new", **answers: str) -> list[str]:
        wanted = affair(which, catalogue)
        return [
            paper.id for paper in draw(wanted, settle(wanted, answers, catalogue), catalogue, None).shared()
        ]

    def test_for_everybody(self) -> None:
        catalogue = self.with_shared(SharedPaper(material="licence"))
        wanted = affair("food.new", catalogue)
        (paper,) = draw(wanted, settle(wanted, LEASED, catalogue), catalogue, None).shared()
        assert (paper.name, paper.holder) == ("营业执照", "市场监督管理部门")
        assert paper.basis == tuple(map(str, self.LICENCE.basis))

    @pytest.mark.parametrize(("premises", "named"), [("owned", True), ("leased", False), (UNSURE, False)])
    def test_only_where_it_is_sure(self, premises: str, named: bool) -> None:
        paper = SharedPaper(material="licence", when=Is(question="premises", values=("owned",)))
        found = self.shared_of(self.with_shared(paper), **{**LEASED, "premises": premises})
        assert bool(found) is named

    def test_once_for_a_bundle(self) -> None:
        catalogue = self.with_shared(SharedPaper(material="licence"))
        assert self.shared_of(catalogue, "restaurant", **OPEN_ALL) == ["licence"]

    def test_a_notice_kept_by_an_earlier_release_has_none(self) -> None:
        kept = drawn(**LEASED).model_dump_json()
        assert NoticeContent.model_validate_json(kept.replace(',"shared":[]', "")).shared() == ()
