"""The catalogue's model in the vocabulary of GB/T 39046-2020 and the national 实施清单.

Three levels: main item 主项 -> business item 业务办理项 -> scenario 情形 (the answers to its questions).
Everything here is frozen data; what follows from it is computed in ``guide``, ``notice``, ``routing`` and ``deadline``.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from knowledge.base.basis import Citation
from knowledge.base.frozen import Frozen
from knowledge.calendar.unit import Unit
from knowledge.catalogue.condition import Condition


class ItemType(StrEnum):
    """事项类型, GB/T 39046 code list A.1 (the kinds that are applied for)."""

    LICENCE = "行政许可"
    PAYMENT = "行政给付"
    CONFIRMATION = "行政确认"
    REWARD = "行政奖励"
    RULING = "行政裁决"
    LEVY = "行政征收"
    OTHER_POWER = "其他行政权力"
    SERVICE = "公共服务"


class CaseKind(StrEnum):
    """办件类型, A.6: done on the spot, or within a promised time."""

    ON_THE_SPOT = "即办件"
    PROMISED = "承诺件"


class Audience(StrEnum):
    """服务对象, A.4."""

    NATURAL = "自然人"
    ENTERPRISE = "企业法人"
    INSTITUTION = "事业法人"
    SOCIETY = "社会组织法人"
    AGENCY = "行政机关"
    OTHER = "其他组织"


class Necessity(StrEnum):
    """材料必要性: needed, not needed by law, or may be handed in later (容缺后补)."""

    REQUIRED = "必要"
    OPTIONAL = "非必要"
    LATER = "容缺后补"


class MaterialForm(StrEnum):
    """材料类型: what of the paper is handed in or shown."""

    ORIGINAL = "原件"
    COPY = "复印件"
    ORIGINAL_AND_COPY = "原件和复印件"
    SHOWN = "原件核对"
    ELECTRONIC = "电子件"


class ApplicantIdentity(StrEnum):
    """By what the applicant is identified: a number, or none yet, as a newborn of whom only the name is known; a unit by its credit code."""

    NUMBER = "证件号码"
    NONE_YET = "还没有号码"
    UNIT = "单位"


class CoApplicant(StrEnum):
    """Whether a second person applies beside the first: 夫妻, 共有人."""

    NONE = "没有"
    MAY_BE = "可以有"
    ALWAYS = "一定有"


class Source(StrEnum):
    """来源渠道."""

    APPLICANT = "申请人自备"
    GOVERNMENT = "政府部门核发"
    OTHER = "其他"


class Option(Frozen):
    """One answer to a question.

    Attributes:
        label: As shown, for example 租赁.
        says: Other words by which people say it anywhere in a sentence, for example 租的, 租了个门面.
        replies: Words that mean it only as the reply to this question, for example 我弟 to 由谁办理.
        bounds: For an answer that is a range of a quantity: more than the first, up to and including the second number.
    """

    label: str
    says: tuple[str, ...] = ()
    replies: tuple[str, ...] = ()
    bounds: tuple[float, float] | None = None


def words_of_truth(raw: Any) -> Any:
    """YAML reads a bare yes/no as a truth value; as the value of an option it is the word, as in conditions."""
    if not isinstance(raw, dict):
        return raw
    return {("yes" if key else "no") if isinstance(key, bool) else key: option for key, option in raw.items()}


class Question(Frozen):
    """A scenario question (情形问题).

    Attributes:
        text: The question as asked, without question mark.
        why: What depends on it, in a few words.
        help: What to say to 不知道: how the applicant can find out.
        unit: Of the quantity, where the options are ranges, for example 平方米.
        several: More than one option may hold: 法定代表人和住所都变更.
    """

    text: str
    why: str
    help: str
    options: Annotated[dict[str, Option], BeforeValidator(words_of_truth)] = Field(min_length=2, max_length=8)
    unit: str = ""
    several: bool = False


class Asked(Frozen):
    """A question in an item's order of asking; ``when`` may look only at earlier ones."""

    question: str
    when: Condition | None = None


