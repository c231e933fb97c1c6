"""None of the answers to a scenario question fits: what the item says of it, and who can tell."""

from __future__ import annotations

from actions.guide.next_question import put
from actions.information.item_answers.question import quoted
from actions.information.item_facts import question_of
from actions.pending.question import ScenarioQuestion
from actions.turn import IntakeAction, Turn
from knowledge.language.refusal import said_instead

_LONGEST = 16
"""Characters of what was said that are said back."""


class NoneFits(IntakeAction):
    """都不是，是地址搬了; 投靠姑姑 where 配偶, 父母 and 子女 are offered: nothing is taken down."""

    def name(self) -> str:
        return "action_none_fits"

    async def act(self, turn: Turn) -> None:
        pending = turn.asked(ScenarioQuestion)
        view = await turn.intake("preview")
        content = view.preview or await turn.api.preview(view.id)
        what = pending.relative_named(turn.text) or said_instead(turn.text)
        question = await question_of(turn, content, what or turn.text)
        key = f"none:{pending.question}:{what}"
        if turn.answered == key:
            turn.say("none_fits_again", who=question.who, phone=question.phone)
        else:
            if what:
                turn.say("none_fits", what=what[:_LONGEST])
                turn.add("".join(quoted(question)))
            else:
                turn.say("none_fits_any", help=pending.help)
            turn.say("none_fits_who", who=question.who, phone=question.phone)
        turn.has_answered(key)
        put(turn, pending, again=True)
        turn.keep_pending()
