"""An item or a bundle as one affair."""

from __future__ import annotations

from knowledge.catalogue.affair import joined
from knowledge.catalogue.condition import All, Any_, Is
from knowledge.catalogue.item import Asked
from tests.knowledge.catalogues import affair, small_catalogue

CATALOGUE = small_catalogue()
YES = Is(question="dine_in", values=("yes",))


class TestAffair:
    def test_of_an_item(self) -> None:
        food = affair("food.new", CATALOGUE)
        assert (food.kind, food.is_bundle, [part.item.id for part in food.parts]) == (
            "item",
            False,
            ["food.new"],
        )

    def test_of_a_bundle(self) -> None:
        bundle = affair("restaurant", CATALOGUE)
        assert (bundle.kind, bundle.is_bundle) == ("bundle", True)
        assert [part.item.id for part in bundle.parts] == ["licence.new", "food.new", "fire.opening"]

    def test_needs_of_a_part_stand_under_the_parts_condition(self) -> None:
        needs = [need for item, need in affair("restaurant", CATALOGUE).needs if item.id == "fire.opening"]
        assert [need.when for need in needs] == [YES, YES]

    def test_unknown(self) -> None:
        assert CATALOGUE.affair("nothing") is None

    def test_is_built_once(self) -> None:
        assert CATALOGUE.affair("restaurant") is CATALOGUE.affair("restaurant")

    def test_an_unknown_department_is_named_by_its_id(self) -> None:
        assert CATALOGUE.department_name("market") == "市场监督管理局"
        assert CATALOGUE.department_name("nobody") == "nobody"


class TestQuestionsOfABundle:
    def test_a_shared_question_is_asked_if_either_part_needs_it(self) -> None:
        licence = CATALOGUE.items["licence.new"].model_copy(
            update={"asks": (Asked(question="premises", when=Is(question="agent", values=("self",))),)}
        )
        catalogue = small_catalogue(items={**CATALOGUE.items, "licence.new": licence})
        asks = {asked.question: asked.when for asked in affair("restaurant", catalogue).asks}
        assert asks["premises"] is None

    def test_a_question_of_a_conditional_part_is_asked_only_with_the_part(self) -> None:
        fire = CATALOGUE.items["fire.opening"].model_copy(update={"asks": (Asked(question="changed"),)})
        catalogue = small_catalogue(items={**CATALOGUE.items, "fire.opening": fire})
        asks = {asked.question: asked.when for asked in affair("restaurant", catalogue).asks}
        assert asks["changed"] == YES

    def test_two_conditions(self) -> None:
        other = Is(question="agent", values=("self",))
        items = {
            key: CATALOGUE.items[key].model_copy(update={"asks": (Asked(question="changed", when=when),)})
            for key, when in (("licence.new", YES), ("food.new", other))
        }
        catalogue = small_catalogue(items={**CATALOGUE.items, **items})
        asks = {asked.question: asked.when for asked in affair("restaurant", catalogue).asks}
        assert asks["changed"] == Any_(any=(YES, other))


def test_joined() -> None:
    other = Is(question="agent", values=("self",))
    assert joined(None, None) is None
    assert joined(YES, None) == joined(None, YES) == YES
    assert joined(YES, other) == All(all=(YES, other))
