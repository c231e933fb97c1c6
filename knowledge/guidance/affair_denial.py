"""The affair in hand, or one of those offered, is denied: 我不是要救助，我是讨工钱.

What a message denies (:mod:`knowledge.language.denial_clauses`) is held against the names and phrasings of the affairs in talk, and against the
words of the question that is open: 不是，是租的 answers, and 不是未成年 does too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from knowledge.catalogue.affair import Catalogue
from knowledge.catalogue.item import Bundle, BusinessItem, Question
from knowledge.language.denial_clauses import Denied, How, denials_in, without

_MOSTLY, _WHOLLY = 0.5, 0.99
"""Share of what is denied that must stand in the words of an affair for the affair to be meant, and in those of a question for an answer."""
_YES = {"是", "有", "要", "会"}
"""A question with one of these options asks whether what its own words say is so."""
_PAPER = re.compile("(?<=.)(?:证件?|执照|本本?|照)$")
"""A paper without a name: 补证 names what is done, not with what."""
_OF_NOBODY = frozenset({"本人", "个人", "自己", "别人", "人", "委托", "代办", "单位", "公司的"})
"""What tells who applies, and never what is applied for."""


@dataclass(frozen=True, slots=True)
class AffairDenial:
    """An affair that a message denies.

    Attributes:
        affairs: Ids of what is denied, and of what goes with it: every operation on a thing that is denied itself.
        rest: What the message says beside.
        because: The words that deny.
        is_outright: The affair itself is denied, by its name or pointed at (不要离婚, 不办这个, 搞岔了), and not a circumstance.
        is_named: Words of it are denied, if only as a circumstance: 没网店.
        may_answer: What is denied stands in the words of the open question too.
        is_of_operation: Only what is to be done with the thing is denied: 不是变更.
    """

    affairs: tuple[str, ...]
    rest: str
    because: tuple[str, ...]
    is_outright: bool
    is_named: bool
    may_answer: bool
    is_of_operation: bool


def affair_denied_in(
    text: str, in_talk: Sequence[str], catalogue: Catalogue, question: Question | None = None
) -> AffairDenial | None:
    """What a normalised message denies of the affairs in talk; None where it denies none of them.

    Args:
        in_talk: The affair in hand, or those offered.
        question: The open question.
    """
    known = [one for key in in_talk if (one := _offer(key, catalogue))]
    found = [denied for denied in denials_in(text) if not _changes_mind(denied, text)]
    about: dict[Denied, list[BusinessItem | Bundle]] = {}
    for denied in found:
        ones = known if not denied.named else [one for one in known if _names(denied.named, one)]
        if ones and not _only_by_the_way(denied):
            about[denied] = ones
        elif denied.how is How.MISHEARD and known:
            about[denied] = known
    if not about:
        return None
    named = [
        denied for denied in about if denied.named and any(_names(denied.named, one) for one in about[denied])
    ]
    of_operation = bool(named) and all(
        _is_operation(denied.named, one) for denied in named for one in about[denied]
    )
    meant = {one.id: one for ones in ([about[denied] for denied in named] or about.values()) for one in ones}
    return AffairDenial(
        tuple(_with_siblings(meant.values(), [one.named for one in named], catalogue)),
        without(text, tuple(about)),
        tuple(text[one.start : one.end] for one in about),
        any(_is_outright(denied, text, ones) for denied, ones in about.items()),
        any(len(denied.named) > 1 for denied in named),
        question is not None and any(_is_of(one.named, question) for one in about),
        of_operation,
    )


def _offer(key: str, catalogue: Catalogue) -> BusinessItem | Bundle | None:
    return catalogue.items.get(key) or catalogue.bundles.get(key)


def _is_outright(denied: Denied, text: str, ones: Sequence[BusinessItem | Bundle]) -> bool:
    """Whether an affair is denied, and no circumstance of it: 搞岔了, 不办这个, 没说要离婚, 不开公司."""
    if denied.how is not How.STATE:
        return True
    is_not_so = bool(denied.named) and "不" in text[denied.start : denied.start + 3]
    return is_not_so and any(_is_the_name_of(one, denied.named) for one in ones)


def _is_the_name_of(one: BusinessItem | Bundle, named: str) -> bool:
    """Whether words are the affair's name, or a phrasing with something of it."""
    done = "".join(_operations(one))
    thing = named.lstrip(done) if len(named.lstrip(done)) > 1 else named
    if max(_share(words, (one.name, one.scenario)) for words in (named, thing)) >= _WHOLLY:
        return True
    return _share(named, one.aliases) >= _WHOLLY and _share(named, (one.name,)) > 0


def _changes_mind(denied: Denied, text: str) -> bool:
    """Whether something was wanted and is not any more: 不注销了，改成歇业."""
    words = text[denied.start : denied.end]
    return denied.how is How.STATE and words.endswith("了") and words[0] == "不" and words[:2] != "不是"


def _only_by_the_way(denied: Denied) -> bool:
    """Whether nothing is named and nothing pointed at where there is no denial without: 不要了, 什么."""
    return denied.how in (How.WISH, How.BY_ASKING) and not (denied.named or denied.points)


def _names(named: str, one: BusinessItem | Bundle) -> bool:
    """Whether words are mostly made of those of an affair's names and phrasings."""
    if named in _OF_NOBODY:
        return False
    done = _PAPER.sub("", named)
    if len(done) == 1:
        return any(done in words for words in (one.scenario, *_operations(one))) or any(
            alias.endswith(f"{done}了") for alias in one.aliases
        )
    return _share(named, (one.name, one.scenario, *one.aliases)) >= _MOSTLY


def _share(named: str, said: Iterable[str]) -> float:
    """Share of the characters that stand in pairs which stand in what is said."""
    if not named:
        return 0.0
    texts = [text for text in said if text]
    covered = [False] * len(named)
    for start in range(len(named) - 1):
        if any(named[start : start + 2] in text for text in texts):
            covered[start] = covered[start + 1] = True
    return sum(covered) / len(named)


def _operations(one: BusinessItem | Bundle) -> tuple[str, ...]:
    return (one.operation,) if isinstance(one, BusinessItem) else ()


def _is_operation(named: str, one: BusinessItem | Bundle) -> bool:
    """Whether words name what is done with a thing, and not the thing."""
    if not isinstance(one, BusinessItem):
        return False
    return one.operation in named and not _share(named.replace(one.operation, ""), (one.main_name,)) > 0


def _is_of(named: str, question: Question) -> bool:
    """Whether words are those of a question's options, or of one that is answered with yes or no."""
    words = [word for option in question.options.values() for word in (option.label, *option.says)]
    if {option.label for option in question.options.values()} & _YES:
        words.append(question.text)
    return len(named) > 1 and _share(named, words) >= _WHOLLY


def _with_siblings(
    meant: Iterable[BusinessItem | Bundle], named: Sequence[str], catalogue: Catalogue
) -> Iterable[str]:
    """What is denied, with all that is done with the same thing where the thing itself is named: 不是要救助."""
    for one in meant:
        yield one.id
        if isinstance(one, BusinessItem) and any(_share(words, (one.main_name,)) > 0 for words in named):
            yield from (
                key for key, other in catalogue.items.items() if other.main == one.main and key != one.id
            )
