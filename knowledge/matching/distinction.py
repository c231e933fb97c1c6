"""What a handful of offered entries differ by, so that the one question can be asked well."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.language.lexicon import Lexicon
from knowledge.matching.entry import Entry
from knowledge.matching.evidence.features import plain

APPLICANT_SUBJECTS = frozenset(
    {"个人", "企业", "单位", "个体", "民非", "社团", "基金会", "外国", "港澳台", "学校"}
)
ASPECT_SUBJECTS = frozenset({"负责人", "名称", "地址", "范围", "股权", "信息", "首次", "临时"})


@dataclass(frozen=True, slots=True)
class Traits:
    """What tells an entry from others: its object (as pairs of characters), operations, applicants, changed aspects."""

    object: frozenset[str]
    operations: frozenset[str]
    applicants: frozenset[str]
    aspects: frozenset[str]


def traits(entry: Entry, lexicon: Lexicon) -> Traits:
    """Read the traits of an entry off its fields and its name."""
    name = plain(entry.name)
    operations, subjects, _ = lexicon.find(name)
    return Traits(
        _object(name, lexicon),
        frozenset({entry.operation} if entry.operation else operations),
        frozenset(entry.applicant_kinds) | (APPLICANT_SUBJECTS & set(subjects)),
        ASPECT_SUBJECTS & set(subjects),
    )


def distinguish(offered: Sequence[Traits]) -> str | None:
    """Name what entries differ by: "operation", "applicant", "aspect" or "object"; None for fewer than two.

    Entries that share their object are told apart by the operation, by who applies or by what is changed; if their
    objects differ, that is the question.
    """
    if len(offered) < 2:
        return None
    if not _same([one.object for one in offered]):
        return "object"
    if len({one.operations for one in offered}) > 1:
        return "operation"
    if len({one.applicants for one in offered}) > 1:
        return "applicant"
    if len({one.aspects for one in offered}) > 1:
        return "aspect"
    return "object"


def _object(name: str, lexicon: Lexicon) -> frozenset[str]:
    """Pairs of characters of a name once the words of operation and subject are taken out."""
    name = lexicon.without_operations(name)
    return frozenset(
        name[start : start + 2] for start in range(len(name) - 1) if " " not in name[start : start + 2]
    )


def _same(objects: Sequence[frozenset[str]]) -> bool:
    """Whether every object shares with the first at least half of the pairs of the smaller of the two."""
    first = objects[0]
    return all(len(first & other) >= 0.5 * min(len(first), len(other)) for other in objects[1:])
