"""The register of matters that others do, with the means to find one in it."""

from __future__ import annotations

from api.published.matcher_files import Models, filed, version_of
from knowledge.catalogue.affair import Catalogue
from knowledge.catalogue.load import load_catalogue
from knowledge.elsewhere.finder import MatterFinder, entries, told_from
from knowledge.elsewhere.load import load_register
from knowledge.elsewhere.matter import Register
from knowledge.embedding.encoder import SentenceEncoder
from knowledge.matching import Matcher

KIND = "elsewhere"


def shipped_matters(catalogue: Catalogue, models: Models) -> MatterFinder:
    """The matters that come with the product; the means to find them are trained where no file of them is there.

    They are told from the items that are shipped, so that a centre's own items and imports cost no new training.

    Raises:
        CatalogueFaults: The files are faulty.
    """
    register = load_register(catalogue)

    def train(encoder: SentenceEncoder | None) -> Matcher:
        return Matcher.train([*entries(register), *told_from(load_catalogue())], encoder=encoder)

    return MatterFinder(register, filed(models, KIND, trained_version(register), train))


def trained_version(register: Register) -> str:
    """The version of the register's matcher: of the matters, and of the shipped catalogue that they are told from."""
    return f"{version_of(entries(register))}-{version_of(told_from(load_catalogue()))}"
