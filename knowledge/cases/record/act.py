"""The acts on a case (操作) by name, as the log stores them; what each of them is stands in :mod:`knowledge.cases.acts`."""

from __future__ import annotations

from enum import StrEnum


class Act(StrEnum):
    """Everything that can be done to a case, in the order of the procedure."""

    SUBMIT = "submit"
    RECEIVE = "receive"
    REQUEST_CORRECTION = "request_correction"
    CORRECT = "correct"
    PUT_RIGHT = "put_right"
    SUPPLEMENT = "supplement"
    ACCEPT = "accept"
    REFUSE = "refuse"
    TRANSFER = "transfer"
    TELL_INTERESTED = "tell_interested"
    RECORD_VIEWS = "record_views"
    START_SPECIAL = "start_special"
    END_SPECIAL = "end_special"
    EXTEND = "extend"
    SEND_OUT = "send_out"
    GIVE_OPINION = "give_opinion"
    ARRANGE_EXAMINATION = "arrange_examination"
    HOLD_EXAMINATION = "hold_examination"
    CONCLUDE_EXAMINATION = "conclude_examination"
    REVIEW = "review"
    APPROVE = "approve"
    SEND_BACK = "send_back"
    PASS_UP = "pass_up"
    PASS_BACK = "pass_back"
    DECIDE = "decide"
    DECIDE_ON_SPOT = "decide_on_spot"
    ISSUE = "issue"
    DELIVER = "deliver"
    WITHDRAW = "withdraw"
    RETURN = "return"
    TERMINATE = "terminate"
    REVOKE = "revoke"
    URGE = "urge"
    DEEMED_ACCEPTED = "deemed_accepted"
    DEEMED_GRANTED = "deemed_granted"
    OVERDUE = "overdue"


ACT_OF: dict[str, Act] = {act.value: act for act in Act}
"""The act of a stored name; a log is read entry by entry, and this is five times as fast as ``Act(name)``."""
