"""The guide in talk: choose the affair, ask what is open, draw the notice when all is known."""

from __future__ import annotations

from collections.abc import Sequence

from actions.pending.menu import NextStepMenu
from actions.pending.model import AnswerOption, Pending
from actions.pending.question import ScenarioQuestion
from actions.pending.wish import Wish
from actions.reply.centre_notices import notice_lines
from actions.reply.notice_text import change_text, full_text
from actions.reply.options import options_of, or_unsure
from actions.reply.short_notice import short_text
from actions.reply.wording import say, without_department
from actions.turn import Turn
from api.catalogue.schemas import QuestionView
from api.intakes.schemas import ChangedAnswer, GivenAnswer, IntakeView
from api.notices.schemas import NoticeDrawn, NoticeView
from knowledge.guidance.notice import NoticeContent

_NEXT_WISH = ("下一件", "办下一件", "接着办", "接着办下一件", "另一件", "办另一件", "另外那件", "第二件")
_OTHER_WORDS = {
    "full": ("看办理流程", "办理流程", "流程", "全文", "详细的", "详细点", "详情", "完整的", "依据")
}
"""What the choices are called beside their labels."""

NEXT_WISH = "next_wish"
"""The choice that takes up what waits."""

MENU = ("submit", "change", "full", "resume", "other")
"""What can be done next once the notice is there, in this order."""

_LONGEST_LINE = 9
"""Choices that are said in one line."""


async def take_up(turn: Turn, affair: str, statements: Sequence[str]) -> IntakeView:
    """Set the affair with what was said about it, and say what was understood."""
    before = await turn.intake()
    view = await turn.api.set_affair(before.id, affair, list(statements)[-20:])
    assert view.affair is not None
    turn.has_in_hand(view)
    turn.takes_up(affair)
    if view.kept:
        turn.say("taken_up_again", name=_named(view)["name"], facts="，".join(map(fact, view.kept)))
    elif view.affair.scenario:
        turn.say("understood_scenario", **_named(view))
    else:
        turn.say("understood_item", **_named(view))
    if view.affair.origin == "imported" and view.affair.absent:
        turn.say("imported", source=view.affair.source, absent="、".join(view.affair.absent))
    if before.affair and before.affair.id != affair and (before.answers or before.notice):
        turn.say("switched", earlier=before.affair.name)
        turn.wants_later(Wish(name=before.affair.name, affair=before.affair.id))
    note(turn, view.understood, changed=view.changed)
    return view


def _named(view: IntakeView) -> dict[str, str]:
    affair = view.affair
    assert affair is not None
    name = without_department(affair.name, affair.department)
    return {"scenario": affair.scenario, "name": name, "department": affair.department}


def note(
    turn: Turn,
    understood: Sequence[GivenAnswer],
    dropped: Sequence[GivenAnswer] = (),
    changed: Sequence[ChangedAnswer] = (),
) -> None:
    """Say in half a sentence what was taken down, what stands now instead of an earlier answer, and what no longer counts."""
    if understood:
        turn.say("noted", facts="，".join(map(fact, understood)))
    if changed:
        turn.say("changed", facts="，".join(one.earlier for one in changed))
    if dropped:
        turn.say("no_longer_counts", facts="，".join(map(fact, dropped)))


def fact(answer: GivenAnswer) -> str:
    """An answer in words: the label, with its question where the label alone says nothing (是, 否, 不确定)."""
    return answer.label if len(answer.label) > 3 else f"{answer.text}：{answer.label}"


async def go_on(turn: Turn, view: IntakeView) -> None:
    """Ask the next question, or draw the notice where nothing is open."""
    if view.affair is None:
        turn.say("no_affair_yet")
    elif view.next_question is not None:
        ask(turn, view.next_question, view.remaining if view.answers else 0)
    else:
        await draw(turn, view)


