"""Every rule of the register, each broken once: file, line, field and one Chinese sentence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge.base.faults import CatalogueFaults, Fault
from knowledge.catalogue.affair import Catalogue
from knowledge.catalogue.load import load_catalogue
from knowledge.elsewhere.load import load_register, read_register

BODIES = (
    "checked: 2026-11-29\nbodies:\n  notary: {name: 公证处, hotline: '12348', source: 《公证法》第十一条}\n"
)

HEAD = "theme: 公证\nmatters:\n"

GOOD = "  will: {name: 遗嘱公证, who: notary, first: 本人到场, phrasings: [立遗嘱, 写遗嘱, 想立遗嘱, 遗嘱去哪, 遗嘱怎么立, 老人立遗嘱]}\n"

FaultsOf = Callable[..., list[Fault]]


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue()


@pytest.fixture
def faults_of(tmp_path: Path, catalogue: Catalogue) -> FaultsOf:
    def read(matters: str, bodies: str = BODIES) -> list[Fault]:
        (tmp_path / "bodies.yaml").write_text(bodies, encoding="utf-8")
        (tmp_path / "law.yaml").write_text(HEAD + matters, encoding="utf-8")
        return sorted(read_register(catalogue, tmp_path)[1])

    return read


def test_a_good_folder_has_no_fault(faults_of: FaultsOf) -> None:
    assert faults_of(GOOD) == []


def test_the_source_is_the_bodys_where_the_matter_has_none(
    faults_of: FaultsOf, tmp_path: Path, catalogue: Catalogue
) -> None:
    faults_of(GOOD)
    register = load_register(catalogue, tmp_path)
    assert str(register.source_of(register.matters["will"])) == "《公证法》第十一条"


@pytest.mark.parametrize(
    ("written", "instead", "field", "words"),
    [
        (", 老人立遗嘱", "", "phrasings", "只有5种说法"),
        ("who: notary", "who: nobody", "who", "没有单位 nobody"),
        ("本人到场", "''", "first", "没有写内容"),
        ("本人到场", "很" * 61, "first", "有61个字"),
        ("老人立遗嘱", "想立遗嘱！", "phrasings.5", "一种说法只能对一件事"),
        ("name: 遗嘱公证", "names: 遗嘱公证", "name", ""),
    ],
)
def test_a_fault_is_named_with_its_line(
    faults_of: FaultsOf, written: str, instead: str, field: str, words: str
) -> None:
    found = faults_of(GOOD.replace(written, instead))
    assert any(
        (one.file, one.line) == ("law.yaml", 3) and one.field.endswith(field) and words in one.message
        for one in found
    )


def test_a_source_that_is_neither_law_nor_line(faults_of: FaultsOf) -> None:
    fault = faults_of(GOOD, BODIES.replace("《公证法》第十一条", "听说"))[0]
    assert (fault.file, fault.line) == ("bodies.yaml", 3)
    assert "官方热线" in fault.message


def test_a_department_that_there_is_not(faults_of: FaultsOf) -> None:
    (fault,) = faults_of(GOOD, BODIES.replace("source:", "department: nowhere, source:"))
    assert fault.message == "没有部门 nowhere"


def test_a_matter_that_the_centre_does_itself_is_left_out(
    faults_of: FaultsOf, tmp_path: Path, catalogue: Catalogue
) -> None:
    assert faults_of(GOOD.replace("老人立遗嘱", "身份证丢了")) == []
    register = load_register(catalogue, tmp_path)
    assert register.left_out == {"will": catalogue.items["id_card.reissue"].name}


def test_faults_stop_the_start(faults_of: FaultsOf, tmp_path: Path, catalogue: Catalogue) -> None:
    faults_of(GOOD.replace("who: notary", "who: nobody"))
    with pytest.raises(CatalogueFaults):
        load_register(catalogue, tmp_path)
