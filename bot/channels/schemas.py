"""What the channels take and send, as their clients can rely on it."""

from __future__ import annotations

from pydantic import BaseModel, Field

from actions.reply.parts import ShownReply
from api.platform.schemas import View
from api.talks.schemas import HeardLine, State
from bot.channels.cards import Card
from bot.channels.wire import MESSAGE_ID, MOST_SENDER_CHARACTERS


class RestMessage(BaseModel):
    """A message as a client of Rasa sends it."""

    sender: str = Field(
        min_length=1,
        max_length=MOST_SENDER_CHARACTERS,
        description="对话的名字，由调用的程序起；同一个名字接着上次的说",
    )
    message: str = Field(description="办事人说的话，原样给；超过1,000字的只看前面")


class Button(BaseModel):
    """A quick reply, as Rasa has it."""

    title: str = Field(description="按钮上的字")
    payload: str = Field(description="按下后替办事人说的话")


class BotMessage(BaseModel):
    """One message of the bot with the parts that Rasa has; a part without content is left out."""

    text: str = Field("", description="完整的文字，没有卡片和按钮也看得懂")
    buttons: list[Button] = Field([], description="按钮；没有时不给")
    custom: Card | None = Field(None, description="卡片的内容，kind 是哪一种卡片；没有时不给")


class RestReply(BotMessage):
    """One message of the bot to a client of Rasa."""

    recipient_id: str = Field(description="对话的名字，和 sender 一样")


class ShownMessage(BotMessage):
    """One message of the bot to the page: Rasa's own parts, and what they are made of."""

    reply: ShownReply | None = Field(
        None, description="文字、选项分开的样子，有卡片的界面按它显示；旧版本留下的消息里没有"
    )


class ShownExchange(View):
    """One thing said and its answer."""

    id: str = Field(description="网页给这句话起的编号，重发时不变")
    at: float = Field(description="时间，从1970年起的秒数")
    said: str = Field(description="办事人说的话，其中的个人信息已经换成记号")
    messages: list[ShownMessage] = Field(description="机器人的答复")


class NewConversation(View):
    """A conversation of the page."""

    conversation: str = Field(description="对话的名字，由服务端发，猜不到；以后每次都带着")


class OfConversation(BaseModel):
    """Which conversation is meant."""

    conversation: str = Field(description="对话的名字，从 /chat/conversations 得到")


class PageMessage(OfConversation):
    """A message of the page."""

    id: str = Field(
        pattern=f"^{MESSAGE_ID}$",
        description="网页给这句话起的编号，8到64个字母、数字，每句话一个；重发时不变，只办一次",
    )
    text: str = Field(description="办事人说的话，原样给")


class PageResume(OfConversation):
    """Go on here with what another device began."""

    id: str = Field(pattern=f"^{MESSAGE_ID}$", description="网页给这一次起的编号，重发时不变")
    code: str = Field(description="续办码，例如 K7PM-2XQ9")


class Ticket(BaseModel):
    """A ticket of a link that a follower of the account got."""

    ticket: str = Field(max_length=64, description="微信答复里的链接带的一次性编号，在网址的 # 后面")


class Entered(NewConversation):
    """Whose page it is."""

    channel: str = Field(description="对话在哪个渠道，wechat；读草稿时的名字是「渠道：对话」")


class PageAddress(BaseModel):
    """An address of the page, for WeChat's signature."""

    url: str = Field(max_length=500, description="网页现在的地址，不含 # 和后面的部分")


class PageSignature(View):
    """What the page gives to WeChat's JS-SDK."""

    app_id: str = Field(description="公众号的 AppID")
    timestamp: int = Field(description="签名的时间，从1970年起的秒数")
    nonce: str = Field(description="签名用的随机字符")
    signature: str = Field(description="签名")
    notices: list[str] = Field(description="可以请办事人同意的订阅通知，模板编号；中心没有设的为空")


class ShownHistory(View):
    """What was said so far."""

    exchanges: list[ShownExchange] = Field(description="说过的话和答复，先说的在前，最多200句")


class Resumed(ShownExchange):
    """The answer to a code."""

    carried_over: bool = Field(description="在那台设备上说过的话也带过来了")


class Forgotten(View):
    """What was deleted."""

    forgotten: int = Field(description="删了几句；已经提交的办件不受影响")


class PageTalkQuery(OfConversation):
    """What officers said since a line."""

    after: int = Field(default=0, ge=0, description="上一次看到的最后一句的 id；从头取写 0")


class RestTalkQuery(BaseModel):
    """What officers said since a line, for a client of Rasa."""

    sender: str = Field(
        min_length=1, max_length=MOST_SENDER_CHARACTERS, description="对话的名字，和说话时的一样"
    )
    after: int = Field(default=0, ge=0, description="上一次看到的最后一句的 id；从头取写 0")


class TalkHeard(View):
    """What officers said, and where the talk is."""

    state: State = Field(
        description="none 没有人工对话、waiting 在等工作人员、held 工作人员在说、"
        "missed 没有接上、back 交回了办事助手、idle 好久没说话已经结束、left 办事人不等了；waiting 和 held 时隔几秒来取一次"
    )
    lines: list[HeardLine] = Field(description="after 以后的话，先说的在前，一次最多200句")
    next: int = Field(description="下一次从这里接着取；断线重连也用它，不会少也不会重复")


class Running(View):
    """The channel answers."""

    status: str = Field(description="ok，渠道在运行")
