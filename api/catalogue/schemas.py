"""Items, bundles, departments and search results as clients see them."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from api.platform.schemas import Payload, Text, View
from knowledge.catalogue.item import Fact, Faq, Fee, Limit, Result, Step
from knowledge.guidance.routing import Route
from knowledge.guidance.worked_out import Wanted


class ItemSummary(View):
    """A business item (业务办理项) or a life-cycle bundle (一件事) in a list."""

    id: str = Field(description="事项或一件事的编号")
    name: str = Field(description="名称，例如 食品经营许可（新办）")
    kind: Literal["item", "bundle"] = Field(description="item 业务办理项、bundle 一件事")
    department: str = Field(description="部门名称")
    operation: str = Field(description="新办、变更、补办等；一件事为空")
    scenario: str = Field(description="办这件事的目的，例如 开餐馆；没有就是空的")
    audience: list[str] = Field(description="服务对象，例如 自然人")
    themes: list[str] = Field(
        default_factory=list, description="和生活里的哪几件事有关，例如 买房；没有就是空的"
    )
    origin: str = Field(description="从哪里来的：shipped 随附、imported 导入、staff 工作人员录入")


class ItemList(View):
    """One page of the list."""

    items: list[ItemSummary] = Field(description="这一页的事项")
    total: int = Field(description="一共几个")
    themes: list[str] = Field(default_factory=list, description="生活里的事，按显示的先后")
    offset: int = Field(description="从第几个开始")


class OptionView(View):
    """One answer to a question; 不确定 (``unsure``) is always possible beside these."""

    value: str = Field(description="选项值，回答时给它")
    label: str = Field(description="选项的中文，例如 租赁")
    says: list[str] = Field(default_factory=list, description="人们的其他说法，例如 租的")
    bounds: tuple[float, float] | None = Field(
        default=None, description="数量的范围：大于第一个数，不超过第二个数；不是数量时为空"
    )


class QuestionView(View):
    """A scenario question (情形问题)."""

    id: str = Field(description="情形问题的编号")
    text: str = Field(description="问题的原文，不带问号")
    why: str = Field(description="回答会影响什么")
    help: str = Field(description="不知道的人怎么弄清楚")
    unit: str = Field(description="数量的单位，例如 平方米；不是数量时为空文字")
    several: bool = Field(description="可以选几样；答几样时用加号连起来，例如 representative+place")
    options: list[OptionView] = Field(description="可选的回答；另外总可以答 unsure 不确定")


class ItemMaterial(View):
    """A material as an item may need it."""

    id: str = Field(description="材料编号")
    name: str = Field(description="材料名称")
    basis: list[str] = Field(description="设定依据：法律名称和条号")
    form: str | None = Field(
        description="材料类型：原件、复印件、原件和复印件、原件核对、电子件；来源没有写时为空"
    )
    copies: int | None = Field(description="份数；来源没有写时为空")
    source: str | None = Field(description="来源渠道：申请人自备、政府部门核发、其他；来源没有写时为空")
    necessity: str = Field(description="必要、非必要或容缺后补")
    standard: str = Field(description="受理标准")
    filling: str = Field(description="填报须知")
    issued_by: str = Field(description="出具机构")
    shared_from: str = Field(description="由哪个部门共享数据、免提交")
    blank_form: str = Field(description="空白表格的名称")
    promise_instead: bool = Field(description="可以用书面承诺代替（告知承诺）")
    when: str = Field(description="什么情形下要，中文；人人都要的为空文字")


class ItemShared(View):
    """A paper that the window checks by data sharing (数据共享); it need not be handed in."""

    id: str = Field(description="材料编号")
    name: str = Field(description="材料名称")
    holder: str = Field(description="共享数据的部门")
    basis: list[str] = Field(description="设定依据")
    when: str = Field(description="什么情形下核查，中文；人人都查的为空文字")


class ItemFee(View):
    """A fee of the item, with the circumstances under which it is charged."""

    fee: Fee = Field(description="收费项目")
    when: str = Field(description="什么情形下收，中文；人人都收的为空文字")


class PartView(View):
    """One item of a bundle, and in which circumstances it belongs to it."""

    id: str = Field(description="业务办理项编号")
    name: str = Field(description="名称")
    department: str = Field(description="部门名称")
    when: str = Field(description="什么情形下包括它，中文；总是包括的为空文字")


class ItemDetail(ItemSummary):
    """Everything that the catalogue says of an item or a bundle."""

    main: str = Field(default="", description="主项编号")
    main_name: str = Field(default="", description="主项名称")
    aliases: list[str] = Field(default_factory=list, description="别名，人们的叫法")
    type: str = Field(default="", description="事项类型（GB/T 39046 代码表 A.1），例如 行政许可")
    case_kind: str = Field(default="", description="办件类型（A.6）：即办件、承诺件")
    level: str = Field(default="", description="行使层级，例如 县级")
    task_code: str = Field(default="", description="实施编码")
    bases: list[str] = Field(default_factory=list, description="设定依据")
    conditions: list[str] = Field(default_factory=list, description="受理条件")
    questions: list[QuestionView] = Field(default_factory=list, description="情形问题，按问的先后")
    materials: list[ItemMaterial] = Field(default_factory=list, description="申请材料")
    shared: list[ItemShared] = Field(default_factory=list, description="窗口通过数据共享核查、不用交的材料")
    legal_limit: Limit | None = Field(default=None, description="法定办结时限；来源没有时为空")
    promised_limit: Limit | None = Field(default=None, description="承诺办结时限；没有承诺时为空")
    fees: list[ItemFee] = Field(default_factory=list, description="收费项目")
    free_of_charge: bool | None = Field(default=None, description="不收费；来源没有写时为空")
    steps: list[Step] = Field(default_factory=list, description="办理流程")
    result: Result | None = Field(default=None, description="办理结果；来源没有时为空")
    visits: int | None = Field(default=None, description="到现场次数；来源没有写时为空")
    scope: str = Field(default="", description="通办范围")
    joint_with: list[str] = Field(default_factory=list, description="并联审批一起办的部门")
    inspection: bool = Field(default=False, description="有现场勘验")
    expert_review: bool = Field(default=False, description="有专家论证")
    delegated: bool = Field(default=False, description="下放到乡镇、街道便民服务中心（自然人）")
    passed_up_to: str = Field(default="", description="逐级上报到哪个上级机关决定；本级决定的为空文字")
    silence_is_consent: bool = Field(default=False, description="超时默许")
    prerequisites: list[str] = Field(default_factory=list, description="前置事项的名称")
    intermediaries: list[str] = Field(default_factory=list, description="中介服务")
    by_post: bool | None = Field(default=None, description="支持邮寄；来源没有写时为空")
    by_appointment: bool | None = Field(default=None, description="支持预约；来源没有写时为空")
    online: bool | None = Field(default=None, description="支持网办；来源没有写时为空")
    faqs: list[Faq] = Field(default_factory=list, description="常见问题")
    facts: list[Fact] = Field(
        default_factory=list, description="材料、时限、费用以外大家问的：能领多少、能不能代办、谁要到场等"
    )
    remarks: list[str] = Field(default_factory=list, description="备注")
    consult: str = Field(default="", description="咨询方式")
    supervise: str = Field(default="", description="监督投诉方式")
    place_text: str = Field(default="", description="来源里写的办理地点")
    parts: list[PartView] = Field(default_factory=list, description="一件事包括的事项；单个事项为空")
    route: Route | None = Field(default=None, description="今天去哪个窗口（不看个人情形）")
    absent: list[str] = Field(default=[], description="来源里没有的字段")
    source: str = Field(default="", description="导入的来源；随附的为空文字")


class ItemAsking(Payload):
    """A question about an item or a bundle, personal data already replaced by tokens."""

    text: Text = Field(description="问的话，个人信息已经换成记号")


class SentenceView(View):
    """A sentence of an item, word for word."""

    text: str = Field(description="事项库里的原话")
    place: str = Field(
        description="在哪里写的：condition 条件、material 材料、option 情形怎么选、result 结果、fact 说明、step 流程、fee 收费"
    )
    about: str = Field(description="说的是哪份材料、哪个结果、哪个情形问题；没有的为空")
    says_yes: bool = Field(description="问行不行的，这句话里写着行")
    says_no: bool = Field(default=False, description="问行不行的，说的正是条件里写着不能有的")


class IssuingItem(View):
    """Another item, by which a licence is got that the question names."""

    paper: str = Field(description="话里说的证")
    name: str = Field(description="办这个证的事项")
    department: str = Field(description="部门名称")
    ours: bool = Field(default=True, description="是本中心的事项；否则由别处办")


class WorkedOutView(View):
    """A date that is asked for, worked out by the calendar."""

    wanted: Wanted = Field(description="到哪天为止的是什么：done 机关办好、applied 要申请的人申请")
    start: date = Field(description="从哪天的第二天起算")
    end: date = Field(description="最后一天")
    term: str = Field(description="多久，例如 10个工作日、30日")
    said: bool = Field(description="起算的日子是话里说的；否则拿今天举例")
    passed: bool = Field(description="最后一天已经过了")


class AgeVerdictView(View):
    """What a condition on age says of the age that was told."""

    fits: bool | None = Field(description="够不够；说的岁数两头都沾的为空")
    condition: str = Field(description="条件里的原话")
    counted: str = Field(
        default="",
        description="照出生日期算出来的岁数，比如「到2026年12月24日（星期四）是21周岁」；直接说岁数的为空",
    )


class ItemAnswer(View):
    """What an item answers to a question; empty where nothing is surely meant."""

    answer: Faq | None = Field(description="问的是哪一条常见问题；没有把握时为空")
    sentence: SentenceView | None = Field(
        default=None, description="事项里说到它的那一句：条件、材料的要求、情形怎么选；没有时为空"
    )
    issuing: list[IssuingItem] = Field(default=[], description="话里说到、要由别的事项另外办的许可证")
    age: AgeVerdictView | None = Field(
        default=None, description="问年纪够不够的：照条件够不够；没有问、没有说岁数的为空"
    )
    dates: list[WorkedOutView] = Field(default=[], description="话里问到的日子，照日历算出来的")


class SearchRequest(Payload):
    """A sentence, personal data already replaced by tokens."""

    text: Text = Field(description="要办什么，原话，个人信息已经换成记号")
    limit: int = Field(default=8, ge=1, le=10, description="最多返回几个候选")


class CandidateView(ItemSummary):
    """A candidate with the calibrated probability (0..1) that it is meant."""

    score: float = Field(description="就是它的把握，校准过，0到1")


class SearchResult(View):
    """What the matcher found."""

    decision: Literal["sure", "close", "far", "out_of_scope"] = Field(
        description="sure 确定、close 要再问一句、far 没找到、out_of_scope 不是本中心的事"
    )
    candidates: list[CandidateView] = Field(description="候选事项，把握大的在前")
    distinguishing: str | None = Field(
        description="几个候选差在哪里：operation 操作、applicant 申请人、aspect 方面、object 对象；不用区分时为空"
    )
    operations: list[str] = Field(description="话里说到的操作，例如 补办")
    place: str | None = Field(description="话里说到的乡镇、街道的编号；没有说到时为空")
    cut: bool = Field(default=False, description="话太长，只看了前面一段")


class DepartmentView(View):
    """A department and how many items it has."""

    id: str = Field(description="部门编号")
    name: str = Field(description="部门全称")
    short: str = Field(description="简称")
    says: list[str] = Field(default=[], description="人们的叫法，例如 工商局")
    phone: str = Field(description="电话")
    supervise: str = Field(default="", description="监督电话；没有写时为空文字")
    items: int = Field(description="有几个事项")


class DepartmentList(View):
    """All departments."""

    departments: list[DepartmentView] = Field(description="全部部门")
