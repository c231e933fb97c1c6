"""Whose data are said: told from the words beside them, else by whom is asked for.

The text is read with tokens in place of the values (我妈叫[姓名]，我叫[姓名]，手机[手机号]): a label counts for everything after it until
another one comes.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import lru_cache

from knowledge.persons.people import people
from knowledge.privacy.kinds import TOKEN, Personal, Taken


class Owner(StrEnum):
    """Whose a value is said to be."""

    SPEAKER = "speaker"
    OTHER = "other"
    """Somebody of whom the speaker speaks: 我妈叫…, 他叫…."""
    APPLICANT = "applicant"
    AGENT = "agent"
    UNSAID = "unsaid"


_BY_TOKEN = {kind.token: kind for kind in reversed(Personal)}
"""The plain kind of each token: the agent's share theirs."""

_APPLICANT = r"申请人|办证人|参保人|领取人|当事人|户主"
_AGENT = r"代办人|经办人|受托人|代理人|监护人|委托代理人|联系人|办事人"
_SPEAKER = r"(?:我|俺|本人)(?:叫|名叫|姓名|的?名字|的?手机|的?电话|的?身份证|的?号码|的)|留我|打我|^我[\[ ]"


def owners(said: str) -> tuple[tuple[Personal, Owner], ...]:
    """The kind of every token of a text, in their order, with whose it is said to be."""
    return tuple(_owned(said))


def _owned(said: str) -> Iterator[tuple[Personal, Owner]]:
    current, start = Owner.UNSAID, 0
    for token in TOKEN.finditer(said):
        current = _label_in(said[start : token.start()]) or current
        start = token.end()
        yield _BY_TOKEN[token[0]], current


def _label_in(words: str) -> Owner | None:
    """The last label among the words before a token."""
    found = [
        (match.end(), owner) for owner, pattern in _labels().items() for match in pattern.finditer(words)
    ]
    return max(found, key=lambda one: one[0])[1] if found else None


@lru_cache(maxsize=1)
def _labels() -> Mapping[Owner, re.Pattern[str]]:
    someone = (
        rf"(?:我|俺)?(?:{people().someone}|他|她|佢|对方)"
        r"(?:的?(?:名字|姓名|大名|手机|电话|身份证)|叫|的|是|名叫|姓名|[:：]|(?=$))"
    )
    return {
        Owner.SPEAKER: re.compile(_SPEAKER),
        Owner.OTHER: re.compile(someone),
        Owner.APPLICANT: re.compile(_APPLICANT),
        Owner.AGENT: re.compile(_AGENT),
    }


def told_apart(said: str, taken: Sequence[Taken]) -> dict[Personal, str]:
    """The values of a sentence by field: where it tells of two people, those of the one who acts go to the agent's fields.

    Args:
        said: The sentence, with tokens.
        taken: What stood in their place, in their order.
    """
    owned = [(one, owner) for one, (_, owner) in zip(taken, owners(said), strict=False)]
    people_told = {owner for _, owner in owned} - {Owner.UNSAID}
    two = len(people_told) > 1
    return {
        (one.kind.of_agent if two and owner in (Owner.SPEAKER, Owner.AGENT) else one.kind): one.value
        for one, owner in owned
    }


def fields(
    values: Mapping[Personal, str], said: str, *, for_another: bool, by_agent: bool, contact: Collection[str]
) -> dict[Personal, str]:
    """The field that each value of a sentence about one person goes to.

    Args:
        values: Kind to value, those of two people in one sentence already told apart.
        said: The sentence, with tokens.
        for_another: The affair is for somebody else than the speaker.
        by_agent: Somebody acts who is not the applicant.
        contact: The fields that are there.
    """
    if not by_agent or any(kind.plain is not kind for kind in values):
        return dict(values)
    whose = dict(reversed(owners(said)))
    return {
        _field(kind, whose.get(kind, Owner.UNSAID), for_another, contact): value
        for kind, value in values.items()
    }


def of_guardian(values: Mapping[Personal, str]) -> dict[Personal, str]:
    """The fields where the applicant is just born and has no number: one that is given is the guardian's, and so is the phone."""
    return {
        kind.of_agent if kind in _NOT_OF_NEWBORN and kind.of_agent not in values else kind: value
        for kind, value in values.items()
    }


_NOT_OF_NEWBORN = (Personal.ID_NUMBER, Personal.PHONE)


def _field(kind: Personal, owner: Owner, for_another: bool, contact: Collection[str]) -> Personal:
    match owner:
        case Owner.AGENT:
            return kind.of_agent
        case Owner.APPLICANT:
            return kind
        case Owner.SPEAKER:
            return kind.of_agent if for_another else kind
        case Owner.OTHER:
            return kind if for_another else kind.of_agent
        case Owner.UNSAID:
            return _asked_for(kind, contact)


def _asked_for(kind: Personal, contact: Collection[str]) -> Personal:
    """An unlabelled value is what is asked for: the applicant's name first, then the agent's; the phone is of whoever acts."""
    if kind is Personal.PHONE:
        return kind.of_agent
    is_next = kind is Personal.NAME and kind in contact and kind.of_agent not in contact
    return kind.of_agent if is_next else kind
