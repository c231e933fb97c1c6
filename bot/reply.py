"""What a turn says, collected as messages of Rasa's REST channel, each with its parts as data beside it."""

from __future__ import annotations

from typing import Any

from rasa.core.channels.channel import OutputChannel

Message = dict[str, Any]

_PARTS = ("text", "image", "buttons", "attachment", "custom", "reply")
"""``reply`` is a :class:`actions.reply.parts.ShownReply`, for channels that show more than text; Rasa has no such thing."""


class Reply(OutputChannel):
    """Collects the messages of one turn.

    Text, buttons and card of one message stay one message, since buttons and cards only add to the text;
    Rasa's own collecting channel would split the text at every blank line and send the card on its own.
    """

    def __init__(self, channel: str) -> None:
        """Start an empty reply for the channel whose variants of responses are to be used."""
        self._channel = channel
        self.messages: list[Message] = []

    def name(self) -> str:
        """Return the channel's name, by which responses may be written differently for different channels."""
        return self._channel

    async def send_response(self, recipient_id: str, message: Message) -> None:
        """Take in one message of the bot."""
        parts = {part: message[part] for part in _PARTS if message.get(part)}
        if parts:
            self.messages.append({"recipient_id": recipient_id, **parts})


def as_rasa_has_it(message: Message) -> Message:
    """The message as a client of Rasa's REST channel expects it."""
    return {part: value for part, value in message.items() if part != "reply"}
