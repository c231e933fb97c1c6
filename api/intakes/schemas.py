"""The intake as clients see and change it."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from api.catalogue.schemas import QuestionView
from api.platform.schemas import Day, FieldProblem, Key, Payload, Text, View
from knowledge.cases.acts.delivery import DeliveryWay
from knowledge.cases.limits.renewal import Renewal
from knowledge.cases.procedure.result_ways import ResultWay
from knowledge.guidance.notice import NoticeContent
from knowledge.guidance.submission_check import Gap
from knowledge.persons.consistency import ContactDoubt
from knowledge.privacy.kinds import Personal

IntakeState = Literal["open", "submitted", "closed"]
MaterialState = Literal["ready", "missing", "later", "promised"]

Conversation = Annotated[str, Field(min_length=1, max_length=200)]
"""The channel's name of the conversation; kept only as a keyed digest."""

Channel = Annotated[str, Field(min_length=1, max_length=40, pattern=r"^[a-z][a-z0-9_-]*$")]
Statements = Annotated[list[Text], Field(max_length=20)]


Part = Literal["preview", "gaps"]
Parts = Annotated[frozenset[Part], Field(description="一起返回的：preview 告知单预览、gaps 还缺什么")]
"""What comes along with an intake, so that a turn of talk need not ask twice."""


class CurrentRequest(Payload):
    """Whose open intake is wanted."""

    channel: Channel = Field(description="渠道的名称，例如 web、wechat、rest")
    conversation: Conversation = Field(description="渠道给这个对话起的名字；库里只存它的摘要")
    including: Parts = frozenset()


class AffairChoice(Payload):
    """What is applied for, and the sentences (redacted) by which it was asked for; ``null`` clears it."""

    affair: Key | None = Field(description="要办的事项或一件事的编号；null 是清除")
    statements: Statements = Field(
        default_factory=list,
        description="申请人是怎么说的（个人信息已经换成记号），从里面能听出的情形直接记下",
    )


class AnswersChange(Payload):
    """New answers."""

    answers: dict[Key, Key | None] = Field(
        default={}, max_length=60, description="情形问题编号到选项值，或 unsure 不确定；null 是收回这个回答"
    )
    text: Text | None = Field(default=None, description="用一句话回答时的原话（个人信息已经换成记号）")
    pending: Key | None = Field(default=None, description="这句话回答的是哪个问题")
    place: Key | None = Field(default=None, description="申请人所在的乡镇、街道的编号")
    forget_place: bool = Field(default=False, description="收回所在的乡镇、街道：到县里的窗口办")
    correcting: bool = Field(default=False, description="这句话可以改掉以前的回答")


class PersonalValues(Payload):
    """Contact data by kind; never logged and encrypted where they are kept."""

    values: dict[Personal, Annotated[str, Field(max_length=200)]] = Field(
        min_length=1,
        description="联系信息：种类到内容，例如 name 姓名、phone 手机号、agent_name 代办人姓名、credit_code 统一社会信用代码；加密保存，不进日志",
    )
    said: Text | None = Field(
        default=None,
        description="说这些信息的那句话，个人信息已经换成记号；从里面听出是谁的，例如「我妈叫[姓名]」",
    )


class ConversationPersonal(PersonalValues):
    """Contact data said in a conversation."""

    channel: Channel = Field(description="渠道的名称，例如 web、wechat、rest")
    conversation: Conversation = Field(description="渠道给这个对话起的名字")


class PersonalOwner(Payload):
    """A sentence that says whose some contact data are."""

    said: Text = Field(
        min_length=1,
        description="说填的信息其实是谁的那句话，个人信息已经换成记号，例如「闺女的身份证不是这个，这个是我的」",
    )


class MaterialsChange(Payload):
    """What the applicant has of the materials."""

    all_ready: bool = Field(
        default=False, description="清单上的材料都备齐了；states 里另外写的以 states 为准"
    )
    states: dict[Key, MaterialState] = Field(
        default={},
        max_length=200,
        description="材料编号到 ready 已备齐、missing 没有、later 后补、promised 用书面承诺代替（告知承诺）",
    )
    including: Parts = frozenset()


class ResultWish(Payload):
    """How the applicant wants the result."""

    way: DeliveryWay = Field(description="counter 到窗口领取、post 邮寄、place 就近取件")
    place: Annotated[str, Field(max_length=120)] = Field(
        default="", description="就近取件的地点，从可以选的里面选"
    )


class LicenceExpiry(Payload):
    """Until when the licence is valid that is to be renewed."""

    until: Day | None = Field(default=None, description="证上写的有效期到哪一天；和 said 都没有，就是收回")
    said: Text | None = Field(
        default=None, description="说日期的那句话，例如「明年3月1号」；听不出日期的等于没有说"
    )


class ResumeRequest(Payload):
    """Take an intake over to another conversation."""

    code: Annotated[str, Field(min_length=1, max_length=40)] = Field(description="续办码，例如 K7PM-2XQ9")
    channel: Channel = Field(description="接着办的渠道的名称")
    conversation: Conversation = Field(description="接着办的对话的名字")


class ResumeCode(View):
    """A one-time code, for example ``K7PM-2XQ9``."""

    code: str = Field(description="续办码，用一次就作废，例如 K7PM-2XQ9")
    expires_at: datetime = Field(description="有效到什么时候")


