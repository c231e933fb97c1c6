"""The channels over HTTP as the description of the service has them: paths and schemas.

Their routes are plain ones, which carry no description; a test holds this list against them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from api.intakes.schemas import ResumeCode
from api.platform.openapi_schemas import REFERENCE, documented, examples_in
from api.platform.schemas import Problem
from bot.channels import schemas

_EXAMPLES = Path(__file__).parent
_CHAT, _REST = "对话", "问办接口"
_JSON = "application/json"

NOT_JSON = {400: "not_json：内容不是有效的 JSON"}
TOO_LARGE = {413: "too_large：内容太大"}
UNKNOWN = {404: "conversation_unknown：对话不存在或已经失效"}
INVALID = {422: "invalid_message：id、text、sender 或 message 不对"}
FLOOD = {429: "too_fast：发得太快，Retry-After 里写着几秒后再发"}
DOWN = {503: "unreachable：系统暂时没有答复，没有办成"}
PAGE = NOT_JSON | TOO_LARGE | FLOOD | DOWN


@dataclass(frozen=True)
class Operation:
    """One route of a channel.

    Attributes:
        body: What is sent; None where nothing is.
        answer: What comes back; a list of it where ``is_list``.
        who: Who may call, in Chinese.
        refusals: Status to what it means.
    """

    method: Literal["get", "post"]
    path: str
    tag: str
    summary: str
    description: str
    body: type[BaseModel] | None
    answer: type[BaseModel]
    answered: str
    who: str
    refusals: dict[int, str]
    status: int = 200
    is_list: bool = False
    takes_token: bool = False


_PAGE = "网页；对话的名字由服务端发"
OPERATIONS = (
    Operation(
        "post", "/webhooks/rest/webhook", _REST, "说一句话",
        "和 Rasa 的 REST 渠道一样，Rasa 的客户端都能用。一句话一次，答复是依次的几条消息，每条都有完整的文字。",
        schemas.RestMessage, schemas.RestReply, "依次的几条消息",
        "能设令牌的程序；正式环境必须带 INTAKE_REST_TOKEN",
        NOT_JSON | {401: "unauthorised：没有带令牌或者令牌不对"} | TOO_LARGE | INVALID,
        is_list=True, takes_token=True,
    ),
    Operation(
        "post", "/webhooks/rest/talk", _REST, "取工作人员说的话",
        "办事人要了人工以后，工作人员的话有两条路到：下一句话的答复里带着（custom 的 kind 是 talk 时 lines 里有编号）；"
        "也可以隔几秒来取。每一句有固定的 id，两条路都走时按 id 去掉重复的；同一个 after 再取，得到的一样。",
        schemas.RestTalkQuery, schemas.TalkHeard, "after 以后的话",
        "能设令牌的程序；正式环境必须带 INTAKE_REST_TOKEN",
        NOT_JSON | {401: "unauthorised：没有带令牌或者令牌不对"} | TOO_LARGE | INVALID | DOWN,
        takes_token=True,
    ),
    Operation(
        "get", "/webhooks/rest", _REST, "渠道在运行", "只说明渠道在运行。",
        None, schemas.Running, "渠道在运行", "任何人", {},
    ),
    Operation(
        "post", "/chat/conversations", _CHAT, "开始一个对话", "得到对话的名字；没有用过的不占地方。",
        None, schemas.NewConversation, "新的对话", _PAGE, PAGE, status=201,
    ),
    Operation(
        "post", "/chat/messages", _CHAT, "说一句话", "同一个编号重发，得到第一次的答复，不再办一次。",
        schemas.PageMessage, schemas.ShownExchange, "这句话和答复", _PAGE,
        PAGE | UNKNOWN | INVALID | {409: "message_id_reused：这个编号已经用在另一句话上"},
    ),
    Operation(
        "post", "/chat/history", _CHAT, "看说过的话", "刷新或者换了设备以后接着显示。",
        schemas.OfConversation, schemas.ShownHistory, "说过的话和答复", _PAGE, PAGE | UNKNOWN,
    ),
    Operation(
        "post", "/chat/talk", _CHAT, "取工作人员说的话",
        "要了人工以后隔几秒来取一次；每一句有固定的 id，同一个 after 再取，得到的一样。",
        schemas.PageTalkQuery, schemas.TalkHeard, "after 以后的话", _PAGE, PAGE | UNKNOWN | INVALID,
    ),
    Operation(
        "post", "/chat/forget", _CHAT, "删除说过的话", "删掉这个对话的记录，和工作人员说的一起删；草稿、约好的回电和已经提交的办件不受影响。",
        schemas.OfConversation, schemas.Forgotten, "删了几句", _PAGE, PAGE | UNKNOWN,
    ),
    Operation(
        "post", "/chat/resume-code", _CHAT, "要一个续办码", "在另一台设备上凭它接着办。",
        schemas.OfConversation, ResumeCode, "续办码", _PAGE,
        PAGE | {404: f"{UNKNOWN[404]}\n\nintake_not_found：草稿已经不在", 409: "intake_not_open：草稿已经提交或结束"},
    ),
    Operation(
        "post", "/chat/resume", _CHAT, "凭续办码接着办", "续办码不对也照常答复，答复里说明；说过的话能带的一起带过来。",
        schemas.PageResume, schemas.Resumed, "接着办的第一句答复", _PAGE,
        PAGE | UNKNOWN | {409: "message_id_reused：这个编号已经用在另一句话上",
                          422: f"{INVALID[422]}\n\ninvalid_code：续办码的样子不对"},
    ),
    Operation(
        "post", "/chat/enter", _CHAT, "从微信进来", "凭答复里的链接接着同一个对话；编号用一次，半小时内有效。",
        schemas.Ticket, schemas.Entered, "这个关注者的对话", "微信里打开的网页",
        NOT_JSON | TOO_LARGE | FLOOD | DOWN | {404: "ticket_gone：用过了、过期了或者没有发过"},
    ),
    Operation(
        "post", "/chat/wechat-signature", _CHAT, "要微信网页的签名", "给 JS-SDK 用：扫一扫、选照片、位置、分享。没有它网页也能用。",
        schemas.PageAddress, schemas.PageSignature, "签名", "微信里打开的网页",
        NOT_JSON | TOO_LARGE | FLOOD | DOWN | {404: "no_js_sdk：没有接入，或者没有设网页的地址", 422: "foreign_address：不是这个网页的地址"},
    ),
)  # fmt: skip


def channels_document() -> dict[str, Any]:
    """Paths and components of the channels."""
    return {
        "paths": _paths(OPERATIONS),
        "components": {"schemas": documented(_schemas(OPERATIONS), examples_in(_EXAMPLES))},
    }


def _paths(operations: Sequence[Operation]) -> dict[str, Any]:
    return {one.path: {one.method: _operation(one)} for one in operations}


def _operation(one: Operation) -> dict[str, Any]:
    described: dict[str, Any] = {
        "tags": [one.tag],
        "summary": one.summary,
        "description": one.description,
        "operationId": f"{one.method}{one.path.replace('/', '_').replace('-', '_')}",
        "responses": {str(one.status): _answered(one), **_refusals(one)},
        "x-policy": {"kind": "channel", "who": one.who},
    }
    if one.body is not None:
        described["requestBody"] = {"required": True, "content": {_JSON: {"schema": _ref(one.body)}}}
    if one.takes_token:
        described["security"] = [{"bearer": []}]
    return described


def _answered(one: Operation) -> dict[str, Any]:
    schema = {"type": "array", "items": _ref(one.answer)} if one.is_list else _ref(one.answer)
    return {"description": one.answered, "content": {_JSON: {"schema": schema}}}


def _refusals(one: Operation) -> dict[str, Any]:
    content = {"application/problem+json": {"schema": _ref(Problem)}}
    return {
        str(status): {"description": text, "content": content}
        for status, text in sorted(one.refusals.items())
    }


def _ref(model: type[BaseModel]) -> dict[str, str]:
    return {"$ref": REFERENCE.format(model=model.__name__)}


def _schemas(operations: Sequence[Operation]) -> dict[str, Any]:
    sent = [(one.body, "validation") for one in operations if one.body is not None]
    got = [(one.answer, "serialization") for one in operations]
    _, described = models_json_schema(
        [*dict.fromkeys((*sent, *got)), (Problem, "serialization")],  # type: ignore[list-item]
        ref_template=REFERENCE,
    )
    schemas_: dict[str, Any] = described["$defs"]
    return schemas_
