"""The sentences of ``canned.yaml`` (常用语): what the window may write of a material into its correction list."""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import yaml

from knowledge.base.frozen import Frozen
from knowledge.papers.kinds import Kinds, known_kinds

FILE = Path(__file__).with_name("canned.yaml")


class CannedSource(StrEnum):
    """Why a sentence is offered: what the pre-check found comes first, then the kind of paper, then what fits everything."""

    FINDING = "finding"
    KIND = "kind"
    GENERAL = "general"


@dataclass(frozen=True)
class MaterialWords:
    """What the notice says of a material; what it does not say is empty."""

    name: str
    standard: str = ""
    form: str = ""
    copies: int | None = None

    @property
    def fields(self) -> Mapping[str, str]:
        """Under the names that stand in braces."""
        copies = str(self.copies) if self.copies else ""
        said = {"材料": self.name, "标准": self.standard.rstrip("。"), "形式": self.form, "份数": copies}
        return {name: value for name, value in said.items() if value}


@dataclass(frozen=True)
class CannedSentence:
    """One sentence, filled in."""

    text: str
    source: CannedSource


class CannedSentences(Frozen):
    """All that are shipped; the members are explained at the head of ``canned.yaml``."""

    general: tuple[str, ...]
    kinds: Mapping[str, tuple[str, ...]]
    findings: Mapping[str, tuple[str, ...]]


@functools.cache
def shipped_sentences() -> CannedSentences:
    """The sentences that are shipped."""
    return CannedSentences.model_validate(yaml.safe_load(FILE.read_text(encoding="utf-8")))


def sentences_for(
    material: MaterialWords,
    findings: Collection[str] = (),
    shipped: CannedSentences | None = None,
    kinds: Kinds | None = None,
) -> list[CannedSentence]:
    """What may be written of a material, each sentence once.

    Args:
        findings: Codes of what the pre-check found of it.
    """
    found: dict[str, CannedSentence] = {}
    for template, source in _templates(
        material, findings, shipped or shipped_sentences(), kinds or known_kinds()
    ):
        if fields_of(template) <= material.fields.keys():
            text = filled(template, material.fields)
            found.setdefault(text, CannedSentence(text, source))
    return list(found.values())


_FIELD = re.compile(r"\{(\w+)\}")


def fields_of(template: str) -> set[str]:
    """The names in braces.

    Raises:
        ValueError: A brace encloses no name.
    """
    if re.search(r"[{}]", _FIELD.sub("", template)):
        raise ValueError("a brace without a name")
    return set(_FIELD.findall(template))


def filled(template: str, fields: Mapping[str, str]) -> str:
    """The sentence with its fields filled in."""
    return _FIELD.sub(lambda found: fields[found[1]], template)


def _templates(
    material: MaterialWords, findings: Collection[str], shipped: CannedSentences, kinds: Kinds
) -> Iterator[tuple[str, CannedSource]]:
    for code in findings:
        for template in shipped.findings.get(code, ()):
            yield template, CannedSource.FINDING
    for kind in kinds.asked_for(material.name):
        for template in shipped.kinds.get(kind, ()):
            yield template, CannedSource.KIND
    for template in shipped.general:
        yield template, CannedSource.GENERAL
