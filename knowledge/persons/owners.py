"""Whose data are said: told from the words beside them, else by whom is asked for.

The text is read with tokens in place of the values (我妈叫[姓名]，我叫[姓名]，手机[手机号]): a label counts for everything after it until
another one comes.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

import yaml

from knowledge.base.frozen import Frozen
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

_FILE = Path(__file__).with_name("owners.yaml")
_CLAUSE = r"[^,，。;；\[]*"
"""A label counts to the end of its clause: 申请人是药店老板[姓名]."""
_IS_ME = r"(?:就)?是(?:我|俺|本人)(?:自己|本人)?[,，](?:(?:我|俺)?(?:叫|名叫|姓名|名字是?))?"
"""来跑的人是我，我叫[姓名]: the one who comes is the speaker, and what is told of him is the agent's."""


class _Words(Frozen):
    """The file, as regular expressions."""

    applicant: str
    agent: str
    speaker: str


def owners(said: str) -> tuple[tuple[Personal, Owner], ...]:
    """The kind of every token of a text, in their order, with whose it is said to be."""
    return tuple(_owned(said))


def _owned(said: str) -> Iterator[tuple[Personal, Owner]]:
    current, start = Owner.UNSAID, 0
    for token in TOKEN.finditer(said):
        current = _label_in(said[start : token.start()]) or current
        start = token.end()
        after = _said_after(said[start:])
        yield _BY_TOKEN[token[0]], after or current
        current = after or current


def _label_in(words: str) -> Owner | None:
    """The last label among the words before a token; a role that is named counts before whoever else its clause names."""
    found = [
        (match.end(), owner in (Owner.APPLICANT, Owner.AGENT), match.start(), owner)
        for owner, pattern in _labels().items()
        for match in pattern.finditer(words)
    ]
    return max(found, key=lambda one: one[:3])[3] if found else None


def _said_after(words: str) -> Owner | None:
    """Whose a value is by what follows it: [姓名]是我老婆, [身份证号]是她的, [姓名]只是跑腿的."""
    return next((owner for owner, pattern in _labels_after().items() if pattern.match(words)), None)


@lru_cache(maxsize=1)
def _labels_after() -> Mapping[Owner, re.Pattern[str]]:
    words = _words()
    return {
        Owner.AGENT: re.compile(rf"[只就]?是(?:来)?(?:{words.agent}|跑腿|代办)"),
        Owner.APPLICANT: re.compile(rf"[就]?是(?:{words.applicant})"),
        Owner.OTHER: re.compile(rf"是(?:(?:我|俺)的?(?:{people().someone})|他的|她的|佢嘅)"),
    }


@lru_cache(maxsize=1)
def _words() -> _Words:
    return _Words.model_validate(yaml.safe_load(_FILE.read_text(encoding="utf-8")))


@lru_cache(maxsize=1)
def _labels() -> Mapping[Owner, re.Pattern[str]]:
    someone = (
        rf"(?:我|俺)?(?:{people().someone}|他|她|佢|对方)"
        r"(?:的?(?:名字|姓名|大名|手机|电话|身份证)|叫|的|是|名叫|姓名|[:：]|(?=$))"
    )
    words = _words()
    is_agent = rf"(?:{words.agent})(?:{_IS_ME}|{_CLAUSE})|(?:我|俺)[^,，。;；\[]{{0,4}}是[^,，。;；\[]{{0,4}}(?:{words.agent})[,，]?(?:我?叫)?"
    return {
        Owner.SPEAKER: re.compile(words.speaker),
        Owner.OTHER: re.compile(someone),
        Owner.APPLICANT: re.compile(rf"(?:{words.applicant}){_CLAUSE}"),
        Owner.AGENT: re.compile(is_agent),
    }


def told_apart(said: str, taken: Sequence[Taken]) -> dict[Personal, str]:
    """The values of a sentence by field: where it tells of two people, those of the one who acts go to the agent's fields.

    Args:
        said: The sentence, with tokens.
        taken: What stood in their place, in their order.
    """
    owned = [(one, owner) for one, (_, owner) in zip(taken, owners(said), strict=False)]
    people_told = {owner for _, owner in owned} - {Owner.UNSAID}
    acting = _acting(people_told) if len(people_told) > 1 else frozenset()
    return {(one.kind.of_agent if owner in acting else one.kind): one.value for one, owner in owned}


def _acting(people_told: Set[Owner]) -> frozenset[Owner]:
    """Which of two people acts: the one called so; the speaker, where the other is the applicant or of the speaker's family."""
    if Owner.AGENT in people_told and not people_told & {Owner.OTHER, Owner.APPLICANT}:
        return frozenset({Owner.AGENT})
    return frozenset({Owner.SPEAKER, Owner.AGENT})


def fields(
    values: Mapping[Personal, str],
    said: str,
    *,
    for_another: bool,
    by_agent: bool,
    contact: Collection[str],
    for_speaker: bool = False,
) -> dict[Personal, str]:
    """The field that each value of a sentence goes to.

    Args:
        values: Kind to value, those of two people in one sentence already told apart.
        said: The sentence, with tokens.
        for_another: The affair is for somebody else than the speaker.
        by_agent: Somebody acts who is not the applicant.
        contact: The fields that are there.
        for_speaker: The affair is said to be the speaker's own, for whom another acts: 闺女帮我跑.
    """
    if for_speaker and by_agent and _tells_of_speaker_and_other(said):
        return {_other_side(kind): value for kind, value in values.items()}
    if not by_agent or any(kind.is_of_agent for kind in values):
        return dict(values)
    whose = dict(reversed(owners(said)))
    return {
        _field(kind, whose.get(kind, Owner.UNSAID), for_another, contact): value
        for kind, value in values.items()
    }


def _tells_of_speaker_and_other(said: str) -> bool:
    """Whether a sentence tells of the speaker and somebody else, and names no role: 我叫[姓名]，闺女[姓名]."""
    told = {owner for _, owner in owners(said)} - {Owner.UNSAID}
    return told == {Owner.SPEAKER, Owner.OTHER}


def _other_side(kind: Personal) -> Personal:
    """The same of the other person."""
    return kind.of_agent if kind.plain is kind else kind.plain


def of_guardian(values: Mapping[Personal, str]) -> dict[Personal, str]:
    """The fields where the applicant is just born and has no number: one that is given is the guardian's, and so is the phone."""
    return {
        kind.of_agent if kind in _NOT_OF_NEWBORN and kind.of_agent not in values else kind: value
        for kind, value in values.items()
    }


def of_unit(values: Mapping[Personal, str], said: str) -> dict[Personal, str]:
    """The fields where a unit applies: its representative's name where it is called so, else everything of a person is of whoever comes."""
    of_legal = _LEGAL.search(said) is not None
    return {
        Personal.LEGAL_NAME if kind is Personal.NAME and of_legal else kind.of_agent: value
        for kind, value in values.items()
    }


_LEGAL = re.compile(
    r"(?:法定代表人|法人代表|法人|负责人|老板)(?:的?姓名|的?名字)?(?:是|叫|为|:|：| )*\[姓名\]"
)
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
