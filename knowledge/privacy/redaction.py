"""Personal data taken out of a text before anybody else sees it.

Identity numbers, passports, permits, phones, plates, credit codes, bank cards, the last digits of a phone, names and addresses that the
applicant announces as such are cut out and replaced by typed tokens such as ``[手机号]``. The values go to the intake; the dialogue, its log and its
training data hold the tokens only (个人信息保护法 art. 6, 51).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from knowledge.privacy.addresses import addresses
from knowledge.privacy.identity_numbers import find_identity_numbers, find_loose_numbers
from knowledge.privacy.kinds import TOKEN, Personal, Taken
from knowledge.privacy.names import Said, announced_names, bare_names
from knowledge.privacy.numbers import compact, find_numbers, find_tails

__all__ = ["Personal", "Taken", "redact"]


def redact(
    text: str, *, expecting_tail: bool = False, expecting_name: bool = False
) -> tuple[str, tuple[Taken, ...]]:
    """Cut personal data out of a normalised text.

    Args:
        expecting_tail: The dialogue has just asked for the last four digits of a phone: four bare digits are those.
        expecting_name: The dialogue has just asked for a name: a bare name is that.

    Returns:
        The text with tokens, and what was cut out in the order of its tokens. Redacting the text again changes nothing.
    """
    cut = _Cut(text)
    before = None
    while cut.text != before:
        before = cut.text
        _once(cut, expecting_tail, expecting_name)
    return cut.text, cut.taken()


def _once(cut: _Cut, expecting_tail: bool, expecting_name: bool) -> None:
    for pattern, kind_of in (*find_identity_numbers(), *find_numbers(), *find_loose_numbers()):
        cut.numbers(pattern, kind_of)
    for pattern in find_tails(expecting_tail):
        cut.numbers(pattern, lambda _: Personal.PHONE_TAIL)
    cut.said(addresses(cut.text), Personal.ADDRESS)
    cut.said(announced_names(cut.text), Personal.NAME)
    if expecting_name:
        cut.said(bare_names(cut.text), Personal.NAME)


class _Cut:
    """A text out of which values are cut, with the values of each kind in the order of their tokens."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._values: dict[str, list[Taken | None]] = {}
        for token in TOKEN.findall(text):
            self._values.setdefault(token, []).append(None)

    def taken(self) -> tuple[Taken, ...]:
        """What was cut out, in the order of the text."""
        left = {token: iter(values) for token, values in self._values.items()}
        ordered = (next(left[token]) for token in TOKEN.findall(self.text))
        return tuple(one for one in ordered if one is not None)

    def numbers(self, pattern: re.Pattern[str], kind_of: Callable[[str], Personal | None]) -> None:
        """Cut out what a pattern finds and is of a kind."""
        start = 0
        while found := pattern.search(self.text, start):
            groups = {name: value for name, value in found.groupdict().items() if value is not None}
            lead = groups.get("lead") or groups.get("lead2") or ""
            raw = groups.get("v") or groups.get("v2") or found[0]
            kind = kind_of(compact(raw, Personal.ID_NUMBER))
            if kind is None:
                start = found.end()
                continue
            begin = found.start() + len(lead)
            self._replace(begin, found.end(), kind, Taken(kind, compact(raw, kind)))
            start = begin + len(kind.token)

    def said(self, found: Iterable[Said], kind: Personal) -> None:
        """Cut stretches out from the end, so that the places of the others stay; of two that overlap the first found counts."""
        stretches: list[Said] = []
        for one in found:
            if all(one.end <= other.start or other.end <= one.start for other in stretches):
                stretches.append(one)
        for one in sorted(stretches, key=lambda one: -one.start):
            self._replace(one.start, one.end, kind, Taken(kind, one.value) if one.holds else None)

    def _replace(self, start: int, end: int, kind: Personal, value: Taken | None) -> None:
        before = self.text[:start].count(kind.token)
        self._values.setdefault(kind.token, []).insert(before, value)
        self.text = self.text[:start] + kind.token + self.text[end:]
