"""What a release has learned: the matchers and the reader of replies that were trained on what was published with it.

A release is trained on what it has for good. A phrasing of one in five is kept for measuring (``knowledge.studio.measurement``), and one
that has its days comes and goes; both are added to the trained matcher, as is whatever was edited since the release.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from api.published.catalogue_holder import HeldCatalogue, entries
from api.published.matcher_files import Models, put, version_of
from api.published.option_reader import KIND as OPTIONS
from api.published.option_reader import option_reader, reading_version
from api.published.tutor import tutor
from knowledge.answers import finder as answer_finder
from knowledge.answers.answer import AnswerLibrary
from knowledge.catalogue.affair import Catalogue
from knowledge.catalogue.load import load_catalogue
from knowledge.elsewhere import finder as matter_finder
from knowledge.elsewhere.matter import Register
from knowledge.matching import Entry, Matcher
from knowledge.options.reader import OptionReader
from knowledge.studio.edit import EntryKind, LibraryEdits
from knowledge.studio.effect import added, edited_answers, edited_catalogue, edited_register
from knowledge.studio.measurement import without_held_out
from knowledge.studio.more_phrasings import with_phrasings
from knowledge.studio.record import with_records

ITEMS, ANSWERS, MATTERS = "released_items", "released_answers", "released_matters"

Phrasings = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Lesson:
    """One model that a release is to learn.

    Attributes:
        path: Where it is kept once it is learned.
        entries: What a matcher is trained on.
        catalogue: What the reader of replies is trained on; None for a matcher.
    """

    kind: str
    path: Path
    entries: tuple[Entry, ...] = ()
    catalogue: Catalogue | None = None

    @property
    def is_learned(self) -> bool:
        """Whether it is there already."""
        return self.path.exists()

    def learn(self, models: Models) -> None:
        """Train it and put it into its place, whole or not at all."""
        if self.is_learned:
            return
        if self.catalogue is not None:
            option_reader(self.catalogue, models)
            return
        told = tutor if self.kind == ITEMS else None
        put(Matcher.train(self.entries, encoder=models.encoder, tutor=told).save, self.path, self.kind)


class ReleaseModels:
    """Finds what was learned for a release; what is not there is stood in for by what is shipped.

    Args:
        answers, register: As they come with the product.
    """

    def __init__(self, models: Models, answers: AnswerLibrary, register: Register) -> None:
        self._models = models
        self._answers = answers
        self._register = register
        self._loaded: dict[Path, Matcher] = {}

    def lessons(self, catalogue: Catalogue, released: LibraryEdits) -> list[Lesson]:
        """What there is to be learned for a release of these edits, learned already or not."""
        kept = for_good(released)
        if not kept.edits:
            return []
        taught = taught_catalogue(catalogue, kept)
        answers = edited_answers(self._answers, kept, date.min)
        register = edited_register(self._register, kept, date.min)
        found: list[Lesson] = []
        if (offered := entries(taught)) != entries(catalogue):
            found.append(self._matcher(ITEMS, offered))
        if answers is not self._answers:
            found.append(self._matcher(ANSWERS, answer_finder.entries(answers)))
        if register is not self._register or any(one.kind == ITEMS for one in found):
            told = matter_finder.told_from(taught_catalogue(_shipped(), kept))
            found.append(self._matcher(MATTERS, [*matter_finder.entries(register), *told]))
        if reading_version(taught) != reading_version(catalogue):
            path = self._models.file(OPTIONS, reading_version(taught))
            found.append(Lesson(OPTIONS, path, catalogue=taught))
        return found

    def matcher(
        self,
        kind: str,
        shipped: Matcher,
        lessons: Iterable[Lesson],
        said: Phrasings,
        released: LibraryEdits,
    ) -> Matcher:
        """What was learned, with the phrasings that it does not know yet; else what is shipped, with all of them.

        A phrasing that was learned and taken back since makes the learned one useless until the next release.
        """
        lesson = next((one for one in lessons if one.kind == kind and one.is_learned), None)
        known = {pair for own in _KINDS[kind] for pair in added(for_good(released), own, date.min)}
        if lesson is None or not known <= set(said):
            return with_phrasings(shipped, said)
        return with_phrasings(self._load(lesson), [pair for pair in said if pair not in known])

    def options(self, held: HeldCatalogue, lessons: Iterable[Lesson]) -> OptionReader:
        """The reader of replies."""
        lesson = next((one for one in lessons if one.kind == OPTIONS and one.is_learned), None)
        if lesson is None or lesson.catalogue is None:
            return held.options
        return OptionReader.load(lesson.path, lesson.catalogue)

    def _matcher(self, kind: str, offered: Sequence[Entry]) -> Lesson:
        return Lesson(kind, self._models.file(kind, version_of(offered)), tuple(offered))

    def _load(self, lesson: Lesson) -> Matcher:
        """From memory where it was used lately: every edit asks for it again."""
        found = self._loaded.pop(lesson.path, None) or Matcher.load(lesson.path)
        self._loaded = dict([*self._loaded.items(), (lesson.path, found)][-_REMEMBERED:])
        return found


_REMEMBERED = 4
_KINDS: dict[str, tuple[EntryKind, ...]] = {
    ITEMS: (EntryKind.ITEM,),
    ANSWERS: (EntryKind.ANSWER,),
    MATTERS: (EntryKind.ELSEWHERE, EntryKind.ITEM),
}


@cache
def _shipped() -> Catalogue:
    """The items that the matters are told from: a centre's own and imported ones cost them no training."""
    return load_catalogue()


def for_good(released: LibraryEdits) -> LibraryEdits:
    """What a release is trained on."""
    return without_held_out(released.lasting)


def taught_catalogue(catalogue: Catalogue, kept: LibraryEdits) -> Catalogue:
    """The catalogue as a release is trained on it."""
    return edited_catalogue(with_records(catalogue, kept, date.min), kept, date.min)
