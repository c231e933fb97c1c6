"""逐级上报: a higher authority decides (行政许可法 art. 43), and its time is not the centre's."""

from __future__ import annotations

from pydantic import Field

from knowledge.base.frozen import Frozen
from knowledge.cases.acts.attempt import Attempt, Context, Objection, Objections, of_the_case
from knowledge.cases.acts.checks import required
from knowledge.cases.acts.definition import ActDefinition
from knowledge.cases.acts.words import Words
from knowledge.cases.record.act import Act
from knowledge.cases.record.choices import Outcome
from knowledge.cases.record.facts import CaseFacts
from knowledge.cases.record.free_text import FreeText
from knowledge.cases.record.log import LogEntry


class PassUp(Frozen):
    """逐级上报: to the authority that decides, with the first review's opinion and all papers."""

    authority: str = Field(default="", max_length=200, description="报给哪个上级机关")
    document: str = Field(default="", max_length=50, description="上报的文号")


@of_the_case
def _once(facts: CaseFacts, payload: PassUp, attempt: Attempt, context: Context) -> Objections:
    if facts.passed_back is not None:
        yield Objection("already_passed_up", "上级机关已经作出决定，请按它办理。")


def _to_the_right_one(facts: CaseFacts, payload: PassUp, attempt: Attempt, context: Context) -> Objections:
    provided = facts.terms.passed_up_to
    if provided and payload.authority.strip() and payload.authority != provided:
        yield Objection("wrong_authority", f"这个事项应当报{provided}。")


def _passed_up(facts: CaseFacts, entry: LogEntry, payload: PassUp) -> CaseFacts:
    return facts.but(passings=(*facts.passings, (entry.at, None)), resume=facts.state)


PASS_UP = ActDefinition(
    Act.PASS_UP,
    PassUp,
    _passed_up,
    Words(
        "上报上级机关",
        timeline="初审意见和材料已报上级机关",
        message="您的办件已报{authority}决定，材料由我们直接报送，您不用再交。",
        paper="上报记录",
    ),
    (_once, _to_the_right_one, required("authority", "上报哪个机关")),
)


class PassBack(Frozen):
    """What the higher authority decided."""

    outcome: Outcome = Field(description="上级机关的决定：grant 准予、deny 不予")
    document: str = Field(default="", max_length=50, description="上级机关的文号")
    opinion: FreeText = Field(default="", description="上级机关的意见")


def _passed_back(facts: CaseFacts, entry: LogEntry, payload: PassBack) -> CaseFacts:
    passings = tuple((start, end or entry.at) for start, end in facts.passings)
    return facts.but(passings=passings, passed_back=payload.outcome)


PASS_BACK = ActDefinition(
    Act.PASS_BACK,
    PassBack,
    _passed_back,
    Words(
        "上级机关返回",
        timeline="上级机关作出了决定",
        message="上级机关已经作出决定，我们马上办理后续手续。",
        paper="上级机关决定",
    ),
)
