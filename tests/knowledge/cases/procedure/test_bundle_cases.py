"""One submission, several cases: order by prerequisites, each shared paper handed in once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.cases.procedure.bundle_cases import (
    PrerequisiteCycle,
    bundle_cases,
    bundle_progress,
    waiting_for,
)
from knowledge.catalogue.affair import Part
from knowledge.catalogue.reachable_questions import paths
from knowledge.guidance.notice import draw
from tests.knowledge.stories import accepted, decided
from tests.shipped import shipped_catalogue

CATALOGUE = shipped_catalogue()


class TestShippedBundles:
    @pytest.mark.parametrize("bundle", list(CATALOGUE.bundles))
    def test_each_paper_is_held_once_and_nothing_is_lost(self, bundle: str) -> None:
        affair = CATALOGUE.affair(bundle)
        assert affair is not None
        for _, answers in zip(range(25), paths(affair, CATALOGUE), strict=False):
            planned = bundle_cases(affair, answers)
            held = [material for case in planned for material in case.holds]
            assert len(held) == len(set(held))
            noticed = draw(affair, answers, CATALOGUE, None)
            assert set(held) == {line.id for line in noticed.materials}
            assert [case.name for case in planned] == sorted(
                (item.name for item in noticed.items), key=[case.name for case in planned].index
            )
            for n, case in enumerate(planned):
                assert set(case.materials) == set(case.holds) | set(case.borrows)
                earlier = {one.item for one in planned[:n]}
                assert set(case.after) <= earlier and set(case.borrows.values()) <= earlier

    def test_an_item_alone_is_one_case(self) -> None:
        affair = CATALOGUE.affair("food_operation.new")
        assert affair is not None
        planned = bundle_cases(affair, {})
        assert [case.item for case in planned] == ["food_operation.new"]
        assert planned[0].borrows == {}


class TestOrder:
    def three(self, **prerequisites: tuple[str, ...]) -> list[str]:
        affair = CATALOGUE.affair("open_restaurant")
        assert affair is not None
        parts = tuple(
            Part(part.item.model_copy(update={"prerequisites": prerequisites.get(part.item.main, ())}))
            for part in affair.parts
        )
        return [case.item.split(".")[0] for case in bundle_cases(replace(affair, parts=parts), {})]

    def test_prerequisites_first_else_as_written(self) -> None:
        plain = self.three()
        assert plain == [part.item.main for part in CATALOGUE.affair("open_restaurant").parts]  # type: ignore[union-attr]
        ordered = self.three(individual_business=("food_operation.new",))
        assert ordered.index("food_operation") < ordered.index("individual_business")

    def test_a_circle_is_an_error_that_names_it(self) -> None:
        with pytest.raises(PrerequisiteCycle, match="互为前置"):
            self.three(food_operation=("fire_inspection.opening",), fire_inspection=("food_operation.new",))


class TestWaiting:
    def test_until_the_first_is_granted(self) -> None:
        affair = CATALOGUE.affair("open_restaurant")
        assert affair is not None
        case = replace(bundle_cases(affair, {})[-1], after=("x.first",))
        names = {"x.first": "营业执照"}
        assert waiting_for(case, {}, names) == ("营业执照",)
        assert waiting_for(case, {"x.first": accepted().facts}, names) == ("营业执照",)
        assert waiting_for(case, {"x.first": decided(outcome="deny").facts}, names) == ("营业执照",)
        assert waiting_for(case, {"x.first": decided().facts}, names) == ()


class TestProgress:
    def test_the_slowest_is_shown(self) -> None:
        progress = bundle_progress({"a": "delivered", "b": "review", "c": "correction"})
        assert (progress.ended, progress.total, progress.slowest, progress.text) == (
            1,
            3,
            "c",
            "共3项，办完1项。",
        )
        assert bundle_progress({"a": "delivered", "b": "withdrawn"}).slowest == ""
