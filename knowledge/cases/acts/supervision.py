"""督办: supervision urges that a case be dealt with."""

from __future__ import annotations

from knowledge.cases.acts.checks import REASON
from knowledge.cases.acts.definition import ActDefinition
from knowledge.cases.acts.payloads import Reason
from knowledge.cases.acts.words import Words
from knowledge.cases.record.act import Act
from knowledge.cases.record.facts import CaseFacts
from knowledge.cases.record.log import LogEntry


def _urged(facts: CaseFacts, entry: LogEntry, payload: Reason) -> CaseFacts:
    return facts.but(urged=facts.urged + 1)


URGE = ActDefinition(Act.URGE, Reason, _urged, Words("督办", timeline="督查人员督促办理"), (REASON,))
