"""What is said and what is denied: 没装空调, 不做冷菜, 没跟他们住一起, 不是没有.

A denial holds from its word on to the end of its clause, or to a word that turns it (而是, 只). Two of them say yes. An alternative
(有没有, 是不是) denies nothing, and neither does a word that only looks like a denial (别人, 差不多, 不动产).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

import yaml

from knowledge.base.frozen import Frozen

_FILE = Path(__file__).with_suffix(".yaml")


class _Words(Frozen):
    denials: tuple[str, ...]
    harmless: tuple[str, ...]
    between: tuple[str, ...]
    unwilling: tuple[str, ...]
    after: tuple[str, ...]
    gone: str


def _any_of(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))


_WORDS = _Words.model_validate(yaml.safe_load(_FILE.read_text(encoding="utf-8")))
_ALTERNATIVE = r"(?P<verb>[\u4e00-\u9fff])(?:不|没)(?P=verb)"
_HARMLESS = "|".join(_WORDS.harmless)
_DENIAL = _any_of(_WORDS.denials)
_TURN = r"而是|但是?|只|就是|才是|其实是?|改成|是|[,，。;；!！?？、\s]"
_STEP = re.compile(
    rf"(?P<alternative>{_ALTERNATIVE})|(?P<harmless>{_HARMLESS})|(?P<denial>{_DENIAL})|(?P<turn>{_TURN})"
)
_BEFORE = re.compile(
    rf"(?:从来|又|并|也|都|还)?(?P<denial>没法|没空|{_DENIAL})(?:{_any_of(_WORDS.between)}){{0,4}}"
)
_FAREST = 16
"""Characters before a word within which its denial stands."""
_UNWILLING = re.compile(rf"[^,，。;；!！?？、\s]{{0,9}}?(?:{_any_of(_WORDS.unwilling)})")
DENIED_AFTER = rf"(?:{'|'.join(_WORDS.after)})(?=$|[,，。;；!！?？、\s])"
"""What denies the words before it, to the end of their clause; an expression."""
_DENIED_AFTER = re.compile(DENIED_AFTER)
_GONE = re.compile(_WORDS.gone)
_NO_DENIAL = re.compile(rf"(?:{_HARMLESS})")
_OPENS = re.compile(
    r"(?:暂时|先|还|目前|现在|都|也|并)?(?:不(?!动产)|没|非|无|否|未|冇|唔|莫[得有]|木[有得])"
)
_ENDS_ASKING = re.compile(r"(?:没有|没|不)$")


def signs(text: str) -> list[int]:
    """For each character 1 where it is said, -1 where it is denied, 0 where it is the denial itself."""
    found = [1] * len(text)
    sign, at = 1, 0
    for step in _STEP.finditer(text):
        found[at : step.start()] = [sign] * (step.start() - at)
        at = step.end()
        if step["turn"]:
            sign = 1
        if step["denial"]:
            sign = -sign
        own = 0 if step["denial"] else 1 if step["turn"] or step["alternative"] else sign
        found[step.start() : at] = [own] * (at - step.start())
    found[at:] = [sign] * (len(text) - at)
    return found


def is_negated(before: str) -> bool:
    """Whether what follows these words of the same clause is said not to be: 不是, 没有, 又不是换, 没得, 冇."""
    harmless = [found.span() for found in _NO_DENIAL.finditer(before)]
    return any(
        not any(start <= found.start("denial") < end for start, end in harmless)
        for at in range(max(0, len(before) - _FAREST), len(before))
        if (found := _BEFORE.fullmatch(before, at)) is not None
    )


def is_denied_after(after: str) -> bool:
    """Whether what stands before these words is denied by them: 名字 in 名字没变, 凉菜 in 凉菜没有; 没有问题 denies nothing."""
    return _DENIED_AFTER.match(after) is not None


def is_only_denied(text: str, words: Iterable[str]) -> bool:
    """Whether the text holds some of these words and denies every one that it holds: 智力没毛病 of 智力, 精神."""
    places = [found.span() for word in words for found in re.finditer(re.escape(word), text)]
    return bool(places) and all(
        is_negated(text[:start]) or is_denied_after(text[end:]) for start, end in places
    )


def is_gone(after: str) -> bool:
    """Whether who is named before these words is no more: 爸妈 in 爸妈都不在了."""
    return _GONE.match(after) is not None


def negates(words: str) -> bool:
    """Whether words are nothing but a denial of what follows: 不用, 不是, 没有我."""
    return _BEFORE.fullmatch(words) is not None


def is_unwilling(after: str) -> bool:
    """Whether who stands before these words does not do it: 厂里 in 厂里不肯申请, 厂里超过30天没报."""
    return _UNWILLING.match(after) is not None


def denial_at(clause: str) -> tuple[int, int] | None:
    """Where the one denial of a clause stands with what belongs to it (没给我办过); None where it has none, or more than one."""
    harmless = [found.span() for found in _NO_DENIAL.finditer(clause)]
    found = [
        one
        for one in _BEFORE.finditer(clause)
        if not any(start <= one.start("denial") < end for start, end in harmless)
        and not re.match(_ALTERNATIVE, clause[max(0, one.start("denial") - 1) :])
    ]
    return found[0].span() if len(found) == 1 else None


def denies(text: str) -> bool:
    """Whether the text denies something and does not take it back in the same clause."""
    said = signs(text)
    if -1 in said:
        return True
    return 0 in said and 1 not in said and sum(bool(step["denial"]) for step in _STEP.finditer(text)) % 2 == 1


def opens_with_denial(label: str) -> bool:
    """Whether a label says no from its first word on: 没有变, 暂时不招, 不满16周岁."""
    return bool(_OPENS.match(label)) and not re.match(_HARMLESS, label)


def sides(values: Sequence[str], labels: Sequence[str]) -> list[int]:
    """Of two options 1 for the one that says yes and -1 for the one that says no; 0 where neither is either."""
    if len(labels) != 2:
        return [0] * len(labels)
    no = [opens_with_denial(label) for label in labels]
    if no[0] != no[1]:
        return [-1 if denied else 1 for denied in no]
    if set(values) == {"yes", "no"}:
        return [1 if value == "yes" else -1 for value in values]
    return [0, 0]


def without_asking(question: str) -> str:
    """A question's text as a plain statement: 有没有集中空调 says 有集中空调, 办过没有 says 办过."""
    plain = re.sub(_ALTERNATIVE, lambda found: found["verb"], question)
    return _ENDS_ASKING.sub("", plain.replace("是否", ""))


_YET_TO_COME = re.compile(
    r"(?:明年|后年|过[几两一]年|再过[^,，。]{0,4}|还差[^,，。]{0,6}|还有[^,，。]{0,4}[年月]才?)[^,，。]{0,8}$"
)


def is_yet_to_come(before: str) -> bool:
    """Whether what follows these words is not so yet: 明年10月 before 满60."""
    return _YET_TO_COME.search(before) is not None


_NO_TROUBLE = re.compile(r"(?<!有)(?:没有?|又没|并没|还没)(?:过期|到期|丢|遗失|损坏|坏|破)(?!的话|吗|没)")


def denies_trouble(text: str) -> bool:
    """Whether a text says that a paper is in order, so that nothing is wanted for it: 我身份证没过期."""
    return _NO_TROUBLE.search(text) is not None
