"""What the dialogue reports to the tuners."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from api.platform.schemas import Payload, Text


class Unmatched(Payload):
    """A sentence for which no item was found; personal data already replaced by tokens."""

    text: Annotated[Text, Field(min_length=1)]
    channel: Annotated[str, Field(min_length=1, max_length=40, pattern=r"^[a-z][a-z0-9_-]*$")]
    decision: Literal["sure", "close", "far", "out_of_scope"]
