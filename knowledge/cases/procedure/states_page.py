"""``docs/办件状态.md``, written from the tables: states, transitions and limits. A test holds the page to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from knowledge.base.roles import ROLE_NAMES
from knowledge.calendar.unit import Unit
from knowledge.cases.acts.words import fields_of, filled
from knowledge.cases.limits import rules
from knowledge.cases.procedure.transitions import RESUME, TRANSITIONS, Transition
from knowledge.cases.record.state import STATES

HEAD = """# 办件状态

本页由 `knowledge/cases/procedure/transitions.py`（流转表）、`knowledge/cases/acts/`（各个操作的用词）、
`knowledge/cases/record/state.py`（状态）和 `knowledge/cases/limits/rules.py`（期限）生成，不要手改。重新生成：

```sh
uv run python -m knowledge.cases.procedure.states_page > docs/办件状态.md
```
"""

_FIELDS = {
    "points": "（补正内容）", "correct_by": "（补正期限）", "ground": "（理由）", "reason": "（原因）", "authority": "（应去的机关）",
    "kind": "（种类）", "expected_days": "（天数）", "notice": "（文号）", "days": "（天数）", "on": "（日期）", "outcome": "（准予或不予）",
    "remedies": "（救济途径）", "way": "（方式）", "basis": "（依据）", "accepted_on": "（收到材料之日）",
    "about": "（编号、有效期、怎么下载）", "where": "（邮件号或者地点）",
    "unit": "（单位）", "who": "（谁）", "told": "（谁撤回的）",
    "people": "（几）", "interest": "（什么利益）", "rights": "（陈述、申辩、听证的权利）", "whose": "（谁）", "hearing": "（要不要听证）",
}  # fmt: skip
"""How a field of an act is shown in the page."""


def page() -> str:
    """The whole page as Markdown."""
    return "\n".join((HEAD, *_states(), "", *_transitions(), "", *_limits(), ""))


def _states() -> Iterator[str]:
    yield "## 状态\n"
    yield from _table(
        ("代码", "状态", "轮到谁", "接下来"),
        ((f"`{one.code}`", one.label, one.who or "没有人", one.what) for one in STATES.values()),
    )


def _transitions() -> Iterator[str]:
    yield "## 流转\n"
    yield f"「原状态」：特别程序全部结束、上级机关返回以后，回到开始前的状态。共{len(TRANSITIONS)}行。\n"
    yield from _table(
        ("现在的状态", "操作", "代码", "谁可以做", "之后的状态", "进度里写", "告诉申请人"),
        (_transition(one) for one in TRANSITIONS),
    )


def _transition(one: Transition) -> tuple[str, ...]:
    after = "原状态" if one.next == RESUME else STATES[one.next].label
    return (
        STATES[one.state].label if one.state else "（无）",
        one.words.name,
        f"`{one.act}`",
        "、".join(ROLE_NAMES[role] for role in one.roles),
        after,
        _shown(one.words.timeline),
        _shown(one.message) or "（不发通知）",
    )


def _limits() -> Iterator[str]:
    yield "## 期限\n"
    yield "期限以工作日计算，不含法定节假日，调休上班的日子算在内（《行政许可法》第八十二条）。起算当日不计。\n"
    yield from _table(
        ("代码", "什么", "天数", "规定", "出处"),
        ((f"`{one.code}`", one.what, _days(one), one.text, one.article) for one in rules.RULES),
    )


def _days(rule: rules.Rule) -> str:
    if not rule.days:
        return "（按事项）"
    return f"{rule.days}个工作日" if rule.unit is Unit.WORKING_DAY else f"{rule.days}日"


def _shown(template: str) -> str:
    return filled(template, {name: _FIELDS[name] for name in fields_of(template)})


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"


if __name__ == "__main__":
    print(page(), end="")
