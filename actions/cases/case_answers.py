"""What there is to say to a question about one's own case: lines from where it stands and what its notice said."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from actions.reply.notice_text import fees_line, limits_line
from actions.reply.short_notice import material_line
from actions.reply.wording import say
from actions.turn import CONSULT_PHONE
from api.case_status.schemas import CaseStatus
from knowledge.base.dates import day_text
from knowledge.cases.record.state import ENDED_UNDECIDED, CaseState
from knowledge.catalogue.item import CaseKind
from knowledge.guidance.notice import NoticeContent
from knowledge.guidance.routing import Route
from knowledge.language.case_questions import CaseQuestion

_AT_THE_WINDOW = (CaseState.SUBMITTED, CaseState.RECEIVED)
_RESULT_IS_THERE = (CaseState.DECIDED, CaseState.CLOSED, CaseState.DELIVERED)
_BY_SOMEBODY_ELSE = ("代", "替", "帮", "别人", "让我", "叫我")


@dataclass(frozen=True, slots=True)
class AskedCase:
    """A case of which something is asked.

    Attributes:
        text: The question.
    """

    status: CaseStatus
    content: NoticeContent
    text: str

    @property
    def is_at_the_window(self) -> bool:
        """Whether the window has still to answer."""
        return self.status.state in _AT_THE_WINDOW

    @property
    def is_done_on_the_spot(self) -> bool:
        return all(item.case_kind == CaseKind.ON_THE_SPOT for item in self.content.items)

    @property
    def window(self) -> Route | None:
        return self.status.window or self.content.route

    @property
    def phone(self) -> str:
        return self.window.phone if self.window else CONSULT_PHONE

    @property
    def place(self) -> str:
        """``河东县政务服务中心2楼12号市场监管窗口``."""
        window = self.window
        return (
            f"{window.site}{window.floor}{window.number}{window.name}" if window else say("case_its_window")
        )

    @property
    def limits(self) -> str:
        return limits_line(self.content)


def lines_about(question: CaseQuestion, asked: AskedCase) -> list[str]:
    """The answer, its point first."""
    return [line for line in _TELLS[question](asked) if line]


def stands(asked: AskedCase) -> Iterator[str]:
    """State, who acts next, and by when."""
    status = asked.status
    yield say("case_stands", item=status.item, number=status.number, state=status.state_label)
    if status.who_acts_next:
        yield say("status_next", who=status.who_acts_next, what=status.what_next)
    elif status.what_next:
        yield status.what_next
    if status.due:
        yield say("status_due", day=day_text(status.due.day))
    elif status.due_note:
        yield status.due_note


def _ready(asked: AskedCase) -> Iterator[str]:
    if asked.status.state in _RESULT_IS_THERE:
        yield from _collect(asked)
    elif asked.is_at_the_window and asked.is_done_on_the_spot:
        yield say("case_ready_on_the_spot", place=asked.place)
    elif asked.is_at_the_window:
        yield from _answer(asked)
        yield say("case_ready_after", limits=asked.limits)
    else:
        yield from stands(asked)


def _answer(asked: AskedCase) -> Iterator[str]:
    due = asked.status.due
    if asked.is_at_the_window and due:
        yield say("case_answer_by", day=day_text(due.day))
    else:
        yield from stands(asked)


def _paid(asked: AskedCase) -> Iterator[str]:
    """When money comes is nowhere written; what is known is by when there is an answer."""
    yield say("case_paid", place=asked.place, phone=asked.phone)
    yield from _answer(asked)
    if asked.is_at_the_window and not asked.is_done_on_the_spot:
        yield say("case_ready_after", limits=asked.limits)


def _same(asked: AskedCase) -> Iterator[str]:
    yield say("case_same", number=asked.status.number)
    yield from stands(asked)


def _change_time(asked: AskedCase) -> Iterator[str]:
    """The appointment and how it is moved; where there is none, that none is needed."""
    if asked.status.appointment is not None:
        yield asked.status.appointment.reminder
        yield say("appointment_change")
    else:
        yield say("case_no_appointment", hours=asked.window.hours if asked.window else "")


def _fee(asked: AskedCase) -> Iterator[str]:
    yield fees_line(asked.content, bases=False)


def _collect(asked: AskedCase) -> Iterator[str]:
    results = [item for item in asked.content.items if item.result_name]
    if asked.status.state in ENDED_UNDECIDED:
        yield from stands(asked)
        return
    for item in results:
        if item.delivery:
            yield say("case_collect", name=item.result_name, ways="、".join(item.delivery))
    if not any(item.delivery for item in results):
        yield say("case_collect_unknown", place=asked.place, phone=asked.phone)
    if asked.is_done_on_the_spot and asked.is_at_the_window:
        yield say("case_collect_on_the_spot")
    if any(word in asked.text for word in _BY_SOMEBODY_ELSE):
        yield say("case_collect_agent")
    else:
        yield say("case_collect_bring", place=asked.place, phone=asked.phone)


def _bring(asked: AskedCase) -> Iterator[str]:
    if asked.is_at_the_window:
        yield say("case_bring_now", place=asked.place)
        yield from _hours(asked)
        if asked.content.materials:
            yield say("case_bring_list")
        for number, material in enumerate(asked.content.materials, 1):
            yield material_line(number, material)
        yield say("case_bring_agent", phone=asked.phone)
    elif asked.status.state is CaseState.CORRECTION:
        yield from _correct(asked)
    elif asked.status.state in _RESULT_IS_THERE:
        yield from _collect(asked)
    elif asked.status.who_acts_next:
        yield say("case_bring_nothing")
        yield from stands(asked)
    else:
        yield from stands(asked)


def _hours(asked: AskedCase) -> Iterator[str]:
    if window := asked.window:
        yield say("window_hours", hours=window.hours, phone=window.phone)


def _contact(asked: AskedCase) -> Iterator[str]:
    yield say("case_contact", place=asked.place, phone=asked.phone)


def _content(asked: AskedCase) -> Iterator[str]:
    if asked.is_at_the_window:
        yield say("case_content_window", place=asked.place, phone=asked.phone)
    elif asked.status.state in _RESULT_IS_THERE:
        yield say("case_content_result", place=asked.place, phone=asked.phone)
    else:
        yield say("case_content_call", place=asked.place, phone=asked.phone)
    if "withdraw" in asked.status.can:
        yield say("case_content_withdraw")


def _number(asked: AskedCase) -> Iterator[str]:
    yield say("case_number", number=asked.status.number, item=asked.status.item)
    for part in asked.status.parts:
        yield say("submitted_part", item=part.item, number=part.number)


def _again(asked: AskedCase) -> Iterator[str]:
    if asked.status.state is CaseState.WITHDRAWN:
        yield say("case_again_withdrawn", item=asked.status.item)
    elif "withdraw" in asked.status.can:
        yield say("case_again")
    else:
        yield say("case_too_late_to_withdraw")
        yield from stands(asked)


def _who(asked: AskedCase) -> Iterator[str]:
    yield say("case_who", place=asked.place, phone=asked.phone)
    if asked.status.who_acts_next:
        yield say("status_next", who=asked.status.who_acts_next, what=asked.status.what_next)


def _notify(asked: AskedCase) -> Iterator[str]:
    yield say("case_notify", number=asked.status.number)
    yield say("case_notify_call", place=asked.place, phone=asked.phone)


def _overdue(asked: AskedCase) -> Iterator[str]:
    yield say("case_overdue_sorry")
    yield from stands(asked)
    if asked.is_at_the_window:
        yield say("case_overdue_rule")
    if any(clock.state == "missed" for clock in asked.status.clocks):
        yield say("case_overdue_missed")
    yield say("case_overdue_press", place=asked.place, phone=asked.phone, supervise=CONSULT_PHONE)


def _correct(asked: AskedCase) -> Iterator[str]:
    points = asked.status.to_correct
    if not points:
        yield say("case_correct_nothing")
        yield from stands(asked)
    else:
        yield say("case_correct", count=len(points))
        for number, point in enumerate(points, 1):
            yield say("case_correct_point", number=number, name=point.name, what=point.what)
        yield say("case_correct_how", place=asked.place, phone=asked.phone)
    if asked.status.to_supplement:
        yield say("status_supplement", names="、".join(asked.status.to_supplement.values()))


def _refused(asked: AskedCase) -> Iterator[str]:
    yield say("case_refused")
    yield from stands(asked)


def _resubmit(asked: AskedCase) -> Iterator[str]:
    if asked.status.state is CaseState.WITHDRAWN:
        yield say("case_again_withdrawn", item=asked.status.item)
        return
    yield say("case_is_submitted", number=asked.status.number)
    yield from stands(asked)


_TELLS: dict[CaseQuestion, Callable[[AskedCase], Iterator[str]]] = {
    CaseQuestion.PROGRESS: stands,
    CaseQuestion.CHANGE_TIME: _change_time,
    CaseQuestion.READY: _ready,
    CaseQuestion.ANSWER: _answer,
    CaseQuestion.COLLECT: _collect,
    CaseQuestion.FEE: _fee,
    CaseQuestion.PAID: _paid,
    CaseQuestion.SAME: _same,
    CaseQuestion.BRING: _bring,
    CaseQuestion.CONTACT: _contact,
    CaseQuestion.CONTENT: _content,
    CaseQuestion.NUMBER: _number,
    CaseQuestion.AGAIN: _again,
    CaseQuestion.WHO: _who,
    CaseQuestion.NOTIFY: _notify,
    CaseQuestion.OVERDUE: _overdue,
    CaseQuestion.CORRECT: _correct,
    CaseQuestion.REFUSED: _refused,
    CaseQuestion.RESUBMIT: _resubmit,
}
