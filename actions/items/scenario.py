"""Answers to the scenario questions, and changes of mind."""

from __future__ import annotations

from collections.abc import Sequence

from actions.client.api_client import ApiProblem
from actions.guide.next_question import fact, go_on, note
from actions.guide.open_question import pick_up
from actions.guide.persons import shown
from actions.information.beside import tell_beside
from actions.information.item_facts import tell
from actions.information.ladder import put_otherwise
from actions.items.search import find
from actions.pending.doubt import NO, YES
from actions.pending.memory import pending_in
from actions.pending.model import AnswerOption
from actions.pending.question import AnswerChoice, ProposedChange, ScenarioQuestion
from actions.reply.options import options_of
from actions.reply.wording import say
from actions.turn import IntakeAction, Turn
from api.intakes.schemas import GivenAnswer, IntakeView
from api.understanding.schemas import StatedFact
from knowledge.language.answer_change import Change, change_by, corrects
from knowledge.language.aspects import has_a_paper, is_question
from knowledge.language.protest import answers_meant, asks_what_stands, protests, said_beside
from knowledge.persons.role_correction import corrected_in

_PLAINLY_HEARD = 0.8
"""How probable an option must be, where it was learned and no rule says it, to be taken without a word that it may be wrong."""

_CHANGES, _STAYS = "yes", "no"
_ASKED_BEFORE_A_CHANGE = {"unknown_question", "unknown_option"}
"""The catalogue no longer has what was asked: what it asks now is asked."""


class Answer(IntakeAction):
    """A reply to the pending question; other facts in the sentence are used too."""

    def name(self) -> str:
        return "action_answer"

    async def act(self, turn: Turn) -> None:
        question = turn.asked(ScenarioQuestion).question
        value = turn.reading.value
        answers: dict[str, str | None] = {question: value} if value else {}
        intake = await turn.open_intake_id()
        try:
            view = await turn.api.answer(intake, answers=answers, text=turn.text, pending=question)
        except ApiProblem as problem:
            if problem.code not in _ASKED_BEFORE_A_CHANGE:
                raise
            turn.add(problem.detail)
            await go_on(turn, await turn.intake())
            return
        understood = {*answers, *(answer.question for answer in view.understood)}
        if understood:
            await tell_beside(turn, view, said_beside(turn.text))
            _note(turn, view, [answer for answer in view.answers if answer.question in understood])
            if turn.reading.probability is not None and turn.reading.probability < _PLAINLY_HEARD:
                turn.say("noted_unsure")
            await go_on(turn, view)
        elif has_a_paper(turn.text):
            turn.say("paper_there")
            pick_up(turn)
        else:
            await put_otherwise(turn)


def _note(turn: Turn, view: IntakeView, understood: Sequence[GivenAnswer]) -> None:
    """Say what was taken down, what was taken back so that it is asked again, and what stands where that is asked."""
    asked_again = view.next_question.id if view.next_question else ""
    taken_back = [one for one in view.dropped if one.question == asked_again]
    note(turn, understood, [one for one in view.dropped if one.question != asked_again], view.changed)
    if taken_back:
        turn.say("taken_back", facts="，".join(map(fact, taken_back)))
    if standing := _asked_for(turn, view):
        turn.say("what_stands", facts="，".join(map(fact, standing)))


def _asked_for(turn: Turn, view: IntakeView) -> list[GivenAnswer]:
    """The answers of which the message asks whether they were changed, and that are not told anyway."""
    topic = asks_what_stands(turn.text)
    if topic is None:
        return []
    told = {answer.question for answer in view.understood}
    places = answers_meant(topic, [(answer.text, answer.label) for answer in view.answers])
    return [view.answers[place] for place in places if view.answers[place].question not in told]


class Correct(IntakeAction):
    """不对，房子是我自己的: the answer is changed, and only what follows from it is said."""

    def name(self) -> str:
        return "action_correct"

    async def act(self, turn: Turn) -> None:
        try:
            view = await turn.api.answer(
                await turn.open_intake_id(), text=turn.text, correcting=corrects(turn.text)
            )
        except ApiProblem as problem:
            if problem.code != "no_affair":
                raise
            await find(turn, (await turn.intake()).statements)
            return
        if view.contact and corrected_in(turn.text):
            turn.say("contact_owner_now", fields=shown(view, view.contact))
        if view.understood or view.dropped:
            await tell_beside(turn, view, said_beside(turn.text))
            _note(turn, view, view.understood)
            await go_on(turn, view)
        elif standing := _asked_for(turn, view):
            turn.say("what_stands", facts="，".join(map(fact, standing)))
            turn.say("what_stands_else")
            pick_up(turn)
        elif proposed := _likely_changes(turn, view):
            propose(turn, *proposed[0])
        elif view.answers and (
            protests(turn.text) or (turn.intent == "correct_answer" and corrects(turn.text))
        ):
            _settle_protest(turn, view)
        elif (known := _said_before(turn, view)) and is_question(turn.text):
            await tell(turn, view, turn.aspects, admits=True)
            pick_up(turn)
        elif known:
            turn.say("noted_before", facts="，".join(map(fact, known)))
            pick_up(turn)
        elif view.answers and turn.intent == "correct_answer":
            which_to_change(turn, view)
        elif turn.understood is not None and turn.understood.facts:
            turn.say("changed_nothing")
            pick_up(turn)
        else:
            if not view.answers:
                turn.say("correct_nothing")
            await put_otherwise(turn)