class Material(Frozen):
    """申请材料: one paper.

    Attributes:
        basis: Why it may be asked for; only imported items may lack it.
        standard: 受理标准, when it is accepted.
        filling: 填报须知, how to fill it in.
        shared_from: The department whose shared data replace it (数据共享免提交); then no item may ask for it, and items name
            it as :class:`SharedPaper`.
        issued_by: 出具机构.
    """

    name: str
    basis: tuple[Citation, ...] = ()
    form: MaterialForm | None = None
    copies: int | None = Field(default=None, ge=0, le=20)
    source: Source | None = None
    necessity: Necessity = Necessity.REQUIRED
    standard: str = ""
    filling: str = ""
    issued_by: str = ""
    shared_from: str = ""
    blank_form: str = ""


class NeededMaterial(Frozen):
    """A material as one item needs it: under ``when``, for the reason ``because``."""

    material: str
    when: Condition | None = None
    because: str = ""
    necessity: Necessity | None = None
    copies: int | None = Field(default=None, ge=0, le=20)
    basis: tuple[Citation, ...] = ()


class SharedPaper(Frozen):
    """A material that the window checks by data sharing (数据共享) under ``when``, so that the applicant need not hand it in.

    Attributes:
        material: Id of a material with :attr:`Material.shared_from`.
    """

    material: str
    when: Condition | None = None


class Limit(Frozen, json_schema_serialization_defaults_required=True):
    """A time limit (办结时限)."""

    days: int = Field(ge=0, le=400, description="多少，单位见 unit")
    unit: Unit = Field(default=Unit.WORKING_DAY, description="时限单位：工作日、自然日、月、小时、分钟")
    basis: tuple[Citation, ...] = Field(default=(), description="依据")
    note: str = Field(default="", description="说明")


class Fee(Frozen, json_schema_serialization_defaults_required=True):
    """收费项目: amount in yuan, or a rule in words."""

    name: str = Field(description="收费项目名称")
    amount: float | None = Field(default=None, ge=0, description="金额，元；按标准算的为空")
    per: str = Field(default="", description="按什么收，例如 每本")
    rule: str = Field(default="", description="收费标准，文字")
    basis: tuple[Citation, ...] = Field(default=(), description="收费依据")
    when: Condition | None = Field(default=None, description="什么情形下收；人人都收的为空")
    relief: str = Field(default="", description="减免")


class Step(Frozen, json_schema_serialization_defaults_required=True):
    """One step of the outer flow (办理流程): who acts, and in how many working days."""

    name: str = Field(description="环节名称，例如 受理")
    who: str = Field(description="办理的人")
    days: float | None = Field(default=None, ge=0, description="几个工作日；没有写时为空")
    what: str = Field(default="", description="做什么")


class Result(Frozen, json_schema_serialization_defaults_required=True):
    """办理结果: the paper that is issued, its validity, and how it reaches the applicant."""

    name: str = Field(description="结果名称，例如 食品经营许可证")
    valid: str = Field(default="", description="有效期")
    delivery: tuple[str, ...] = Field(default=("窗口领取",), description="送达方式，例如 窗口领取、邮寄")


class DecidesAlone(StrEnum):
    """Who may decide on the spot without another one."""

    WINDOW = "受理窗口"
    APPROVER = "审核人员"


class OnSpot(Frozen, json_schema_serialization_defaults_required=True):
    """当场决定: one officer receives, examines and decides at once; without it one reviews and another approves (一审一核)."""

    by: DecidesAlone = Field(description="谁可以一个人决定")
    basis: tuple[Citation, ...] = Field(min_length=1, description="依据")


class Faq(Frozen, json_schema_serialization_defaults_required=True):
    """常见问题: a question that only this item answers, with the words in which people ask it."""

    question: str = Field(description="常见的问题")
    answer: str = Field(description="回答，结论在前")
    says: tuple[str, ...] = Field(default=(), description="人们的问法")
    basis: tuple[Citation, ...] = Field(default=(), description="依据；中心自己的规定为空")


class FactKind(StrEnum):
    """What is known of an item beside its papers, limits and fees."""

    AMOUNT = "金额"
    DURATION = "领取期限"
    VALIDITY = "有效期"
    ONLINE = "网上办"
    POST = "邮寄"
    ELSEWHERE = "异地办"
    AGENT = "代办"
    IN_PERSON = "到场"
    EXAM_PLACE = "体检和拍照"
    BEFORE = "先办"
    AFTER = "办完以后"
    IF_LOST = "丢了"
    WITHOUT = "缺材料"
    CONDITIONS = "能不能办"


