"""The OpenAPI description is complete: it is what the other programs of the centre are written against."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi import FastAPI

from tests.api.applicant import Applicant, ok
from tests.api.stores import any_database

pytestmark = pytest.mark.anyio


def operations(document: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    return [
        (f"{method} {path}", operation)
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
    ]


@any_database
class TestOpenapi:
    async def test_every_operation_says_in_chinese_what_it_does(self, app: FastAPI) -> None:
        for name, operation in operations(app.openapi()):
            for text in (operation["summary"], operation["description"]):
                assert any("\u4e00" <= character <= "\u9fff" for character in text), name

    async def test_every_body_and_answer_has_a_schema(self, app: FastAPI) -> None:
        for name, operation in operations(app.openapi()):
            if not name.split(" ")[1].startswith("/api/"):
                continue
            answered = operation["responses"].get("200")
            kinds = answered["content"] if answered else {}
            assert "application/json" not in kinds or "$ref" in str(kinds["application/json"]["schema"]), name

    async def test_every_refusal_is_a_problem_document(self, app: FastAPI) -> None:
        document = app.openapi()
        assert "Problem" in document["components"]["schemas"]
        for name, operation in operations(document):
            for status, response in operation["responses"].items():
                if status >= "400" and name.split(" ")[1].startswith("/api/"):
                    assert list(response["content"]) == ["application/problem+json"], name

    async def test_no_reference_leads_nowhere(self, app: FastAPI) -> None:
        document = app.openapi()
        known = {f"#/components/schemas/{name}" for name in document["components"]["schemas"]}

        def references(node: Any) -> set[str]:
            if isinstance(node, dict):
                own = {node["$ref"]} if isinstance(node.get("$ref"), str) else set()
                return own.union(*(references(value) for value in node.values()))
            return set().union(*(references(value) for value in node)) if isinstance(node, list) else set()

        assert references(document) <= known

    async def test_is_served(self, applicant: Applicant) -> None:
        assert ok(await applicant.client.get("/openapi.json"))["openapi"].startswith("3.")


class TestHealth:
    async def test_up_and_ready(self, applicant: Applicant) -> None:
        assert ok(await applicant.client.get("http://centre/healthz")) == {"status": "ok"}
        assert ok(await applicant.client.get("http://centre/readyz"))["catalogue_version"]

    async def test_not_ready_without_database(self, app: FastAPI, applicant: Applicant) -> None:
        async def read(_: object) -> None:
            raise OSError

        app.state.services.database.transact = read
        response = await applicant.client.get("http://centre/readyz")
        assert response.status_code == 503
        assert response.json()["code"] == "not_ready"
