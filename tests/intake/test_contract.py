"""The contract as its readers have it: everything said in Chinese, examples that hold, and the channels in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import pytest
from fastapi import FastAPI
from jsonschema import Draft202012Validator, RefResolver
from typer.testing import CliRunner

from api.app import create_app
from api.route_limits import LIMITS
from api.route_policies import declared
from bot.channels.rest import rest_routes
from bot.channels.web import web_routes
from bot.channels.wechat.routes import page_routes
from intake import contract
from intake.cli import commands
from intake.people import credit_check, id_check
from intake.settings import Role
from knowledge.cases.record.number import is_case_number

_CHINESE = re.compile("[\u4e00-\u9fff]")
_ID_NUMBER = re.compile(r"(?<!\w)\d{17}[\dX](?!\w)")
_CREDIT_CODE = re.compile(r"(?<!\w)9[0-9A-Z]{17}(?!\w)")
_CASE_NUMBER = re.compile(r"(?<!\w)26\d{10}(?!\w)")

# fmt: off
MAIN = (
    "IntakeView", "GapList", "NoticeView", "NoticeDrawn", "NoticeContent", "CaseReceipt",
    "CaseStatus", "AppointmentView", "CurrentAppointment", "SlotsView", "SlotList", "FileReceived",
    "MaterialSlot", "RemarkList", "MessageList", "ResumeCode", "LiveTicket", "CaseRatings",
    "CaseComplaints", "ComplaintView", "SearchResult", "AnswerFound", "WindowList", "DepartmentList",
    "ItemList", "Queue", "DeskCase", "CasePapers", "DayOfAppointments", "DeskRating",
    "RatingPage", "DeskComplaint", "ComplaintPage", "Me", "AccountList", "AccountMade", "TokenMade", "LogPage", "OfferedResults",
    "Claimed", "FeedbackList", "OutboxPage", "Requeued", "Overview", "MarkedCases",
    "Misroutes", "RefusedActs", "FigureList", "ListedCases", "CardPage", "CardRuleList",
    "Session", "Problem", "RestReply", "ShownExchange", "ShownHistory",
)
# fmt: on
"""What programs get, besides all that they send."""


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    return contract.whole()


@pytest.fixture(scope="module")
def schemas(document: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = document["components"]["schemas"]
    return found


def operations(document: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            yield f"{method} {path}", operation


def is_said(part: dict[str, Any]) -> bool:
    return bool(_CHINESE.search(part.get("description", "")))


class TestWords:
    def test_every_operation_and_answer(self, document: dict[str, Any]) -> None:
        silent = [name for name, one in operations(document) if not (one["summary"] and is_said(one))]
        silent += [
            f"{name} {status}"
            for name, one in operations(document)
            for status, answer in one["responses"].items()
            if not is_said(answer)
        ]
        assert not silent

    def test_every_parameter(self, document: dict[str, Any]) -> None:
        assert not [
            f"{name} {parameter['name']}"
            for name, one in operations(document)
            for parameter in one.get("parameters", ())
            if not is_said(parameter)
        ]

    def test_every_property(self, schemas: dict[str, Any]) -> None:
        assert not [
            f"{name}.{field}"
            for name, schema in schemas.items()
            for field, part in schema.get("properties", {}).items()
            if not is_said(part)
        ]

    def test_no_docstring_and_no_made_up_title(self, schemas: dict[str, Any]) -> None:
        for name, schema in schemas.items():
            assert "title" not in schema, name
            assert not re.search("[A-Za-z]+ [A-Za-z]+ [A-Za-z]+", schema.get("description", "")), name

    def test_schemas_are_named_for_what_they_are(self, schemas: dict[str, Any]) -> None:
        """Two of one name would be told apart by module or direction."""
        assert not [name for name in schemas if "__" in name or name.endswith(("-Input", "-Output"))]


CAN_ANSWER = {
    "staff": {"401", "403", "429"},
    "partner": {"401", "403", "429"},
    "session": {"403"},
    "channels": {"403"},
    "capability": {"404"},
    "second_factor": {"404", "422", "429"},
}
"""What a policy may say in place of the operation, and what becomes of a name or a second factor that is wrong."""


class TestStatuses:
    def test_what_the_policy_can_answer_is_declared(self, document: dict[str, Any]) -> None:
        for name, one in operations(document):
            answers = CAN_ANSWER.get(one["x-policy"]["kind"], set())
            assert answers <= one["responses"].keys(), name

    def test_what_can_be_filled_in_wrongly_says_so(self, document: dict[str, Any]) -> None:
        for name, one in operations(document):
            is_filled_in = one.get("parameters") or one.get("requestBody")
            assert not is_filled_in or {"404", "422"} & one["responses"].keys(), name


class TestExamples:
    def test_everything_that_is_sent_has_one(self, document: dict[str, Any], schemas: dict[str, Any]) -> None:
        bodies = {
            one["$ref"].rpartition("/")[2]
            for _, operation in operations(document)
            for kind, part in operation.get("requestBody", {}).get("content", {}).items()
            for one in part["schema"].get("anyOf", [part["schema"]])
            if kind == "application/json"
        }
        assert len(bodies) > 50
        assert not {name for name in bodies if "examples" not in schemas[name]}

    @pytest.mark.parametrize("name", MAIN)
    def test_the_main_answers_have_one(self, schemas: dict[str, Any], name: str) -> None:
        assert schemas[name]["examples"]

    def test_each_is_valid(self, document: dict[str, Any], schemas: dict[str, Any]) -> None:
        resolver = RefResolver.from_schema(document)
        for name, schema in schemas.items():
            for example in schema.get("examples", ()):
                faults = list(Draft202012Validator(schema, resolver=resolver).iter_errors(example))
                assert not faults, (name, faults[0].message)

    def test_what_is_sent_leaves_out_nothing_that_is_checked(self, schemas: dict[str, Any]) -> None:
        assert not {"phone_tail"} - set(schemas["CaseQuery"]["examples"][0])

    def test_numbers_have_valid_check_digits(self, schemas: dict[str, Any]) -> None:
        text = str([schema.get("examples") for schema in schemas.values()])
        identities, codes = _ID_NUMBER.findall(text), _CREDIT_CODE.findall(text)
        cases = set(_CASE_NUMBER.findall(text))
        assert identities and codes and cases
        assert all(id_check(number[:17]) == number[17] for number in identities)
        assert all(credit_check(code[:17]) == code[17] for code in codes)
        assert all(is_case_number(number) for number in cases)


class TestChannels:
    def test_every_route_is_in_it_and_nothing_else(self, document: dict[str, Any]) -> None:
        served = {
            (route.path, method.lower())
            for route in [*rest_routes(Mock(), Mock()), *web_routes(Mock()), *page_routes(Mock())]
            for method in (route.methods or set()) - {"HEAD"}
            if not route.path.startswith("/wechat/")  # a browser is sent there and back
        }
        described = {
            (path, method)
            for path, methods in document["paths"].items()
            for method in methods
            if path.startswith(("/chat", "/webhooks"))
        }
        assert described == served

    def test_the_webhook_says_what_it_takes_and_gives(self, document: dict[str, Any]) -> None:
        webhook = document["paths"]["/webhooks/rest/webhook"]["post"]
        assert webhook["security"] == [{"bearer": []}]
        assert webhook["responses"].keys() >= {"200", "400", "401", "413", "422"}
        items = webhook["responses"]["200"]["content"]["application/json"]["schema"]["items"]
        assert items == {"$ref": "#/components/schemas/RestReply"}

    def test_every_card_has_a_schema_of_its_own(self, schemas: dict[str, Any]) -> None:
        cards = schemas["ShownMessage"]["properties"]["custom"]["anyOf"][0]
        assert cards["discriminator"]["mapping"].keys() >= {"notice", "question", "form", "case", "progress"}


class TestDocument:
    def test_a_process_describes_what_it_serves(self) -> None:
        app = create_app()
        assert "/chat/messages" not in contract.document(Role.API, app)["paths"]
        assert "/api/v1/items" in contract.document(Role.ALL, app)["paths"]
        of_bot = contract.document(Role.BOT, None)["paths"]
        assert "/webhooks/rest/webhook" in of_bot and "/api/v1/items" not in of_bot

    def test_is_not_made_before_it_is_asked_for(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("api.openapi._described", lambda app: pytest.fail("made too early"))
        assert isinstance(create_app(), FastAPI)

    def test_two_descriptions_of_one_schema_are_refused(self) -> None:
        one = {"paths": {}, "components": {"schemas": {"Case": {"type": "object"}}}}
        other = {"paths": {}, "components": {"schemas": {"Case": {"type": "string"}}}}
        with pytest.raises(ValueError, match="Case"):
            contract.merged(one, other)

    def test_the_command_writes_it(self, tmp_path: Path) -> None:
        done = CliRunner().invoke(commands, ["openapi", "--out", str(tmp_path / "openapi.json")])
        assert done.exit_code == 0
        assert '"/api/v1/cases/status"' in (tmp_path / "openapi.json").read_text(encoding="utf-8")


def test_every_route_says_how_often_it_may_be_asked() -> None:
    routes = {f"{method} {one.path}" for one in declared(create_app().routes) for method in one.methods}
    assert routes - LIMITS.keys() == set(), "写进 api/route_limits.py 的 LIMITS：多久可以问几次"
    assert LIMITS.keys() - routes == set(), "没有这条路由了"
