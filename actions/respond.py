"""The one action that Rasa runs: it reads the message, decides, and hands the turn to whoever takes it.

Reading and deciding stand here and not in the policy because the published knowledge is asked on the way (``POST /understanding``),
which a policy cannot wait for.
"""

from __future__ import annotations

from dataclasses import replace

from actions.appointments.appointment import (
    Appoint,
    CancelAppointment,
    ChooseSlot,
    TellAppointment,
    tell_appointment,
)
from actions.cases.complaint import Complain
from actions.cases.doubt import SettleDoubt, ask_act
from actions.cases.enquiry import AskAboutCase, TellAfterSubmitting
from actions.cases.rating import Rate
from actions.cases.status import Status
from actions.cases.withdrawal import Withdraw
from actions.dialogue.call_back import CallBack
from actions.dialogue.chat import MakeTalk
from actions.dialogue.courtesy import Ability, Greet, Thanks
from actions.dialogue.danger import Urgent
from actions.dialogue.next_step import NextStep
from actions.dialogue.person import Handover, is_for_the_officer, show_the_officer
from actions.dialogue.resumption import Leave, Repeat, Restart, Resume, ShowNotice
from actions.dialogue.sticker import TakeSticker
from actions.dialogue.yes_or_no import Confirm
from actions.guide.next_question import go_on
from actions.guide.waiting_wish import goes_on_after_a_no
from actions.information.elsewhere import AskAboutMatter, TellMatter
from actions.information.library import TellAnswer
from actions.items.all_listed import TakeAll
from actions.items.aside import TakeUpAside, tell_kept
from actions.items.denial import DenyAffair, put_away
from actions.items.enquiry import AskAbout, Explain, TellOptions
from actions.items.guess import DropGuess, GuessWish
from actions.items.none_fits import NoneFits
from actions.items.place import GoToCounty, TakePlace, TellWindow
from actions.items.scenario import Answer, ChooseAnswer, Correct, GoBack, SettleChange
from actions.items.search import (
    AskOfItem,
    ChooseDepartment,
    ChooseItem,
    FindItem,
    NoneOfThese,
    NotUnderstood,
    ShowDepartment,
    TakeNarrowed,
)
from actions.items.stated_beside import take_stated
from actions.items.vague import AskBack, ChooseVague, OtherHalf, TellLines
from actions.items.wishes import DropWish, NextWish, Several
from actions.pending.utterance import Utterance
from actions.reading.context import Context
from actions.reading.decision import Decision, decide, is_settled
from actions.reading.witness import Seen, show
from actions.submission.remark import Remark
from actions.submission.submit import Contact, LackMaterial, Submit
from actions.turn import IntakeAction, Turn
from knowledge.language.denial_clauses import beside_a_denial
from knowledge.language.turning_away import wanted_instead
from knowledge.persons.denial import denied
from knowledge.persons.misplaced import misplaced_in
from knowledge.weighing.candidate import Kind
from knowledge.weighing.choice import Choice

NAME = "action_respond"
_MANDARIN = "普通话"
_ENGLISH = "英语"
_WISH, _SAID_SO = "find_item", 0.95
"""What is heard where 办别的事 stands before it."""
_WORTH_GOING_ON = 0.2
"""What the best reading of the words beside a denial must be worth, or it is asked anew what is wanted."""


