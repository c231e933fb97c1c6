"""Readings as an act: what the classifier hears, held against the words of the act."""

from __future__ import annotations

from collections.abc import Iterator

from actions.pending.submission import Confirmation
from actions.pending.utterance import Utterance
from actions.reading.context import Context
from knowledge.language.acts import Cue, act_words, cue_of
from knowledge.weighing.candidate import Candidate, Kind

ACTIONS = {
    "handover": "action_handover",
    "complain": "action_complain",
    "restart": "action_restart",
    "ask_status": "action_status",
    "withdraw": "action_withdraw",
    "book_appointment": "action_appoint",
    "cancel_appointment": "action_cancel_appointment",
    "resume": "action_resume",
    "show_notice": "action_show_notice",
    "submit": "action_submit",
    "lack_material": "action_lack_material",
    "go_back": "action_go_back",
    "correct_answer": "action_correct",
    "give_contact": "action_contact",
    "greet": "action_greet",
    "thanks": "action_thanks",
    "ask_ability": "action_ability",
}
"""Intents that mean something whatever is open."""

_CHAT = frozenset({"greet", "thanks", "ask_ability"})
_DEAR = frozenset({"complain", "handover"})
"""Dear acts that nothing asks about before they lead away; the others of ``acts.yaml`` ask for a yes themselves."""

_OF_AN_AFFAIR = frozenset({"lack_material", "show_notice", "go_back", "correct_answer"})
_WITHOUT_AFFAIR = 0.4
"""Weight of an act that needs an affair in hand where there is none."""

_BY_CUE = {Cue.WHOLE: 0.99, Cue.DENIED: 0.1, Cue.NONE: 0.4}
_ASKED_AGAIN = 0.5
_SAID_LEAST = 0.6
"""How probable an act is whose words are there, however unsure the classifier."""


def readings(said: Utterance, context: Context) -> Iterator[Candidate]:
    """The act that the classifier hears, and every dear act that is the whole message."""
    heard = said.intent if said.intent in ACTIONS else None
    if isinstance(context.pending, Confirmation) and context.pending.act == heard:
        # It is asked just now: what is said is an answer, or wants to be asked again with what it is about.
        yield Candidate(Kind.ACT, ACTIONS[heard], _ASKED_AGAIN, ("正在问的就是这件事",))
        return
    for act in act_words():
        if act != heard and cue_of(act, said.text) is Cue.WHOLE:
            yield _candidate(act, 0.99, "整句话")
    if heard is None:
        return
    if heard == "submit" and context.case and context.affair is None:
        yield Candidate(Kind.ACT, ACTIONS[heard], 0.9, ("刚提交过",))
    if heard in act_words():
        cue = cue_of(heard, said.text)
        yield _candidate(heard, _with_cue(said.confidence, cue), f"意图{said.confidence:.2f}", f"字眼：{cue}")
    elif heard == "resume" and context.pending is not None:
        yield Candidate(Kind.ACT, "action_repeat", said.confidence, (f"意图{said.confidence:.2f}",))
    else:
        lacks = heard in _OF_AN_AFFAIR and context.affair is None
        weight = _WITHOUT_AFFAIR if lacks else 1.0
        yield _candidate(heard, said.confidence * weight, f"意图{said.confidence:.2f}")


def _with_cue(confidence: float, cue: Cue) -> float:
    if cue is Cue.WHOLE:
        return _BY_CUE[cue]
    if cue is Cue.SAID:
        return _SAID_LEAST + (0.98 - _SAID_LEAST) * confidence
    return confidence * _BY_CUE[cue]


def _candidate(act: str, probability: float, *because: str) -> Candidate:
    return Candidate(_kind(act), ACTIONS[act], probability, because)


def _kind(act: str) -> Kind:
    if act in _CHAT:
        return Kind.CHAT
    if act in _DEAR:
        return Kind.DEAR_ACT
    return Kind.ASKED_ACT if act in act_words() else Kind.ACT
