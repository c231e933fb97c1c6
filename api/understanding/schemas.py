"""What a sentence may mean, as the dialogue sees it."""

from __future__ import annotations

from pydantic import Field

from api.catalogue.schemas import CandidateView, DepartmentView, SearchResult
from api.elsewhere.schemas import MatterView
from api.library.schemas import LibraryAnswer
from api.platform.schemas import Key, Payload, Text, View


class Hearing(Payload):
    """A sentence, personal data already replaced by tokens, with what is in hand."""

    text: Text = Field(description="办事人说的一句话，个人信息已经换成记号")
    affair: Key | None = Field(default=None, description="手上正在办的事项或一件事的编号")
    question: Key | None = Field(default=None, description="正在等回答的情形问题的编号")
    offered: list[Key] = Field(default=[], max_length=200, description="正在让办事人选的事项的编号")
    after: Key | None = Field(default=None, description="刚才答过的问答编号，用来理解追问")
    window: Key | None = Field(default=None, description="刚才那个回答说的是哪个窗口")
    mourning: bool = Field(default=False, description="这次对话里说过家里有人去世")
    denied: list[Key] = Field(
        default=[], max_length=60, description="办事人说过不办的事项的编号：没有说出名称就不再给"
    )


class StatedFact(View):
    """A circumstance that the sentence states."""

    question: str = Field(description="情形问题的编号")
    value: str = Field(description="选项")
    label: str = Field(description="选项的说法")
    certain: bool = Field(description="话里明说的；否则只是听起来像")
    because: str = Field(description="凭哪几个字")


class Narrowed(View):
    """What a sentence leaves of items that stand close."""

    items: list[str] = Field(description="剩下的事项的编号")
    because: list[str] = Field(description="凭哪几个字")


class WishView(View):
    """One of several things that the sentence wants."""

    text: str = Field(description="说这一件的那几个字")
    search: SearchResult = Field(description="像是哪个事项")
    matter: MatterView | None = Field(description="像是别处办的哪件事；不像时为空")


class OptionHeard(View):
    """The option of the open question that the sentence likely means."""

    value: str = Field(description="选项")
    label: str = Field(description="选项的说法")
    probability: float = Field(description="就是它的把握，0到1")
    because: list[str] = Field(default=[], description="凭什么：证据和字眼")


class AskedOfItem(View):
    """A question of its own that an item answers."""

    affair: str = Field(description="问的是哪个事项或一件事，编号")
    question: str = Field(description="这个事项自己的常见问题的问法")


class OtherSubjectView(View):
    """What a question speaks of that the affair in hand does not know."""

    words: list[str] = Field(description="别的事项、别处办的事才这么叫的词")
    named: str = Field(description="像是一个证照、材料或者钱款的名称的几个字；没有的为空")


class VagueChoiceView(View):
    """One thing that is likely wanted."""

    label: str = Field(description="给人看的说法")
    says: str = Field(description="选了就等于说这句话")


class VagueView(View):
    """What to ask back where a sentence says half a wish."""

    question: str = Field(description="反问的话")
    choices: list[VagueChoiceView] = Field(description="可以选的")


class AmongView(View):
    """Items and matters of which a long sentence may mean one."""

    probability: float = Field(description="说的是其中一件的把握，0到1")
    choices: list[VagueChoiceView] = Field(description="可以选的，最像的在前")


class DangerView(View):
    """Somebody may be in danger."""

    kind: str = Field(description="哪一种危险")
    probability: float = Field(description="真的有人在危险里的把握，0到1")


class DenialView(View):
    """The affair in hand, or one of those offered, is said not to be wanted."""

    affairs: list[str] = Field(description="不办的是哪些事项，编号")
    rest: str = Field(description="除了否认还说了什么；没有说别的时为空")
    because: list[str] = Field(description="凭哪几个字")
    outright: bool = Field(description="否认的就是这件事，不是一个情形")
    named: bool = Field(description="说到了这件事的字眼")
    may_answer: bool = Field(description="否认的字眼也是正在等的问题里的")
    states: bool = Field(description="剩下的话说的还是手上这件事的情形")
    still: bool = Field(description="剩下的话听着还是手上这件事")
    instead: str | None = Field(description="剩下的话说的是同一样东西的哪一项；不是时为空")
    turns_to: str | None = Field(description="剩下的话另外要办的事项或别处办的事，编号；听不出来时为空")


class Understanding(View):
    """Everything that the published knowledge hears in the sentence."""

    language: str = Field(default="普通话", description="用什么话写的：普通话、粤语、拼音、英语")
    chinese: str = Field(default="", description="换成普通话的这句话；本来就是的不变")
    english: str = Field(default="", description="写英语的人：最像的事项的英文名称；没有的为空")
    search: SearchResult = Field(description="像是要办的事项")
    matter: MatterView | None = Field(description="像是在说的别处办的事；都不像时为空")
    told: MatterView | None = Field(
        default=None, description="刚才说过的别处办的事，接着问的可能是它；没有说过的为空"
    )
    among: AmongView | None = Field(
        default=None, description="一长段话像几件事、里面有别处办的：请他选；说得清楚或者都不像时为空"
    )
    answer: LibraryAnswer | None = Field(description="问答库里的回答；没有把握时为空")
    department: DepartmentView | None = Field(description="整句话说的就是这个部门；不是时为空")
    department_asked: DepartmentView | None = Field(
        default=None, description="问的是这个部门的电话或者地方；不是时为空"
    )
    window_asked: str = Field(
        default="", description="问的是这个窗口在哪、电话或者开放时间，窗口名称；不是时为空"
    )
    place: str = Field(default="", description="话里说到的乡镇、街道的名称；没有说到时为空")
    facts: list[StatedFact] = Field(description="话里说到的手上这件事的情形")
    option: OptionHeard | None = Field(
        default=None, description="像是在答正在等的问题的哪个选项；都不像时为空"
    )
    narrowed: Narrowed | None = Field(
        default=None, description="几个相近的事项里这句话留下的；没有说到差别时为空"
    )
    asked: AskedOfItem | None = Field(default=None, description="问的是某个事项自己的常见问题；不是时为空")
    beside: OtherSubjectView | None = Field(
        default=None, description="问的话里手上这件事没有的名称；问的就是手上这件事时为空"
    )
    papers_asked: list[str] = Field(
        default=[], description="问的是手上这件事的哪几份材料（是什么、去哪里开、怎么填），材料编号"
    )
    quoted: bool = Field(
        default=False, description="问的事，手上这件事的条件、材料要求或者情形说明里有一句说到"
    )
    wishes: list[WishView] = Field(default=[], description="一句话说了几件事时，每一件；只说一件时为空")
    together: CandidateView | None = Field(default=None, description="几件事能一起办的一件事；没有时为空")
    danger: DangerView | None = Field(
        default=None, description="像是有人在危险里，哪一种、多大把握；不像时为空"
    )
    vague: VagueView | None = Field(default=None, description="话只说了一半时反问什么；说清楚的为空")
    denial: DenialView | None = Field(
        default=None, description="说手上这件事、让选的那几件不是他要办的；不是时为空"
    )
