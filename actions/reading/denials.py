"""Readings as a denial: the affair in hand, or what is offered, is not what is wanted."""

from __future__ import annotations

from collections.abc import Iterator

from actions.pending.menu import LONGEST_REPLY, NextStepMenu
from actions.pending.model import Meaning
from actions.pending.question import ItemChoice
from actions.pending.submission import Confirmation, holds_data
from actions.pending.utterance import Utterance
from actions.reading.context import Context
from api.understanding.schemas import DenialView
from knowledge.language.aspects import is_question, wants_something
from knowledge.language.choice import gives_up
from knowledge.language.protest import protests
from knowledge.weighing.candidate import Candidate, Kind

ACTION = "action_deny_affair"

_AND_TURNS, _AND_NAMES_ANOTHER = 0.97, 0.93
"""What a denial is worth whose sentence surely wants something else: an outright one, and one of a circumstance."""
_OUTRIGHT, _OF_WHAT_IT_IS_FOR = 0.95, 0.88
_ANSWERS, _MAY_ANSWER, _STATES = 0.2, 0.3, 0.4
"""Where the rest answers the open question, the denied words are that question's own, or the rest tells of the affair."""
_OF_AN_ANSWER = 0.4
"""Where all is answered and only 搞错了 is said: one of the answers may be meant as well."""
_OF_ALL_OFFERED = 0.93
_LEAST_REST = 4
"""Characters of a rest that may tell what is wanted after 都不是."""


def readings(said: Utterance, context: Context) -> Iterator[Candidate]:
    """The denial that the published knowledge hears, as probable as it is that the affair is meant and no answer."""
    denial = context.understood.denial if context.understood else None
    if context.understood is not None and context.understood.papers_asked:
        return  # 我问的是那个证明是啥东西
    if denial is None or context.denies or holds_data(said.text) or gives_up(said.text):
        return
    if protests(said.text) and not (denial.turns_to or denial.instead):
        return  # 不是父母,你记错了 denies an answer and not the affair.
    probability = (
        _of_offered(denial, context)
        if isinstance(context.pending, ItemChoice)
        else _of_affair(said.text, denial, context)
    )
    if probability:
        yield Candidate(Kind.DENIAL, ACTION, probability, tuple(denial.because))


def _of_affair(text: str, denial: DenialView, context: Context) -> float:
    """Of the affair in hand, beside whatever is asked about it."""
    if _answers(denial.rest, context) and not (denial.outright and denial.turns_to):
        return _ANSWERS
    if not denial.outright and (is_question(text) or _is_asked(context)):
        return 0.0  # 我是自己辞职不干的能领不, 搬了俩月没改地址要不要罚
    if denial.instead or denial.turns_to:
        is_of_it = denial.states and not denial.named
        return _STATES if is_of_it else _AND_TURNS if denial.outright else _AND_NAMES_ANOTHER
    if denial.may_answer and not (denial.outright and len(denial.rest) > LONGEST_REPLY):
        return _MAY_ANSWER
    if denial.states or (denial.still and not denial.named):
        return _STATES
    if denial.outright:
        is_drawn = isinstance(context.pending, NextStepMenu | Confirmation)
        return _OF_AN_ANSWER if is_drawn and not denial.named else _OUTRIGHT
    tells = len(denial.rest) >= _LEAST_REST and not (denial.still or wants_something(denial.rest))
    return _OF_WHAT_IT_IS_FOR if denial.named and tells else 0.0


def _is_asked(context: Context) -> bool:
    """Whether the message asks a question that the affair in hand answers."""
    heard = context.understood
    return heard is not None and heard.asked is not None and heard.asked.affair == context.affair


def _answers(rest: str, context: Context) -> bool:
    """Whether what is said beside the denial picks an option of the open question."""
    if context.pending is None or not 0 < len(rest) <= LONGEST_REPLY:
        return False
    return context.pending.read(Utterance(rest)).meaning is Meaning.PICKS


def _of_offered(denial: DenialView, context: Context) -> float:
    """Of items to choose from: where nothing else is said, that none of them is meant is heard as before."""
    narrowed = context.understood.narrowed if context.understood else None
    if _answers(denial.rest, context) or (narrowed is not None and len(narrowed.items) == 1):
        return 0.0
    if denial.turns_to or denial.instead:
        return _AND_TURNS
    return (
        _OF_ALL_OFFERED if len(denial.rest) >= _LEAST_REST or (denial.outright and not denial.rest) else 0.0
    )
