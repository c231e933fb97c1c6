"""Answers as clients see them."""

from __future__ import annotations

from pydantic import Field

from api.platform.schemas import Key, Payload, Text, View


class Asking(Payload):
    """A sentence, personal data already replaced by tokens."""

    text: Text = Field(description="问的话，个人信息已经换成记号")
    after: Key | None = Field(default=None, description="刚才答过的问答编号，用来理解「那周末呢」这样的追问")
    window: Key | None = Field(default=None, description="刚才那个回答说的是哪个窗口；说的是中心就不写")


class LibraryAnswer(View):
    """An answer with the centre's own hours, places and phones filled in."""

    id: str = Field(description="问答编号")
    topic: str = Field(description="所属主题，例如 开放时间")
    question: str = Field(description="这条问答的标准问法")
    answer: str = Field(description="答复，本中心的时间、地点、电话已经填好")
    source: list[str] = Field(description="依据：法律名称和条号，或 中心规定")
    owner: str = Field(description="负责更新这条问答的部门")
    in_context: bool = Field(description="是接着刚才那个回答的追问")
    example: bool = Field(description="其中关于本中心的内容是随附的示例")
    score: float = Field(description="确实在问这个的把握，0到1")
    next_questions: list[str] = Field(description="人们接着常问的，每个一种问法")


class AnswerFound(View):
    """The answer; None where no answer is surely meant."""

    answer: LibraryAnswer | None = Field(description="找到的问答；没有把握时为空")
