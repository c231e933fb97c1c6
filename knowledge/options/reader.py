"""Reads replies to the questions of a catalogue: rules first, and what they do not decide by what was learned."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from numpy.typing import NDArray

from knowledge.catalogue.affair import Catalogue
from knowledge.embedding.encoder import SentenceEncoder
from knowledge.language.choice import Offered
from knowledge.matching import storage
from knowledge.options.evidence import COLUMNS
from knowledge.options.known_question import KnownQuestion, Vectors
from knowledge.options.model import OptionModel
from knowledge.options.questions import known_questions, texts_of
from knowledge.options.reading import OptionReading
from knowledge.options.weighing import read_by_rule, read_known

Floats = NDArray[Any]


@dataclass(frozen=True)
class Learned:
    """What is kept of a trained reader.

    Attributes:
        encoder: Name and version of the encoder; empty for none.
        texts, vectors, middle: The words of the questions as vectors (see :class:`Vectors`).
        with_vector: Weights where the reply's vector is known.
        without_vector: Weights where it is not.
    """

    encoder: str
    texts: tuple[str, ...]
    vectors: Floats
    middle: Floats
    with_vector: OptionModel
    without_vector: OptionModel


class OptionReader:
    """Reads what a reply means to a question of a catalogue.

    Attributes:
        encoder: Name and version of the encoder whose vectors it takes; empty where it takes none.
        learned: What :meth:`save` writes.
    """

    def __init__(self, learned: Learned, catalogue: Catalogue) -> None:
        self.learned = learned
        self.encoder = learned.encoder
        self._questions: Mapping[str, KnownQuestion] = known_questions(catalogue, _vectors(learned))

    @classmethod
    def train(cls, catalogue: Catalogue, encoder: SentenceEncoder | None) -> OptionReader:
        """Learn from a catalogue; half a minute where its words have to be encoded, else a few seconds."""
        from knowledge.options.training import learned_from

        return cls(learned_from(catalogue, encoder), catalogue)

    @classmethod
    def load(cls, path: Path, catalogue: Catalogue) -> OptionReader:
        """Read what :meth:`save` wrote, for the catalogue that it was trained on.

        Raises:
            knowledge.matching.MatcherError: The file is missing, damaged, or of another catalogue.
        """
        learned = storage.load(Learned, path)
        if len(learned.with_vector.weights) != len(COLUMNS) or not _fits(learned, catalogue):
            raise storage.MatcherError([f"模型文件 {path.name} 和事项库对不上，请重新训练"])
        return cls(learned, catalogue)

    def save(self, path: Path) -> None:
        """Write to one file, which appears whole or not at all."""
        storage.save(self.learned, path)

    def knows(self, question: str) -> bool:
        """Whether this is a question of the catalogue."""
        return question in self._questions

    def read(
        self,
        text: str,
        question: str,
        options: Sequence[Offered] | None = None,
        vector: Floats | None = None,
    ) -> OptionReading:
        """What a reply means to a question.

        Args:
            text: Normalised reply.
            question: Its id in the catalogue; of one that is not there only the rules are asked.
            options: As offered, in the order shown; all of the question where they are not given.
            vector: The encoder's vector of the text; less is known without.
        """
        known = self._questions.get(question)
        if known is None:
            return read_by_rule(text, options or ())
        seen = None if vector is None or known.vectors is None else known.vectors.seen(vector)
        model = self.learned.without_vector if seen is None else self.learned.with_vector
        return read_known(text, known, model, seen, options)


def _vectors(learned: Learned) -> Vectors | None:
    if not learned.encoder:
        return None
    return Vectors({text: place for place, text in enumerate(learned.texts)}, learned.vectors, learned.middle)


def _fits(learned: Learned, catalogue: Catalogue) -> bool:
    return not learned.encoder or set(texts_of(catalogue)) <= set(learned.texts)
