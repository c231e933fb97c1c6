"""Questions about an item, answered wherever they come; the caller picks the thread up again."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace

from actions.information.centre import notices_of, opening_lines
from actions.information.item_answers.answers import answer_question
from actions.information.item_answers.course import who_may
from actions.information.item_answers.question import Question, quoted, unknown_line
from actions.information.library import OPENING_HOURS
from actions.turn import Turn
from api.catalogue.schemas import IssuingItem
from api.intakes.schemas import IntakeView
from knowledge.answers.item_sentence import Place, asks_whether_it_will_do
from knowledge.catalogue.affair import are_siblings
from knowledge.guidance.notice import NoticeContent
from knowledge.guidance.window_names import OF_A_WINDOW
from knowledge.language.aspects import Aspect, asks_whether_needed, aspects_in, is_question
from knowledge.language.follow_question import carried_subject

UNKNOWN = "unknown"
"""In the place of a library's answer: that the catalogue does not know was the answer."""
_END_OF_UNKNOWN = 8
"""Characters by which that answer is known again, whatever was asked."""
_SHORT = 8
"""Characters in which a thing may be asked for without a word of asking: 总机号码."""
_ASPECTS = "aspects:"
"""Before the aspects that were answered last, in the place of a library's answer."""


async def tell(
    turn: Turn,
    view: IntakeView,
    aspects: Sequence[Aspect],
    *,
    guessed: Sequence[Aspect] = (),
    admits: bool = False,
    begins: bool = False,
) -> bool:
    """Answer what is asked of the intake's affair, as far as the answers so far allow.

    Args:
        aspects: What is asked; where none is, the sentence may ask the same as before (那孩子的呢), or a question of the item's own.
        guessed: What may be asked though no word says so; a sentence of the item that speaks of what is asked goes before it.
        begins: The affair is only taken up with this sentence, so that it asks nothing of how to tell its options apart.
        admits: Say that the catalogue does not know, where there is no answer: the sentence surely asked something.

    Returns:
        Whether there was an answer.
    """
    asked = aspects or carried_aspects(turn)
    content = view.preview or await turn.api.preview(view.id)
    question = await question_of(turn, content, turn.text)
    if begins:
        question = _without_options(question)
    lines = answer_question(question, asked)
    if not lines and guessed:
        asked = guessed
        lines = answer_question(question, guessed)
    if begins and not lines and asks_whether_it_will_do(turn.text):
        lines = who_may(question)
    lines = [*await opening_of(turn, content, asked), *lines]
    for line in lines or ([unknown_line(question)] if admits else []):
        turn.add(line)
    if content.route is not None and Aspect.PLACE in asked:
        for line in await notices_of(turn, content.route.window):
            turn.add(line)
    if content.route is not None and {Aspect.HOURS, Aspect.OPEN_NOW} & set(asked):
        turn.has_answered(OPENING_HOURS, content.route.window)
    elif (admits and not lines) or _is_unknown(question, lines):
        turn.has_answered(UNKNOWN)
    elif asked:
        turn.has_answered(_ASPECTS + ",".join(asked))
    return bool(lines)


def intended_aspects(turn: Turn) -> tuple[Aspect, ...]:
    """The aspect that the classifier heard, where the words alone did not tell.

    Where and when have words of their own: without them a sentence that only tells (我是上班送单的时候撞的) sounds so.
    """
    name = turn.intent.removeprefix("ask_")
    only_told = len(turn.text) > _SHORT and not is_question(turn.text)
    if name not in set(Aspect) or (Aspect(name) in OF_A_WINDOW and only_told):
        return ()
    return (Aspect(name),)


def _is_unknown(question: Question, lines: Sequence[str]) -> bool:
    """Whether all that was said is that the catalogue does not know."""
    end = unknown_line(question)[-_END_OF_UNKNOWN:]
    return bool(lines) and all(line.endswith(end) for line in lines)


