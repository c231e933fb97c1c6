"""A message without words: what can be done with a picture, a voice message, a thumb; then the open question."""

from __future__ import annotations

from actions.information.ladder import put_otherwise
from actions.turn import IntakeAction, Turn
from knowledge.language.stickers import Sticker, sticker_in


class TakeSticker(IntakeAction):
    """[图片], [语音], [强], ？: never a yes, and never a wish."""

    def name(self) -> str:
        return "action_sticker"

    async def act(self, turn: Turn) -> None:
        sent = sticker_in(turn.text) or Sticker.MARKS
        if sent is not Sticker.MARKS and turn.heard.missed == 0:
            turn.say(f"sticker_{sent}")
        await put_otherwise(turn)