class Fact(Frozen, json_schema_serialization_defaults_required=True):
    """One thing that people ask of an item and that its papers, limits and fees do not tell."""

    about: FactKind = Field(description="说的是哪一方面")
    text: str = Field(min_length=1, description="一两句话，结论在前，最后是下一步")
    basis: tuple[Citation, ...] = Field(default=(), description="依据；中心自己的规定为空")


class BusinessItem(Frozen):
    """业务办理项: what is really applied for, for example 食品经营许可(新办).

    Attributes:
        id: ``main.operation``, stable.
        operation: 新办 变更 延续 补办 换领 注销 备案 ... : the decisive word.
        scenario: Words in which the applicant's purpose is described back, for example 开餐馆.
        joint_with: Departments that examine together with the lead (并联审批).
        inspection: 现场勘验 within the procedure.
        expert_review: 专家论证 within the procedure.
        extension: By how much its own rules let the legal limit be extended, once; art. 42 says it only where the limit is that of art. 42.
        renew_before: Of a renewal, how long ahead of the licence's expiry it is applied for where another rule than art. 50 sets it.
        delegated: To the township centres for natural persons (下放便民服务中心).
        passed_up_to: The higher authority that decides; received here (逐级上报).
        silence_is_consent: 超时默许.
        on_spot: 当场决定; None where one reviews and another approves (一审一核).
        applicant_identity: By what the applicant is identified; where there is no number yet, a guardian acts and gives his own.
        co_applicant: Whether a second person applies beside the first.
        promise_instead: Materials for which a written promise may stand (告知承诺).
        origin: ``shipped``, ``imported`` or ``staff``.
        absent: Names of fields that the source of an imported item does not have.
    """

    id: str
    main: str
    main_name: str
    name: str
    operation: str
    aliases: tuple[str, ...] = ()
    scenario: str = ""
    type: ItemType
    case_kind: CaseKind
    department: str
    level: str = "县级"
    audience: tuple[Audience, ...]
    task_code: str = ""
    bases: tuple[Citation, ...] = ()
    conditions: tuple[str, ...] = ()
    asks: tuple[Asked, ...] = ()
    materials: tuple[NeededMaterial, ...] = ()
    shared: tuple[SharedPaper, ...] = ()
    legal_limit: Limit | None = None
    promised_limit: Limit | None = None
    extension: Limit | None = None
    renew_before: Limit | None = None
    fees: tuple[Fee, ...] = ()
    free_of_charge: bool | None = None
    steps: tuple[Step, ...] = ()
    result: Result | None = None
    visits: int | None = Field(default=None, ge=0, le=9)
    scope: str = ""
    joint_with: tuple[str, ...] = ()
    inspection: bool = False
    expert_review: bool = False
    delegated: bool = False
    passed_up_to: str = ""
    silence_is_consent: bool = False
    on_spot: OnSpot | None = None
    applicant_identity: ApplicantIdentity = ApplicantIdentity.NUMBER
    co_applicant: CoApplicant = CoApplicant.NONE
    promise_instead: tuple[str, ...] = ()
    prerequisites: tuple[str, ...] = ()
    intermediaries: tuple[str, ...] = ()
    by_post: bool | None = None
    by_appointment: bool | None = None
    online: bool | None = None
    questions: tuple[Faq, ...] = ()
    facts: tuple[Fact, ...] = ()
    remarks: tuple[str, ...] = ()
    consult: str = ""
    supervise: str = ""
    place_text: str = ""
    origin: Literal["shipped", "imported", "staff"] = "shipped"
    source: str = ""
    absent: tuple[str, ...] = ()


class BundlePart(Frozen):
    """One item of a bundle; ``when`` leaves it out for applicants who do not need it."""

    item: str
    when: Condition | None = None


class Bundle(Frozen):
    """一件事: several items that one applicant needs for one purpose; shared materials are handed in once."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    scenario: str = ""
    department: str
    bases: tuple[Citation, ...] = ()
    audience: tuple[Audience, ...]
    asks: tuple[Asked, ...] = ()
    parts: tuple[BundlePart, ...] = Field(min_length=2)
    remarks: tuple[str, ...] = ()


class Department(Frozen):
    """实施主体: a department, with the words people use for it.

    Attributes:
        example: Name and phones are the shipped example (示例), not those of a real centre.
    """

    id: str
    name: str
    short: str
    says: tuple[str, ...] = ()
    phone: str = ""
    supervise: str = ""
    example: bool = False
