"""The one action that Rasa runs: it reads the message, decides, and hands the turn to whoever takes it.

Reading and deciding stand here and not in the policy because the published knowledge is asked on the way (``POST /understanding``),
which a policy cannot wait for.
"""

from __future__ import annotations

from actions.appointments.appointment import Appoint, CancelAppointment, ChooseSlot
from actions.cases.complaint import Complain
from actions.cases.rating import Rate
from actions.cases.status import Status, Withdraw
from actions.dialogue.courtesy import Ability, Greet, Handover, Thanks
from actions.dialogue.danger import Urgent
from actions.dialogue.next_step import NextStep
from actions.dialogue.resumption import Leave, Repeat, Restart, Resume, ShowNotice
from actions.dialogue.yes_or_no import Confirm
from actions.information.elsewhere import TellMatter
from actions.information.library import TellAnswer
from actions.items.enquiry import AskAbout, Explain
from actions.items.scenario import Answer, ChooseAnswer, Correct, GoBack
from actions.items.search import (
    ChooseDepartment,
    ChooseItem,
    FindItem,
    NoneOfThese,
    NotUnderstood,
    ShowDepartment,
)
from actions.pending.utterance import Utterance
from actions.reading.context import Context
from actions.reading.decision import Decision, decide
from actions.submission.submit import Contact, LackMaterial, Submit
from actions.turn import IntakeAction, Turn

NAME = "action_respond"


_TAKERS: tuple[type[IntakeAction], ...] = (
    Ability,
    Answer,
    Appoint,
    AskAbout,
    CancelAppointment,
    ChooseAnswer,
    ChooseDepartment,
    ChooseItem,
    ChooseSlot,
    Complain,
    Confirm,
    Contact,
    Correct,
    Explain,
    FindItem,
    GoBack,
    Greet,
    Handover,
    LackMaterial,
    Leave,
    NextStep,
    NoneOfThese,
    NotUnderstood,
    Rate,
    Repeat,
    Restart,
    Resume,
    ShowDepartment,
    ShowNotice,
    Status,
    Submit,
    TellAnswer,
    TellMatter,
    Thanks,
    Urgent,
    Withdraw,
)
TAKERS: dict[str, IntakeAction] = {taker.name(): taker for taker in (kind() for kind in _TAKERS)}
"""Who takes a message, by name; a reading names one of them."""


class Respond(IntakeAction):
    """Every message."""

    def name(self) -> str:
        return NAME

    async def act(self, turn: Turn) -> None:
        decision = await read(turn)
        turn.reading = decision.reading
        taker = TAKERS[decision.action]
        if taker.meets_tone:
            turn.meet_tone()
        await taker.act(turn)


async def read(turn: Turn) -> Decision:
    """Read a message; the published knowledge is not asked where its words alone answer what is open."""
    said = Utterance(turn.text, turn.intent or None, turn.confidence, turn.heard)
    plain = turn.pending is not None and turn.pending.is_plainly_answered(said)
    if not plain:
        await turn.understand()
    return decide(said, Context(turn.pending, turn.affair, turn.case_number, turn.understood))
