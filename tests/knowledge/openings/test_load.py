"""Openings: what is shipped is whole, and faults in a file are all named."""

from __future__ import annotations

import re
from pathlib import Path

from knowledge.elsewhere.load import load_register
from knowledge.openings.load import read_openings, shipped_openings
from tests.shipped import shipped_catalogue


def test_everything_that_can_be_wanted_has_openings() -> None:
    catalogue = shipped_catalogue()
    known = {*catalogue.items, *catalogue.bundles, *load_register(catalogue).matters}
    openings, faults = read_openings(known=known)
    assert not faults
    assert openings.keys() == known
    assert min(map(len, openings.values())) >= 4


def test_none_holds_a_number_of_a_person() -> None:
    said = [text for texts in shipped_openings().values() for text in texts]
    assert [text for text in said if re.search(r"\d{7}", text)] == []


def test_every_fault_of_a_file_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "items"
    folder.mkdir()
    (folder / "a.yaml").write_text(
        "id_card.reissue:\n"
        "  - 钱包让人摸了身份证在里头咋整\n"
        "  - 太短\n"
        "unknown.item:\n"
        "  - 钱包让人摸了，身份证在里头，咋整\n"
        "empty.item: []\n",
        encoding="utf-8",
    )
    openings, faults = read_openings(tmp_path, known={"id_card.reissue", "empty.item"})
    assert openings["id_card.reissue"][0] == "钱包让人摸了身份证在里头咋整"
    told = {(fault.line, fault.message) for fault in faults}
    assert told == {
        (3, "写8到160个字的一句话；短的写进事项的口语说法"),
        (4, "没有这个编号的事项、一件事或别处的事，请检查拼写"),
        (5, "这句话在「id_card.reissue」下面已经有了，一句话只能是一件事"),
        (6, "下面写一句一行的列表"),
    }
