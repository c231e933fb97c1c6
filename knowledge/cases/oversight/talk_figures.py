"""Figures of the talk: how many asked, were understood, helped themselves, and where the others left off."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class TalkStage(StrEnum):
    """How far a conversation has come, in the order of the talk."""

    BEGUN = "begun"
    UNDERSTOOD = "understood"
    NOTICE = "notice"
    CONTACT = "contact"
    SUBMITTED = "submitted"


STAGE_NAMES: dict[TalkStage, str] = {
    TalkStage.BEGUN: "还没有说清办什么事",
    TalkStage.UNDERSTOOD: "说清了办什么事，在问情形",
    TalkStage.NOTICE: "拿到了一次性告知单",
    TalkStage.CONTACT: "填了申请人的信息",
    TalkStage.SUBMITTED: "提交了",
}


def talk_stage(*, affair: bool, notice: bool, contact: bool, submitted: bool) -> TalkStage:
    """The furthest that a conversation has come."""
    if submitted:
        return TalkStage.SUBMITTED
    if not affair:
        return TalkStage.BEGUN
    if not notice:
        return TalkStage.UNDERSTOOD
    return TalkStage.CONTACT if contact else TalkStage.NOTICE


@dataclass(frozen=True)
class TalkFigures:
    """Conversations by the stage that they have come to.

    Attributes:
        at_stage: How many stand there and came no further.
        not_understood: Sentences for which nothing was found.
        handed_over: Conversations in which somebody asked for a person.
    """

    at_stage: Mapping[TalkStage, int]
    not_understood: int
    handed_over: int = 0

    @property
    def asked(self) -> int:
        """All conversations."""
        return sum(self.at_stage.values())

    @property
    def understood(self) -> int:
        """Those in which it is clear what is applied for."""
        return self.asked - self.at_stage.get(TalkStage.BEGUN, 0)

    @property
    def self_served(self) -> int:
        """Those that came to a notice, or further, without anybody of the staff."""
        return self.understood - self.at_stage.get(TalkStage.UNDERSTOOD, 0)

    @property
    def submitted(self) -> int:
        return self.at_stage.get(TalkStage.SUBMITTED, 0)
