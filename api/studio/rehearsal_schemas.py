"""A test conversation and how each of its messages was read, weighed and answered."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from api.platform.schemas import Payload, Text, View

MOST_TURNS = 30
"""Messages of one test: more than a conversation to a case number takes."""


class RehearsalWanted(Payload):
    """A sentence, or a whole conversation, to be tried."""

    turns: list[Annotated[Text, Field(min_length=1)]] = Field(
        min_length=1, max_length=MOST_TURNS, description="依次说的话；只试一句就写一句"
    )


class HeardAs(View):
    """Something that the published knowledge hears in the message."""

    what: str = Field(description="听到的是什么：事项、别处办的事、问答、情形、选项等")
    id: str = Field(description="它的编号；没有编号的为空")
    name: str = Field(description="它的名称或者回答")
    probability: float = Field(description="就是它的把握，0到1")
    because: list[str] = Field(description="凭什么：哪几个字，最像哪一种说法")


class Weighed(View):
    """One reading with what it is worth."""

    kind: str = Field(description="哪一种读法，代号")
    kind_name: str = Field(description="哪一种读法")
    action: str = Field(description="接手的动作，代号")
    action_name: str = Field(description="接手的动作做什么")
    probability: float = Field(description="就是这个意思的把握，0到1，连同正在问的、手上的一起算")
    because: list[str] = Field(description="凭什么")
    gain: float = Field(description="听对了的好处")
    wrong: float = Field(description="听错了的代价")
    worth: float = Field(description="得分：把握×好处−(1−把握)×代价，最高的就是要做的")
    chosen: bool = Field(description="定的是这一种")


class ReplyButton(View):
    """An option of a reply."""

    number: int = Field(description="序号")
    label: str = Field(description="选项")
    note: str = Field(description="括号里的说明；没有的为空")
    says: str = Field(description="选了等于说的话")


class ReplyInShapes(View):
    """A reply as each channel shows it."""

    page: list[str] = Field(description="网页上的几段话，卡片和选项另外显示")
    options: list[ReplyButton] = Field(description="网页上可以点的")
    card: str = Field(description="网页上的卡片是哪一种；没有的为空")
    wechat: list[str] = Field(description="微信里的几条消息")
    text: str = Field(description="纯文字")


class RehearsedTurn(View):
    """One message of a test: how it was read and what was answered."""

    said: str = Field(description="说的话，个人信息已经换成记号")
    taken: list[str] = Field(description="取出了哪几种个人信息")
    language: str = Field(description="用什么话说的")
    chinese: str = Field(description="换成普通话的；本来就是的和说的一样")
    intent: str = Field(description="意图分类听成什么；没有问它的为空")
    confidence: float = Field(description="意图分类的把握，0到1")
    encoder: list[str] = Field(description="问了编码器的几个字；空的就是没有问")
    settled: bool = Field(description="光凭字面已经定了，没有问知识库")
    heard: list[HeardAs] = Field(description="知识库里像的，最像的在前")
    readings: list[Weighed] = Field(description="各种读法，得分高的在前")
    asks_first: bool = Field(description="要做的事错了代价大，先问一句")
    reply: ReplyInShapes = Field(description="会怎么答")
    took_ms: float = Field(description="这一句用了多少毫秒")


class RehearsalResult(View):
    """A whole test."""

    turns: list[RehearsedTurn] = Field(description="依次每一句")
    took_ms: float = Field(description="一共用了多少毫秒")
    version: str = Field(description="用的是哪一版事项库")