_TAKERS: tuple[type[IntakeAction], ...] = (
    Ability,
    Answer,
    Appoint,
    AskAbout,
    AskAboutMatter,
    AskBack,
    AskOfItem,
    AskAboutCase,
    CallBack,
    CancelAppointment,
    ChooseAnswer,
    ChooseDepartment,
    ChooseItem,
    ChooseSlot,
    ChooseVague,
    Complain,
    Confirm,
    Contact,
    Correct,
    DropGuess,
    DropWish,
    DenyAffair,
    Explain,
    FindItem,
    GoBack,
    GoToCounty,
    Greet,
    GuessWish,
    Handover,
    LackMaterial,
    Leave,
    NextStep,
    NextWish,
    NoneFits,
    NoneOfThese,
    NotUnderstood,
    OtherHalf,
    Rate,
    Remark,
    Repeat,
    Restart,
    Resume,
    Several,
    SettleChange,
    SettleDoubt,
    ShowDepartment,
    ShowNotice,
    Status,
    Submit,
    MakeTalk,
    TakeAll,
    TakePlace,
    TakeNarrowed,
    TakeSticker,
    TakeUpAside,
    TellAfterSubmitting,
    TellAnswer,
    TellAppointment,
    TellLines,
    TellMatter,
    TellOptions,
    TellWindow,
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
        if turn.heard.talk and await is_for_the_officer(turn):
            return
        await answer(turn)
        if turn.heard.talk:
            await show_the_officer(turn)


async def answer(turn: Turn) -> None:
    """Read what was said and have it answered."""
    decision = await read(turn)
    if decision.choice.candidate.kind is Kind.DENIAL:
        decision = await read_beside(turn) or decision
    turn.reading = decision.reading
    show(Seen(turn.text, turn.intent, turn.confidence, decision, turn.understood))
    if decision.choice.in_doubt:
        await turn.leave_for_the_tuners("doubtful")
        ask_in_doubt(turn, decision.choice)
        return
    if turn.understood is not None and turn.understood.language == _ENGLISH:
        if name := turn.understood.english:
            turn.say("english_item", name=name)
        else:
            turn.say("english")
    taker = TAKERS[decision.action]
    if taker.meets_tone:
        turn.meet_tone()
    tell_kept(turn)
    if not isinstance(taker, Appoint | TellAppointment):
        await tell_appointment(turn)
    stated = await take_stated(turn, decision.action)
    if stated is not None:
        turn.pending = None
    await taker.act(turn)
    if stated is not None:
        await go_on(turn, stated)


def ask_in_doubt(turn: Turn, choice: Choice) -> None:
    """Ask whether the dear act is meant, or what the message means otherwise."""
    other = choice.other.action if choice.other else None
    answers = turn.pending is not None and other == turn.pending.answered_by
    ask_act(turn, choice.candidate.action, other, turn.reading.picked if answers else None)


async def read(turn: Turn) -> Decision:
    """Read a message; the published knowledge is not asked where the words alone settle what it means."""
    if goes_on_after_a_no(turn):
        # The classifier heard the no as well as what comes after it.
        turn.intent, turn.confidence = "", 0.0
    elif wish := wanted_instead(turn.text):
        turn.text, turn.intent, turn.confidence = wish, _WISH, _SAID_SO
    said = Utterance(turn.text, turn.intent or None, turn.confidence, turn.heard)
    denies = _speaks_of_data(turn.text) and await _has_contact(turn)
    context = Context(
        turn.pending,
        turn.affair,
        turn.case_number,
        answered=turn.answered,
        denies=denies,
        aside=turn.aside,
    )
    decision = decide(said, context)
    plain = turn.pending is not None and turn.pending.is_plainly_answered(said)
    if plain or is_settled(decision, said):
        return decision
    heard = await turn.understand()
    if heard.told is not None and (rest := beside_a_denial(turn.text, heard.told.name)):
        turn.answered = None
        turn.says_beside(rest, await turn.api.understand(rest, turn.affair, denied=turn.heard.denied))
        heard = await turn.understand()
        said = Utterance(rest, None, 0.0, turn.heard)
    if heard.language != _MANDARIN:
        # The classifier knows Mandarin; what it hears in other words is chance.
        turn.text = heard.chinese
        said = Utterance(heard.chinese, None, 0.0, turn.heard)
    return decide(said, replace(context, understood=heard))


async def read_beside(turn: Turn) -> Decision | None:
    """Read what is said beside a denial as if it had been said alone, and put away what is denied.

    Returns:
        None where nothing is said beside it that is understood.
    """
    denial = (await turn.understand()).denial
    if denial is None or denial.instead is not None or not denial.rest:
        return None
    heard = await turn.api.understand(denial.rest, denied=(*turn.heard.denied, *denial.affairs))
    # Whether somebody is in danger was weighed with the whole message.
    heard = heard.model_copy(update={"danger": None})
    affair = None if turn.affair in denial.affairs else turn.affair
    context = Context(None, affair, turn.case_number, answered=turn.answered, understood=heard)
    decision = decide(Utterance(denial.rest), context)
    if decision.choice.weighed[0][1] < _WORTH_GOING_ON:
        return None
    await put_away(turn, denial)
    turn.says_beside(denial.rest, heard)
    turn.say("denied")
    return decision


def _speaks_of_data(text: str) -> bool:
    """Whether a message says that contact data are wrong, or not somebody's."""
    told = misplaced_in(text)
    return bool(denied(text)) or (told is not None and bool(told.not_of))


async def _has_contact(turn: Turn) -> bool:
    """Whether there are contact data that a message can deny: on the draft, or with a case just submitted."""
    if turn.affair is None:
        return turn.case_number is not None
    return bool((await turn.intake()).contact)
