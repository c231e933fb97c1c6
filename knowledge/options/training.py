"""Learns how much each kind of evidence tells. Needs the optimiser, and the encoder where there is one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from knowledge.catalogue.affair import Catalogue
from knowledge.embedding.encoder import SentenceEncoder
from knowledge.language.choice import chosen
from knowledge.options.evidence import evidence
from knowledge.options.examples import Example, examples
from knowledge.options.fitting import Examples, fit
from knowledge.options.known_question import KnownQuestion, Vectors
from knowledge.options.questions import known_questions, texts_of
from knowledge.options.reader import Learned

Floats = NDArray[Any]


def learned_from(catalogue: Catalogue, encoder: SentenceEncoder | None) -> Learned:
    """All that a reader keeps."""
    texts = texts_of(catalogue)
    vectors = Vectors.of(texts, encoder.encode(texts)) if encoder is not None else None
    known = known_questions(catalogue, vectors)
    told = examples(known, catalogue)
    without = fit(table(told, known, lambda _: None))
    if encoder is None or vectors is None:
        nothing = np.zeros((0, 0), dtype=np.float32)
        return Learned("", (), nothing, nothing, without, without)
    seen = vectors_of([one.text for one in told], encoder, vectors)
    return Learned(
        encoder=encoder.version,
        texts=tuple(texts),
        vectors=vectors.rows,
        middle=vectors.middle,
        with_vector=fit(table(told, known, seen.__getitem__)),
        without_vector=without,
    )


def table(
    told: Sequence[Example], known: Mapping[str, KnownQuestion], vector: Callable[[str], Floats | None]
) -> Examples:
    """The evidence of all examples."""
    rows, meant = [], []
    for one in told:
        question = known[one.question]
        if one.left_out:
            question = question.without(one.left_out)
        rows.append(weighable(one.text, question, vector(one.text)))
        values = [option.value for option in question.options]
        meant.append(values.index(one.value) if one.value is not None else -1)
    return Examples(rows, meant, [one.weight for one in told], [one.question for one in told])


def weighable(text: str, question: KnownQuestion, vector: Floats | None) -> Floats:
    """The evidence of a reply, as the reader weighs it."""
    return evidence(text, question, chosen(text, question.options, question.unit), vector)


def vectors_of(texts: Sequence[str], encoder: SentenceEncoder, vectors: Vectors) -> dict[str, Floats]:
    """The vectors of texts, put like the known ones; only what is not known is encoded."""
    fresh = [text for text in dict.fromkeys(texts) if text not in vectors.place]
    encoded = encoder.encode(fresh)
    found = {text: vectors.seen(row) for text, row in zip(fresh, encoded, strict=True)}
    return found | {text: vectors.rows[vectors.place[text]] for text in texts if text in vectors.place}
