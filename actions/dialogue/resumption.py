"""Starting again, going on later, going on elsewhere."""

from __future__ import annotations

from actions.client.api_client import ApiProblem
from actions.guide.confirmation import confirm
from actions.guide.next_question import go_on, offer_menu, put, show_notice
from actions.guide.open_question import pick_up
from actions.guide.waiting_wish import offer_next
from actions.information.centre import say_human_line
from actions.pending.appointment import SlotChoice
from actions.pending.menu import DepartmentChoice
from actions.pending.question import ItemChoice, ScenarioQuestion
from actions.submission.submit import say_submitted_before
from actions.turn import IntakeAction, Turn
from api.intakes.schemas import IntakeView
from knowledge.language.resume_code import resume_code_in


class Resume(IntakeAction):
    """继续: the open intake of this conversation, or with a code that of another."""

    def name(self) -> str:
        return "action_resume"

    async def act(self, turn: Turn) -> None:
        code = resume_code_in(turn.text)
        if code is None:
            await resume_here(turn)
            return
        try:
            view = await turn.api.resume(code, turn.channel, turn.conversation)
        except ApiProblem as problem:
            turn.say("resume_code_bad", detail=problem.detail)
            turn.keep_pending()
            return
        turn.has_in_hand(view)
        await _go_on_with(turn, view)


async def resume_here(turn: Turn) -> None:
    """Pick up the intake of this conversation where it was left."""
    view = await turn.intake()
    if view.affair is None and turn.case_number:
        say_submitted_before(turn, turn.case_number)
        return
    await _go_on_with(turn, view)


async def _go_on_with(turn: Turn, view: IntakeView) -> None:
    if view.affair is None:
        turn.say("resume_nothing")
        return
    turn.say("resume_found", name=view.affair.name)
    if view.notice is not None and not view.notice_outdated:
        await _notice_again(turn, view)
    else:
        await go_on(turn, view)


async def _notice_again(turn: Turn, view: IntakeView) -> None:
    """The whole notice once more."""
    assert view.notice is not None
    show_notice(turn, await turn.api.notice(view.notice.access))
    offer_menu(turn)


class ShowNotice(IntakeAction):
    """再看一下告知单."""

    def name(self) -> str:
        return "action_show_notice"

    async def act(self, turn: Turn) -> None:
        view = await turn.intake()
        if view.notice is not None and not view.notice_outdated:
            await _notice_again(turn, view)
        else:
            if view.affair is not None and view.next_question is not None:
                turn.say("questions_first")
            await go_on(turn, view)


class Restart(IntakeAction):
    """换一件事: asked once where something would be put aside."""

    def name(self) -> str:
        return "action_restart"

    async def act(self, turn: Turn) -> None:
        view = await turn.intake()
        if view.affair is None:
            turn.say("restart")
            return
        turn.say("restart_confirm", name=view.affair.name)
        confirm(turn, "restart")


async def start_again(turn: Turn) -> None:
    """Close the open intake and begin with nothing."""
    await turn.api.close_intake(await turn.open_intake_id())
    turn.puts_aside()
    turn.wishes = tuple(wish for wish in turn.wishes if not wish.was_begun)
    turn.say("restart")


class Leave(IntakeAction):
    """算了: what was asked is asked no more, and what was told stays."""

    def name(self) -> str:
        return "action_leave"

    async def act(self, turn: Turn) -> None:
        turn.say("left_draft" if turn.pending and turn.pending.is_of_a_draft else "left")
        await say_human_line(turn)
        offer_next(turn)


async def _say_what_goes_on(turn: Turn) -> None:
    """That we go on; with its name where that was said again."""
    heard = await turn.understand()
    named = {one.id for one in heard.search.candidates[:1]} | set(
        heard.narrowed.items if heard.narrowed else ()
    )
    affair = (await turn.intake()).affair if turn.affair in named else None
    if affair is not None:
        turn.say("in_hand_already", name=affair.name)
    else:
        turn.say("kept_going")


class Repeat(IntakeAction):
    """继续, or a bare yes: where we were."""

    def name(self) -> str:
        return "action_repeat"

    async def act(self, turn: Turn) -> None:
        if isinstance(turn.pending, ScenarioQuestion):
            await _say_what_goes_on(turn)
            put(turn, turn.pending)
            turn.keep_pending()
        elif isinstance(turn.pending, SlotChoice | ItemChoice | DepartmentChoice):
            pick_up(turn)
        else:
            await resume_here(turn)
