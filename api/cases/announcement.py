"""What an entry of a case's log sends out, written in the transaction of the act."""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncSession

from api.cases.models import CaseRow
from api.outbox.entry import put
from knowledge.cases.procedure.performance import told
from knowledge.cases.record.log import LogEntry

RESULTS = ("decide", "deemed_granted", "issue", "deliver", "revoke")
"""Acts whose outcome the supervising department is sent (审管联动)."""


def announce(
    session: AsyncSession, case: CaseRow, entry: LogEntry, entry_hash: str, supervising: str = ""
) -> None:
    """What an entry of the log sends out: a message to the applicant, a result to the supervising department.

    The entry's hash makes the key: the same entry never makes two messages.

    Args:
        supervising: The department that supervises what was permitted, where it is not the one that decides (事项划转).
    """
    if text := told(entry):
        message = {"text": text, "state": entry.after, "act": entry.act}
        put(session, "told", case.channel, case.number, f"told/{entry_hash}", message, entry.at)
    if entry.act in RESULTS:
        result = {"act": entry.act, "state": entry.after, "outcome": case.outcome, "data": dict(entry.data)}
        receiver = supervising or case.department
        put(session, "result", receiver, case.number, f"result/{entry_hash}", result, entry.at)
