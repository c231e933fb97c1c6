"""What is made once before a release and comes with the product: vectors of everything that is shipped."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from api.published.answer_library import Library
from api.published.catalogue_holder import trained
from api.published.elsewhere_register import shipped_matters
from api.published.matcher_files import Models
from api.published.option_reader import option_reader
from intake import console
from intake.problems import Problem
from knowledge.catalogue.load import load_catalogue
from knowledge.embedding.encoder import own_encoder
from knowledge.embedding.shipped_vectors import shipped_file, write
from knowledge.embedding.storage import KeptVectors


@dataclass(frozen=True)
class _Afresh(Models):
    """Models that are learned without what came with the product before."""

    @property
    def encoder(self) -> KeptVectors | None:
        found = own_encoder()
        return KeptVectors(found, self.folder) if found else None


def make_vectors() -> tuple[Path, int]:
    """Learn everything that is shipped anew, and keep the vectors that it needed; minutes.

    Returns:
        The file, and how many texts are in it.

    Raises:
        Problem: The encoder does not run on this machine.
    """
    catalogue = load_catalogue()
    with TemporaryDirectory() as folder:
        models = _Afresh(Path(folder))
        if models.encoder is None:
            raise Problem("这台机器上没有句向量，算不了。")
        for name, learn in (
            ("事项", trained),
            ("问答", Library.shipped),
            ("回答", option_reader),
            ("别处的事", shipped_matters),
        ):
            with console.step(f"算{name}的句向量"):
                learn(catalogue, models)
        vectors = models.encoder.read()
    file = shipped_file(models.encoder.version)
    write(file, vectors)
    return file, len(vectors)
