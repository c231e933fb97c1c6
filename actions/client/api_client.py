"""The typed client of the api: every word between dialogue and case system goes through its HTTP contract.

In one process the transport is ASGI, with no socket; with an address it is the network. The code is the same.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar
from urllib.parse import urlencode

from pydantic import BaseModel
from pydantic_core import from_json, to_json

from actions.client.caller import caller_address
from actions.client.transport import Delivered, InProcess, OverNetwork, Transport, Undelivered
from api.appointments.schemas import AppointmentView, CurrentAppointment, SlotsView
from api.case_status.schemas import CaseNotice, CaseStatus, OwnCases
from api.catalogue.schemas import DepartmentList, ItemAnswer, ItemDetail, ItemList, SearchResult
from api.complaints.schemas import ComplaintView
from api.intakes.schemas import GapList, IntakeView, Part, ResumeCode
from api.notices.schemas import NoticeDrawn, NoticeView
from api.ratings.schemas import CaseRatings
from api.submission.schemas import CaseReceipt
from api.talks.schemas import CallbackAsked, TalkAnswer, TalkAsked, TalkNews, TalksForgotten
from api.understanding.schemas import Understanding
from api.uploads.schemas import FileReceived, RemarkList, SlotList
from api.windows.schemas import NearestWindow, WindowList
from knowledge.guidance.notice import NoticeContent
from knowledge.guidance.terms import Accepted

Model = TypeVar("Model", bound=BaseModel)

_PREFIX = "/api/v1"
CLIENT_HEADER = "x-intake-client"
"""For whose address is asked; the api takes it from programs with the token only (``api.access.admission``)."""

Line = dict[str, str]
"""``speaker`` and ``text``, and ``at`` where it was said before: what was said, without personal data."""


class ApiProblem(Exception):
    """The api refused: a problem document with a stable code and a Chinese detail.

    Attributes:
        members: The document's other members, for example ``gaps``.
    """

    def __init__(self, status: int, code: str, detail: str, members: dict[str, Any]) -> None:
        super().__init__(code)
        self.status = status
        self.code = code
        self.detail = detail
        self.members = members


class ApiUnreachable(Exception):
    """The api did not answer, or answered what is no answer: nothing can be said of what it did."""


class ApiClient:
    """Calls the api; raises :class:`ApiProblem` for what it refuses and :class:`ApiUnreachable` for faults."""

    def __init__(self, transport: Transport, token: str = "") -> None:
        """Use a transport.

        Args:
            token: What the api knows the channels' programs by; empty where it asks for none.
        """
        self._transport = transport
        self._headers = {"content-type": "application/json"}
        if token:
            self._headers["authorization"] = f"Bearer {token}"

    @classmethod
    def in_process(cls, app: Any, token: str = "") -> ApiClient:
        """A client that calls the ASGI app directly."""
        return cls(InProcess(app), token)

    @classmethod
    def over_network(cls, base_url: str, token: str = "") -> ApiClient:
        """A client for an api that runs elsewhere."""
        return cls(OverNetwork(base_url), token)

    async def close(self) -> None:
        await self._transport.close()

    async def search(self, text: str) -> SearchResult:
        return await self._call(SearchResult, "POST", "/items/search", {"text": text})

    async def understand(
        self,
        text: str,
        affair: str | None = None,
        question: str | None = None,
        answered: str | None = None,
        offered: Collection[str] = (),
        denied: Collection[str] = (),
        *,
        mourning: bool = False,
    ) -> Understanding:
        """What a sentence may mean.

        Args:
            affair: Id of what is in hand.
            question: Id of the open scenario question.
            answered: The library's answer given just before, with the window it spoke of (``id@window``).
            offered: Ids of the items to choose from.
            denied: Ids of the affairs that were said not to be wanted.
            mourning: Somebody's death was told of before.
        """
        after, _, window = (answered or "").partition("@")
        body = {
            "text": text,
            "affair": affair,
            "question": question,
            "offered": list(offered),
            "denied": list(denied),
            "mourning": mourning,
            "after": after or None,
            "window": window or None,
        }
        return await self._call(Understanding, "POST", "/understanding", body)

    async def departments(self) -> DepartmentList:
        return await self._call(DepartmentList, "GET", "/departments")

    async def items_of(self, department: str) -> ItemList:
        return await self._call(ItemList, "GET", "/items", query={"department": department})

    async def item(self, item_id: str) -> ItemDetail:
        """Everything that the catalogue says of an item or a bundle."""
        return await self._call(ItemDetail, "GET", f"/items/{item_id}")

    async def ask_item(self, item_id: str, text: str) -> ItemAnswer:
        """The question of an item's own that a sentence asks."""
        return await self._call(ItemAnswer, "POST", f"/items/{item_id}/ask", {"text": text})

    async def preview_of(self, item_id: str) -> NoticeContent:
        """The notice of somebody of whom nothing is known yet."""
        return await self._call(NoticeContent, "GET", f"/items/{item_id}/preview")

    async def windows(self) -> WindowList:
        return await self._call(WindowList, "GET", "/windows")

    async def nearest_window(
        self, latitude: float | None, longitude: float | None, label: str
    ) -> NearestWindow:
        """The window that is nearest to a place."""
        body = {"latitude": latitude, "longitude": longitude, "label": label}
        return await self._call(NearestWindow, "POST", "/windows/nearest", body)

    async def current_intake(
        self, channel: str, conversation: str, including: Collection[Part] = ()
    ) -> IntakeView:
        body = {"channel": channel, "conversation": conversation, "including": list(including)}
        return await self._call(IntakeView, "POST", "/intakes/current", body)

    async def set_affair(self, intake: str, affair: str | None, statements: list[str]) -> IntakeView:
        body = {"affair": affair, "statements": statements}
        return await self._call(IntakeView, "PUT", f"/intakes/{intake}/affair", body)

    async def answer(
        self,
        intake: str,
        *,
        answers: dict[str, str | None] | None = None,
        text: str | None = None,
        pending: str | None = None,
        correcting: bool = False,
        forget_place: bool = False,
    ) -> IntakeView:
        body = {
            "answers": answers or {},
            "text": text,
            "pending": pending,
            "correcting": correcting,
            "forget_place": forget_place,
        }
        return await self._call(IntakeView, "PATCH", f"/intakes/{intake}/answers", body)

    async def forget_personal(self, intake: str, kind: str) -> IntakeView:
        """Take one of the contact data back."""
        return await self._call(IntakeView, "DELETE", f"/intakes/{intake}/personal/{kind}")

    async def give_to_owner(self, intake: str, said: str) -> IntakeView:
        """Move one of the contact data to the person whose a sentence says it is."""
        return await self._call(IntakeView, "PATCH", f"/intakes/{intake}/personal", {"said": said})

    async def store_personal(
        self, channel: str, conversation: str, values: dict[str, str], said: str | None = None
    ) -> IntakeView:
        body = {"channel": channel, "conversation": conversation, "values": values, "said": said}
        return await self._call(IntakeView, "PUT", "/intakes/current/personal", body)

    async def declare_materials(
        self,
        intake: str,
        *,
        all_ready: bool = False,
        states: dict[str, str] | None = None,
        including: Collection[Part] = (),
    ) -> IntakeView:
        body = {"all_ready": all_ready, "states": states or {}, "including": list(including)}
        return await self._call(IntakeView, "PATCH", f"/intakes/{intake}/materials", body)

    async def say_expiry(self, intake: str, said: str) -> IntakeView:
        """Until when the licence to be renewed is valid, in the applicant's words."""
        return await self._call(IntakeView, "PUT", f"/intakes/{intake}/licence-expiry", {"said": said})

    async def preview(self, intake: str) -> NoticeContent:
        return await self._call(NoticeContent, "GET", f"/intakes/{intake}/preview")

    async def draw_notice(self, intake: str) -> NoticeDrawn:
        return await self._call(NoticeDrawn, "POST", f"/intakes/{intake}/notice")

    async def notice(self, access: str) -> NoticeView:
        return await self._call(NoticeView, "GET", f"/notices/{access}")

    async def gaps(self, intake: str) -> GapList:
        return await self._call(GapList, "GET", f"/intakes/{intake}/gaps")

    async def materials(self, intake: str) -> SlotList:
        """Every material with its files and what the pre-check says of them."""
        return await self._call(SlotList, "GET", f"/intakes/{intake}/materials")

    async def upload(self, intake: str, material: str, data: bytes, key: str) -> FileReceived:
        """A file for a material; under the same key it is kept once."""
        headers = {**self._headers, "content-type": "application/octet-stream", "idempotency-key": key}
        path = f"{_PREFIX}/intakes/{intake}/materials/{material}/files"
        answer = await self._delivered("POST", path, "", headers, data)
        return FileReceived.model_validate_json(answer.body)

    async def remarks(self, intake: str) -> RemarkList:
        """What the pre-check asks to have mended before a submission."""
        return await self._call(RemarkList, "GET", f"/intakes/{intake}/materials/remarks")

    async def submit(self, intake: str, key: str, accepted: Accepted) -> CaseReceipt:
        """Submit for an applicant who agreed to both texts with the word to submit."""
        body = {"accepted": accepted.model_dump()}
        return await self._call(
            CaseReceipt, "POST", f"/intakes/{intake}/submission", body, headers={"Idempotency-Key": key}
        )

    async def resume_code(self, intake: str) -> ResumeCode:
        return await self._call(ResumeCode, "POST", f"/intakes/{intake}/resume-code")

    async def resume(self, code: str, channel: str, conversation: str) -> IntakeView:
        body = {"code": code, "channel": channel, "conversation": conversation}
        return await self._call(IntakeView, "POST", "/intakes/resume", body)

    async def close_intake(self, intake: str) -> None:
        await self._send("DELETE", f"/intakes/{intake}")

    async def case_status(self, number: str, intake: str, *, by_phone: bool = False) -> CaseStatus:
        """Status of a case: its own conversation may ask, others with the second factor that the channel stored with the intake.

        Args:
            by_phone: A second factor was said just now, and is what counts.
        """
        query = {"number": number, "intake": intake, "by_phone": by_phone}
        return await self._call(CaseStatus, "POST", "/cases/status", query)

    async def own_cases(self, intake: str) -> OwnCases:
        """The cases that the conversation of a draft has submitted."""
        return await self._call(OwnCases, "GET", f"/intakes/{intake}/cases")

    async def case_notice(self, number: str, intake: str) -> CaseNotice:
        """The notice with which the case was submitted."""
        return await self._call(CaseNotice, "POST", "/cases/notice", {"number": number, "intake": intake})

    async def withdraw(self, number: str, intake: str) -> CaseStatus:
        return await self._call(CaseStatus, "POST", "/cases/withdraw", {"number": number, "intake": intake})

    async def slots(self, window: str) -> SlotsView:
        return await self._call(SlotsView, "GET", f"/windows/{window}/slots")

    async def current_appointment(self, whose: dict[str, str]) -> CurrentAppointment:
        return await self._call(CurrentAppointment, "POST", "/appointments/current", whose)

    async def book(self, whose: dict[str, str], day: str, start: str) -> AppointmentView:
        """Book a slot, in the place of what was booked before."""
        booking = {**whose, "day": day, "start": start, "move": True}
        return await self._call(AppointmentView, "POST", "/appointments", booking)

    async def cancel_appointment(self, whose: dict[str, str]) -> AppointmentView:
        return await self._call(AppointmentView, "POST", "/appointments/cancel", whose)

    async def ratings(self, number: str, intake: str) -> CaseRatings:
        return await self._call(CaseRatings, "POST", "/cases/ratings", {"number": number, "intake": intake})

    async def rate(
        self, number: str, intake: str, grade: int, reasons: list[str], text: str, channel: str
    ) -> CaseRatings:
        rating = {"grade": grade, "reasons": reasons, "text": text, "channel": channel}
        return await self._call(
            CaseRatings, "POST", "/cases/rating", {"number": number, "intake": intake, **rating}
        )

    async def complain(self, number: str, intake: str, text: str) -> ComplaintView:
        """A complaint about how the case was dealt with; who handles it has no part in the case."""
        body = {"number": number, "intake": intake, "about": "officer", "text": text}
        return await self._call(ComplaintView, "POST", "/cases/complaint", body)

    async def log_unmatched(
        self, text: str, channel: str, decision: str, moment: str = "missed", before: Sequence[str] = ()
    ) -> None:
        """Leave a sentence at a moment that went wrong for those who tune.

        Args:
            moment: As :class:`api.conversations.schemas.Moment` has it.
            before: What was said before it, the oldest first.
        """
        body = {
            "text": text,
            "channel": channel,
            "decision": decision,
            "moment": moment,
            "before": list(before),
        }
        await self._send("POST", "/unmatched", body)

    async def ask_person(self, channel: str, conversation: str, lines: Sequence[Line]) -> TalkAsked:
        """Ask for a person; ``lines`` is what was said so far."""
        body = {**_whose(channel, conversation), "lines": list(lines)}
        return await self._call(TalkAsked, "POST", "/talks", body)

    async def talk_said(self, channel: str, conversation: str, talk: str, text: str) -> TalkAnswer:
        """A message of the applicant, for the officer where one holds the talk."""
        body = {**_whose(channel, conversation), "talk": talk, "text": text}
        return await self._call(TalkAnswer, "POST", "/talks/said", body)

    async def talk_lines(
        self, channel: str, conversation: str, talk: str, lines: Sequence[Line], *, replacing: bool = False
    ) -> TalkAnswer:
        """What the officer is to see that was not said to one."""
        body = {**_whose(channel, conversation), "talk": talk, "lines": list(lines), "replacing": replacing}
        return await self._call(TalkAnswer, "POST", "/talks/lines", body)

    async def talk_news(self, channel: str, conversation: str, after: int) -> TalkNews:
        """What officers said since a line."""
        body = {**_whose(channel, conversation), "after": after}
        return await self._call(TalkNews, "POST", "/talks/news", body)

    async def leave_talk(self, channel: str, conversation: str) -> TalkAnswer:
        return await self._call(TalkAnswer, "POST", "/talks/leave", _whose(channel, conversation))

    async def forget_talks(self, channel: str, conversation: str) -> TalksForgotten:
        return await self._call(TalksForgotten, "POST", "/talks/forget", _whose(channel, conversation))

    async def call_back(self, channel: str, conversation: str, question: str) -> CallbackAsked:
        """Have somebody called at the phone that is kept with the intake."""
        body = {**_whose(channel, conversation), "question": question}
        return await self._call(CallbackAsked, "POST", "/callbacks", body)

    async def _call(
        self,
        model: type[Model],
        method: str,
        path: str,
        body: dict[str, Any] | None = None,
        headers: dict[str, str] | None = None,
        query: dict[str, str] | None = None,
    ) -> Model:
        answer = await self._send(method, path, body, headers, query)
        return model.model_validate_json(answer.body)

    async def _send(
        self,
        method: str,
        path: str,
        body: dict[str, Any] | None = None,
        headers: dict[str, str] | None = None,
        query: dict[str, str] | None = None,
    ) -> Delivered:
        sent = {**self._headers, **headers} if headers else self._headers
        if address := caller_address():
            sent = {**sent, CLIENT_HEADER: address}
        content = b"" if body is None else to_json(body)
        return await self._delivered(method, _PREFIX + path, urlencode(query or {}), sent, content)

    async def _delivered(
        self, method: str, path: str, query: str, headers: dict[str, str], content: bytes
    ) -> Delivered:
        try:
            answer = await self._transport.send(method, path, query, headers, content)
        except Undelivered as error:
            raise ApiUnreachable(str(error)) from error
        if answer.status < 400:
            return answer
        raise _problem(answer)


