"""Refusals about appointments."""

from __future__ import annotations

from api.platform.errors.base import ApiError


class AppointmentsNotTaken(ApiError):
    status, code, detail = 409, "appointments_not_taken", "办这件事的窗口不在这里预约，直接去就可以。"


class AppointmentExists(ApiError):
    """There is another appointment; the member ``appointment`` says which."""

    status, code, detail = 409, "appointment_exists", "您已经有一个预约。要换时间请改约，不去了请取消。"


class SlotFull(ApiError):
    status, code, detail = 409, "slot_full", "这个时间已经约满，请另选一个时间。"


class SlotNotOffered(ApiError):
    status, code, detail = (
        409,
        "slot_not_offered",
        "这个时间约不了：已经过了、窗口不开，或者还没有开放预约。请另选一个时间。",
    )


class WrongWindow(ApiError):
    status, code, detail = 409, "wrong_window", "这件事不在这个窗口办理，请约办理它的窗口。"


class CaseOver(ApiError):
    status, code, detail = 409, "case_over", "这个办件已经办完，不用再到窗口。"


class NoAppointment(ApiError):
    status, code, detail = 404, "no_appointment", "没有找到预约，可能已经过了时间。要约请说「预约」。"


class ShareTaken(ApiError):
    """What drafts, or one address, may take of a day is taken (``knowledge.guidance.booking_limit``)."""

    status, code, detail = (
        409,
        "share_taken",
        "这一天剩下的号留给别的办事人，请换一天，或者打窗口电话请工作人员安排。",
    )


class TooManyMoves(ApiError):
    """The person has booked often enough today (``knowledge.guidance.booking_limit``)."""

    status, code, detail = (
        429,
        "too_many_moves",
        "您今天预约的次数太多，请明天再约，或者打窗口电话请工作人员安排。",
    )


class MissedTooOften(ApiError):
    """The windows have noted too often that the person did not come (``knowledge.guidance.booking_limit``)."""

    status, code, detail = (
        409,
        "missed_too_often",
        "您约了没有来的次数太多，暂时不能在网上预约。请直接到窗口取号，或者打窗口电话请工作人员安排。",
    )


class MarkNotPossible(ApiError):
    status, code, detail = 409, "mark_not_possible", "这个预约现在不能这样记，请刷新。"
