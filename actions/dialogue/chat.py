"""Small talk: a short answer of its own, then the open question."""

from __future__ import annotations

from actions.guide.open_question import pick_up
from actions.information.centre import main_window
from actions.turn import IntakeAction, Turn
from knowledge.language.chat import Chat, chat_in


class MakeTalk(IntakeAction):
    """你是真人吗, 你好笨啊, 随便看看, 节日快乐, 在吗."""

    def name(self) -> str:
        return "action_chat"

    async def act(self, turn: Turn) -> None:
        chat = chat_in(turn.text) or Chat.HERE
        turn.say(f"chat_{chat}")
        if chat is Chat.RUDE:
            window = await main_window(turn)
            turn.say("human_line", phone=window.phone, hours=window.hours)
        pick_up(turn)