async def tell_of_option(turn: Turn, view: IntakeView) -> bool:
    """Answer what is asked of one of the options, where the item says it: a question of its own, or one of its sentences.

    Returns:
        Whether there was an answer.
    """
    content = view.preview or await turn.api.preview(view.id)
    question = await question_of(turn, content, turn.text)
    lines = answer_question(question, turn.aspects) if question.own or turn.aspects else quoted(question)
    for line in lines:
        turn.add(line)
    return bool(lines)


def carried_aspects(turn: Turn) -> tuple[Aspect, ...]:
    """What was asked last, where the sentence asks the same of another; it was asked of the affair in hand."""
    before = (turn.answered or "").partition("@")[0]
    if not before.startswith(_ASPECTS) or carried_subject(turn.text) is None:
        return ()
    return tuple(Aspect(name) for name in before.removeprefix(_ASPECTS).split(","))


async def tell_of_item(
    turn: Turn, item_id: str, aspects: Sequence[Aspect], asked: Sequence[str] = ()
) -> bool:
    """Answer what is asked of an item that is likely meant, without taking it up.

    Args:
        asked: The questions, where they are several or only a part of the message.

    Returns:
        Whether there was an answer.
    """
    content = await turn.api.preview_of(item_id)
    lines: list[str] = []
    for text in asked or (turn.text,):
        question = await question_of(turn, content, text)
        lines += answer_question(question, aspects_in(text) if asked else aspects)
    if lines:
        turn.say("told_first", name=content.name)
    for line in dict.fromkeys(lines):
        turn.add(line)
    return bool(lines)


async def opening_of(turn: Turn, content: NoticeContent, asked: Sequence[Aspect]) -> list[str]:
    """Whether the window of the affair is open now or on the day that the message names, where that is asked."""
    if content.route is None or not {Aspect.OPEN_NOW, Aspect.HOURS} & set(asked):
        return []
    return await opening_lines(turn, content.route.window, named=Aspect.OPEN_NOW not in asked)


async def lines_of(
    turn: Turn, content: NoticeContent, text: str, aspects: Sequence[Aspect], papers: Sequence[str] = ()
) -> list[str]:
    """What there is to say to one question among several: a question of the item's own, else its aspects.

    Args:
        papers: Ids of the papers that this question asks about.
    """
    question = replace(await question_of(turn, content, text), papers=papers)
    return answer_question(_without_options(question), aspects)


def _without_options(question: Question) -> Question:
    """The question where a sentence on how to tell the options of a scenario question apart is no answer."""
    tells_apart = question.sentence is not None and question.sentence.place == Place.OPTION
    return replace(question, sentence=None) if tells_apart else question


async def question_of(turn: Turn, content: NoticeContent, text: str) -> Question:
    """A text as a question of an affair, with all that can be told of it."""
    details = await asyncio.gather(*(turn.api.item(item.id) for item in content.items))
    told = await turn.api.ask_item(content.affair, text)
    again = (turn.answered or "").partition("@")[0] == UNKNOWN
    issuing = told.issuing or _sought(turn, content)
    papers = turn.understood.papers_asked if turn.understood and content.affair == turn.affair else ()
    return Question(
        text, content, details, told.answer, told.sentence, issuing, again, papers, told.dates, told.age
    )


def _sought(turn: Turn, content: NoticeContent) -> list[IssuingItem]:
    """The licence that the sentence asks about in other words than the catalogue's: 还要办烟证吗."""
    understood = turn.understood
    if understood is None or not asks_whether_needed(turn.text):
        return []
    if understood.search.decision == "sure":
        best = understood.search.candidates[0]
        if not are_siblings(content.affair, best.id):
            return [
                IssuingItem(paper=best.name.partition("（")[0], name=best.name, department=best.department)
            ]
    matter = understood.matter
    if matter is not None and matter.sure:
        return [IssuingItem(paper=matter.name, name=matter.name, department=matter.body, ours=False)]
    return []
