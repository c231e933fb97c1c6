"""Where somebody is, as WeChat says it, and the window that is nearest to them."""

from __future__ import annotations

from actions.client.api_client import ApiClient
from actions.reply.parts import spoken
from bot.channels.wechat.incoming import Incoming
from bot.channels.wechat.wording import say
from bot.conversation import Exchange


class Places:
    """Answers a location that was sent."""

    def __init__(self, client: ApiClient) -> None:
        self._client = client

    async def nearest(self, message: Incoming) -> Exchange:
        """The convenience centre (便民服务中心) that is nearest, or the centre itself."""
        latitude, longitude = _degrees(message.field("Location_X")), _degrees(message.field("Location_Y"))
        found = await self._client.nearest_window(latitude, longitude, message.field("Label")[:200])
        window = found.window
        words = "here" if found.is_near else "here_far"
        text = say(
            words,
            site=window.site,
            address=window.address,
            name=f"{window.name}，" if window.name != window.site else "",
            hours=window.hours,
            phone=window.phone,
            how=window.how_to_get_there,
        )
        return Exchange("[位置]", [spoken(text.strip()).message()])


def _degrees(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if -180 <= value <= 180 else None
