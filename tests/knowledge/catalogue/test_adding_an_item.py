"""The guide to writing an item is true: its example loads as it stands, and the messages it quotes are the ones that come."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from knowledge.base.faults import Fault
from knowledge.base.shipped import CATALOGUE as SHIPPED
from knowledge.catalogue.coverage import FEWEST_ALIASES, repeated_aliases
from knowledge.catalogue.load import read_catalogue
from knowledge.laws.citations import uses
from knowledge.laws.verification import ENOUGH

GUIDE = Path(__file__).parents[3] / "docs" / "如何新增一个事项.md"
FILE = "items/elder_card.yaml"


@pytest.fixture(scope="module")
def example() -> str:
    found = re.search(r"```yaml\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    assert found
    return found[1]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(SHIPPED, tmp_path / "catalogue")
    return tmp_path / "catalogue"


def faults_of(folder: Path, text: str) -> list[Fault]:
    (folder / FILE).write_text(text, encoding="utf-8")
    return read_catalogue(folder)[1]


class TestExample:
    def test_loads_without_a_fault(self, folder: Path, example: str) -> None:
        assert faults_of(folder, example) == []
        catalogue, _ = read_catalogue(folder)
        assert catalogue is not None
        items = [item for item in catalogue.items.values() if item.main == "elder_card"]
        assert [item.id for item in items] == ["elder_card.new", "elder_card.reissue"]
        assert all(len(item.aliases) >= FEWEST_ALIASES and item.steps for item in items)
        assert repeated_aliases(catalogue) == {}
        assert all(use.basis.articles for use in uses(catalogue) if use.record.startswith("elder_card"))

    @pytest.mark.parametrize(
        ("written", "instead", "message"),
        [
            (
                "    name: 近期免冠照片\n    basis: [《老年人权益保障法》第五十三条]\n",
                "    name: 近期免冠照片\n",
                "材料「近期免冠照片」没有设定依据",
            ),
            (
                "asks: [lost_how, agent]",
                "asks: [lost_hwo, agent]",
                "没有名为「lost_hwo」的问题：本文件和 common.yaml 里都没有",
            ),
            (
                "{material: old_card, when: {lost_how: damaged}, because: 因为旧证损坏要交回}",
                "old_card",
                "问题「原来的证是丢了还是坏了」不影响材料、费用或后面的问题，请删去",
            ),
            (
                "    promised_limit: {days: 0}\n",
                "",
                "没有办结时限：法律没有规定天数的写承诺时限 promised_limit",
            ),
        ],
    )
    def test_messages_that_it_quotes(
        self, folder: Path, example: str, written: str, instead: str, message: str
    ) -> None:
        assert written in example
        said = [
            fault
            for fault in faults_of(folder, example.replace(written, instead))
            if fault.message == message
        ]
        assert said
        assert all(fault.file == FILE and fault.line > 0 for fault in said)
        assert f"| {message} |" in GUIDE.read_text(encoding="utf-8")


class TestWords:
    def test_threshold(self) -> None:
        assert ENOUGH == 0.4
        assert "重合不到四成" in GUIDE.read_text(encoding="utf-8")
