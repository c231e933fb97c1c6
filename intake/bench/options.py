"""How well replies to scenario questions are read: each word of the catalogue left out in turn, with and without the encoder."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import Any

import numpy as np

from knowledge.base.text import normalise
from knowledge.catalogue.affair import Catalogue
from knowledge.embedding.encoder import SentenceEncoder
from knowledge.language.kinship import is_about_who_goes
from knowledge.language.polarity import sides
from knowledge.language.ranges import of_options
from knowledge.options.reader import OptionReader
from knowledge.options.reading import SURE
from knowledge.options.rehearsal import Rehearsed, decided_at, rehearse

PRECISION = 0.97
_TIMED = 400
_STEPS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, SURE, 1.0)

Progress = Callable[[str], None]


def run(catalogue: Catalogue, encoder: SentenceEncoder | None, tell: Progress) -> dict[str, Any]:
    """All figures: with the encoder where there is one, and without."""
    figures: dict[str, Any] = {}
    for name, used in (("with_encoder", encoder), ("without_encoder", None)):
        if name == "with_encoder" and encoder is None:
            continue
        tell("带句向量" if used else "不带句向量")
        figures[name] = measured(rehearse(catalogue, used), catalogue)
    tell("读一句要多久")
    figures["reading_us"] = _reading_time(catalogue, encoder)
    figures["conditions"] = {
        "questions": len(catalogue.questions),
        "encoder": encoder.version if encoder else "",
        "processors": os.cpu_count() or 1,
    }
    return figures


def measured(rehearsed: Sequence[Rehearsed], catalogue: Catalogue) -> dict[str, Any]:
    """Shares of what was rehearsed, by what was said and by the kind of question."""
    words = [one for one in rehearsed if one.example.left_out == one.example.text]
    kinds: dict[str, list[Rehearsed]] = {}
    for one in words:
        kinds.setdefault(kind_of(one.example.question, catalogue), []).append(one)
    nothing = [one for one in rehearsed if one.example.value is None]
    return {
        "words": shares(words),
        "words_of_no_other_question": shares([one for one in words if one.is_new]),
        "in_a_sentence": shares(
            [one for one in rehearsed if one.example.left_out and one.example.left_out != one.example.text]
        ),
        "known_in_a_sentence": shares(
            [one for one in rehearsed if one.example.value is not None and not one.example.left_out]
        ),
        "nothing": {
            "replies": len(nothing),
            "decided": _share(one.reading.decided is not None for one in nothing),
            "guessed": _share(one.reading.guess is not None for one in nothing),
        },
        "kinds": {kind: shares(kinds[kind]) for kind in sorted(kinds)},
        "reliability": _reliability([*words, *nothing]),
    }


def shares(rehearsed: Sequence[Rehearsed]) -> dict[str, float]:
    """Right at first place; decided by the product, and how often rightly; what could be decided at 97 %."""
    decided = [one for one in rehearsed if one.reading.decided is not None]
    guessed = [one for one in rehearsed if one.reading.guess is not None]
    return {
        "replies": len(rehearsed),
        "right": _share(one.right for one in rehearsed),
        "decided_at_97": decided_at(rehearsed, PRECISION),
        "decided": len(decided) / max(len(rehearsed), 1),
        "decided_rightly": _share(one.right for one in decided),
        "guessed": len(guessed) / max(len(rehearsed), 1),
        "guessed_rightly": _share(one.right for one in guessed),
        "by_rule": _share(one.reading.by is not None for one in rehearsed),
    }


def kind_of(question_id: str, catalogue: Catalogue) -> str:
    """Of a question: a quantity, who goes, yes or no, one of two, one of several."""
    question = catalogue.questions[question_id]
    values, labels = list(question.options), [option.label for option in question.options.values()]
    bounds = [(value, option.label, option.bounds) for value, option in question.options.items()]
    if of_options(bounds, question.unit) is not None:
        return "quantity"
    if is_about_who_goes(labels):
        return "who_goes"
    if any(sides(values, labels)):
        return "yes_or_no"
    return "one_of_two" if len(labels) == 2 else "one_of_several"


def _reliability(rehearsed: Sequence[Rehearsed]) -> list[dict[str, float]]:
    """What was said to be so probable, and how often it was so."""
    said = np.array([one.reading.best.probability for one in rehearsed])
    true = np.array([one.reading.best.value == one.example.value for one in rehearsed])
    steps = []
    for low, high in pairwise(_STEPS):
        inside = (said >= low) & ((said < high) | (high == 1.0))
        if inside.any():
            steps.append(
                {
                    "from": low,
                    "replies": int(inside.sum()),
                    "said": float(said[inside].mean()),
                    "true": float(true[inside].mean()),
                }
            )
    return steps


def _reading_time(catalogue: Catalogue, encoder: SentenceEncoder | None) -> dict[str, float]:
    """Microseconds for a reply, the encoding itself left out; the median of replies to many questions."""
    reader = OptionReader.train(catalogue, encoder)
    asked = [
        (key, normalise(word))
        for key, question in catalogue.questions.items()
        for option in question.options.values()
        for word in option.says[:1]
    ][:_TIMED]
    texts = [f"我们这里应该是{word}的吧" for _, word in asked]
    vectors = list(encoder.encode(texts)) if encoder is not None else [None] * len(texts)
    times: dict[str, list[float]] = {"with_vector": [], "without_vector": []}
    for (question, _), text, vector in zip(asked, texts, vectors, strict=True):
        for name, given in (("with_vector", vector), ("without_vector", None)):
            if name == "with_vector" and given is None:
                continue
            reader.read(text, question, vector=given)
            began = time.perf_counter()
            reader.read(text, question, vector=given)
            times[name].append((time.perf_counter() - began) * 1e6)
    return {name: round(float(np.median(taken)), 1) for name, taken in times.items() if taken}


def _share(which: Iterable[bool]) -> float:
    all_of_it = list(which)
    return sum(all_of_it) / max(len(all_of_it), 1)
