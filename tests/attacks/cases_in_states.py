"""A case in each state that there is, for the matrix: submitted by an applicant of its own, then led there by the acts."""

from __future__ import annotations

from collections.abc import Mapping

from api.services import Services
from intake.people import person
from knowledge.base.roles import Role
from knowledge.cases.record.state import CaseState
from tests.api.afterwards import Step, act
from tests.api.applicant import FOOD, Applicant, ok

W, R, H, A = Role.WINDOW, Role.REVIEWER, Role.APPROVER, Role.APPLICANT
REVIEWED = {"outcome": "grant", "opinion": "材料齐全", "without_examination": "上次核查在有效期内"}
POINT = {"material": "food_operation.application", "name": "申请书", "what": "没有签名，请补签"}

_RECEIVED: tuple[Step, ...] = (("receive", W, "clerk", {}),)
_ACCEPTED: tuple[Step, ...] = (*_RECEIVED, ("accept", W, "clerk", {"document": "受1号"}))
_REVIEW: tuple[Step, ...] = (*_ACCEPTED, ("review", R, "examiner", REVIEWED))
_APPROVED: tuple[Step, ...] = (*_REVIEW, ("approve", H, "head", {"opinion": "同意"}))
_DECIDED: tuple[Step, ...] = (
    *_APPROVED,
    ("decide", H, "head", {"outcome": "grant", "document": "准1号"}),
)
_CLOSED: tuple[Step, ...] = (*_DECIDED, ("issue", W, "clerk", {"name": "证", "number": "1"}))
WAYS: Mapping[CaseState, tuple[Step, ...]] = {
    CaseState.SUBMITTED: (),
    CaseState.RECEIVED: _RECEIVED,
    CaseState.ACCEPTED: _ACCEPTED,
    CaseState.CORRECTION: (
        *_RECEIVED,
        (
            "request_correction",
            W,
            "clerk",
            {"points": [POINT], "correct_by": "2026-12-07", "document": "补1号"},
        ),
    ),
    CaseState.REFUSED: (
        *_RECEIVED,
        ("refuse", W, "clerk", {"ground": "not_needed", "reason": "不用办", "document": "不受1号"}),
    ),
    CaseState.REVIEW: _REVIEW,
    CaseState.APPROVED: _APPROVED,
    CaseState.PASSED_UP: (*_APPROVED, ("pass_up", H, "head", {"authority": "市局", "document": "报1号"})),
    CaseState.SPECIAL: (
        *_ACCEPTED,
        (
            "start_special",
            R,
            "examiner",
            {"kind": "testing", "expected_days": 3, "reason": "检测", "notice": "告1号"},
        ),
    ),
    CaseState.DECIDED: _DECIDED,
    CaseState.CLOSED: _CLOSED,
    CaseState.DELIVERED: (*_CLOSED, ("deliver", W, "clerk", {"way": "counter"})),
    CaseState.WITHDRAWN: (("withdraw", A, "applicant", {}),),
    CaseState.RETURNED: (
        *_RECEIVED,
        ("return", W, "clerk", {"ground": "duplicate", "reason": "重复", "duplicate_of": "261123000018"}),
    ),
    CaseState.TERMINATED: (
        *_ACCEPTED,
        (
            "terminate",
            H,
            "head",
            {"ground": "object_gone", "reason": "拆了", "basis": "《行政许可法》第七十条"},
        ),
    ),
    CaseState.REVOKED: (
        *_DECIDED,
        ("revoke", H, "head", {"reason": "欺骗", "basis": "《行政许可法》第六十九条"}),
    ),
}


async def case_in(state: CaseState, applicant: Applicant, services: Services) -> tuple[str, Applicant]:
    """The number of a case in this state, and whose it is."""
    owner = Applicant(applicant.client, f"in {state}", person(1))
    number: str = (await owner.submitted(FOOD))["number"]
    await act(services, number, WAYS[state])
    body = {"number": number, "phone": owner.who.phone}
    assert ok(await owner.client.post("/cases/status", json=body))["state"] == state.value
    return number, owner
