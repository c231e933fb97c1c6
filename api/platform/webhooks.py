"""An address of another system to which messages are sent."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field, SecretStr


class Webhook(BaseModel):
    """Where to send, and the token by which the receiver knows us.

    Attributes:
        token: Sent as bearer token; empty where the receiver asks for none.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    url: str = Field(pattern=r"^https?://[^\s/?#]+(/\S*)?$")
    token: SecretStr = SecretStr("")
