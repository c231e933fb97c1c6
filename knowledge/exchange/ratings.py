"""满意度: A.8 runs from 1 非常满意 to 5 非常不满意, the 好差评 system the other way round. Inside it is always A.8."""

from __future__ import annotations

from datetime import date

from knowledge.calendar.working_days import WorkCalendar
from knowledge.cases.record.state import CaseState
from knowledge.exchange.codes import A8_SATISFACTION, UnknownCode

FIRST_BAD = 4
"""不满意 and worse are 差评: followed up and answered."""

ANSWER_DAYS = 5
"""Working days in which a bad one is checked and answered. 国办发〔2019〕51号 asks for 第一时间 and sets no number; centres' own rules
commonly set five working days."""

RATED_STATES = (
    CaseState.CLOSED, CaseState.DELIVERED, CaseState.REFUSED, CaseState.RETURNED, CaseState.TERMINATED,
)  # fmt: skip
"""States in which a case can be rated: somebody has done something, and it is over for the applicant."""

GRADES: dict[int, str] = {int(code): name for code, name in A8_SATISFACTION.codes.items()}

REASONS: dict[str, str] = {
    "one_visit": "一次办成",
    "clear": "说得清楚",
    "quick": "办得快",
    "polite": "态度好",
    "not_told_once": "没有一次说清",
    "many_visits": "跑了多趟",
    "late": "超过说好的时间",
    "extra_papers": "要了清单以外的材料",
    "rude": "态度不好",
    "pushed_around": "互相推诿",
    "fees": "收费不清楚",
    "hard_to_use": "网上不好用",
    "other": "其他",
}
"""What a rating is about, as it can be ticked; the first four praise."""

ANSWERED = "您的评价已有答复：{answer}您可以再评一次。"
"""What the applicant is told once a bad one is answered."""

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


def may_rate(state: CaseState, times: int, last_was_bad: bool, answered: bool) -> str:
    """Why a rating is not taken; empty where it is: once a case, once more after the answer to a bad one."""
    if state not in RATED_STATES:
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


def answer_by(rated_on: date, calendar: WorkCalendar) -> date:
    """The day by which a bad rating has its answer.

    Raises:
        CalendarGap: The calendar does not reach so far.
    """
    return calendar.add(rated_on, ANSWER_DAYS)


def reasons_for(grade: int) -> tuple[str, ...]:
    """The reasons that are offered with a grade: praise with a good one, faults with any other."""
    praise = tuple(REASONS)[:4]
    return praise if grade <= 2 else tuple(code for code in REASONS if code not in praise)


def _known(grade: int) -> None:
    if str(grade) not in A8_SATISFACTION.codes:
        raise UnknownCode(A8_SATISFACTION.name, str(grade))
