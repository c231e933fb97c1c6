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

    Attributes:
        version: Of the case as this person has seen it.
        role: In which of the own roles; left out where only one may.
        data: The act's payload. It is read when the act is performed, so that its faults are said after those of state and role,
            and are recorded as those are.
    """

    version: Annotated[int, Field(ge=1)]
    role: Annotated[str, Field(max_length=20)] | None = None
    data: dict[str, Any] = Field(default_factory=dict)


class LogLine(View):
    """One entry of the log; each act's own line has its payload beside, as ``data``."""

    at: datetime
    act: Act
    name: str
    role: str
    actor: str
    before: CaseState | None
    after: CaseState
    told: str


_AS_RECORDED = PlainSerializer(lambda payload: payload.model_dump(mode="json", exclude_unset=True))
"""Without annotation of what comes out, so that its schema stays the payload's."""


def _request(definition: ActDefinition) -> type[ActRequest]:
    needed = any(field.is_required() for field in definition.payload.model_fields.values())
    fields: dict[str, Any] = {"data": (definition.payload, ... if needed else definition.payload())}
    return create_model(
        f"{_class_name(definition.act)}Request", __base__=ActRequest, __doc__=_title(definition), **fields
    )


def _line(definition: ActDefinition) -> type[LogLine]:
    fields: dict[str, Any] = {
        "act": (Literal[definition.act], ...),
        "data": (Annotated[definition.payload, _AS_RECORDED], ...),
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

ActInPath = Annotated[str, Path(json_schema_extra={"enum": [act.value for act in _REQUESTS]})]
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
