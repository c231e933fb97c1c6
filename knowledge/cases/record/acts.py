"""What each act on a case records (its payload), one class an act; the api takes them as request bodies.

Fields that an act cannot do without are checked in :mod:`knowledge.cases.procedure.preconditions`, so that several faults are said together.
Officers are named by account; nothing here holds personal data of applicants.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from pydantic import Field

from knowledge.base.frozen import Frozen
from knowledge.cases.record.terms import Terms

LONGEST = 2000
"""Characters of a reason or opinion; GB/T 39046 table 7 exchanges the first 1,000."""


class Outcome(StrEnum):
    """准予 or 不予."""

    GRANT = "grant"
    DENY = "deny"


class RefusalGround(StrEnum):
    """行政许可法 art. 32 (1) (2), art. 78: nothing else is a ground for refusing to accept."""

    NOT_NEEDED = "not_needed"
    OTHER_BODY = "other_body"
    FALSE_PAPERS = "false_papers"


class SpecialKind(StrEnum):
    """特别程序, 行政许可法 art. 45, in the order of the article."""

    HEARING = "hearing"
    TENDER = "tender"
    AUCTION = "auction"
    INSPECTION = "inspection"
    TESTING = "testing"
    QUARANTINE = "quarantine"
    APPRAISAL = "appraisal"
    EXPERT_REVIEW = "expert_review"


SPECIAL_NAMES: dict[SpecialKind, str] = {
    SpecialKind.HEARING: "听证",
    SpecialKind.TENDER: "招标",
    SpecialKind.AUCTION: "拍卖",
    SpecialKind.INSPECTION: "检验",
    SpecialKind.TESTING: "检测",
    SpecialKind.QUARANTINE: "检疫",
    SpecialKind.APPRAISAL: "鉴定",
    SpecialKind.EXPERT_REVIEW: "专家评审",
}


class ExaminationKind(StrEnum):
    """现场勘验 or 专家论证 within the procedure."""

    ON_SITE = "on_site"
    EXPERT = "expert"


EXAMINATION_NAMES = {ExaminationKind.ON_SITE: "现场勘验", ExaminationKind.EXPERT: "专家论证"}


class ReturnGround(StrEnum):
    """退件: papers not corrected by the day on the correction notice, or the same matter handed in twice."""

    NOT_CORRECTED = "not_corrected"
    DUPLICATE = "duplicate"


class TerminationGround(StrEnum):
    """终止: after acceptance, where there is nothing left to decide."""

    APPLICANT_GONE = "applicant_gone"
    OBJECT_GONE = "object_gone"
    LAW_CHANGED = "law_changed"
    OTHER_LAW = "other_law"


class DeliveryWay(StrEnum):
    """窗口领取, 邮寄, or a place that the applicant chose (选地取件)."""

    COUNTER = "counter"
    POST = "post"
    PLACE = "place"


class Submit(Frozen):
    """提交. ``terms`` is what was in force for the case on that day; without it the case has no clock of its own."""

    terms: Terms | None = None
    window: str = ""
    department: str = ""
    rule: str = ""


class Nothing(Frozen):
    """An act that says everything by being done."""


class CorrectionPoint(Frozen):
    """One thing to correct: the material (or ``form`` for the application form), what is wrong, and why it is asked now."""

    material: str = Field(max_length=120)
    name: str = Field(max_length=200)
    what: str = Field(default="", max_length=LONGEST)
    reason: str = Field(default="", max_length=LONGEST)


class RequestCorrection(Frozen):
    """补正通知: the whole list at once."""

    points: tuple[CorrectionPoint, ...] = Field(default=(), max_length=100)
    correct_by: date | None = None
    document: str = Field(default="", max_length=50)


class Materials(Frozen):
    """What is handed in."""

    materials: tuple[str, ...] = Field(default=(), max_length=200)


class Accept(Frozen):
    """受理通知书."""

    document: str = Field(default="", max_length=30)


class Refuse(Frozen):
    """不予受理: ``authority`` is the body to which the applicant is sent."""

    ground: RefusalGround
    reason: str = Field(default="", max_length=LONGEST)
    authority: str = Field(default="", max_length=200)
    document: str = Field(default="", max_length=50)


class Transfer(Frozen):
    """转办 to another window."""

    to_window: str = Field(default="", max_length=120)
    to_department: str = Field(default="", max_length=120)
    reason: str = Field(default="", max_length=LONGEST)


class StartSpecial(Frozen):
    """``notice`` is the number of the written notice to the applicant, ``expected_days`` the working days it names."""

    kind: SpecialKind
    expected_days: int = Field(default=0, ge=0, le=400)
    reason: str = Field(default="", max_length=LONGEST)
    notice: str = Field(default="", max_length=50)


class EndSpecial(Frozen):
    """``kind`` says which one, where several run."""

    kind: SpecialKind
    result: str = Field(default="", max_length=LONGEST)


class Extend(Frozen):
    """延长审批: ``approval`` is the document by which the head approved it, ``notice`` the one that tells the applicant why."""

    days: int = Field(default=0, ge=0, le=60)
    reason: str = Field(default="", max_length=LONGEST)
    approval: str = Field(default="", max_length=100)
    notice: str = Field(default="", max_length=50)


class SendOut(Frozen):
    """并联审批: tasks to several departments at once, each to answer within ``days`` working days (0: the joint limit)."""

    departments: tuple[str, ...] = Field(default=(), max_length=50)
    days: int = Field(default=0, ge=0, le=60)


class GiveOpinion(Frozen):
    """A department's opinion."""

    department: str = Field(default="", max_length=120)
    agrees: bool
    opinion: str = Field(default="", max_length=LONGEST)


