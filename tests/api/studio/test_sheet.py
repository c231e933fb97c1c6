"""Many entries at once, in Excel through the browser: all of it or nothing, each fault with its cell."""

from __future__ import annotations

import io

import pytest
from fastapi import FastAPI
from openpyxl import Workbook, load_workbook

from api.studio import sheet_endpoints
from knowledge.base.roles import Role
from knowledge.studio.library_sheet import HEADS, ID, PHRASINGS, SHEET, UNTIL
from tests.api.applicant import ok, refused
from tests.api.colleagues import colleague
from tests.api.stores import any_database

pytestmark = [pytest.mark.anyio]

CARD = "id_card.reissue"
URL = "/library/sheet.xlsx"


def changed(content: bytes, **cells: str) -> bytes:
    """The sheet with other cells in the row of one item."""
    book = load_workbook(io.BytesIO(content))
    sheet = book[SHEET]
    row = next(line for line in sheet.iter_rows(min_row=2) if line[HEADS.index(ID)].value == CARD)
    for head, value in cells.items():
        row[HEADS.index(head)].value = value
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


@any_database
async def test_it_goes_out_and_comes_in_again(app: FastAPI, monkeypatch: pytest.MonkeyPatch) -> None:
    async with colleague(app, Role.TUNER) as tuner, colleague(app, Role.WINDOW) as clerk:
        shipped = (await tuner.get(URL)).content
        assert ok(await tuner.put(URL, content=shipped)) == {"entries": 0}
        new = changed(shipped, **{PHRASINGS: "火星土豆飞行证怎么弄\n=1+1的证怎么办"})
        assert ok(await tuner.put(f"{URL}?only_check=true", content=new)) == {"entries": 1}
        assert ok(await tuner.get(f"/library/entries/item/{CARD}"))["version"] == 0, "只检查的不改"
        assert ok(await tuner.put(URL, content=new)) == {"entries": 1}
        entry = ok(await tuner.get(f"/library/entries/item/{CARD}"))
        assert entry["edit"]["phrasings"] == ["火星土豆飞行证怎么弄", "=1+1的证怎么办"]
        again = load_workbook(io.BytesIO((await tuner.get(URL)).content))[SHEET]
        assert not any(cell.data_type == "f" for line in again.iter_rows() for cell in line), "没有公式"

        wrong = changed(shipped, **{UNTIL: "明年", PHRASINGS: "我"})
        answer = await tuner.put(URL, content=wrong)
        refused(answer, 422, "edit_invalid")
        assert any(UNTIL in fault and "明年" in fault for fault in answer.json()["faults"])
        refused(await tuner.put(URL, content=b"not a workbook"), 422, "edit_invalid")
        assert ok(await tuner.get(f"/library/entries/item/{CARD}"))["version"] == 1
        monkeypatch.setattr(sheet_endpoints, "LARGEST", 100)
        refused(await tuner.put(URL, content=shipped), 413, "sheet_too_large")
        refused(await clerk.get(URL), 403, "role_missing")
        refused(await clerk.put(URL, content=shipped), 403, "role_missing")


def sentences(*rows: tuple[str, ...]) -> bytes:
    book = Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


@any_database
async def test_many_sentences_are_tried_at_once(app: FastAPI) -> None:
    url = "/library/sentences.xlsx"
    name = app.state.services.catalogue.items[CARD].name
    other = app.state.services.catalogue.items["food_operation.new"].name
    said = app.state.services.catalogue.items[CARD].aliases[0]
    async with colleague(app, Role.TUNER) as tuner, colleague(app, Role.WINDOW) as clerk:
        book = sentences(
            ("说法", "应该是"), (said, name), (said, other), ("", ""), ("我的手机是13800138000", "")
        )
        found = ok(await tuner.put(url, content=book))
        assert (found["known"], found["right"]) == (2, 1)
        assert [(one["row"], one["right"]) for one in found["sentences"]] == [
            (2, True),
            (3, False),
            (5, None),
        ]
        assert name in found["sentences"][1]["heard"] and "138" not in str(found["sentences"][2])
        wrong = await tuner.put(url, content=sentences(("说法", "应该是"), ("你好", "火星签证")))
        refused(wrong, 422, "edit_invalid")
        assert "第2行" in wrong.json()["faults"][0]
        refused(await tuner.put(url, content=sentences(("句子",), ("你好",))), 422, "edit_invalid")
        refused(await tuner.put(url, content=sentences(("说法",), *[("你好",)] * 501)), 422, "edit_invalid")
        refused(await clerk.put(url, content=book), 403, "role_missing")
        assert not ok(await tuner.get("/library/unmatched"))["groups"], "试的话不进大家说了什么"
