"""What is asked for a form that is filled in with what the applicant has at hand."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from api.platform.schemas import Key, Payload
from knowledge.privacy.kinds import Personal


class FormWanted(Payload):
    """Which form, and what to write on it; never stored."""

    material: Key | None = Field(default=None, description="告知单上的材料编号；不写是第一份申请书")
    values: dict[Personal, Annotated[str, Field(max_length=200)]] = Field(
        default={}, description="这次打开网页时本人填的：种类到内容；只填在这份表上，不保存"
    )

    def __repr__(self) -> str:
        return f"FormWanted({self.material}, {len(self.values)} values)"
