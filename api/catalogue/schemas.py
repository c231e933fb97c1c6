"""Items, bundles, departments and search results as clients see them."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from api.platform.schemas import Payload, Text, View
from knowledge.catalogue.item import Faq, Fee, Limit, Result, Step
from knowledge.guidance.routing import Route


class ItemSummary(View):
    """A business item (业务办理项) or a life-cycle bundle (一件事) in a list."""

    id: str
    name: str
    kind: Literal["item", "bundle"]
    department: str = Field(description="部门名称")
    operation: str = Field(description="新办、变更、补办等；一件事为空")
    scenario: str
    audience: list[str] = Field(description="服务对象，例如 自然人")
    origin: str = Field(description="shipped、imported 或 staff")


class ItemList(View):
    """One page of the list."""

    items: list[ItemSummary]
    total: int
    offset: int


class OptionView(View):
    """One answer to a question; 不确定 (``unsure``) is always possible beside these."""

    value: str
    label: str
    says: list[str] = Field(default_factory=list)
    bounds: tuple[float, float] | None = None


class QuestionView(View):
    """A scenario question (情形问题)."""

    id: str
    text: str
    why: str
    help: str
    unit: str
    options: list[OptionView]


class ItemMaterial(View):
    """A material as an item may need it.

    Attributes:
        when: Under which answers it is needed, in words; empty where everybody brings it.
    """

    id: str
    name: str
    basis: list[str]
    form: str | None
    copies: int | None
    source: str | None
    necessity: str
    standard: str
    filling: str
    issued_by: str
    shared_from: str
    blank_form: str
    promise_instead: bool
    when: str


class ItemShared(View):
    """A paper that the window checks by data sharing (数据共享); it need not be handed in.

    Attributes:
        holder: The department that shares the data.
        when: Under which answers, in words; empty where for everybody.
    """

    id: str
    name: str
    holder: str
    basis: list[str]
    when: str


class ItemFee(View):
    """A fee of the item, with the circumstances under which it is charged."""

    fee: Fee
    when: str


class PartView(View):
    """One item of a bundle, and in which circumstances it belongs to it."""

    id: str
    name: str
    department: str
    when: str


class ItemDetail(ItemSummary):
    """Everything that the catalogue says of an item or a bundle."""

    main: str = ""
    main_name: str = ""
    aliases: list[str] = Field(default_factory=list)
    type: str = ""
    case_kind: str = ""
    level: str = ""
    task_code: str = ""
    bases: list[str] = Field(default_factory=list)
    conditions: list[str] = Field(default_factory=list)
    questions: list[QuestionView] = Field(default_factory=list)
    materials: list[ItemMaterial] = Field(default_factory=list)
    shared: list[ItemShared] = Field(default_factory=list)
    legal_limit: Limit | None = None
    promised_limit: Limit | None = None
    fees: list[ItemFee] = Field(default_factory=list)
    free_of_charge: bool | None = None
    steps: list[Step] = Field(default_factory=list)
    result: Result | None = None
    visits: int | None = None
    scope: str = ""
    joint_with: list[str] = Field(default_factory=list)
    inspection: bool = False
    expert_review: bool = False
    delegated: bool = False
    passed_up_to: str = ""
    silence_is_consent: bool = False
    prerequisites: list[str] = Field(default_factory=list)
    intermediaries: list[str] = Field(default_factory=list)
    by_post: bool | None = None
    by_appointment: bool | None = None
    online: bool | None = None
    faqs: list[Faq] = Field(default_factory=list)
    remarks: list[str] = Field(default_factory=list)
    consult: str = ""
    supervise: str = ""
    place_text: str = ""
    parts: list[PartView] = Field(default_factory=list)
    route: Route | None = Field(default=None, description="今天去哪个窗口（不看个人情形）")
    absent: list[str] = Field(default=[], description="来源里没有的字段")
    source: str = ""


class SearchRequest(Payload):
    """A sentence, personal data already replaced by tokens."""

    text: Text
    limit: int = Field(default=8, ge=1, le=10)


class CandidateView(ItemSummary):
    """A candidate with the calibrated probability (0..1) that it is meant."""

    score: float


class SearchResult(View):
    """What the matcher found.

    Attributes:
        decision: Go on alone, ask one question, admit not finding it, or not the centre's business.
        distinguishing: What the offered options differ by (``operation``, ``applicant``, ``aspect``, ``object``).
        operations: Names of the operations that the sentence speaks of.
        place: Id of the township or street that the sentence names.
        cut: Only the beginning of a long text was looked at.
    """

    decision: Literal["sure", "close", "far", "out_of_scope"]
    candidates: list[CandidateView]
    distinguishing: str | None
    operations: list[str]
    place: str | None
    cut: bool = False


class DepartmentView(View):
    """A department and how many items it has."""

    id: str
    name: str
    short: str
    says: list[str] = Field(default=[], description="人们的叫法，例如 工商局")
    phone: str
    items: int


class DepartmentList(View):
    """All departments."""

    departments: list[DepartmentView]
