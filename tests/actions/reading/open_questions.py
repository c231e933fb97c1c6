"""What can be pending in a conversation, one of every kind, and what a sentence then leads to."""

from __future__ import annotations

from typing import Any

import yaml

from actions.pending.memory import pending_in
from actions.pending.model import Pending
from actions.pending.utterance import Utterance
from actions.reading.context import Context
from actions.reading.decision import decide
from actions.respond import TAKERS
from intake.project import ROOT
from knowledge.language.choice import offered_by
from tests.knowledge.catalogues import small_catalogue

CATALOGUE = small_catalogue()


def question(key: str) -> dict[str, Any]:
    asked = CATALOGUE.questions[key]
    options = [
        {"value": o.value, "label": o.label, "says": list(o.says), "bounds": o.bounds}
        for o in offered_by(asked)
    ]
    return {
        "kind": "question",
        "question": key,
        "text": asked.text,
        "why": asked.why,
        "help": asked.help,
        "unit": asked.unit,
        "options": options,
    }


def remembered(slot: dict[str, Any]) -> Pending:
    """What a dialogue remembers, as the policy reads it."""
    pending = pending_in(slot)
    assert pending is not None, slot
    return pending


def options(*labels: str) -> list[dict[str, Any]]:
    return [{"value": f"v{n}", "label": label, "says": []} for n, label in enumerate(labels)]


_SLOTS: dict[str, dict[str, Any]] = {
    "premises": question("premises"),
    "area": question("area"),
    "cold": question("cold"),
    "licence_expiry": {"kind": "licence_expiry"},
    "offered_wish": {
        "kind": "offered_wish",
        "number": "261123000017",
        "item": "食品经营许可（新办）",
        "options": [{"value": "a", "label": "居住证（签注）", "says": ["是", "好", "接着办"]}],
    },
    "guessed_wish": {
        "kind": "guessed_wish",
        "options": [{"value": "a", "label": "居住证（签注）", "says": ["是", "好", "要得"]}],
        "before": {"kind": "next", "options": options("提交申请", "改答案")},
    },
    "items": {
        "kind": "items",
        "options": [
            {"value": "a", "label": "食品经营许可（新办）", "says": ["新办"]},
            {"value": "b", "label": "食品经营许可（变更）", "says": ["变更"]},
        ],
    },
    "departments": {"kind": "departments", "options": options("公安", "民政", "市场监管")},
    "next": {
        "kind": "next",
        "options": options("提交申请", "改答案", "看办理流程", "换设备接着办", "办别的事"),
    },
    "change": {"kind": "change", "options": options("经营场所是自有还是租赁：租赁", "是否制售冷食：否")},
    "proposed_change": {
        "kind": "proposed_change",
        "question": "premises",
        "value": "owned",
        "options": [
            {"value": "yes", "label": "是，改过来", "says": ["是"]},
            {"value": "no", "label": "不改", "says": ["不是", "算了"]},
        ],
    },
    "confirm": {
        "kind": "confirm",
        "act": "submit",
        "options": [
            {"value": "yes", "label": "是", "says": ["确定", "好的", "可以", "提交"]},
            {"value": "no", "label": "否", "says": ["不是", "不", "先不", "算了"]},
        ],
    },
    "contact": {"kind": "contact"},
    "case": {"kind": "case", "number": None, "purpose": "status"},
    "appointment": {
        "kind": "appointment",
        "step": "day",
        "whose": {"intake": "i"},
        "window": "w",
        "options": [
            {"value": "2026-11-24", "label": "2026年11月24日（星期二）", "says": ["明天", "周二"]},
            {"value": "2026-11-25", "label": "2026年11月25日（星期三）", "says": ["后天", "周三"]},
        ],
    },
    "case_in_hand": {"kind": "case_in_hand", "number": "261123000017", "item": "食品经营许可（新办）"},
    "callback_phone": {"kind": "callback_phone", "options": options("不用回电了")},
    "vague": {"kind": "vague", "said": "丢了", "options": options("身份证", "驾驶证")},
    "doubt": {
        "kind": "doubt",
        "act": "action_complain",
        "other": "action_answer",
        "value": "agent",
        "said": "让我弟去跑",
        "options": [
            {"value": "act", "label": "投诉", "says": ["是", "对"]},
            {"value": "other", "label": "委托他人", "says": ["不是", "不"]},
        ],
    },
    "withdrawing": {"kind": "case", "number": "261123000017", "purpose": "withdraw"},
    "rating": {
        "kind": "rating",
        "number": "261123000017",
        "options": options("非常满意", "满意", "基本满意"),
    },
    "rating_reason": {
        "kind": "rating_reason",
        "number": "261123000017",
        "grade": 5,
        "options": options("态度不好", "不补充了"),
    },
    "complaint": {"kind": "complaint", "number": "261123000017", "options": options("不投诉了")},
}
PENDING = {name: remembered(slot) for name, slot in _SLOTS.items()}
OWN_WORDS = {name for name, pending in PENDING.items() if pending.takes_own_words}
INTENTS = yaml.safe_load((ROOT / "bot" / "domain.yml").read_text(encoding="utf-8"))["intents"]
ACTIONS = set(TAKERS)


def decided(text: str, pending: str | None = None, intent: str | None = None, confidence: float = 0.9) -> str:
    said = Utterance(text, intent, confidence if intent else 0.0)
    return decide(said, Context(PENDING[pending] if pending else None, affair="affair")).action
