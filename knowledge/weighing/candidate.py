"""One way to understand a message, with the probability that it is meant."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a message may be; costs are given by kind (``costs.yaml``)."""

    DANGER = "danger"
    ANSWER = "answer"
    """To the question that is open."""
    FACT = "fact"
    """A circumstance of the affair in hand that answers another of its questions."""
    WISH = "wish"
    """An item is wanted, and nothing is in hand that would be put aside."""
    OTHER_WISH = "other_wish"
    """An item is wanted while another affair is in hand."""
    GUESS = "guess"
    """Another item may be wanted: asked back before anything is put aside."""
    DENIAL = "denial"
    """The affair in hand or what is offered is not what is wanted: put away, and what else is said is read anew."""
    QUESTION = "question"
    LIBRARY = "library"
    """A question that the answer library holds."""
    ELSEWHERE = "elsewhere"
    ACT = "act"
    """Undone in one word."""
    ASKED_ACT = "asked_act"
    """Submits, withdraws, begins anew: asks for a yes itself before it is done."""
    DEAR_ACT = "dear_act"
    """Complains, hands over: leads away at once."""
    CONTACT = "contact"
    CASE = "case"
    LEAVE = "leave"
    CHAT = "chat"
    NOTHING = "nothing"
    """Not understood."""


KIND_NAMES: dict[Kind, str] = {
    Kind.DANGER: "有人在危险里",
    Kind.ANSWER: "在答正在等的问题",
    Kind.FACT: "说手上这件事的情形",
    Kind.WISH: "要办一件事",
    Kind.OTHER_WISH: "要另办一件事",
    Kind.GUESS: "可能要另办一件事，先问",
    Kind.DENIAL: "不是要办这件",
    Kind.QUESTION: "问事项的某一面",
    Kind.LIBRARY: "问答库里有的",
    Kind.ELSEWHERE: "别处办的事",
    Kind.ACT: "做一步，一句话能改回来",
    Kind.ASKED_ACT: "做一步，做之前再问一句",
    Kind.DEAR_ACT: "投诉、转人工",
    Kind.CONTACT: "给联系信息",
    Kind.CASE: "查办件",
    Kind.LEAVE: "不说了",
    Kind.CHAT: "闲话",
    Kind.NOTHING: "没有听懂",
}
"""As the staff who tune read them."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A reading of a message.

    Attributes:
        action: The name of the action that takes it.
        probability: That it is meant, 0 to 1, in the context of what is open and in hand.
        because: What speaks for it, for the staff who tune: words, context, likeness.
    """

    kind: Kind
    action: str
    probability: float
    because: tuple[str, ...] = ()
