from dataclasses import replace

from knowledge.catalogue.coverage import FEWEST_ALIASES, deciding_questions, repeated_aliases
from tests.shipped import shipped_catalogue


class TestAliases:
    def test_shipped_ones_belong_to_one_item_each(self) -> None:
        assert repeated_aliases(shipped_catalogue()) == {}

    def test_every_shipped_item_has_enough(self) -> None:
        catalogue = shipped_catalogue()
        assert [key for key, item in catalogue.items.items() if len(set(item.aliases)) < FEWEST_ALIASES] == []

    def test_none_is_the_official_name(self) -> None:
        catalogue = shipped_catalogue()
        assert [key for key, item in catalogue.items.items() if item.name in item.aliases] == []

    def test_two_items_with_one_alias(self) -> None:
        catalogue = shipped_catalogue()
        first, second = list(catalogue.items)[:2]
        said = catalogue.items[first].aliases[0]
        twin = catalogue.items[second].model_copy(update={"aliases": (said,)})
        repeated = repeated_aliases(replace(catalogue, items={**catalogue.items, second: twin}))
        assert list(repeated.values()) == [(first, second)]


class TestDecidingQuestions:
    def test_only_those_on_which_a_material_depends(self) -> None:
        item = shipped_catalogue().items["food_operation.change"]
        assert set(deciding_questions(item)) <= {asked.question for asked in item.asks}
        assert "food_operation.changed" in deciding_questions(item)


class TestLocalValues:
    """Addresses, phones and names of the place are in local.yaml only."""

    def test_items_name_no_address_and_no_phone(self) -> None:
        import re
        from pathlib import Path

        from knowledge.base.shipped import ANSWERS as ANSWERS
        from knowledge.base.shipped import CATALOGUE as SHIPPED

        catalogue = shipped_catalogue()
        county = re.compile(r"河东|\d{4}-\d{4}-\d{4}|\b0\d{2,3}-\d{7,8}\b|\b1[3-9]\d{9}\b|[路街]\d+号")
        own = {Path(SHIPPED) / "local.yaml", *(Path(SHIPPED) / "centres").glob("*.yaml")}
        files = [path for path in Path(SHIPPED).rglob("*.yaml") if path not in own]
        files += Path(ANSWERS).glob("*.yaml")
        found = [
            (path.name, hit.group()) for path in files for hit in county.finditer(path.read_text("utf-8"))
        ]
        assert found == []
        assert all(not item.consult and not item.place_text for item in catalogue.items.values())
