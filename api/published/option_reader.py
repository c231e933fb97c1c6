"""The reader of free replies for a catalogue: from its file where the same code has trained it before, else trained and filed."""

from __future__ import annotations

import hashlib
import logging
from functools import cache
from pathlib import Path

import knowledge
from api.published.matcher_files import Models, put
from knowledge.catalogue.affair import Catalogue
from knowledge.matching import MatcherError
from knowledge.options.questions import texts_of
from knowledge.options.reader import OptionReader

KIND = "options"

log = logging.getLogger("intake.catalogue")


def option_reader(catalogue: Catalogue, models: Models) -> OptionReader:
    """What reads replies to the questions of a catalogue."""
    path = models.file(KIND, reading_version(catalogue))
    if path.exists():
        try:
            return OptionReader.load(path, catalogue)
        except (MatcherError, ValueError, KeyError, OSError) as error:
            log.warning("option reader unreadable, training anew: %s", type(error).__name__)
    reader = OptionReader.train(catalogue, models.encoder)
    put(reader.save, path, KIND)
    return reader


def reading_version(catalogue: Catalogue) -> str:
    """A version that changes with the words of the questions and with the code that reads them, and with nothing else."""
    told = repr(sorted(texts_of(catalogue))) + _code()
    return hashlib.sha256(told.encode()).hexdigest()[:12]


@cache
def _code() -> str:
    root = Path(knowledge.__file__).parent
    digest = hashlib.sha256()
    for path in sorted((root / "options").rglob("*")):
        if path.suffix in (".py", ".yaml"):
            digest.update(path.read_bytes())
    return digest.hexdigest()