class ArrangeExamination(Frozen):
    """On which day, and which departments go together."""

    kind: ExaminationKind
    on: date
    departments: tuple[str, ...] = Field(default=(), max_length=50)
    reason: str = Field(default="", max_length=LONGEST)


class HoldExamination(Frozen):
    """``officers`` are accounts: two or more for an on-site check."""

    kind: ExaminationKind
    on: date
    officers: tuple[str, ...] = Field(default=(), max_length=50)


class ConcludeExamination(Frozen):
    """The opinion after it."""

    kind: ExaminationKind
    passed: bool
    opinion: str = Field(default="", max_length=LONGEST)


class Review(Frozen):
    """审查意见. ``without_examination`` is why one that the item provides for was not needed."""

    outcome: Outcome
    opinion: str = Field(default="", max_length=LONGEST)
    without_examination: str = Field(default="", max_length=LONGEST)


class Opinion(Frozen):
    """审核意见."""

    opinion: str = Field(default="", max_length=LONGEST)


class Reason(Frozen):
    """Why."""

    reason: str = Field(default="", max_length=LONGEST)


class PassUp(Frozen):
    """逐级上报: to the authority that decides, with the first review's opinion and all papers."""

    authority: str = Field(default="", max_length=200)
    document: str = Field(default="", max_length=50)


class PassBack(Frozen):
    """What the higher authority decided."""

    outcome: Outcome
    document: str = Field(default="", max_length=50)
    opinion: str = Field(default="", max_length=LONGEST)


class Decide(Frozen):
    """决定. ``remedies_told``: a denial says that review and suit are open (art. 38)."""

    outcome: Outcome
    document: str = Field(default="", max_length=50)
    reason: str = Field(default="", max_length=LONGEST)
    remedies_told: bool = False


class Issue(Frozen):
    """The paper that was made: a licence, or the decision in writing."""

    name: str = Field(default="", max_length=200)
    number: str = Field(default="", max_length=50)
    valid_until: date | None = None


class Deliver(Frozen):
    """送达. ``tracking`` of the post, ``place`` that the applicant chose."""

    way: DeliveryWay
    tracking: str = Field(default="", max_length=50)
    place: str = Field(default="", max_length=200)


class Return(Frozen):
    """退件."""

    ground: ReturnGround
    reason: str = Field(default="", max_length=LONGEST)
    duplicate_of: str = Field(default="", max_length=20)


class Terminate(Frozen):
    """终止; ``basis`` is the law that allows it."""

    ground: TerminationGround
    reason: str = Field(default="", max_length=LONGEST)
    basis: str = Field(default="", max_length=200)


class Revoke(Frozen):
    """撤销, art. 69."""

    reason: str = Field(default="", max_length=LONGEST)
    basis: str = Field(default="", max_length=200)


class DeemedAccepted(Frozen):
    """视为受理: accepted from the day on which the papers were received."""

    accepted_on: date
    due: date


class DeemedGranted(Frozen):
    """视为准予: ``clock`` passed without decision."""

    clock: str
    granted_on: date


class Overdue(Frozen):
    """A clock passed; written once for each clock and date."""

    clock: str
    due: date


PAYLOADS: dict[str, type[Frozen]] = {
    "submit": Submit,
    "receive": Nothing,
    "request_correction": RequestCorrection,
    "correct": Materials,
    "put_right": Reason,
    "supplement": Materials,
    "accept": Accept,
    "refuse": Refuse,
    "transfer": Transfer,
    "start_special": StartSpecial,
    "end_special": EndSpecial,
    "extend": Extend,
    "send_out": SendOut,
    "give_opinion": GiveOpinion,
    "arrange_examination": ArrangeExamination,
    "hold_examination": HoldExamination,
    "conclude_examination": ConcludeExamination,
    "review": Review,
    "approve": Opinion,
    "send_back": Reason,
    "pass_up": PassUp,
    "pass_back": PassBack,
    "decide": Decide,
    "issue": Issue,
    "deliver": Deliver,
    "withdraw": Reason,
    "return": Return,
    "terminate": Terminate,
    "revoke": Revoke,
    "urge": Reason,
    "deemed_accepted": DeemedAccepted,
    "deemed_granted": DeemedGranted,
    "overdue": Overdue,
}
"""The payload of every act."""
