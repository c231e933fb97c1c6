"""What is said in one message, as data: blocks of words, the options to choose from, and at most one card.

A reply is complete as plain text, which is rendered from it here and nowhere else; WeChat, the terminal and Rasa's REST contract show
that. A page that has cards and rows for options shows the parts instead: each block says what else shows the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from actions.reply.wording import say


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, json_schema_serialization_defaults_required=True)


class Said(_Part):
    """Words of one or more lines."""

    kind: Literal["said"] = Field("said", description="这一段是要说的话")
    text: str = Field(description="要说的话，可以有几行")
    shown_by: Literal["text", "card", "options"] = Field(
        "text",
        description="有卡片、有选项的界面上，这些话由谁显示：text 照样显示，card 已在卡片上，options 是选项的标题",
    )
    asks: bool = Field(False, description="是不是等着办事人回答的那个问题")


class Listed(_Part):
    """Where the options stand in the plain text."""

    kind: Literal["listed"] = Field("listed", description="这一段是选项所在的地方")
    layout: Literal["rows", "line"] = Field("rows", description="纯文字里一行一个，还是排在一行")
    runs_on: bool = Field(False, description="纯文字里接在前一段的同一行")


Block = Annotated[Said | Listed, Field(discriminator="kind")]


class Option(_Part):
    """Something to choose."""

    number: int = Field(description="序号，办事人可以只回这个数字")
    label: str = Field(description="选项的名称")
    note: str = Field("", description="名称后面括号里的说明，例如部门")
    payload: str = Field(description="选了以后替办事人说的话")
    is_button: bool = Field(True, description="是不是按钮；不确定、都不是只写在文字里")
    opens: Literal["", "move"] = Field(
        "", description="能自己办的界面打开什么，而不说 payload：move 是换设备接着办"
    )


class ShownReply(_Part):
    """The parts of a reply that stand beside Rasa's ``text``, ``buttons`` and ``custom``."""

    blocks: tuple[Block, ...] = Field((), description="依次要说的")
    options: tuple[Option, ...] = Field((), description="可以选的")


class Reply(ShownReply):
    """One message of the bot.

    Attributes:
        card: What the card shows, with its ``kind``; it adds to the words, and says nothing that they do not.
    """

    card: dict[str, Any] | None = None

    @property
    def text(self) -> str:
        """The whole reply as plain text."""
        text = ""
        for place, block in enumerate(self.blocks):
            words = block.text if isinstance(block, Said) else _listed(self.options, block.layout)
            runs_on = isinstance(block, Listed) and block.runs_on
            text += words if runs_on or not place else f"\n{words}"
        return text

    @property
    def buttons(self) -> list[dict[str, str]]:
        """The options that are buttons, as Rasa has them."""
        return [{"title": one.payload, "payload": one.payload} for one in self.options if one.is_button]

    def message(self) -> dict[str, Any]:
        """As a message of Rasa, with the parts under ``reply``."""
        message = {"text": self.text, "buttons": self.buttons, "custom": self.card, "reply": self.parts}
        return {key: value for key, value in message.items() if value}

    @property
    def parts(self) -> dict[str, Any]:
        """A :class:`ShownReply` as plain data."""
        return self.model_dump(exclude={"card"})


def spoken(text: str, card: dict[str, Any] | None = None) -> Reply:
    """A reply of one block."""
    return Reply(blocks=(Said(text=text),), card=card)


def _listed(options: Iterable[Option], layout: Literal["rows", "line"]) -> str:
    """``1 自有``, ``2 租赁``; in one line only those that are buttons."""
    buttons = [_numbered(option) for option in options if option.is_button]
    others = [_numbered(option) for option in options if not option.is_button]
    if layout == "line":
        buttons = [say("option_gap").join(buttons)] if buttons else []
    return "\n".join([*buttons, *others])


def _numbered(option: Option) -> str:
    label = say("option_item", label=option.label, department=option.note) if option.note else option.label
    return say("option", number=option.number, label=label)
