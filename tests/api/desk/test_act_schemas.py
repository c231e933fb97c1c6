"""The API's description says of each act which fields it has, and the log's lines show what was recorded, no more and no less."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi import FastAPI

from api.desk.act_schemas import LINES
from api.desk.endpoints import router
from knowledge.cases.acts.registry import ACTS
from knowledge.cases.record.act import Act
from knowledge.cases.record.log import LogEntry
from tests.knowledge.stories import accepted, correction, decided, received

HEARING = {"kind": "hearing", "expected_days": 5, "reason": "重大", "notice": "1号"}
ONLY_THE_SYSTEM_OR_APPLICANT = {Act.SUBMIT, Act.DEEMED_ACCEPTED, Act.DEEMED_GRANTED, Act.OVERDUE}
LOGS = (
    received()
    .did("request_correction", "2026-11-02", **correction("lease", "layout", by="2026-12-01"))
    .did("correct", "2026-11-03", materials=["lease", "layout"])
    .log,
    accepted().did("start_special", "2026-11-04", **HEARING).log,
    decided(outcome="deny").log,
    decided().did("issue", "2026-11-11", name="许可证", valid_until="2031-11-10").log,
)


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    described = FastAPI()
    described.include_router(router)
    return described.openapi()


def act_operation(document: dict[str, Any]) -> dict[str, Any]:
    return next(
        methods["post"] for path, methods in document["paths"].items() if path.endswith("/acts/{act}")
    )


def data_schema(document: dict[str, Any], reference: str) -> dict[str, Any]:
    schemas = document["components"]["schemas"]
    return schemas[schemas[name_of(reference)]["properties"]["data"]["$ref"].rpartition("/")[2]]


def name_of(reference: str) -> str:
    return reference.rpartition("/")[2]


class TestDescription:
    def test_every_act_of_staff_has_a_request_with_the_fields_of_its_payload(
        self, document: dict[str, Any]
    ) -> None:
        body = act_operation(document)["requestBody"]["content"]["application/json"]["schema"]
        found = {name_of(one["$ref"]): data_schema(document, one["$ref"]) for one in body["anyOf"]}
        expected = {act: ACTS[act] for act in Act if act not in ONLY_THE_SYSTEM_OR_APPLICANT}
        assert set(found) == {f"{act.title().replace('_', '')}Request" for act in expected}
        for act, definition in expected.items():
            schema = found[f"{act.title().replace('_', '')}Request"]
            assert set(schema.get("properties", {})) == set(definition.payload.model_fields)

    def test_the_path_lists_the_acts(self, document: dict[str, Any]) -> None:
        act = next(one for one in act_operation(document)["parameters"] if one["name"] == "act")
        assert set(act["schema"]["enum"]) == set(Act) - ONLY_THE_SYSTEM_OR_APPLICANT

    def test_a_line_of_the_log_is_told_by_its_act(self, document: dict[str, Any]) -> None:
        line = document["components"]["schemas"]["DeskCase"]["properties"]["log"]["items"]
        mapping = line["discriminator"]["mapping"]
        assert line["discriminator"]["propertyName"] == "act" and set(mapping) == set(Act)
        for act, reference in mapping.items():
            schema = data_schema(document, reference)
            assert set(schema.get("properties", {})) == set(ACTS[act].payload.model_fields)


class TestLines:
    @pytest.mark.parametrize("entry", [entry for log in LOGS for entry in log], ids=lambda one: one.act)
    def test_data_are_as_recorded(self, entry: LogEntry) -> None:
        said = {"at": entry.at, "name": "", "role": entry.role, "actor": entry.actor, "told": ""}
        line = LINES[entry.act].model_validate(
            {**said, "act": entry.act, "before": entry.before, "after": entry.after, "data": entry.data}
        )
        assert line.model_dump(mode="json")["data"] == entry.data
