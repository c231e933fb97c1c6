"""Personal data taken out of a text before anybody else sees it.

Identity numbers, phones, credit codes, bank cards, the last digits of a phone, names and addresses that the applicant announces as such
are cut out and replaced by typed tokens such as ``[手机号]``. The values go to the intake; the dialogue, its log and its
training data hold the tokens only (个人信息保护法 art. 6, 51).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from knowledge.privacy.kinds import Personal, Taken
from knowledge.privacy.names import Said, addresses, announced_names, bare_names, may_be_a_name
from knowledge.privacy.numbers import compact, find_numbers, find_tails, may_be_a_tail

__all__ = ["Personal", "Taken", "may_be_bare", "redact"]


def redact(
    text: str, *, expecting_tail: bool = False, expecting_name: bool = False
) -> tuple[str, tuple[Taken, ...]]:
    """Cut personal data out of a normalised text.

    Args:
        expecting_tail: The dialogue has just asked for the last four digits of a phone: four bare digits are those.
        expecting_name: The dialogue has just asked for a name: a bare name is that.

    Returns:
        The text with tokens, and what was cut out in the order of the text's kinds. Redacting the text again changes nothing.
    """
    taken: list[Taken] = []
    before = None
    while text != before:
        before = text
        text = _once(text, taken, expecting_tail, expecting_name)
    return text, tuple(taken)


def may_be_bare(text: str) -> bool:
    """Whether the text could be a name or the end of a phone number if the dialogue had just asked for one."""
    return may_be_a_tail(text) or may_be_a_name(text)


def _once(text: str, taken: list[Taken], expecting_tail: bool, expecting_name: bool) -> str:
    for pattern, kind_of in find_numbers():
        text = _cut_numbers(text, pattern, kind_of, taken)
    for pattern in find_tails(expecting_tail):
        text = _cut_numbers(text, pattern, lambda _: Personal.PHONE_TAIL, taken)
    text = _cut_said(text, addresses(text), Personal.ADDRESS, taken)
    text = _cut_said(text, announced_names(text), Personal.NAME, taken)
    return _cut_said(text, bare_names(text), Personal.NAME, taken) if expecting_name else text


def _cut_numbers(
    text: str, pattern: re.Pattern[str], kind_of: Callable[[str], Personal], taken: list[Taken]
) -> str:
    def replace(found: re.Match[str]) -> str:
        groups = {name: value for name, value in found.groupdict().items() if value is not None}
        lead = groups.get("lead") or groups.get("lead2") or ""
        raw = groups.get("v") or groups.get("v2") or found[0]
        kind = kind_of(compact(raw, Personal.ID_NUMBER))
        taken.append(Taken(kind, compact(raw, kind)))
        return f"{lead}{kind.token}"

    return pattern.sub(replace, text)


def _cut_said(text: str, found: Iterable[Said], kind: Personal, taken: list[Taken]) -> str:
    """Cut stretches out from the end, so that the places of the others stay; of two that overlap the first found counts."""
    stretches: list[Said] = []
    for one in found:
        if all(one.end <= other.start or other.end <= one.start for other in stretches):
            stretches.append(one)
    stretches.sort(key=lambda one: one.start)
    taken += [Taken(kind, one.value) for one in stretches]
    for one in reversed(stretches):
        text = text[: one.start] + kind.token + text[one.end :]
    return text