def ask(turn: Turn, question: QuestionView, remaining: int = 0) -> None:
    """Put a question with its options and the reason for asking."""
    pending = pending_question(question)
    if remaining > 1:
        turn.say("remaining", count=remaining)
    put(turn, pending)
    turn.expect(pending)
    turn.card("question", **question.model_dump(mode="json"))


def pending_question(question: QuestionView) -> ScenarioQuestion:
    """What the next message is resolved against."""
    return ScenarioQuestion(
        question=question.id,
        text=question.text,
        why=question.why,
        help=question.help,
        unit=question.unit,
        several=question.several,
        options=tuple(
            AnswerOption(value=o.value, label=o.label, says=tuple(o.says), bounds=o.bounds)
            for o in question.options
        ),
    )


def put(turn: Turn, pending: ScenarioQuestion, *, again: bool = False) -> None:
    """The question with its options, numbers first so that typing them works."""
    words = {"text": pending.text, "why": pending.why}
    question = say("question_several", **words) if pending.several else say("question", **words)
    turn.ask(say("ask_again", question=question) if again else question)
    turn.list_options(or_unsure(options_of(pending)))


async def draw(turn: Turn, view: IntakeView) -> None:
    """Draw the notice: whole the first time, afterwards what changed."""
    drawn = await turn.api.draw_notice(view.id)
    show_drawn(turn, drawn)
    if route := drawn.notice.content.route:
        for line in notice_lines(await turn.api.windows(), route.window):
            turn.add(line)
    offer_menu(turn, papers=paper_names(drawn.notice.content))


def paper_names(content: NoticeContent) -> tuple[str, ...]:
    """What the papers on a notice are called."""
    return tuple(material.name for material in content.materials)


def show_drawn(turn: Turn, drawn: NoticeDrawn) -> None:
    """Show the notice as a card; of a changed one what changed is said beside it."""
    if drawn.change is None:
        show_notice(turn, drawn.notice)
        return
    notice, change = drawn.notice, drawn.change
    turn.add(change_text(notice.number, notice.version, change, notice.content))
    turn.card("notice", **notice.model_dump(mode="json"), change=change.model_dump(mode="json"))


def show_notice(turn: Turn, notice: NoticeView) -> None:
    """The notice: whole on the card, short in words."""
    text = short_text(notice.number, notice.version, notice.content)
    turn.card("notice", [text], **notice.model_dump(mode="json"), change=None)
    route = notice.content.route
    if route and route.nearer:
        turn.say("notice_township", places="、".join(route.nearer))


async def tell_whole_notice(turn: Turn) -> None:
    """全文: every reason, standard and basis, the steps, and who else takes part."""
    view = await turn.intake("preview")
    if view.notice is None or view.preview is None:
        await go_on(turn, view)
        return
    turn.add(full_text(view.notice.number, view.notice.version, view.preview))


def offer_menu(turn: Turn, choices: Sequence[str] = MENU, papers: Sequence[str] = ()) -> None:
    """End the reply with what can be done next.

    Args:
        papers: Names of the papers on the notice; without them those of the question before.
    """
    options = tuple(
        AnswerOption(value=choice, label=say(f"choice_{choice}"), says=_OTHER_WORDS.get(choice, ()))
        for choice in choices
    )
    if turn.wishes:
        waiting = turn.wishes[0].name
        turn.say("wish_waits", name=waiting)
        options = (
            *options,
            AnswerOption(value=NEXT_WISH, label=say("wish_choice", name=waiting), says=_NEXT_WISH),
        )
    pending = NextStepMenu(options=options, papers=tuple(papers) or turn.papers_asked)
    list_menu(turn, pending)
    turn.expect(pending)


def list_menu(turn: Turn, pending: Pending) -> None:
    """In one line what can be chosen; a long list that was just shown is only recalled."""
    options = options_of(pending)
    if len(options) > _LONGEST_LINE:
        turn.say("menu_still")
    elif options:
        turn.head_options(say("menu"))
        turn.list_options(options, "line", runs_on=True)
