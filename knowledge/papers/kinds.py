"""Kinds of paper, as ``kinds.yaml`` describes them, and which kinds a material asks for."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from pathlib import Path

import yaml
from pydantic import Field

from knowledge.base.frozen import Frozen

FILE = Path(__file__).with_name("kinds.yaml")


class Dated(Frozen):
    """A paper that prints when it was issued and is valid for some months from then."""

    labels: tuple[str, ...]
    months: int


class Kind(Frozen):
    """One kind of paper; the members are explained at the head of ``kinds.yaml``."""

    name: str
    titles: tuple[str, ...] = ()
    title_ends: tuple[str, ...] = ()
    labels: tuple[str, ...]
    excluded_by: tuple[str, ...] = Field(default=(), alias="not")
    needs: int = Field(ge=1)
    shows: tuple[tuple[str, ...], ...] = ()
    names: Mapping[str, tuple[str, ...]] = {}
    valid: tuple[str, ...] = ()
    dated: Dated | None = None
    materials: tuple[str, ...]
    unless: tuple[str, ...] = ()
    whole: str = ""


class Kinds(Frozen):
    """All kinds.

    Attributes:
        others: Words in a material's name that say the paper is somebody else's.
    """

    kinds: Mapping[str, Kind]
    others: tuple[str, ...]

    def asked_for(self, material_name: str) -> tuple[str, ...]:
        """The kinds by which a material is met; empty where its name calls for none that is known."""
        return tuple(
            key
            for key, kind in self.kinds.items()
            if any(word in material_name for word in kind.materials)
            and not any(word in material_name for word in kind.unless)
        )

    def is_own(self, material_name: str) -> bool:
        """Whether the paper is the applicant's own, so that it is compared with what the applicant stated."""
        return not any(word in material_name for word in self.others)

    def sides_of(self, kind: str) -> tuple[str, ...]:
        """All sides of the paper that a kind is one side of; only itself where it has but one."""
        whole = self.kinds[kind].whole
        if not whole:
            return (kind,)
        return tuple(key for key, other in self.kinds.items() if other.whole == whole)


@functools.cache
def known_kinds() -> Kinds:
    """The kinds that are shipped."""
    return Kinds.model_validate(yaml.safe_load(FILE.read_text(encoding="utf-8")))
