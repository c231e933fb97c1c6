"""The answer library that is in force, with the means to find an answer in it."""

from __future__ import annotations

from dataclasses import dataclass

from api.published.matcher_files import Models, filed, version_of
from knowledge.answers.finder import AnswerFinder, entries
from knowledge.answers.load import load_answers
from knowledge.catalogue.affair import Catalogue
from knowledge.matching import Matcher


@dataclass(frozen=True)
class Library:
    """The answers that are in force and the means to find them."""

    finder: AnswerFinder

    @classmethod
    def shipped(cls, catalogue: Catalogue, models: Models) -> Library:
        """The answers that come with the product; the means to find them are trained where no file of them is there.

        Raises:
            CatalogueFaults: The files are faulty.
        """
        answers = load_answers(catalogue)
        offered = entries(answers)
        matcher = filed(
            models, "answers", version_of(offered), lambda encoder: Matcher.train(offered, encoder=encoder)
        )
        return cls(AnswerFinder(answers, matcher))
