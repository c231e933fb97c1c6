"""One reading, one decision: every reading of a message on one scale, weighed by what a mistake costs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from actions.pending.model import Meaning, Reading
from actions.pending.question import ScenarioQuestion
from actions.pending.utterance import Utterance
from actions.reading import (
    acts,
    appointments,
    denials,
    left_aside,
    matters,
    open_question,
    protests,
    questions,
    windows,
    wishes,
)
from actions.reading.context import Context
from api.understanding.schemas import OptionHeard
from knowledge.language.answer_polarity import no_of
from knowledge.language.aspects import is_question
from knowledge.language.mentions import mentions
from knowledge.language.yes_no import yes_or_no
from knowledge.weighing.candidate import Candidate, Kind
from knowledge.weighing.choice import Choice, choose
from knowledge.weighing.costs import shipped_costs

_WORTH_WEIGHING = 0.6
_LEARNED, _LEARNED_OF_A_WISH, _LEARNED_OF_ANOTHER = 0.9, 0.75, 0.5
"""What is learned is believed a little less than a rule, less where the message sounds like a wish, and least where it names another item
than the one in hand."""

_IN_A_CLAUSE = 0.7
"""How probable it is that a message answers the open question of which one clause says an option, and the others say something else."""
_CLAUSE_ENDS = re.compile(r"[,，。;；!！?？\s]+")
_SETTLES, _SETTLES_SHORT, _SHORT = 0.985, 0.97, 6
"""How probable a reading by words alone must be to be the last word: more than the classifier alone is ever believed, but for small talk
as short as 谢谢; the number of a case is no matter of belief."""

_WITHOUT_PENDING = {
    "find_item": "action_find_item",
    "state_fact": "action_correct",
    "affirm": "action_repeat",
    "deny": "action_repeat",
}
"""Intents that mean something of their own where nothing is open."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What is done with a message.

    Attributes:
        action: The name of the action that takes it.
        reading: What the message means to what is open.
        choice: How the readings were weighed.
    """

    action: str
    reading: Reading
    choice: Choice


def decide(said: Utterance, context: Context) -> Decision:
    """Which action takes this message; the only place where it is resolved against what is open."""
    reading = context.pending.read(said) if context.pending else Reading()
    if reading.meaning is Meaning.NOT_FOR_ME and (option := _option_heard(said, context)) is not None:
        weight = _LEARNED if said.sure_intent != "find_item" else _LEARNED_OF_A_WISH
        if weight == _LEARNED_OF_A_WISH and _is_surely_another(context):
            weight = _LEARNED_OF_ANOTHER
        reading = Reading(meaning=Meaning.PICKS, value=option.value, probability=option.probability * weight)
    asked = context.pending if isinstance(context.pending, ScenarioQuestion) else None
    if reading.meaning is Meaning.NOT_FOR_ME and asked and not _names_several(said, context):
        reading = _answered_in_a_clause(said.text, asked) or reading
    choice = choose(list(_readings(said, context, reading)), shipped_costs())
    return Decision(choice.candidate.action, reading, choice)


def is_settled(decision: Decision, said: Utterance) -> bool:
    """Whether the words alone say so surely what is meant that the published knowledge has nothing to add.

    Of 2,057 turns that no option answers word for word, 22 of 100 were settled so, and all as with the knowledge asked.
    """
    best = decision.choice.candidate
    if best.kind is Kind.DANGER:
        return False  # its words may stand in a story of something else, which only the whole sentence tells
    is_little = best.kind is Kind.CASE or (best.kind is Kind.CHAT and len(said.text) <= _SHORT)
    return best.probability >= (_SETTLES_SHORT if is_little else _SETTLES)


def _option_heard(said: Utterance, context: Context) -> OptionHeard | None:
    """The option that the reader of replies hears where no rule does; None where it hears none that could be guessed."""
    option = context.understood.option if context.understood else None
    if _says_no_to_no_question(said, context) or _names_several(said, context):
        return None
    return option if option is not None and option.probability >= _WORTH_WEIGHING else None


def _answered_in_a_clause(text: str, asked: ScenarioQuestion) -> Reading | None:
    """The option that one clause says outright, whatever the others ask: 都说了随妈妈，我问的是娃的医保."""
    clauses = [clause for clause in _CLAUSE_ENDS.split(text) if clause]
    if len(clauses) == 1:
        return None
    said: set[str] = set()
    for clause in clauses:
        if is_question(clause) or yes_or_no(clause) is not None or not asked.says_outright(clause):
            continue
        reading = asked.read(Utterance(clause))
        if reading.meaning is Meaning.PICKS and reading.value:
            said.add(reading.value)
    if len(said) != 1:
        return None  # 听说租的要交合同，自有的交房产证 speaks of both
    return Reading(meaning=Meaning.PICKS, value=said.pop(), probability=_IN_A_CLAUSE)


def _says_no_to_no_question(said: Utterance, context: Context) -> bool:
    """Whether 没有 stands alone at a question that cannot be answered with it: which option it means would be chance."""
    asked = context.pending
    if not isinstance(asked, ScenarioQuestion) or yes_or_no(said.text) is not False:
        return False
    values, labels = zip(*((one.value, one.label) for one in asked.options), strict=True)
    return no_of(values, labels, asked.text) is None


def _names_several(said: Utterance, context: Context) -> bool:
    """Whether words of several options stand there: 听说租的要交合同，自有的交房产证 tells of both, and which is meant would be chance."""
    asked = context.pending
    if not isinstance(asked, ScenarioQuestion) or asked.several:
        return False
    found = mentions(said.text, [option.offered for option in asked.options])
    return len({one.value for one in found if len(one) > 1}) > 1


def _is_surely_another(context: Context) -> bool:
    search = context.understood.search if context.understood else None
    return search is not None and search.decision == "sure" and search.candidates[0].id != context.affair


def _readings(said: Utterance, context: Context, reading: Reading) -> Iterator[Candidate]:
    yield from open_question.readings(said, context, reading)
    yield from denials.readings(said, context)
    yield from protests.readings(said, context, reading)
    yield from acts.readings(said, context)
    yield from appointments.readings(said, context)
    yield from left_aside.readings(said, context)
    yield from windows.readings(said, context)
    yield from questions.readings(said, context)
    yield from wishes.readings(said, context)
    yield from matters.readings(said, context)
    yield from _by_intent(said, context)
    if context.pending is None:
        yield Candidate(Kind.NOTHING, "action_not_understood", 0.15, ("别的都不像",))


def _by_intent(said: Utterance, context: Context) -> Iterator[Candidate]:
    """Intents that mean something to what is open, or where nothing is."""
    by_intent = context.pending.by_intent if context.pending else _WITHOUT_PENDING
    action = by_intent.get(said.intent or "")
    if action == "action_correct" and context.pending is None and context.affair is None:
        return  # a fact of nothing that is in hand
    if action:
        kind = Kind.WISH if action == "action_find_item" else Kind.FACT
        weight = 0.6 if context.understood is not None and kind is Kind.WISH else 0.9
        yield Candidate(kind, action, said.confidence * weight, (f"意图{said.confidence:.2f}",))