def _whose(channel: str, conversation: str) -> dict[str, Any]:
    return {"channel": channel, "conversation": conversation}


def _problem(answer: Delivered) -> ApiProblem | ApiUnreachable:
    try:
        document = from_json(answer.body)
        return ApiProblem(answer.status, document.pop("code"), document.pop("detail"), document)
    except (ValueError, KeyError, AttributeError, TypeError):
        return ApiUnreachable(f"status {answer.status}")


_current: list[ApiClient] = []
_instead: ContextVar[ApiClient | None] = ContextVar("client_instead", default=None)


@contextmanager
def speaking_to(client: ApiClient) -> Iterator[None]:
    """What actions do meanwhile goes to this client's api, and nothing to that of the process: a rehearsal leaves no trace."""
    before = _instead.set(client)
    try:
        yield
    finally:
        _instead.reset(before)


def use(client: ApiClient) -> None:
    """Make the client the one that actions use; called once by the composition root."""
    _current[:] = [client]


def current() -> ApiClient:
    """The client of this process: the composition root's, or under ``rasa run actions`` one for the api at ``INTAKE_API_URL``.

    Raises:
        RuntimeError: There is neither.
    """
    if (instead := _instead.get()) is not None:
        return instead
    if not _current:
        address = os.environ.get("INTAKE_API_URL", "")
        if not address:
            raise RuntimeError("动作不知道接口在哪里，请设置 INTAKE_API_URL，例如 http://127.0.0.1:5005。")
        use(ApiClient.over_network(address, os.environ.get("INTAKE_API_TOKEN", "")))
    return _current[0]
