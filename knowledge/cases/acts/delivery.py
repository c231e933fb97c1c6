"""制作结果, 送达."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from knowledge.base.dates import day_text
from knowledge.base.frozen import Frozen
from knowledge.cases.acts.attempt import Attempt, Context, Objection, Objections, of_the_case
from knowledge.cases.acts.checks import required
from knowledge.cases.acts.definition import ActDefinition
from knowledge.cases.acts.words import Words
from knowledge.cases.record.act import Act
from knowledge.cases.record.choices import NamedChoice, Outcome
from knowledge.cases.record.facts import CaseFacts
from knowledge.cases.record.log import LogEntry


class Issue(Frozen):
    """The paper that was made: a licence, or the decision in writing.

    ``certificate`` ties the attached PDF to the log: whoever exchanges the file afterwards is found out.
    """

    name: str = Field(default="", max_length=200, description="证照或决定书的名称")
    number: str = Field(default="", max_length=50, description="证照或决定书的编号")
    valid_from: date | None = Field(default=None, description="有效期从哪一天起；没有写明的不填")
    valid_until: date | None = Field(default=None, description="有效期到哪一天；长期有效的不写")
    certificate: str = Field(
        default="",
        max_length=64,
        description="所附证照文件的 SHA-256；服务按已经传上的文件填写，发来的不算数",
        json_schema_extra={"x-filled": True},
    )


@of_the_case
def _nothing_outstanding(facts: CaseFacts, payload: Issue, attempt: Attempt, context: Context) -> Objections:
    if facts.decision is Outcome.GRANT and facts.later:
        yield Objection(
            "later_outstanding", f"容缺后补的材料还没有补齐：{'、'.join(sorted(facts.later))}。补齐后再出证。"
        )


def _in_order(facts: CaseFacts, payload: Issue, attempt: Attempt, context: Context) -> Objections:
    if payload.valid_from and payload.valid_until and payload.valid_from > payload.valid_until:
        yield Objection("validity_reversed", "有效期的开始晚于结束，请核对这两个日期。")


def _made_known(payload: Issue) -> dict[str, str]:
    number = f"编号{payload.number}。" if payload.number else ""
    validity = validity_text(payload.valid_from, payload.valid_until)
    file = "电子件可以在办件进度里下载。" if payload.certificate else ""
    return {"about": number + (f"有效期{validity}。" if validity else "") + file}


def validity_text(valid_from: date | None, valid_until: date | None) -> str:
    """From when until when, as a sentence says it; empty where neither is known."""
    start = f"{day_text(valid_from)}起" if valid_from else ""
    end = f"至{day_text(valid_until)}" if valid_until else ""
    return start + end


def _issued(facts: CaseFacts, entry: LogEntry, payload: Issue) -> CaseFacts:
    return facts.but(issued_on=entry.day)


ISSUE = ActDefinition(
    Act.ISSUE,
    Issue,
    _issued,
    Words(
        "制作结果",
        timeline="结果已经做好",
        message="您的办理结果已经做好，将在法定期限内送达。{about}",
        paper="办理结果",
    ),
    (_nothing_outstanding, required("name", "证照或者文书的名称"), _in_order),
    _made_known,
)


class DeliveryWay(NamedChoice):
    """窗口领取, 邮寄, or a place that the applicant chose (选地取件)."""

    COUNTER = "counter", "在窗口"
    POST = "post", "邮寄"
    PLACE = "place", "在您选的地点"


class Deliver(Frozen):
    """送达. ``tracking`` of the post, ``place`` that the applicant chose."""

    way: DeliveryWay = Field(
        description="怎么送达：counter 在窗口、post 邮寄、place 申请人选的地点（选地取件）"
    )
    tracking: str = Field(default="", max_length=50, description="邮寄的单号")
    place: str = Field(default="", max_length=200, description="申请人选的取件地点")


def _where_it_went(facts: CaseFacts, payload: Deliver, attempt: Attempt, context: Context) -> Objections:
    if payload.way is DeliveryWay.POST and not payload.tracking.strip():
        yield Objection("tracking_missing", "邮寄送达的，请填写邮件号。")
    if payload.way is DeliveryWay.PLACE and not payload.place.strip():
        yield Objection("place_missing", "请写明在哪个地点送达。")


def _where(payload: Deliver) -> dict[str, str]:
    if payload.way is DeliveryWay.POST:
        return {"where": f"邮件号{payload.tracking}。"}
    return {"where": f"地点：{payload.place}。" if payload.way is DeliveryWay.PLACE else ""}


def _delivered(facts: CaseFacts, entry: LogEntry, payload: Deliver) -> CaseFacts:
    return facts.but(delivered_on=entry.day)


DELIVER = ActDefinition(
    Act.DELIVER,
    Deliver,
    _delivered,
    Words(
        "送达",
        timeline="结果已{way}送达",
        message="您的办理结果已{way}送达。{where}办理到此结束，欢迎评价。",
        paper="送达回证",
    ),
    (_where_it_went,),
    _where,
)
