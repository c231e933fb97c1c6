"""What the API says of each act: a request for it and its line in the log, with the fields of its payload.

The models are drawn from the acts' definitions, so that a new act is documented as soon as there is one.
"""

from __future__ import annotations

from datetime import datetime
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Annotated, Any, Literal

from fastapi import Path
from pydantic import Field, PlainSerializer, WrapValidator, create_model

from api.platform.schemas import Payload, View
from knowledge.base.roles import STAFF_ROLES
from knowledge.cases.acts.definition import ActDefinition
from knowledge.cases.acts.registry import ACTS
from knowledge.cases.procedure.transitions import TRANSITIONS
from knowledge.cases.record.act import Act
from knowledge.cases.record.state import CaseState


class ActRequest(Payload):
    """An act on a case.

    ``data`` is read when the act is performed, so that its faults are said after those of state and role, and are recorded as those are.
    """

    version: Annotated[int, Field(ge=1)] = Field(description="您看到的办件版本；别人先改过就答复409")
    role: Annotated[str, Field(max_length=20)] | None = Field(
        default=None, description="以哪个身份做；只有一个身份能做时可以不写"
    )
    data: dict[str, Any] = Field(default_factory=dict, description="操作的内容，字段见 possible 里的 fields")


class LogLine(View):
    """One entry of the log; each act's own line has its payload beside, as ``data``."""

    at: datetime = Field(description="什么时候")
    act: Act = Field(description="操作的代号")
    name: str = Field(description="操作的中文名称")
    role: str = Field(description="以什么身份做的")
    actor: str = Field(description="谁做的：工作人员账号；系统和申请人做的写身份")
    before: CaseState | None = Field(description="做之前的状态的代号；第一条为空")
    after: CaseState = Field(description="做之后的状态的代号")
    told: str = Field(description="当时告诉申请人的话")


_AS_RECORDED = PlainSerializer(lambda payload: payload.model_dump(mode="json", exclude_unset=True))
"""Without annotation of what comes out, so that its schema stays the payload's."""


def _request(definition: ActDefinition) -> type[ActRequest]:
    needed = any(field.is_required() for field in definition.payload.model_fields.values())
    default = ... if needed else definition.payload()
    fields: dict[str, Any] = {"data": (definition.payload, Field(default, description="操作的内容"))}
    return create_model(
        f"{_class_name(definition.act)}Request", __base__=ActRequest, __doc__=_title(definition), **fields
    )


def _line(definition: ActDefinition) -> type[LogLine]:
    fields: dict[str, Any] = {
        "act": (Literal[definition.act], Field(description="操作的代号")),
        "data": (
            Annotated[definition.payload, _AS_RECORDED],
            Field(description="记下的内容，没有填的字段不在里面"),
        ),
    }
    return create_model(
        f"{_class_name(definition.act)}Line", __base__=LogLine, __doc__=_title(definition), **fields
    )


def _title(definition: ActDefinition) -> str:
    return f"{definition.words.name}（{definition.act}）"


def _class_name(act: Act) -> str:
    return act.title().replace("_", "")


_DONE_BY_STAFF = {row.act for row in TRANSITIONS if any(role in STAFF_ROLES for role in row.roles)}
_REQUESTS = {act: _request(definition) for act, definition in ACTS.items() if act in _DONE_BY_STAFF}
LINES = {act: _line(definition) for act, definition in ACTS.items()}
"""The line of each act."""

ActInPath = Annotated[
    str,
    Path(
        description="操作的代号，在 possible 里", json_schema_extra={"enum": [act.value for act in _REQUESTS]}
    ),
]
"""Which act; any other word is answered, and recorded, as an act that there is not."""

# Requests are documented act by act; which act it is, the path says, and the payload is read when it is performed.
if TYPE_CHECKING:
    AnyActRequest = ActRequest
    AnyLogLine = LogLine
else:
    AnyActRequest = Annotated[
        reduce(or_, _REQUESTS.values()), WrapValidator(lambda body, _: ActRequest.model_validate(body))
    ]
    AnyLogLine = Annotated[reduce(or_, LINES.values()), Field(discriminator="act")]
