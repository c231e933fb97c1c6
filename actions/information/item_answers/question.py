"""A question about an item with all that can answer it, and how a fact of the item is told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from actions.reply.wording import say
from actions.turn import CONSULT_PHONE
from api.catalogue.schemas import AgeVerdictView, IssuingItem, ItemDetail, SentenceView, WorkedOutView
from knowledge.answers.item_sentence import asks_whether_it_will_do
from knowledge.catalogue.item import Fact, FactKind, Faq
from knowledge.guidance.notice import NoticeContent


@dataclass(frozen=True, slots=True)
class Question:
    """A question about an affair with what the catalogue says of it.

    Attributes:
        content: The notice as far as the answers so far allow.
        details: The items of the affair, in its order.
        own: The question of the item's own that is surely asked.
        sentence: The sentence of the item that speaks of what is asked.
        issuing: Other items by which licences are got that the question names.
        again: The answer just before was that the catalogue does not know.
        papers: Ids of the papers on the list that are asked about.
        dates: The days that are asked for, worked out.
        age: What a condition on age says of the age that is told.
    """

    text: str
    content: NoticeContent
    details: Sequence[ItemDetail]
    own: Faq | None = None
    sentence: SentenceView | None = None
    issuing: Sequence[IssuingItem] = ()
    again: bool = False
    papers: Sequence[str] = ()
    dates: Sequence[WorkedOutView] = ()
    age: AgeVerdictView | None = None

    @property
    def phone(self) -> str:
        """Of the window that takes the affair."""
        return self.content.route.phone if self.content.route else CONSULT_PHONE

    @property
    def who(self) -> str:
        """Who knows what the catalogue does not."""
        return self.content.route.name if self.content.route else self.content.items[0].department


def quoted(question: Question) -> list[str]:
    """The sentence of the item, word for word, with yes before it where it says so, else with who decides after it."""
    sentence = question.sentence
    if sentence is None:
        return []
    line = say(f"quote_{sentence.place}", about=sentence.about, text=sentence.text.rstrip("。"))
    if sentence.says_no:
        return [say("told_it_will_not_do") + line]
    if sentence.says_yes:
        return [say("told_it_will_do") + line]
    if not asks_whether_it_will_do(question.text):
        return [line]
    return [line, say("told_window_decides", who=question.who, phone=question.phone)]


def with_basis(text: str, basis: Sequence[object]) -> list[str]:
    source = "、".join(str(one) for one in basis)
    return [text, *([say("library_source", source=source)] if source else [])]


def facts_about(question: Question, about: FactKind) -> list[str]:
    """What the items say of one thing, with the item's name where several say different things."""
    told = [
        (detail.name, fact) for detail in question.details for fact in detail.facts if fact.about is about
    ]
    texts = {fact.text for _, fact in told}
    if len(texts) <= 1:
        return with_basis(told[0][1].text, told[0][1].basis) if told else []
    return [line for name, fact in told for line in _of_item(name, fact)]


def _of_item(name: str, fact: Fact) -> list[str]:
    first, *rest = with_basis(fact.text, fact.basis)
    return [say("told_of_item", name=name, text=first), *rest]


def each_item(question: Question, line: Callable[[ItemDetail], str]) -> list[str]:
    """A line an item, with its name where the items differ."""
    told = {detail.name: line(detail) for detail in question.details}
    lines = {name: text for name, text in told.items() if text}
    if len(set(lines.values())) == 1:
        return [next(iter(lines.values()))]
    return [say("told_of_item", name=name, text=text) for name, text in lines.items()]


def unknown(question: Question, what: str) -> list[str]:
    """What the item says of it elsewhere; else that the catalogue does not know, and who does."""
    return quoted(question) or [unknown_line(question, what)]


def unknown_line(question: Question, what: str = "") -> str:
    """That the catalogue does not know, and who does; in other words where the answer before was the same."""
    return say(
        "told_unknown_again" if question.again else "told_unknown",
        what=what or say("what_this"),
        who=question.who,
        phone=question.phone,
    )
