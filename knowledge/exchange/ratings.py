"""满意度: A.8 runs from 1 非常满意 to 5 非常不满意, the 好差评 system the other way round. Inside it is always A.8."""

from __future__ import annotations

from knowledge.exchange.codes import A8_SATISFACTION, UnknownCode

FIRST_BAD = 4
"""不满意 and worse are 差评: followed up and answered."""

MOST_TIMES = 2
"""assessNumber: a first rating and one more after a bad one was answered."""


def to_good_or_bad(grade: int) -> int:
    """Our grade in the 好差评 scale, where 5 is best.

    Raises:
        UnknownCode: Not a grade.
    """
    _known(grade)
    return 6 - grade


def from_good_or_bad(satisfaction: int) -> int:
    """A 好差评 grade in ours, where 1 is best.

    Raises:
        UnknownCode: Not a grade.
    """
    _known(satisfaction)
    return 6 - satisfaction


def is_bad(grade: int) -> bool:
    """Whether somebody must answer it."""
    _known(grade)
    return grade >= FIRST_BAD


def may_rate(state: str, times: int, last_was_bad: bool, answered: bool) -> str:
    """Why a rating is not taken; empty where it is: once a case, once more after the answer to a bad one."""
    if state not in ("closed", "delivered", "refused", "returned", "terminated"):
        return "办件还没有办完，办完后再评价。"
    if times == 0:
        return ""
    if times < MOST_TIMES and last_was_bad and answered:
        return ""
    return (
        "这个办件已经评价过。"
        if not last_was_bad or times >= MOST_TIMES
        else "您的评价正在处理，答复后可以再评一次。"
    )


def _known(grade: int) -> None:
    if str(grade) not in A8_SATISFACTION.codes:
        raise UnknownCode(A8_SATISFACTION.name, str(grade))
