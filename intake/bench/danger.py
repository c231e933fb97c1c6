"""``intake bench danger``: how much danger is heard and how often in vain, and the weights learned anew."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from api.published.catalogue_holder import entries
from intake.bench.talk_cases import read_cases
from intake.problems import Problem
from intake.project import ROOT
from knowledge.answers.load import load_answers
from knowledge.base.text import normalise
from knowledge.catalogue.load import load_catalogue
from knowledge.elsewhere.load import load_register
from knowledge.embedding.encoder import SentenceEncoder
from knowledge.language.danger.learned import FILE, hear
from knowledge.language.danger.reading import danger_in
from knowledge.openings.load import shipped_openings

HELD_OUT = ROOT / "tests" / "knowledge" / "language" / "danger" / "held_out.yaml"

CONVERSATIONS = sorted((ROOT / "tests" / "conversations").glob("*.jsonl"))
_SAFETY = "safety"
"""The kind of the project's own conversations that tell of danger."""

_TELL_OF_DANGER = frozenset(
    {
        "police",
        "anti_fraud",
        "women",
        "youth",
        "traffic_police",
        "hospital",
        "any_line",
        "market",
        "village",
        "environment",
    }
)
"""Who is asked for in phrasings that may be reports of danger: 家里进小偷了 is no ordinary example."""


def ordinary_texts() -> list[str]:
    """What people say otherwise: names and phrasings of items, matters elsewhere and answers, options, examples of intents,
    and what is said in the project's own conversations."""
    catalogue = load_catalogue()
    said = [text for entry in entries(catalogue) for text in (entry.name, *entry.aliases)]
    said += [text for one in load_answers(catalogue).answers.values() for text in one.phrasings]
    for matter in load_register(catalogue).matters.values():
        if matter.who not in _TELL_OF_DANGER:
            said += [matter.name, *matter.phrasings, *shipped_openings().get(matter.id, ())]
    for question in catalogue.questions.values():
        for option in question.options.values():
            said += [option.label, *option.says]
    for file in sorted((ROOT / "bot" / "data" / "nlu").glob("*.yml")):
        for intent in yaml.safe_load(file.read_text(encoding="utf-8"))["nlu"]:
            said += [line.removeprefix("- ") for line in intent.get("examples", "").splitlines()]
    said += [turn for case in read_cases(CONVERSATIONS) if case.kind != _SAFETY for turn in case.turns]
    return [text for text in dict.fromkeys(map(normalise, said)) if text and danger_in(text) is None]


def fit_weights(encoder: SentenceEncoder | None) -> None:
    """Learn from the examples and write the weights into the project.

    Raises:
        Problem: There is no encoder here.
    """
    if encoder is None:
        raise Problem("这台机器上没有句向量，学不了。")
    from knowledge.language.danger.fitting import fit

    fit(encoder, ordinary_texts()).save(FILE)


def measure(encoder: SentenceEncoder | None, file: Path = HELD_OUT) -> dict[str, Any]:
    """Recall and false alarms on sentences that nothing was learned from."""
    told = yaml.safe_load(file.read_text(encoding="utf-8"))
    danger = [normalise(text) for texts in told["danger"].values() for text in texts]
    ordinary = [normalise(text) for texts in told["ordinary"].values() for text in texts]
    figures: dict[str, Any] = {"danger": len(danger), "ordinary": len(ordinary)}
    for name, using in (("with_encoder", encoder), ("without_encoder", None)):
        missed, alarms = _unheard(danger, using), _heard(ordinary, using)
        figures[name] = {
            "recall": 1 - len(missed) / len(danger),
            "false_alarms": len(alarms) / len(ordinary),
            "missed": "、".join(missed),
            "alarms": "、".join(alarms),
        }
    return figures


def _heard(texts: Sequence[str], encoder: SentenceEncoder | None) -> list[str]:
    vectors = encoder.encode(texts) if encoder else [None] * len(texts)
    version = encoder.version if encoder else ""
    return [text for text, vector in zip(texts, vectors, strict=True) if hear(text, vector, version)]


def _unheard(texts: Sequence[str], encoder: SentenceEncoder | None) -> list[str]:
    heard = set(_heard(texts, encoder))
    return [text for text in texts if text not in heard]
