"""The notice in words, and as PDF whatever the words hold."""

from __future__ import annotations

import io
import re

import pypdf
import pytest

from api.notices.sheet import Sheet, sheet_of
from api.platform.pages.qr import qr_svg
from api.platform.pages.rendering import page
from api.printing.typesetting import typeset
from knowledge.catalogue.affair import Catalogue
from tests.api.notices.drawn import ADDRESS, DRAWN, content_of, manuscript
from tests.shipped import shipped_catalogue

NASTY = [
    "#set page(width: 1cm)",
    "*粗* _斜_ $x$ `代码` <标签> @引用 // 注释 /* */",
    "\\u{41} \\ ]] [[ }} {{ #",
    "<script>alert(1)</script>&amp;",
    "很" * 500,
    "A" * 500,
    "",
    "换\n行\t\r和\u202e方向",
]


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return shipped_catalogue()


def pdf(sheet: Sheet) -> bytes:
    return typeset("notice", manuscript(sheet))


def html(sheet: Sheet) -> str:
    parts = {"sheet": sheet, "newest": sheet.version, "older": (), "path": "/n/x", "centre": "中心"}
    return bytes(page("notice.html", **parts, qr=qr_svg(ADDRESS, "告知单")).body).decode()


class TestEveryAffair:
    def test_becomes_a_page_and_a_pdf(self, catalogue: Catalogue) -> None:
        for affair in [*catalogue.bundles, *list(catalogue.items)[::4]]:
            content = content_of(affair, catalogue)
            sheet = sheet_of("GZ20261123-0001", 1, DRAWN, content)
            reader = pypdf.PdfReader(io.BytesIO(pdf(sheet)))
            said = re.sub(r"\s", "", "".join(one.extract_text() for one in reader.pages))
            shown = html(sheet)
            for line in content.materials:
                assert re.sub(r"\s", "", line.name) in said, affair
                assert line.name in shown.replace("&amp;", "&"), affair


class TestNastyWords:
    @pytest.mark.parametrize("words", NASTY)
    def test_are_only_words(self, words: str, catalogue: Catalogue) -> None:
        content = content_of("food_operation.new", catalogue)
        first = content.materials[0].model_copy(
            update={"name": words, "standard": words, "basis": (words,), "reason": words}
        )
        item = content.items[0].model_copy(
            update={"conditions": (words,), "result_name": words, "name": words}
        )
        odd = content.model_copy(
            update={"name": words, "materials": (first, *content.materials[1:]), "items": (item,)}
        )
        sheet = sheet_of("GZ20261123-0001", 1, DRAWN, odd)
        reader = pypdf.PdfReader(io.BytesIO(pdf(sheet)))
        said = re.sub(r"\s", "", "".join(one.extract_text() for one in reader.pages))
        assert re.sub(r"[\s\u202e]", "", words)[:200] in said.replace("\x00", "")
        assert "<script" not in html(sheet)

    def test_a_hundred_materials_fill_their_pages(self, catalogue: Catalogue) -> None:
        content = content_of("food_operation.new", catalogue)
        many = tuple(
            content.materials[n % len(content.materials)].model_copy(
                update={"id": f"m{n}", "name": f"材料之{n}号"}
            )
            for n in range(100)
        )
        sheet = sheet_of("GZ20261123-0001", 1, DRAWN, content.model_copy(update={"materials": many}))
        reader = pypdf.PdfReader(io.BytesIO(pdf(sheet)))
        text = "".join(one.extract_text() for one in reader.pages)
        assert all(f"材料之{n}号" in text for n in range(100))
        assert f"第{len(reader.pages)}页，共{len(reader.pages)}页" in reader.pages[-1].extract_text()


class TestWords:
    def test_an_item_elsewhere_names_the_place_of_its_source(self, catalogue: Catalogue) -> None:
        content = content_of("food_operation.new", catalogue).model_copy(update={"route": None})
        item = content.items[0].model_copy(update={"place_text": "广州市某路1号", "consult": "020-12345"})
        where = dict(sheet_of("GZ1", 1, DRAWN, content.model_copy(update={"items": (item,)})).where)
        assert "广州市某路1号" in where["地址"] and "020-12345" in where["电话"]

    def test_an_item_of_which_no_place_is_known(self, catalogue: Catalogue) -> None:
        content = content_of("food_operation.new", catalogue).model_copy(update={"route": None})
        assert "12345" in dict(sheet_of("GZ1", 1, DRAWN, content).where)["地址"]

    def test_without_materials_it_says_so(self, catalogue: Catalogue) -> None:
        content = content_of("food_operation.new", catalogue).model_copy(update={"materials": ()})
        assert "没有列出材料" in sheet_of("GZ1", 1, DRAWN, content).counts
