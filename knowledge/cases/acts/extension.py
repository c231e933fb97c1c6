"""延长期限: once, approved by the head, with its reason told to the applicant (行政许可法 art. 42)."""

from __future__ import annotations

from pydantic import Field

from knowledge.base.centre_time import centre_day
from knowledge.base.dates import day_text
from knowledge.base.frozen import Frozen
from knowledge.calendar.unit import Unit
from knowledge.cases.acts.attempt import Attempt, Context, Objection, Objections, of_the_case
from knowledge.cases.acts.checks import REASON, another_person, only_ahead, required
from knowledge.cases.acts.definition import ActDefinition
from knowledge.cases.acts.words import Words
from knowledge.cases.limits.clocks import clocks_and_gaps, extension_rule, length_text
from knowledge.cases.record.act import Act
from knowledge.cases.record.choices import NamedChoice
from knowledge.cases.record.facts import CaseFacts
from knowledge.cases.record.free_text import FreeText
from knowledge.cases.record.log import LogEntry


class ExtensionUnit(NamedChoice):
    """In what the rule counts by which the limit is extended."""

    WORKING_DAY = "working_day", "个工作日"
    DAY = "day", "日"

    @property
    def counted(self) -> Unit:
        return Unit.WORKING_DAY if self is ExtensionUnit.WORKING_DAY else Unit.DAY


class Extend(Frozen):
    """延长审批: ``approval`` is the document by which the head approved it, ``notice`` the one that tells the applicant why."""

    days: int = Field(default=0, ge=0, le=60, description="延长多少，单位见 unit")
    unit: ExtensionUnit = Field(
        default=ExtensionUnit.WORKING_DAY,
        description="单位：working_day 工作日，事项的规定按自然日的是 day",
    )
    reason: FreeText = Field(default="", description="延长的理由")
    approval: str = Field(default="", max_length=100, description="负责人批准的文号")
    notice: str = Field(default="", max_length=50, description="告知申请人的文号")


@of_the_case
def _once_and_in_time(facts: CaseFacts, payload: Extend, attempt: Attempt, context: Context) -> Objections:
    if facts.extended_by is not None:
        yield Objection("already_extended", "办理期限只能延长一次，这个办件已经延长过。")
        return
    running, gaps = clocks_and_gaps(facts, context.calendar, attempt.at)
    for gap in gaps:
        only_ahead(gap, centre_day(attempt.at))
    legal = next((clock for clock in running if clock.code == "legal"), None)
    if legal is None and gaps:
        return
    if legal is None:
        yield Objection("no_limit", "这个办件没有法定办结时限，不用延长。")
    elif legal.due is not None and centre_day(attempt.at) > legal.due:
        yield Objection("extension_too_late", f"法定期限已在{day_text(legal.due)}届满，不能再延长。")


def _not_too_long(facts: CaseFacts, payload: Extend, attempt: Attempt, context: Context) -> Objections:
    rule = extension_rule(facts)
    if facts.extended_by is not None:
        return
    if rule is None:
        law = facts.terms.legal.rule if facts.terms.legal else ""
        yield Objection(
            "no_extension", f"这件事的办理期限由{law or '专门的规定'}规定，没有写可以延长，不能延长。"
        )
    elif payload.unit.counted is not rule.unit or not 1 <= payload.days <= rule.days:
        yield Objection(
            "extension_too_long", f"可以延长1到{length_text(rule.days, rule.unit)}（{rule.article}）。"
        )


def _extended(facts: CaseFacts, entry: LogEntry, payload: Extend) -> CaseFacts:
    return facts.but(extended_by=payload.days, extended_unit=payload.unit.counted)


EXTEND = ActDefinition(
    Act.EXTEND,
    Extend,
    _extended,
    Words(
        "延长期限",
        timeline="经批准延长办理期限{days}{unit}",
        message="您的办件经批准延长{days}{unit}，只延长这一次。理由：{reason}",
        paper="延长办理期限告知书",
    ),
    (
        another_person,
        _once_and_in_time,
        _not_too_long,
        REASON,
        required("approval", "负责人批准的文号"),
        required("notice", "告知申请人理由的文号"),
    ),
)
