"""What a sentence may mean, as the dialogue sees it."""

from __future__ import annotations

from pydantic import Field

from api.catalogue.schemas import DepartmentView, SearchResult
from api.elsewhere.schemas import MatterView
from api.library.schemas import LibraryAnswer
from api.platform.schemas import Key, Payload, Text, View


class Hearing(Payload):
    """A sentence, personal data already replaced by tokens, with what is in hand."""

    text: Text = Field(description="办事人说的一句话，个人信息已经换成记号")
    affair: Key | None = Field(default=None, description="手上正在办的事项或一件事的编号")
    question: Key | None = Field(default=None, description="正在等回答的情形问题的编号")
    after: Key | None = Field(default=None, description="刚才答过的问答编号，用来理解追问")
    window: Key | None = Field(default=None, description="刚才那个回答说的是哪个窗口")


class StatedFact(View):
    """A circumstance that the sentence states."""

    question: str = Field(description="情形问题的编号")
    value: str = Field(description="选项")
    label: str = Field(description="选项的说法")


class Understanding(View):
    """Everything that the published knowledge hears in the sentence."""

    search: SearchResult = Field(description="像是要办的事项")
    matter: MatterView | None = Field(description="像是在说的别处办的事；都不像时为空")
    answer: LibraryAnswer | None = Field(description="问答库里的回答；没有把握时为空")
    department: DepartmentView | None = Field(description="整句话说的就是这个部门；不是时为空")
    facts: list[StatedFact] = Field(description="话里说到的手上这件事的情形")
