"""What follows from what was said: answers stored, answers understood from text, answers that no longer count. Pure functions."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from api.intakes.schemas import AnswersChange
from api.platform.errors import InvalidChange, UnknownOption, UnknownPlace, UnknownQuestion
from api.platform.schemas import FieldProblem
from knowledge.base.text import normalise
from knowledge.catalogue.affair import Affair, Catalogue
from knowledge.catalogue.condition import UNSURE
from knowledge.catalogue.question_order import is_answer, settle
from knowledge.language.answer_change import Change, change_by
from knowledge.language.offered_options import offered_by
from knowledge.language.several_options import added, left_of
from knowledge.language.stated_facts import Fact, answer_to, answers_contested, place_in, stated
from knowledge.privacy.redaction import redact


@dataclass(frozen=True)
class Extracted:
    """The answers after a request.

    Attributes:
        answers: Settled, in the order of asking.
        understood: Questions whose answer was newly taken from text.
        dropped: Earlier answers that no longer count.
        changed: Earlier answers in whose place another stands now.
    """

    answers: dict[str, str]
    place: str | None
    understood: tuple[str, ...] = ()
    dropped: Mapping[str, str] = field(default_factory=dict)
    changed: Mapping[str, str] = field(default_factory=dict)


def clean(text: str) -> str:
    """A text in the one spelling and without personal data, whatever the channel did before."""
    return redact(normalise(text))[0]


def on_affair(
    affair: Affair,
    answers: Mapping[str, str],
    place: str | None,
    earlier: Iterable[str],
    new: Sequence[str],
    catalogue: Catalogue,
) -> Extracted:
    """The answers for a newly chosen affair: those given before that still count, and what the sentences state.

    Args:
        earlier: Sentences of before; they fill gaps only.
        new: Sentences of this request; what they say in as many words goes before earlier answers.
    """
    said: dict[str, str] = {}
    for sentence in earlier:
        said |= _taken(sentence, stated(sentence, affair, catalogue), said, catalogue)
    after = {**said, **answers}
    for sentence in new:
        after |= _taken(sentence, stated(sentence, affair, catalogue), after, catalogue)
        place = place_in(sentence, catalogue) or place
    return _heard(affair, answers, after, after.keys(), place, catalogue)


def _taken(
    text: str,
    facts: Iterable[Fact],
    known: Mapping[str, str],
    catalogue: Catalogue,
    *,
    correcting: bool = False,
) -> dict[str, str]:
    """The facts that count: those that fill a gap, and those that may take the place of the answer that stands, or its side."""
    taken = {}
    for fact in facts:
        question, earlier = catalogue.questions[fact.question], known.get(fact.question, UNSURE)
        value = added(earlier, fact.value, text, offered_by(question)) if question.several else fact.value
        if correcting or earlier == UNSURE or value != fact.value or _takes_its_place(text, fact):
            taken[fact.question] = value
    return taken


def _taken_back(text: str, affair: Affair, known: Mapping[str, str], catalogue: Catalogue) -> dict[str, str]:
    """Of answers that hold several options those that are left: 股东先不变."""
    several = [one.question for one in affair.asks if catalogue.questions[one.question].several]
    left = {
        question: left_of(known.get(question), text, offered_by(catalogue.questions[question]))
        for question in several
    }
    return {question: value for question, value in left.items() if value is not None}


def _takes_its_place(text: str, fact: Fact) -> bool:
    change = change_by(text, fact.because, certain=fact.certain)
    return fact.certain and change is Change.TAKES_ITS_PLACE


def on_answers(
    affair: Affair, answers: Mapping[str, str], place: str | None, change: AnswersChange, catalogue: Catalogue
) -> Extracted:
    """The answers after an explicit change and a text; the explicit ones go first.

    Raises:
        InvalidChange: Questions, options or a place that do not exist; all of them are listed.
    """
    _check(affair, change, catalogue)
    taken_back = {question for question, value in change.answers.items() if value is None}
    explicit = {question: value for question, value in change.answers.items() if value is not None}
    after = {question: value for question, value in answers.items() if question not in taken_back} | explicit
    heard: dict[str, str] = {}
    place = None if change.forget_place else place
    if change.text:
        text = clean(change.text)
        facts = stated(text, affair, catalogue)
        heard = _in_text(text, facts, after, change, catalogue)
        contested = _contested(text, facts, affair, after, change, catalogue)
        after = {question: value for question, value in after.items() if question not in contested}
        heard |= {question: value for question, value in contested.items() if value is not None}
        heard |= _taken_back(text, affair, after, catalogue)
        place = _place_in(change, place, catalogue)
    counted = {question: value for question, value in answers.items() if question not in taken_back}
    return _heard(affair, counted, after | heard, heard.keys(), change.place or place, catalogue)


def _contested(
    text: str,
    facts: Iterable[Fact],
    affair: Affair,
    known: Mapping[str, str],
    change: AnswersChange,
    catalogue: Catalogue,
) -> dict[str, str | None]:
    """The answers that the text says are wrong, each with what it says instead; None where it does not say, so that it is asked again."""
    said = {fact.question: fact.value for fact in facts}
    standing = {question: value for question, value in known.items() if question not in _fixed(change)}
    protests = answers_contested(text, affair, standing, catalogue)
    return {
        one.question: one.instead
        if said.get(one.question, standing[one.question]) == standing[one.question]
        else said[one.question]
        for one in protests
    }


def _in_text(
    text: str,
    stated_facts: Iterable[Fact],
    known: Mapping[str, str],
    change: AnswersChange,
    catalogue: Catalogue,
) -> dict[str, str]:
    """The reply to the pending question, and what else the text states; the reply itself is no other fact."""
    reply = {}
    if change.pending and change.pending not in change.answers:
        value = answer_to(change.pending, text, catalogue)
        if value is not None:
            reply[change.pending] = value
    replied = bool(reply) or change.pending in change.answers
    facts = [
        fact
        for fact in stated_facts
        if fact.question not in _fixed(change) and not (replied and fact.because == text)
    ]
    return reply | _taken(text, facts, known, catalogue, correcting=change.correcting)


def _fixed(change: AnswersChange) -> Collection[str]:
    """The questions that this request answers itself."""
    return {*change.answers, *([change.pending] if change.pending else [])}


def _place_in(change: AnswersChange, place: str | None, catalogue: Catalogue) -> str | None:
    if place and not change.correcting:
        return place
    return place_in(clean(change.text or ""), catalogue) or place


def _heard(
    affair: Affair,
    before: Mapping[str, str],
    after: Mapping[str, str],
    from_text: Iterable[str],
    place: str | None,
    catalogue: Catalogue,
) -> Extracted:
    settled = settle(affair, after, catalogue)
    new = {
        question
        for question in from_text
        if question in settled and settled[question] != before.get(question)
    }
    return Extracted(
        answers=settled,
        place=place,
        understood=tuple(question for question in settled if question in new),
        dropped={question: value for question, value in before.items() if question not in settled},
        changed={
            question: value
            for question, value in before.items()
            if settled.get(question, value) != value and value != UNSURE
        },
    )


def _check(affair: Affair, change: AnswersChange, catalogue: Catalogue) -> None:
    asked = {one.question for one in affair.asks}
    unknown, options = [], []
    for question, value in change.answers.items():
        if question not in asked:
            unknown.append(FieldProblem(field="answers", message="这个事项没有所说的问题"))
        elif value is not None and not is_answer(catalogue.questions[question], value):
            options.append(FieldProblem(field=f"answers.{question}", message="答案不在选项里"))
    if change.pending and change.pending not in asked:
        unknown.append(FieldProblem(field="pending", message="这个事项没有所说的问题"))
    places = []
    if change.place and change.place not in catalogue.places:
        places.append(FieldProblem(field="place", message="没有这个乡镇或街道"))
    kinds: tuple[tuple[type[InvalidChange], list[FieldProblem]], ...] = (
        (UnknownQuestion, unknown),
        (UnknownOption, options),
        (UnknownPlace, places),
    )
    faulty = next((kind for kind, faults in kinds if faults), None)
    if faulty:
        raise faulty(errors=[*unknown, *options, *places])
