"""A person in the talk: asking for one, and what is said while an officer is waited for or holds the talk (``api/talks``).

While an officer holds it, messages are theirs and the assistant is silent, but for one acknowledgement and for a danger.
"""

from __future__ import annotations

from actions.client.api_client import ApiProblem
from actions.guide.open_question import pick_up
from actions.information.centre import main_window, moment_text
from actions.reply.wording import say
from actions.turn import IntakeAction, Turn
from api.talks.schemas import TalkAnswer, TalkAsked
from api.windows.schemas import WindowView
from knowledge.language.human_line import asks_for_a_phone, leaves_a_person
from knowledge.staff.talk_rules import talk_rules

_HANDED_OVER = "handover"
"""In the place of a library's answer: whom to call was said just before."""
_LONGEST = 2_000
"""Characters of a line that an officer is shown."""


class Handover(IntakeAction):
    """转人工: an officer is asked for, or whom to call where nobody is there."""

    def name(self) -> str:
        return "action_handover"

    async def act(self, turn: Turn) -> None:
        window = await main_window(turn)
        again = turn.answered == _HANDED_OVER
        if not again and (before := turn.recent[:-1]):
            await turn.leave_for_the_tuners("handed_over", max(before, key=len))
        asked = None if asks_for_a_phone(turn.text) else await _ask(turn)
        _say(turn, window, asked, again=again)
        if not again:
            await _say_who_knows(turn)
        turn.has_answered(_HANDED_OVER)
        turn.card(
            "handover",
            phone=window.phone,
            hours=window.hours,
            state=asked.state if asked else "told",
            talk=asked.talk if asked else "",
        )
        turn.keep_pending_unsaid()


async def is_for_the_officer(turn: Turn) -> bool:
    """Take a message while a person was asked for; True where nothing else is to be done with it."""
    talk = turn.heard.talk
    try:
        answer = await turn.api.talk_said(turn.channel, turn.conversation, talk, turn.text)
    except ApiProblem as problem:
        if problem.code != "talk_not_found":
            raise
        turn.talks_with("")
        return False
    _tell_lines(turn, answer)
    if answer.state not in ("waiting", "held"):
        turn.talks_with("")
        return False
    if leaves_a_person(turn.text, waiting=answer.state == "waiting"):
        await _leave(turn)
        return True
    if answer.state == "waiting" or (await turn.understand()).danger is not None:
        return False
    if answer.first:
        turn.say("person_relayed")
    turn.card("talk", talk=talk, state=answer.state, lines=_untold(turn, answer))
    turn.leave_as_it_was()
    return True


async def show_the_officer(turn: Turn) -> None:
    """Keep what the assistant has just answered, so that whoever accepts sees it."""
    if text := turn.reply().text.strip():
        line = {"speaker": "assistant", "text": text[:_LONGEST]}
        await turn.api.talk_lines(turn.channel, turn.conversation, turn.heard.talk, [line])


async def _ask(turn: Turn) -> TalkAsked:
    recent = [{"speaker": "applicant", "text": text[:_LONGEST]} for text in turn.recent]
    asked = await turn.api.ask_person(turn.channel, turn.conversation, recent)
    turn.talks_with(asked.talk)
    return asked


def _say(turn: Turn, window: WindowView, asked: TalkAsked | None, *, again: bool) -> None:
    """What comes of it, and always the phone."""
    known = {
        "phone": window.phone,
        "site": window.site,
        "address": window.address,
        "hours": window.hours,
    }
    if asked is not None and asked.state == "waiting":
        ahead = say("person_ahead", count=asked.ahead) if asked.ahead else ""
        waits = {"ahead": ahead, "minutes": asked.wait_min}
        turn.say("person_waiting_again" if again else "person_waiting", **waits, **known)
        return
    turn.say("handover_again" if again else "handover", **known)
    if asked is None:
        turn.say("person_by_word")
    elif asked.callback:
        turn.say("person_callback_kept", number=asked.callback)
    elif asked.next_opening is not None:
        turn.say("person_closed_until", until=moment_text(asked.next_opening))
    else:
        turn.say("person_closed")


async def _leave(turn: Turn) -> None:
    answer = await turn.api.leave_talk(turn.channel, turn.conversation)
    turn.talks_with("")
    turn.say("person_left")
    turn.card("talk", talk=answer.talk, state="left", lines=[])
    pick_up(turn)


def _tell_lines(turn: Turn, answer: TalkAnswer) -> None:
    """What the officer said and was not brought yet, for channels that do not fetch it."""
    if turn.channel in talk_rules().fetching:
        return
    for line in answer.lines:
        turn.add(say("person_officer", text=line.text) if line.speaker == "officer" else line.text)


def _untold(turn: Turn, answer: TalkAnswer) -> list[dict[str, object]]:
    return (
        []
        if turn.channel in talk_rules().fetching
        else [line.model_dump(mode="json") for line in answer.lines]
    )


async def _say_who_knows(turn: Turn) -> None:
    """The window of the affair in hand, where there is one: whoever answers there knows more of it."""
    if turn.affair is None:
        return
    view = await turn.intake("preview")
    if view.affair is not None and view.preview is not None and view.preview.route is not None:
        route = view.preview.route
        turn.say(
            "handover_window",
            name=view.affair.name,
            phone=route.phone,
            window=route.name,
            hours=route.hours,
        )
