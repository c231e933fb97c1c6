"""Browse and search the catalogue."""

from __future__ import annotations

import pytest

from api.services import Services
from tests.api.applicant import FOOD, PREMISES, Applicant, ok, refused
from tests.api.stores import any_database

pytestmark = [pytest.mark.anyio, any_database]


class TestList:
    async def test_all_pages_together_are_the_catalogue(
        self, applicant: Applicant, services: Services
    ) -> None:
        seen: list[str] = []
        while True:
            page = ok(await applicant.client.get("/items", params={"offset": len(seen), "limit": 50}))
            if not page["items"]:
                break
            seen += [item["id"] for item in page["items"]]
        assert sorted(seen) == sorted([*services.catalogue.items, *services.catalogue.bundles])
        assert page["total"] == len(seen)

    async def test_by_department(self, applicant: Applicant, services: Services) -> None:
        by_id = ok(await applicant.client.get("/items", params={"department": "market", "limit": 200}))
        name = services.catalogue.department_name("market")
        by_name = ok(await applicant.client.get("/items", params={"department": name, "limit": 200}))
        assert by_id == by_name
        assert {item["department"] for item in by_id["items"]} == {name}

    async def test_departments_count_what_they_list(self, applicant: Applicant) -> None:
        for department in ok(await applicant.client.get("/departments"))["departments"]:
            listed = ok(
                await applicant.client.get("/items", params={"department": department["id"], "limit": 1})
            )
            assert listed["total"] == department["items"]


class TestDetail:
    async def test_materials_are_resolved(self, applicant: Applicant) -> None:
        detail = ok(await applicant.client.get(f"/items/{FOOD}"))
        lease = next(material for material in detail["materials"] if material["id"] == "lease")
        assert lease["basis"][0].startswith("《")
        assert "租赁" in lease["when"]
        assert PREMISES in [question["id"] for question in detail["questions"]]
        assert detail["route"]["rule"]

    async def test_every_item_and_bundle(self, applicant: Applicant, services: Services) -> None:
        for key in [*services.catalogue.items, *services.catalogue.bundles]:
            assert ok(await applicant.client.get(f"/items/{key}"))["id"] == key

    async def test_bundle_names_its_parts(self, applicant: Applicant) -> None:
        detail = ok(await applicant.client.get("/items/open_restaurant"))
        assert detail["kind"] == "bundle"
        assert FOOD in [part["id"] for part in detail["parts"]]

    async def test_unknown(self, applicant: Applicant) -> None:
        refused(await applicant.client.get("/items/nothing"), 404, "item_not_found")


class TestSearch:
    async def test_finds_the_item_by_its_name(self, applicant: Applicant) -> None:
        found = ok(await applicant.client.post("/items/search", json={"text": "食品经营许可（新办）"}))
        assert found["candidates"][0]["id"] == FOOD
        assert found["decision"] in ("sure", "close")
        assert 0 <= found["candidates"][0]["score"] <= 1

    async def test_names_the_place(self, applicant: Applicant) -> None:
        found = ok(await applicant.client.post("/items/search", json={"text": "我在河西镇，身份证丢了"}))
        assert found["place"] == "hexi"

    @pytest.mark.parametrize("text", ["", "   ", "，。", "<script>", "\u0000", "😀", "a" * 2_000])
    async def test_anything_gets_an_answer(self, applicant: Applicant, text: str) -> None:
        ok(await applicant.client.post("/items/search", json={"text": text}))

    async def test_of_a_long_text_the_beginning_is_looked_at(self, applicant: Applicant) -> None:
        wish = "我要办食品经营许可（新办）"
        long = ok(await applicant.client.post("/items/search", json={"text": wish + "，说来话长" * 200}))
        short = ok(await applicant.client.post("/items/search", json={"text": wish}))
        assert (long["cut"], short["cut"]) == (True, False)

    async def test_too_long(self, applicant: Applicant) -> None:
        response = await applicant.client.post("/items/search", json={"text": "长" * 10_000})
        document = refused(response, 422, "invalid_payload")
        assert document["errors"] == [{"field": "text", "message": "最多2000个字"}]


class TestShared:
    async def test_what_the_window_looks_up_stands_apart_from_the_materials(
        self, applicant: Applicant
    ) -> None:
        detail = ok(await applicant.client.get("/items/presale.new"))
        assert [paper["name"] for paper in detail["shared"]][1:] == [
            "不动产登记信息",
            "建设工程规划许可证",
            "建筑工程施工许可证",
        ]
        assert not {paper["id"] for paper in detail["shared"]} & {one["id"] for one in detail["materials"]}
        assert all(paper["holder"] and paper["basis"] for paper in detail["shared"])

    async def test_under_which_answer_is_said(self, applicant: Applicant) -> None:
        (paper,) = ok(await applicant.client.get("/items/ride_hailing.car"))["shared"]
        assert paper["when"].startswith("如果") and "公司" in paper["when"]
