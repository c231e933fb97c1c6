"""What a message asks beside what else it says: each question answered, and of those that nobody here can answer who can.

An answer to the open question, a circumstance or a second question is no reason to drop the first (就我一个人弄，租的房子得不得行).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from actions.information.another_subject import is_of_another, likely_item
from actions.information.elsewhere import say_matter
from actions.information.item_answers.course import who_may
from actions.information.item_facts import lines_of, opening_of, question_of, tell, tell_of_item
from actions.pending.model import Meaning
from actions.pending.utterance import Utterance
from actions.turn import CONSULT_PHONE, Turn
from api.intakes.schemas import IntakeView
from api.understanding.schemas import Understanding
from knowledge.answers.item_sentence import asks_whether_it_will_do
from knowledge.guidance.notice import NoticeContent
from knowledge.language.asked_beside import Asked, questions_in
from knowledge.language.aspects import aspects_in, is_question
from knowledge.language.spoken_time import aspects_asked

_SURE_ENOUGH = 0.9
"""Score of an answer of the library from which it answers a question that stands beside others."""
_LEAST_UNKNOWN = 5
"""Characters of a question of which it is said that nobody here knows; a shorter one is hardly one of the affair."""
_MARKS = re.compile(r"[啊呀哦噢哈嘛呢诶咯哟?？]+$")


async def tell_beside(turn: Turn, view: IntakeView, said: str | None = None, *, begins: bool = False) -> None:
    """Answer everything that a message asks beside what it states.

    Args:
        said: What of the message may ask, where some of it asks of the answers that stand; by default all.
        begins: The affair is only taken up with this message, of which the notice will answer the most.
    """
    said = turn.text if said is None else said
    asked = questions_in(said)
    if not asked or (len(asked) == 1 and asked[0].text == turn.text):
        aspects = turn.aspects if said == turn.text else aspects_in(said)
        if aspects or is_question(said):
            await tell(turn, view, aspects, begins=begins)
        return
    await tell_each(turn, view, asked, begins=begins)


async def tell_each(turn: Turn, view: IntakeView, asked: Sequence[Asked], *, begins: bool = False) -> None:
    """Answer several questions of one message in their order, and say last of which nothing is known here.

    Args:
        begins: The affair is only taken up, and what is not known is not said.
    """
    content = view.preview or await turn.api.preview(view.id)
    unknown: list[str] = []
    told: list[str] = []
    for one in asked:
        heard = await turn.api.understand(one.text, turn.affair)
        if not begins and await _told_of_another(turn, heard, one, told):
            continue
        lines = await _lines(turn, content, one, heard)
        for line in lines:
            turn.add("" if line in told else line)
        told += lines
        if not begins and not lines and not _told_otherwise(turn, heard) and _is_owed(turn, one):
            unknown.append(_MARKS.sub("", one.text))
    if begins and not told and any(asks_whether_it_will_do(one.text) for one in asked):
        for line in who_may(await question_of(turn, content, turn.text)):
            turn.add(line)
    if unknown:
        turn.say(
            "told_unknown_beside",
            asked="」「".join(unknown),
            phone=content.route.phone if content.route else CONSULT_PHONE,
            who=content.route.name if content.route else content.items[0].department,
        )


async def _told_of_another(turn: Turn, heard: Understanding, asked: Asked, told: list[str]) -> bool:
    """Say who does what a question names beside the affair in hand, or what the other item says to it.

    Args:
        told: What this message was told already; the other item's name is added.
    """
    if heard.beside is None or not is_of_another(asked.text, heard):
        return False
    if heard.matter is not None and heard.matter.sure:
        say_matter(turn, heard.matter)
        return True
    item = likely_item(heard, turn.affair or "")
    if item is None:
        return False
    if await tell_of_item(turn, item.id, (), [asked.text]):
        turn.say("another_item")
    elif item.name not in told:
        turn.say("another_item_named", name=item.name)
    told.append(item.name)
    return True


async def _lines(turn: Turn, content: NoticeContent, asked: Asked, heard: Understanding) -> list[str]:
    """What the item says to one of the questions, by itself or else together with what was said before it."""
    for text in dict.fromkeys((asked.text, asked.in_context)):
        aspects = aspects_asked(text)
        opening = await opening_of(turn, content, aspects)
        if lines := [*opening, *await lines_of(turn, content, text, aspects, heard.papers_asked)]:
            return lines
    return []


def _told_otherwise(turn: Turn, heard: Understanding) -> bool:
    """Answer from what is known of the centre, or say which other body knows."""
    if heard.answer is not None and heard.answer.score >= _SURE_ENOUGH:
        turn.say("library_answer", answer=heard.answer.answer)
        return True
    if heard.matter is not None and heard.matter.sure:
        say_matter(turn, heard.matter)
        return True
    return False


def _is_owed(turn: Turn, asked: Asked) -> bool:
    """Whether an honest word is owed: a real question that did not itself state the answer to what was open."""
    if len(_MARKS.sub("", asked.text)) < _LEAST_UNKNOWN:
        return False
    pending = turn.pending
    if pending is None or not pending.waits:
        return True
    return pending.read(Utterance(asked.clause)).meaning is not Meaning.PICKS