def _settle_protest(turn: Turn, view: IntakeView) -> None:
    """Say what stands where it is what the protest wants already; else list the answers, so that one can be picked."""
    if known := _said_before(turn, view):
        turn.say("what_stands", facts="，".join(map(fact, known)))
        turn.say("what_stands_else")
        pick_up(turn)
    else:
        which_to_change(turn, view)


def _likely_changes(turn: Turn, view: IntakeView) -> list[tuple[GivenAnswer, StatedFact]]:
    """The answers that stand and that the message likely contradicts, each with what it says instead."""
    told = {one.question: one for one in turn.understood.facts} if turn.understood else {}
    return [
        (answer, other)
        for answer in view.answers
        if (other := told.get(answer.question)) is not None
        and other.value != answer.value
        and change_by(turn.text, other.because, certain=other.certain) is not Change.NONE
    ]


def propose(turn: Turn, answer: GivenAnswer, instead: StatedFact) -> None:
    """Ask in one short question whether an answer that stands is to be changed."""
    turn.ask(say("propose_change", text=answer.text, earlier=answer.label, label=instead.label))
    pending = ProposedChange(
        question=instead.question,
        value=instead.value,
        before=turn.pending.stored() if turn.pending else None,
        options=(
            AnswerOption(value=_CHANGES, label=say("propose_yes"), says=YES),
            AnswerOption(value=_STAYS, label=say("propose_no"), says=NO),
        ),
    )
    turn.list_options(options_of(pending))
    turn.expect(pending)


class SettleChange(IntakeAction):
    """Whether the answer is changed that was asked about."""

    def name(self) -> str:
        return "action_settle_change"

    async def act(self, turn: Turn) -> None:
        asked = turn.asked(ProposedChange)
        chosen = turn.reading.picked or {"affirm": _CHANGES, "deny": _STAYS}.get(turn.intent)
        if chosen is None:
            await put_otherwise(turn)
            return
        if chosen == _STAYS:
            turn.pending = pending_in(asked.before)
            turn.say("changed_nothing")
            pick_up(turn)
            return
        view = await turn.api.answer(await turn.open_intake_id(), answers={asked.question: asked.value})
        note(
            turn,
            [answer for answer in view.answers if answer.question == asked.question],
            view.dropped,
            view.changed,
        )
        await go_on(turn, view)


def _said_before(turn: Turn, view: IntakeView) -> list[GivenAnswer]:
    """The answers that the message says again."""
    facts = {(one.question, one.value) for one in turn.understood.facts} if turn.understood else set()
    return [answer for answer in view.answers if (answer.question, answer.value) in facts]


def which_to_change(turn: Turn, view: IntakeView) -> None:
    """List the answers so that one can be picked."""
    turn.say("correct_which")
    labels = [say("answer_line", text=answer.text, label=answer.label) for answer in view.answers]
    options = (
        AnswerOption(value=answer.question, label=label, says=(answer.label, answer.text))
        for answer, label in zip(view.answers, labels, strict=True)
    )
    pending = AnswerChoice(options=tuple(options))
    turn.list_options(options_of(pending))
    turn.expect(pending)


class ChooseAnswer(IntakeAction):
    """An answer was picked from the list: it is taken back and its question put again."""

    def name(self) -> str:
        return "action_choose_answer"

    async def act(self, turn: Turn) -> None:
        question = turn.reading.picked
        intake = await turn.open_intake_id()
        if (changed := turn.asked(AnswerChoice).changed_by(turn.text)) and await _changed(turn, *changed):
            return
        if question is not None:
            view = await turn.api.answer(intake, answers={question: None})
        else:
            view = await turn.api.answer(intake, text=turn.text, correcting=True)
            _note(turn, view, view.understood)
            if not (view.understood or view.dropped):
                turn.say("changed_nothing")
        await go_on(turn, view)


async def _changed(turn: Turn, question: str, words: str) -> bool:
    """Change an answer at once to what was said with its place; whether the words answer its question."""
    view = await turn.api.answer(await turn.open_intake_id(), text=words, pending=question)
    if not any(answer.question == question for answer in view.understood):
        return False
    note(turn, view.understood, view.dropped, view.changed)
    await go_on(turn, view)
    return True


class GoBack(IntakeAction):
    """上一步: the last answer is taken back."""

    def name(self) -> str:
        return "action_go_back"

    async def act(self, turn: Turn) -> None:
        view = await turn.intake()
        if view.affair is None:
            turn.say("back_to_wish")
            return
        if not view.answers:
            turn.say("back_to_start")
            await go_on(turn, view)
            return
        last = view.answers[-1]
        view = await turn.api.answer(view.id, answers={last.question: None})
        turn.say("no_longer_counts", facts=fact(last))
        await go_on(turn, view)
