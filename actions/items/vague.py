"""Half a wish (丢了, 办证, 孩子的事): asked back, and put together with what is said then."""

from __future__ import annotations

from actions.information.elsewhere import tell_matter
from actions.information.item_differences import item_line
from actions.information.ladder import put_otherwise
from actions.items.search import begin, find
from actions.pending.listed import core, named_first
from actions.pending.model import AnswerOption
from actions.pending.vague import VagueChoice
from actions.reading.matters import matter_meant
from actions.reply.options import options_of
from actions.reply.wording import say
from actions.turn import IntakeAction, Turn

_MOST_TOLD = 4
"""Lines of which it is told what they are for."""


class AskBack(IntakeAction):
    """What is missing, with what it likely is."""

    def name(self) -> str:
        return "action_ask_back"

    async def act(self, turn: Turn) -> None:
        heard = await turn.understand()
        asked = heard.vague or heard.among
        if asked is None:
            await find(turn)
            return
        options = tuple(AnswerOption(value=one.says, label=one.label) for one in asked.choices)
        pending = VagueChoice(said=turn.text, options=options)
        turn.ask(heard.vague.question if heard.vague else say("choose_among"))
        turn.list_options(options_of(pending))
        turn.expect(pending)


class ChooseVague(IntakeAction):
    """One of them is picked: as if it had been said at once."""

    def name(self) -> str:
        return "action_choose_vague"

    async def act(self, turn: Turn) -> None:
        picked = turn.reading.picked
        if picked is None:
            await put_otherwise(turn)
            return
        pending = turn.asked(VagueChoice)
        half = pending.said
        left = tuple(option for option in pending.options if option.value != picked)
        turn.pending = pending.model_copy(update={"options": left}) if left else None
        named = named_first(turn.text, pending.options)
        turn.says(f"{picked}，{named[1]}" if named else picked)
        await take_up_whole(turn, half)


async def take_up_whole(turn: Turn, half: str) -> None:
    """What is said now is the whole wish: an item, or a matter that others do.

    Args:
        half: What was said before; its facts still count.
    """
    heard = await turn.understand()
    if matter := matter_meant(heard):
        tell_matter(turn, matter)
    else:
        await find(turn, [half])


class TellLines(IntakeAction):
    """这俩有啥区别: what each line is for, or who does it, and that all of them can be wanted."""

    def name(self) -> str:
        return "action_tell_lines"

    async def act(self, turn: Turn) -> None:
        pending = turn.asked(VagueChoice)
        for option in pending.options[:_MOST_TOLD]:
            heard = await turn.api.understand(option.value)
            if matter := matter_meant(heard):
                turn.say("differs_elsewhere", name=core(option.label), body=matter.body)
                turn.say("elsewhere_first", first=matter.first)
            elif heard.search.candidates:
                turn.add(item_line(await turn.api.item(heard.search.candidates[0].id)))
        turn.ask(say("differs_choose"))
        turn.list_options(options_of(pending))
        turn.expect(pending)


class OtherHalf(IntakeAction):
    """丢了, then 身份证: both halves together."""

    def name(self) -> str:
        return "action_other_half"

    async def act(self, turn: Turn) -> None:
        half = turn.asked(VagueChoice).said
        whole = await turn.api.understand(f"{turn.text}{half}")
        if whole.search.decision == "sure":
            await begin(turn, whole.search.candidates[0].id, [half, turn.text])
        elif whole.matter is not None and whole.matter.sure:
            tell_matter(turn, whole.matter)
        else:
            await put_otherwise(turn)
