"""是，店名记上没: what is said beside the yes is answered, and the word to submit is asked for once more."""

from __future__ import annotations

from actions.guide.confirmation import confirm
from actions.guide.open_question import pick_up
from actions.information.item_facts import intended_aspects, tell
from actions.pending.submission import Confirmation
from actions.submission.declared import say_where_written
from actions.turn import IntakeAction, Turn
from knowledge.guidance.form_fields import form_field_in
from knowledge.language.aspects import is_question
from knowledge.language.assent import beside_assent


class Remark(IntakeAction):
    """A yes with a remark or a question, and what belongs on the application form wherever it is said."""

    def name(self) -> str:
        return "action_remark"

    async def act(self, turn: Turn) -> None:
        confirming = isinstance(turn.pending, Confirmation)
        turn.says(beside_assent(turn.text) or turn.text)
        view = await turn.intake("preview")
        if field := form_field_in(turn.text):
            await say_where_written(turn, view, field)
        elif is_question(turn.text):
            await tell(turn, view, (*turn.aspects, *intended_aspects(turn)), admits=True)
        else:
            turn.say("remark_at_window")
        if confirming:
            confirm(turn, "submit", papers=turn.papers_asked)
            turn.say("submit_once_more")
        else:
            pick_up(turn)
