"""What differs from centre to centre stands in one file, which a centre replaces by its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.base.faults import Fault
from knowledge.base.shipped import CATALOGUE as SHIPPED
from knowledge.catalogue.affair import Catalogue
from knowledge.catalogue.item import Necessity
from knowledge.catalogue.load import folder_version, load_catalogue, read_catalogue
from knowledge.catalogue.local import FILE, own_file
from tests.shipped import shipped_catalogue

OWN = """\
places:
  east: {name: 东镇}
sites:
  hall:
    name: 西平县政务服务中心
    address: 西平县一号路9号
    phone: 0000-5000
    hours: [{days: [1, 2, 3, 4, 5], opens: "08:30", closes: "17:30"}]
windows:
  unified: {number: 1号, name: 综合窗口, kind: 综合窗口, site: hall}
departments:
  market: {name: 西平县市场监督管理局, phone: 0000-5001, supervise: 0000-5091}
promised_limits:
  food_operation.new: {days: 3, note: 本中心承诺}
facts:
  停车: 没有停车场，请停在对面商场
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return written(tmp_path, OWN)


def written(folder: Path, text: str) -> Path:
    data = folder / "data"
    data.mkdir(exist_ok=True)
    (data / FILE).write_text(text, encoding="utf-8")
    return data / FILE


def faults_of(folder: Path, text: str) -> list[Fault]:
    return sorted(read_catalogue(SHIPPED, written(folder, text))[1])


class TestOwnFile:
    def test_takes_the_place_of_everything_local(self, own: Path) -> None:
        catalogue = load_catalogue(local=own)
        assert list(catalogue.sites) == ["hall"]
        assert list(catalogue.windows) == ["unified"]
        assert list(catalogue.places) == ["east"]
        assert {key: fact.text for key, fact in catalogue.facts.items()} == {
            "停车": "没有停车场，请停在对面商场"
        }
        assert catalogue.department_name("market") == "西平县市场监督管理局"

    def test_promises_take_the_place_of_those_of_the_items(self, own: Path) -> None:
        limit = load_catalogue(local=own).items["food_operation.new"].promised_limit
        assert limit is not None
        assert (limit.days, limit.note) == (3, "本中心承诺")

    def test_where_it_says_nothing_the_release_holds(self, own: Path) -> None:
        catalogue, shipped = load_catalogue(local=own), shipped_catalogue()
        assert catalogue.departments["police"].name == shipped.departments["police"].short
        assert catalogue.departments["police"].says == shipped.departments["police"].says
        assert catalogue.items["tobacco_retail.new"] == shipped.items["tobacco_retail.new"]
        assert catalogue.items.keys() == shipped.items.keys()

    def test_makes_a_new_version_of_the_catalogue(self, tmp_path: Path, own: Path) -> None:
        before = folder_version(SHIPPED, own)
        assert before != folder_version(SHIPPED)
        assert folder_version(SHIPPED, written(tmp_path, OWN.replace("08:30", "08:00"))) != before

    def test_may_have_departments_of_its_own(self, tmp_path: Path) -> None:
        text = OWN.replace("departments:\n", "departments:\n  park: {short: 高新区管委会}\n")
        catalogue = load_catalogue(local=written(tmp_path, text))
        assert catalogue.department_name("park") == "高新区管委会"

    def test_is_found_in_the_data_folder(self, own: Path) -> None:
        assert own_file(own.parent) == own
        assert own_file(own.parent.parent) is None


class TestLater:
    """容缺后补: which papers of second rank may come later is each centre's own rule."""

    def test_is_beside_what_the_items_say(self, tmp_path: Path) -> None:
        text = OWN + "later:\n  drug_retail.new: [rules, agent_letter]\n"
        item = load_catalogue(local=written(tmp_path, text)).items["drug_retail.new"]
        later = {need.material for need in item.materials if need.necessity is Necessity.LATER}
        assert later == {"drug_retail.rules", "agent_letter"}

    def test_without_it_only_what_the_items_say(self, own: Path) -> None:
        item = load_catalogue(local=own).items["drug_retail.new"]
        assert all(need.necessity is None for need in item.materials)

    def test_faults_name_what_could_be_written(self, tmp_path: Path) -> None:
        text = OWN + "later:\n  drug_retail.new: [ruls]\n  no.such: [a]\n  food_operation.new: rules\n"
        found = {fault.field: fault.message for fault in faults_of(tmp_path, text)}
        assert "没有材料 ruls" in found["later.drug_retail.new"] and "rules" in found["later.drug_retail.new"]
        assert found["later.no.such"] == "没有事项 no.such"
        assert found["later.food_operation.new"] == "应是列表"


