"""Who may name a conversation: programs that hold the channels' token, and the web page, whose names cannot be guessed.

Every other channel takes the caller's word for the sender (see ``bot/channels/rest.py``), so that from outside anybody could read the draft of a
sender whose name is guessed.
"""

from __future__ import annotations

import hmac

from starlette.requests import Request

from api.errors import ChannelClosed
from api.services import Services

OPEN_CHANNEL = "web"


def check_channel(channel: str, request: Request, services: Services) -> None:
    """Let trusted programs and the web page through.

    Raises:
        ChannelClosed: Another caller names a conversation of another channel.
    """
    token = services.channels_token
    given = request.headers.get("authorization", "").removeprefix("Bearer ")
    if channel != OPEN_CHANNEL and token and not hmac.compare_digest(given.encode(), token.encode()):
        raise ChannelClosed
