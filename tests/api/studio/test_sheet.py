"""Many entries at once, in Excel through the browser: all of it or nothing, each fault with its cell."""

from __future__ import annotations

import io

import pytest
from fastapi import FastAPI
from openpyxl import load_workbook

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