class TestExample:
    """As long as the shipped example is in force, everything local says that it is one."""

    def test_the_shipped_file_is_marked(self) -> None:
        assert (SHIPPED / FILE).read_text(encoding="utf-8").startswith("# 示例")
        assert marks(shipped_catalogue()) == {True}

    def test_a_centres_own_is_not(self, own: Path) -> None:
        assert marks(load_catalogue(local=own)) == {False}


def marks(catalogue: Catalogue) -> set[bool]:
    records = (*catalogue.sites.values(), *catalogue.facts.values(), *catalogue.departments.values())
    return {record.example for record in records}


class TestFaults:
    """Each rule broken once; file, line and field are named, everything at once."""

    def test_everything_at_once(self, tmp_path: Path) -> None:
        text = (
            OWN.replace("days: 3", "days: many")
            .replace("places:", "phones: {}\nplaces:")
            .replace("site: hall", "site: garden")
        )
        found = [(fault.file, fault.field) for fault in faults_of(tmp_path, text)]
        assert found == [
            ("data/local.yaml", "phones"),
            ("data/local.yaml", "promised_limits.food_operation.new.days"),
        ]

    def test_a_window_at_no_site(self, tmp_path: Path) -> None:
        (fault,) = faults_of(tmp_path, OWN.replace("site: hall", "site: garden"))
        assert (fault.file, fault.line, fault.message) == ("data/local.yaml", 10, "没有办事地点 garden")

    def test_an_unknown_item(self, tmp_path: Path) -> None:
        (fault,) = faults_of(tmp_path, OWN.replace("food_operation.new", "no.such"))
        assert (fault.line, fault.message) == (14, "没有事项 no.such")

    def test_a_promise_longer_than_the_law_allows(self, tmp_path: Path) -> None:
        (fault,) = faults_of(tmp_path, OWN.replace("days: 3", "days: 11"))
        assert "比法定时限" in fault.message

    def test_a_misspelt_department(self, tmp_path: Path) -> None:
        (fault,) = faults_of(tmp_path, OWN.replace("market:", "markte:"))
        assert "没有部门 markte" in fault.message and "short" in fault.message

    def test_a_fact_without_words(self, tmp_path: Path) -> None:
        (fault,) = faults_of(tmp_path, OWN.replace("没有停车场，请停在对面商场", '""'))
        assert (fault.field, fault.message) == ("facts.停车", "没有写内容；没有这一样的，删去这一行")

    @pytest.mark.parametrize(
        ("old", "new", "field"),
        [
            ("departments:\n  market:", "departments: [market]\nx:\n  market:", "departments"),
            ("facts:\n", "facts: 停车\nx:\n", "facts"),
            ("places:\n", "example: 是\nplaces:\n", "example"),
        ],
    )
    def test_written_in_another_form(self, tmp_path: Path, old: str, new: str, field: str) -> None:
        assert field in {fault.field for fault in faults_of(tmp_path, OWN.replace(old, new))}

    def test_a_file_that_is_no_yaml(self, tmp_path: Path) -> None:
        (fault,) = faults_of(tmp_path, "places: [")
        assert (fault.file, "YAML" in fault.message) == ("data/local.yaml", True)

    def test_the_shipped_one_is_missing(self, tmp_path: Path) -> None:
        assert "local.yaml" in {fault.file for fault in read_catalogue(tmp_path)[1]}


class TestTwoPersons:
    def test_the_centre_takes_on_the_spot_back(self, tmp_path: Path) -> None:
        shipped = shipped_catalogue().items["individual_business.change"]
        assert shipped.on_spot is not None and shipped.on_spot.basis
        catalogue = load_catalogue(local=written(tmp_path, OWN + "two_persons: [individual_business]\n"))
        assert catalogue.items["individual_business.change"].on_spot is None
        assert catalogue.items["company_registration.change"].on_spot is not None

    def test_an_item_that_there_is_not(self, tmp_path: Path) -> None:
        found = faults_of(tmp_path, OWN + "two_persons: [no_such]\n")
        assert [fault.message for fault in found] == ["没有事项 no_such"]


class TestDistrict:
    """A centre is data: the shipped district, whose approval bureau holds what was transferred."""

    def test_transferred_items_are_received_by_the_bureau(self) -> None:
        district = load_catalogue(local=SHIPPED / "centres" / "district.yaml")
        given = {item for transfer in district.transfers for item in transfer.items}
        assert {transfer.to_department for transfer in district.transfers} == {"approval"}
        owners = {item.main: item.department for item in district.items.values()}
        told = {item: transfer.from_department for transfer in district.transfers for item in transfer.items}
        assert {item: owners[item] for item in given} == told
        assert district.items.keys() == shipped_catalogue().items.keys()
