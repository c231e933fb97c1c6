"""The register of matters that others do, with the means to find one in it."""

from __future__ import annotations

from pathlib import Path

from api.published.matcher_files import filed, version_of
from knowledge.catalogue.affair import Catalogue
from knowledge.elsewhere.finder import MatterFinder, entries, spoken_of_items
from knowledge.elsewhere.load import load_register
from knowledge.elsewhere.matter import Register
from knowledge.matching import Matcher

KIND = "elsewhere"


def shipped_matters(catalogue: Catalogue, models: Path) -> MatterFinder:
    """The matters that come with the product; the means to find them are trained where no file of them is there.

    Raises:
        CatalogueFaults: The files are faulty.
    """
    register = load_register(catalogue)

    def train() -> Matcher:
        return Matcher.train(entries(register), out_of_scope=spoken_of_items(catalogue))

    return MatterFinder(register, filed(models, KIND, trained_version(register), train))


def trained_version(register: Register) -> str:
    """The version of the register's matcher."""
    return version_of(entries(register))