class AffairView(View):
    """The item or bundle that is applied for."""

    id: str = Field(description="事项或一件事的编号")
    name: str = Field(description="名称")
    kind: Literal["item", "bundle"] = Field(description="item 业务办理项、bundle 一件事")
    scenario: str = Field(description="办这件事的目的，例如 开餐馆；没有就是空的")
    department: str = Field(description="部门名称")
    origin: str = Field(description="从哪里来的：shipped 随附、imported 导入、staff 工作人员录入")
    source: str = Field(description="导入的来源；随附的为空")
    absent: list[str] = Field(description="来源里没有的字段的名称，对话里会直说没有")


class GivenAnswer(View):
    """One answer as shown."""

    question: str = Field(description="情形问题的编号")
    text: str = Field(description="问题的原文")
    value: str = Field(description="选项值，或 unsure 不确定")
    label: str = Field(description="回答的中文，例如 租赁")


class ChangedAnswer(GivenAnswer):
    """An answer that stands in the place of an earlier one."""

    earlier: str = Field(description="以前的回答，例如 自有")


class PlaceView(View):
    """The applicant's township or street."""

    id: str = Field(description="乡镇、街道的编号")
    name: str = Field(description="乡镇、街道的名称")


class NoticeRef(View):
    """The latest notice of the intake."""

    number: str = Field(description="告知单编号，例如 GZ20261123-0007")
    version: int = Field(description="第几版")
    access: str = Field(description="查看告知单的访问名，猜不到")


class IntakeView(View):
    """An intake with everything that the next step of talk needs; no personal data but masked ones."""

    id: str = Field(description="草稿编号，猜不到；知道它就能看和改这份草稿")
    state: IntakeState = Field(description="open 正在填、submitted 已提交、closed 已结束")
    affair: AffairView | None = Field(description="要办的事；还没有选定时为空")
    answers: list[GivenAnswer] = Field(description="已经有的回答")
    next_question: QuestionView | None = Field(description="接下来要问的情形问题；都问清了就为空")
    remaining: int = Field(description="还要问几个问题")
    place: PlaceView | None = Field(description="申请人所在的乡镇、街道；不知道时为空")
    understood: list[GivenAnswer] = Field(default_factory=list, description="这次从话里新听出的回答")
    kept: list[GivenAnswer] = Field(
        default_factory=list, description="这件事先前放下过、这次接着办，当时的回答里还算数的"
    )
    dropped: list[GivenAnswer] = Field(default_factory=list, description="这次以后不再用得上的回答")
    changed: list[ChangedAnswer] = Field(
        default_factory=list, description="这次改掉的回答；回话时要说清改成了什么"
    )
    contact: dict[str, str] = Field(description="联系信息：种类到遮盖后的内容")
    contact_received: list[str] = Field(default_factory=list, description="这次收下的联系信息的种类")
    contact_labels: dict[str, str] = Field(
        description="联系信息的种类到这份草稿里的叫法，例如 name 到「申请人（您母亲）的姓名」"
    )
    contact_problems: list[FieldProblem] = Field(default_factory=list, description="这次给的联系信息哪里不对")
    contact_needed: list[str] = Field(description="提交前还缺的联系信息的种类")
    contact_welcome: list[str] = Field(
        default_factory=list, description="不是一定要、填了窗口少问一遍的联系信息的种类，例如代办人的身份证号"
    )
    contact_doubts: list[ContactDoubt] = Field(
        default_factory=list, description="联系信息之间、和回答之间对不上的；提醒，不妨碍提交"
    )
    materials: dict[str, MaterialState] = Field(
        description="材料编号到 ready 已备齐、missing 没有、later 后补、promised 书面承诺"
    )
    notice: NoticeRef | None = Field(description="最新一版告知单；还没有出时为空")
    notice_outdated: bool = Field(description="出告知单以后，回答或事项库有了变化")
    result_ways: list[ResultWay] = Field(
        default_factory=list, description="结果可以怎么拿；没有要拿的（电子的、打到卡上的）为空"
    )
    result_way: str = Field(
        default="", description="选了怎么拿：counter、post、place；没有选为空，就是到窗口领取"
    )
    result_place: str = Field(default="", description="就近取件选的地点；没有选为空")
    phone_check: Literal["off", "wanted", "done"] = Field(
        default="off",
        description="手机号要不要用短信验证码核实：off 不用、wanted 还没有核实、done 核实了",
    )
    renewal: Renewal | None = Field(
        default=None, description="延续证照的，原来的证到哪一天、今天申请来不来得及；不是延续的为空"
    )
    case_number: str | None = Field(description="提交后的办件编号；没有提交时为空")
    catalogue_version: str = Field(description="事项库的版本")
    statements: list[str] = Field(description="申请人是怎么说的，个人信息已经换成记号")
    preview: NoticeContent | None = Field(
        default=None, description="现在出告知单会是什么样；要求带上（including）而且选定了事项时才有"
    )
    gaps: list[Gap] | None = Field(
        default=None, description="妨碍提交的全部缺项；要求带上（including）而且选定了事项时才有"
    )


class GapList(View):
    """Everything that stops a submission, all at once; empty where it can be submitted."""

    gaps: list[Gap] = Field(description="妨碍提交的全部缺项，一次列全；空的就可以提交")
