"""What an entry of a case's log sends out, written in the transaction of the act."""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncSession

from api.cases.models import CaseRow
from api.outbox.entry import put
from knowledge.cases.procedure.act_messages import applicant_message
from knowledge.cases.record.act import Act
from knowledge.cases.record.log import LogEntry

RESULTS = (Act.DECIDE, Act.DECIDE_ON_SPOT, Act.DEEMED_GRANTED, Act.ISSUE, Act.DELIVER, Act.REVOKE)
"""Acts whose outcome the supervising department is sent (审管联动)."""


def announce(
    session: AsyncSession, case: CaseRow, entry: LogEntry, entry_hash: str, supervising: str = ""
) -> None:
    """What an entry of the log sends out: a message to the applicant, a result to the supervising department.

    The entry's hash makes the key: the same entry never makes two messages.

    Args:
        supervising: The department that supervises what was permitted, where it is not the one that decides (事项划转).
    """
    if text := applicant_message(entry):
        message = {"text": text, "state": entry.after.value, "act": entry.act.value}
        put(session, "told", case.channel, case.number, f"told/{entry_hash}", message, entry.at)
    if entry.act in RESULTS:
        result = {
            "act": entry.act.value,
            "state": entry.after.value,
            "outcome": case.outcome,
            "data": dict(entry.data),
        }
        receiver = supervising or case.department
        put(session, "result", receiver, case.number, f"result/{entry_hash}", result, entry.at)
