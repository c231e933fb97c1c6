"""What a handful of offered entries differ by, so that the one question can be asked well."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.lexicon import Lexicon
from knowledge.matching.entry import Entry
from knowledge.matching.features import plain

APPLICANT_SUBJECTS = frozenset({"个人", "企业", "单位", "个体", "民非", "社团", "基金会", "外国", "港澳台", "学校"})
ASPECT_SUBJECTS = frozenset({"负责人", "名称", "地址", "范围", "股权", "信息", "首次", "临时"})


def distinguish(entries: Sequence[Entry], lexicon: Lexicon) -> str | None:
    """Name what the entries differ by: "operation", "applicant", "aspect" or "object"; None for fewer than two.

    Entries that share their object are told apart by the operation, by who applies or by what is changed; if their
    objects differ, that is the question.
    """
    if len(entries) < 2:
        return None
    objects = [_object(entry, lexicon) for entry in entries]
    if not _same(objects):
        return "object"
    if len({_operations(entry, lexicon) for entry in entries}) > 1:
        return "operation"
    kinds = {entry.applicant_kinds for entry in entries}
    if len(kinds) > 1 or len({_subjects(entry, lexicon) & APPLICANT_SUBJECTS for entry in entries}) > 1:
        return "applicant"
    if len({_subjects(entry, lexicon) & ASPECT_SUBJECTS for entry in entries}) > 1:
        return "aspect"
    return "object"


def operations_of(entry: Entry, lexicon: Lexicon) -> frozenset[str]:
    """Operations of an entry: its own field, else those its name speaks of."""
    return _operations(entry, lexicon)


def _operations(entry: Entry, lexicon: Lexicon) -> frozenset[str]:
    if entry.operation:
        return frozenset({entry.operation})
    return frozenset(lexicon.find_operations(plain(entry.name)))


def _subjects(entry: Entry, lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.find_subjects(plain(entry.name)))


def _object(entry: Entry, lexicon: Lexicon) -> frozenset[str]:
    """Pairs of characters of the name once the words of operation and subject are taken out."""
    text = plain(entry.name)
    for term in (*lexicon.operations, *lexicon.subjects):
        for word in sorted(term.patterns, key=len, reverse=True):
            if len(word) > 1:
                text = text.replace(word, " ")
    return frozenset(text[start : start + 2] for start in range(len(text) - 1) if " " not in text[start : start + 2])


def _same(objects: Sequence[frozenset[str]]) -> bool:
    """Whether all objects share at least half of the smaller one's pairs with the first."""
    first = objects[0]
    return all(
        len(first & other) >= 0.5 * max(1, min(len(first), len(other))) or not (first or other) for other in objects[1:]
    )
