"""Every error has one shape: RFC 9457 with a stable code and a Chinese sentence; nothing of the input, nothing of the program.

The shape itself is asserted by ``refused`` in ``applicant.py``.
"""

from __future__ import annotations

import logging

import pytest
from fastapi import FastAPI

from api.platform.problems import LARGEST_BODY
from tests.api.applicant import FOOD, Applicant, refused
from tests.api.stores import any_database

pytestmark = pytest.mark.anyio

JSON = {"content-type": "application/json"}


@any_database
class TestBadInput:
    async def test_wrong_json(self, applicant: Applicant) -> None:
        response = await applicant.client.post("/items/search", content=b'{"text": ', headers=JSON)
        refused(response, 400, "json_invalid")

    async def test_bytes_that_are_no_text(self, applicant: Applicant) -> None:
        response = await applicant.client.post("/items/search", content=b'{"text": "\xff\xfe"}', headers=JSON)
        refused(response, 400, "json_invalid")

    async def test_wrong_content_type(self, applicant: Applicant) -> None:
        response = await applicant.client.post(
            "/items/search", content=b"text=x", headers={"content-type": "application/x-www-form-urlencoded"}
        )
        refused(response, 415, "content_type")

    @pytest.mark.parametrize("body", [b"[]", b"null", b"3", b'"x"'])
    async def test_json_that_is_no_object(self, applicant: Applicant, body: bytes) -> None:
        response = await applicant.client.post("/items/search", content=body, headers=JSON)
        refused(response, 422, "invalid_payload")

    async def test_empty_body(self, applicant: Applicant) -> None:
        refused(await applicant.client.post("/items/search"), 422, "invalid_payload")

    async def test_several_faults_together(self, applicant: Applicant) -> None:
        response = await applicant.client.post("/intakes/current", json={"channel": "大厅", "colour": "red"})
        document = refused(response, 422, "invalid_payload")
        assert {(error["field"], error["message"]) for error in document["errors"]} == {
            ("channel", "格式不对"),
            ("conversation", "缺少这一项"),
            ("colour", "没有这个字段，请检查拼写"),
        }
        assert "大厅" not in str(document)

    async def test_wrong_query(self, applicant: Applicant) -> None:
        document = refused(await applicant.client.get("/items", params={"limit": 0}), 422, "invalid_payload")
        assert document["errors"] == [{"field": "limit", "message": "不能小于1"}]

    async def test_too_large_a_body(self, applicant: Applicant) -> None:
        response = await applicant.client.post(
            "/items/search", content=b" " * (LARGEST_BODY + 1), headers=JSON
        )
        refused(response, 413, "payload_too_large")

    @pytest.mark.parametrize("text", ["x" * 2_001, "长" * 10_000])
    async def test_too_long_a_text(self, applicant: Applicant, text: str) -> None:
        await applicant.choose(FOOD)
        document = refused(await applicant.patch("answers", {"text": text}), 422, "invalid_payload")
        assert document["errors"] == [{"field": "text", "message": "最多2000个字"}]

    @pytest.mark.parametrize("text", ["", " ", "\u0000", "😀", "' OR 1=1 --", "<b>租的</b>", "{{7*7}}"])
    async def test_odd_texts_are_taken(self, applicant: Applicant, text: str) -> None:
        await applicant.choose(FOOD)
        response = await applicant.patch("answers", {"text": text, "pending": "premises"})
        assert response.status_code == 200

    async def test_half_a_character(self, applicant: Applicant) -> None:
        body = b'{"channel": "web", "conversation": "\\ud83d"}'
        response = await applicant.client.post("/intakes/current", content=body, headers=JSON)
        refused(response, 422, "invalid_payload")


class TestAddresses:
    async def test_unknown_address(self, applicant: Applicant) -> None:
        refused(await applicant.client.get("/nothing/here"), 404, "not_found")

    async def test_wrong_method(self, applicant: Applicant) -> None:
        response = await applicant.client.delete("/items/search")
        document = refused(response, 405, "method_not_allowed")
        assert response.headers["allow"]
        assert document["title"]

    @pytest.mark.parametrize("intake", ["x", "..%2f..", "a" * 5_000, "%00", "租"])
    async def test_odd_ids_are_unknown(self, applicant: Applicant, intake: str) -> None:
        for noun in ("intakes", "notices", "items"):
            response = await applicant.client.get(f"/{noun}/{intake}")
            assert response.status_code == 404
            assert response.headers["content-type"] == "application/problem+json"

    async def test_odd_case_numbers_are_unknown(self, applicant: Applicant) -> None:
        for number in ("\0", "2611230\x0000014", "二六", " ", "' OR 1=1"):
            refused(await applicant.ask(number, "1234"), 404, "case_not_found")


@any_database
class TestUnexpected:
    async def test_says_so_and_logs_where_but_not_what(
        self,
        app: FastAPI,
        applicant: Applicant,
        caplog: pytest.LogCaptureFixture,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        def fail(*_: object) -> None:
            raise RuntimeError(f"could not store {applicant.who.id_number}")

        monkeypatch.setattr("api.catalogue.service.search", fail)
        with caplog.at_level(logging.ERROR):
            response = await applicant.client.post("/items/search", json={"text": applicant.who.id_number})
        document = refused(response, 500, "unexpected")
        assert "RuntimeError" in caplog.text
        assert document["incident"] in caplog.text
        assert "Traceback" not in response.text
        for trace in (caplog.text, response.text):
            assert applicant.who.id_number not in trace


class TestPrivacy:
    async def test_no_personal_data_in_any_log(
        self, applicant: Applicant, caplog: pytest.LogCaptureFixture
    ) -> None:
        who = applicant.who
        with caplog.at_level(logging.DEBUG):
            await applicant.choose(FOOD, f"我叫{who.name}，电话{who.phone}")
            receipt = await applicant.submitted()
            await applicant.ask(receipt["number"], "0000")
            await applicant.put("personal", {"values": {"id_number": who.id_number[:-1]}})
            await applicant.patch("answers", {"answers": {who.id_number: who.phone}})
        for value in (who.name, who.phone, who.id_number, who.id_number[:-1]):
            assert value not in caplog.text
