"""The question whether something is to be done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from actions.pending.model import AnswerOption
from actions.pending.submission import Act, Confirmation
from actions.reply.wording import say
from actions.turn import Turn

_YES = ("是", "确定", "确认", "对", "好的", "可以", "提交", "没错")
_NO = ("否", "不是", "不", "先不", "算了", "取消", "等等", "别")


def confirm(
    turn: Turn,
    act: Act,
    *,
    number: str = "",
    whose: Mapping[str, str] | None = None,
    papers: Sequence[str] = (),
) -> None:
    """Leave a yes-or-no question open.

    Args:
        number: The case to withdraw.
        whose: Whose appointment is to be cancelled.
        papers: Names of the papers that go with a submission.
    """
    submits = act == "submit"
    yes = AnswerOption(value="yes", label=say("submit_label" if submits else "yes_label"), says=_YES)
    no = AnswerOption(value="no", label=say("not_yet_label" if submits else "no_label"), says=_NO)
    of = whose or {}
    turn.expect(
        Confirmation(
            act=act,
            number=number,
            whose_intake=of.get("intake", ""),
            whose_number=of.get("number", ""),
            options=(yes, no),
            papers=tuple(papers),
        )
    )
