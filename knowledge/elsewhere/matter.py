"""The register of matters (事情) that a service centre is asked for and that others do: who does them and how to reach them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator

from knowledge.base.basis import Basis
from knowledge.base.frozen import Frozen


class OfficialSource(StrEnum):
    """A source that is not a law: what the body itself publishes."""

    LINE = "官方热线"
    SITE = "官方网站"


def _read_source(raw: Any) -> Any:
    if not isinstance(raw, str) or raw in set(OfficialSource):
        return raw
    try:
        return Basis.parse(raw)
    except ValueError as error:
        raise ValueError(f"来源「{raw}」应写成《法律名称》第N条，或者写官方热线、官方网站") from error


Source = Annotated[Basis | OfficialSource, BeforeValidator(_read_source)]
"""A law with its article, or what the body publishes; written as its text."""


class Body(Frozen):
    """Who does matters (办理单位), and how it is reached.

    Attributes:
        name: As people are told it, for example 劳动保障监察机构.
        hotline: The number that is the same in the whole country; empty where there is none.
        online: A national site or app.
        department: Id of the department of the catalogue whose local name and phone are told beside.
        source: What makes it the one who does these matters.
        checked: The day on which numbers and competence were last looked at.
    """

    id: str
    name: str
    hotline: str = ""
    online: str = ""
    department: str = ""
    source: Source
    checked: date


class Matter(Frozen):
    """One matter that others do.

    Attributes:
        id: Stable; unique over all files.
        theme: The heading of its file.
        phrasings: As people speak.
        who: Id of its body.
        first: What to bring or do first, one short sentence.
        source: Only where it differs from that of the body.
    """

    id: str
    theme: str
    name: str
    phrasings: tuple[str, ...]
    who: str
    first: str
    source: Source | None = None


@dataclass(frozen=True)
class Register:
    """All matters and bodies by id. Immutable.

    Attributes:
        left_out: Ids of matters that are not told because the centre does them itself, with the name of its item.
    """

    matters: Mapping[str, Matter]
    bodies: Mapping[str, Body]
    left_out: Mapping[str, str] = field(default_factory=dict)

    def body_of(self, matter: Matter) -> Body:
        """Who does a matter."""
        return self.bodies[matter.who]

    def source_of(self, matter: Matter) -> Basis | OfficialSource:
        """What says that the body does it."""
        return matter.source or self.body_of(matter).source
