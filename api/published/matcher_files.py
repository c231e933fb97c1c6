"""Trained matchers on disk: training takes many seconds, reading a trained one a fraction of a second."""

from __future__ import annotations

import hashlib
import logging
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import knowledge
from api.platform.settings import Settings
from knowledge.embedding.encoder import PRETRAINED, SentenceEncoder, encoder_of
from knowledge.embedding.shipped_vectors import shipped_file, shipped_vectors
from knowledge.embedding.storage import KeptVectors, slug
from knowledge.matching import Entry, Matcher, MatcherError

log = logging.getLogger("intake.matchers")

KEPT_MODELS = 3
"""Of a kind; older ones are deleted, two remain for a quick way back."""


@dataclass(frozen=True)
class Models:
    """The folder of what an installation has learned, and the encoder that it learns with.

    Attributes:
        folder: Where trained matchers and vectors are kept.
        setting: See ``api.platform.settings.Settings.encoder``.
    """

    folder: Path
    setting: str = PRETRAINED

    @classmethod
    def of(cls, settings: Settings) -> Models:
        """The models of an installation."""
        return cls(settings.data_dir / "models", settings.encoder)

    @property
    def encoder(self) -> SentenceEncoder | None:
        """The encoder, its vectors kept in the folder; None where there is none.

        Raises:
            EncoderError: The setting names a folder that holds no usable encoder.
        """
        found = encoder_of(self.setting)
        if found is None:
            return None
        return KeptVectors(found, self.folder, partial(shipped_vectors, shipped_file(found.version)))

    def file(self, kind: str, version: str) -> Path:
        """Where the matcher of a kind and version is, once it is trained by this code with this encoder."""
        encoder = encoder_of(self.setting)
        with_encoder = f"-{slug(encoder.version)}" if encoder else ""
        return self.folder / f"{kind}-{version}-{matching_version()}{with_encoder}"


Train = Callable[[SentenceEncoder | None], Matcher]
"""Trains a matcher with an encoder or without one."""


def filed(models: Models, kind: str, version: str, train: Train) -> Matcher:
    """The matcher of a kind and version: from its file where the same code has trained it before, else trained and filed."""
    path = models.file(kind, version)
    if path.exists():
        try:
            return Matcher.load(path)
        except (MatcherError, ValueError, KeyError, OSError) as error:
            log.warning("matcher file unreadable, training anew: %s", type(error).__name__)
    matcher = train(models.encoder)
    put(matcher.save, path, kind)
    return matcher


def version_of(entries: Iterable[Entry]) -> str:
    """A version that changes with what is trained on, and with nothing else: the same in every process."""
    told = [
        (one.id, one.name, one.aliases, one.operation, sorted(one.applicant_kinds), one.department)
        for one in entries
    ]
    return hashlib.sha256(repr(told).encode()).hexdigest()[:12]


def matching_version() -> str:
    """Digest of everything that a trained model depends on beside its entries: the matching code and the lexicon."""
    root = Path(knowledge.__file__).parent
    digest = hashlib.sha256((root / "base" / "text.py").read_bytes())
    for folder in ("matching", "language/lexicon"):
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in (".py", ".yaml", ".txt", ".json", ".tsv"):
                digest.update(path.read_bytes())
    return digest.hexdigest()[:8]


def put(save: Callable[[Path], None], path: Path, kind: str) -> None:
    """Write beside and rename, so that no other process reads half a model; drop the oldest ones of the kind."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    save(beside)
    beside.replace(path)
    models = sorted(path.parent.glob(f"{kind}-*"), key=lambda model: model.stat().st_mtime, reverse=True)
    for old in models[KEPT_MODELS:]:
        old.unlink(missing_ok=True)
