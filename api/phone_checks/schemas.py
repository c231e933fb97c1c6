"""What is sent to check a phone."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from api.platform.schemas import Payload


class PhoneCode(Payload):
    """The code as it was typed."""

    code: Annotated[str, Field(min_length=1, max_length=12)] = Field(
        description="短信里的六位数字，例如 204816"
    )
