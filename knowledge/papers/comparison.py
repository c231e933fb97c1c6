"""Names and numbers on a paper against what the applicant stated."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from stdnum.cn import uscc

from knowledge.base.text import normalise
from knowledge.papers.finding import Finding
from knowledge.papers.reading import PaperReading, Value
from knowledge.papers.text import compact
from knowledge.papers.wording import finding
from knowledge.privacy.contact_data import problem_with
from knowledge.privacy.kinds import Personal

SURE = 0.85
"""A line recognised with less than this may be misread: what follows from it is doubtful."""

_OWN_NUMBER = {"id_card_front", "driving_licence", "residence_permit"}
"""Kinds that show the identity number of their holder and nobody else's."""

_OWN_NAME = _OWN_NUMBER | {"social_card", "disability_card"}
_ROLES: Mapping[str, str] = {
    "business_licence": "经营者或法定代表人",
    "title_deed": "权利人",
    "vehicle_licence": "所有人",
}


def check_digits(reading: PaperReading) -> Iterator[Finding]:
    """Check digits (GB 11643-1999, GB 32100-2015). A wrong one is a misreading more often than a wrong paper."""
    if "application" not in reading.kinds:
        for value in reading.id_numbers:
            if problem_with(Personal.ID_NUMBER, value.text):
                yield finding("id_number_wrong", value.place)
        for value in reading.credit_codes:
            if not uscc.is_valid(value.text):
                yield finding("credit_code_wrong", value.place)


def differences(reading: PaperReading, stated: Mapping[Personal, str], kind_name: str) -> Iterator[Finding]:
    """What differs from what was stated; nothing that was not stated and nothing that cannot be read is compared.

    Args:
        stated: Kind to tidied value; values are compared and never repeated.
    """
    kinds = set(reading.kinds)
    if kinds & _OWN_NUMBER:
        yield from _id_number(reading, stated.get(Personal.ID_NUMBER))
    if kinds & _OWN_NAME:
        yield from _name(reading.names.get("holder"), stated.get(Personal.NAME))
    if "business_licence" in kinds:
        yield from _credit_code(reading, stated.get(Personal.CREDIT_CODE))
    for kind in kinds & _ROLES.keys():
        yield from _role(reading.names.get("holder"), stated.get(Personal.NAME), kind_name, _ROLES[kind])


def _id_number(reading: PaperReading, stated: str | None) -> Iterator[Finding]:
    right = [value for value in reading.id_numbers if problem_with(Personal.ID_NUMBER, value.text) is None]
    if stated and right and stated not in {value.text for value in right}:
        yield finding("id_number_differs", right[0].place)


def _credit_code(reading: PaperReading, stated: str | None) -> Iterator[Finding]:
    right = [value for value in reading.credit_codes if uscc.is_valid(value.text)]
    if stated and right and stated not in {value.text for value in right}:
        yield finding("credit_code_differs", right[0].place)


def _name(seen: Value | None, stated: str | None) -> Iterator[Finding]:
    if seen is None or not stated or _same(seen.text, stated):
        return
    sure = seen.score >= SURE and not _similar(seen.text, stated)
    yield finding("name_differs" if sure else "name_perhaps_differs", seen.place)


def _role(seen: Value | None, stated: str | None, kind_name: str, role: str) -> Iterator[Finding]:
    if (
        seen
        and stated
        and seen.score >= SURE
        and not _same(seen.text, stated)
        and not _similar(seen.text, stated)
    ):
        yield finding("holder_differs", seen.place, found=kind_name, role=role)


def _same(seen: str, stated: str) -> bool:
    return _bare(seen) == _bare(stated)


def _bare(name: str) -> str:
    """Simplified, because recognition often gives the other form (黃, 黄), and without points."""
    return "".join(character for character in normalise(compact(name)) if character not in "·•.。、")


def _similar(seen: str, stated: str) -> bool:
    """Whether one character too many, too few or different explains the difference: a rare character is easily misread."""
    first, second = _bare(seen), _bare(stated)
    if abs(len(first) - len(second)) > 1:
        return False
    if len(first) == len(second):
        return sum(a != b for a, b in zip(first, second, strict=True)) <= 1 and first[0] == second[0]
    longer, shorter = sorted((first, second), key=len, reverse=True)
    return any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))
