"""Dear acts on sentences that only sound like one, and on true ones, each in its context; shares, not single sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from actions.guide.next_question import MENU
from actions.pending.memory import pending_in
from actions.pending.utterance import Utterance
from actions.reading.context import Context
from actions.reading.decision import Decision, decide
from actions.reply.wording import say
from bot.nlu.features import features
from bot.nlu.fitting import fit
from bot.nlu.linear import LinearClassifier
from intake.project import ROOT
from knowledge.base.text import normalise
from knowledge.language.choice import offered_by
from knowledge.weighing.candidate import Kind
from tests.shipped import shipped_catalogue

TOLD: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("near_acts.yaml").read_text(encoding="utf-8"))
BY_MISTAKE_AT_MOST, DONE_AT_LEAST, ASKED_IN_VAIN_AT_MOST = 0.003, 0.95, 0.05

_DONE_AT_ONCE = {"action_complain", "action_handover", "action_leave", "aside", "yes"}
_ASKED_BEFORE = {"action_submit", "action_withdraw", "action_restart", "action_cancel_appointment"}
_OTHERWISE = {
    "aside": {"aside", "action_find_item", "action_restart", "action_leave"},
    "leave": {"action_leave"},
    "restart": {"action_restart", "aside", "action_leave"},
    "withdraw": {"action_withdraw", "action_leave"},
}


@dataclass(frozen=True)
class Said:
    """A sentence of the file.

    Attributes:
        act: What is meant; None where it is none.
    """

    text: str
    context: str
    act: str | None
    held_out: bool


def sentences() -> Iterator[Said]:
    groups = [(None, TOLD["near"]), *TOLD["acts"].items()]
    for act, contexts in groups:
        for context, texts in contexts.items():
            for number, text in enumerate(texts):
                yield Said(normalise(text), context, act, number % 2 == 1)


@cache
def classifier() -> LinearClassifier:
    """The intents as the dialogue learns them, without Rasa around it."""
    examples = [
        (features(normalise(line.removeprefix("- "))), intent["intent"])
        for file in sorted((ROOT / "bot" / "data" / "nlu").glob("*.yml"))
        for intent in yaml.safe_load(file.read_text(encoding="utf-8"))["nlu"]
        for line in intent.get("examples", "").splitlines()
        if line.strip()
    ]
    return fit(examples)


@cache
def context_of(name: str) -> Context:
    catalogue = shipped_catalogue()
    asked = catalogue.questions["agent"]
    slots: dict[str, dict[str, Any]] = {
        "question": {
            "kind": "question",
            "question": "agent",
            "text": asked.text,
            "why": asked.why,
            "help": asked.help,
            "options": [
                {"value": o.value, "label": o.label, "says": list(o.says)} for o in offered_by(asked)
            ],
        },
        "next": {
            "kind": "next",
            "options": [{"value": one, "label": say(f"choice_{one}")} for one in MENU],
        },
        "contact": {"kind": "contact"},
        "confirm": {
            "kind": "confirm",
            "act": "submit",
            "options": [
                {
                    "value": "yes",
                    "label": say("yes_label"),
                    "says": ["确定", "确认", "对", "好的", "可以", "提交"],
                },
                {
                    "value": "no",
                    "label": say("no_label"),
                    "says": ["不是", "不", "先不", "算了", "等等", "别"],
                },
            ],
        },
        "items": {
            "kind": "items",
            "options": [
                {"value": key, "label": item.name}
                for key, item in catalogue.items.items()
                if key.startswith("food_operation")
            ][:4],
        },
    }
    affair = "food_operation.new" if name in ("question", "next", "contact", "confirm") else None
    case = "261123000017" if name == "after" else None
    return Context(pending_in(slots.get(name)), affair, case)


@cache
def outcome(said: Said) -> tuple[str, Decision]:
    probabilities = classifier().probabilities(features(said.text))
    row = int(probabilities.argmax())
    heard = Utterance(said.text, classifier().classes[row], float(probabilities[row]))
    decision = decide(heard, context_of(said.context))
    picked = decision.reading.picked
    if decision.action == "action_next_step":
        return {"submit": "action_submit", "other": "action_restart"}.get(
            picked or "", decision.action
        ), decision
    if decision.action == "action_confirm":
        return picked or decision.action, decision
    if decision.choice.candidate.kind is Kind.OTHER_WISH:
        return "aside", decision
    return decision.action, decision


def shares(held_out: bool) -> list[Said]:
    return [said for said in sentences() if said.held_out is held_out]


@pytest.mark.parametrize("held_out", [False, True])
class TestShares:
    def test_none_is_done_by_mistake(self, held_out: bool) -> None:
        near = [said for said in shares(held_out) if said.act is None]
        done = [
            said.text
            for said in near
            if outcome(said)[0] in _DONE_AT_ONCE and not outcome(said)[1].choice.in_doubt
        ]
        assert len(near) > 350 and len(done) / len(near) <= BY_MISTAKE_AT_MOST, done

    def test_few_are_asked_in_vain(self, held_out: bool) -> None:
        near = [said for said in shares(held_out) if said.act is None]
        asked = [
            said.text
            for said in near
            if outcome(said)[0] in _ASKED_BEFORE or outcome(said)[1].choice.in_doubt
        ]
        assert len(asked) / len(near) <= ASKED_IN_VAIN_AT_MOST, asked

    def test_true_ones_are_done(self, held_out: bool) -> None:
        meant = [said for said in shares(held_out) if said.act is not None and said.act != "aside"]
        missed = [
            f"{said.act} {said.text} {outcome(said)[0]}"
            for said in meant
            if outcome(said)[0] not in _OTHERWISE.get(said.act or "", {f"action_{said.act}"})
        ]
        assert len(meant) > 80 and 1 - len(missed) / len(meant) >= DONE_AT_LEAST, missed


def test_there_are_enough() -> None:
    said = list(sentences())
    assert sum(one.act is None for one in said) >= 700
    assert sum(one.act is not None for one in said) >= 200
    assert len({(one.text, one.context) for one in said}) == len(said)
