"""What narrows the affair down: the items offered, a scenario question, the answers that may be changed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, ClassVar, Literal

from actions.pending.listed import first_clause, listed_choice, named_first
from actions.pending.model import AnswerOption, Meaning, Pending, Reading
from actions.pending.utterance import Utterance
from knowledge.language.asked_options import OptionQuestion, option_question
from knowledge.language.aspects import Aspect, aspects_in
from knowledge.language.choice import (
    By,
    choose,
    chosen,
    does_not_know,
    gives_up,
    in_two_minds,
    is_none_of_these,
    mentions,
)
from knowledge.language.clause import answering_part, opening_statement, stating_part
from knowledge.language.declined import declined
from knowledge.language.kinship import relative_not_offered
from knowledge.language.menu_choice import wants_all
from knowledge.language.ordinal import place_and_rest
from knowledge.language.refusal import AROUND, turns_all_down
from knowledge.language.several_options import several_of
from knowledge.language.yes_no import yes_or_no

_TURNS_TO_ANOTHER = re.compile(
    r"(?:不对|不是|错了|搞错了|弄错了|算了|等等)[,，。\s]*(?:我|俺|咱)?(?:其实|还)?(?:是)?(?:想|要|想要)(?:去)?(?:办(?!理?人)|申请|补办|换领)(?=.{2})"
)
"""不对，我是要办护照: the first word turns down the affair and does not answer the open question with no."""
_TAKES_BACK = re.compile(
    r"^(?:啊|哦|噢|唉|诶|欸|等等|等一下|稍等|[,，。\s])*(?:不对|不是|错了|[说选搞弄点记]错了?)(?:了|的|啊|呀)*[,，。;；、 ]+"
)
"""How a correction opens; at a yes-or-no question the same words alone are the answer no."""


_ASKED = {
    OptionQuestion.WHICH: Meaning.ASKS_WHICH,
    OptionQuestion.ABOUT: Meaning.ASKS_ABOUT_OPTION,
}


class Explainable(Pending):
    """What can be explained to who does not know: the items offered, a scenario question."""

    can_be_explained: ClassVar[bool] = True
    is_about_a_wish: ClassVar[bool] = True

    def read(self, said: Utterance) -> Reading:
        """What a message means: another wish, a question of what the difference is, else one of the options."""
        if _TURNS_TO_ANOTHER.match(said.text):
            return Reading(meaning=Meaning.OTHER_WISH)
        if aside := self._aside(said):
            return Reading(meaning=aside)
        if Aspect.DIFFERENCE in aspects_in(said.text) or self._wavers(said.text):
            return Reading(meaning=Meaning.ASKS_FOR_HELP)
        if asked := self._asks_of_options(said):
            return Reading(meaning=asked)
        return super().read(said)

    def _asks_of_options(self, said: Utterance) -> Meaning | None:
        """What the message asks of the options; what it asks of the affair (个人经营多少钱) is asked of that."""
        asked = option_question(said.text, [option.offered for option in self.options])
        if asked is OptionQuestion.ABOUT and said.asks_about_item:
            return None
        return _ASKED[asked] if asked else None

    def _aside(self, said: Utterance) -> Meaning | None:
        """What the message means beside the options."""
        return None

    def _wavers(self, text: str) -> bool:
        """Whether a message leans to two of the options, which is no answer: what tells them apart is said."""
        return not self.offers(text) and bool(in_two_minds(text, [option.offered for option in self.options]))


class ItemChoice(Explainable):
    """Items to choose from.

    Attributes:
        said: The sentences of the wish.
        facts: What was said instead of a choice; it counts for the item that is chosen in the end.
        bundles: Which of the options are bundles.
    """

    answered_by: ClassVar[str] = "action_choose_item"
    taken_by: ClassVar[Mapping[Meaning, str]] = {
        Meaning.UNSURE: "action_choose_item",
        Meaning.NONE_OF_THESE: "action_none_of_these",
        Meaning.ASKS_FOR_HELP: "action_explain",
        Meaning.ASKS_WHICH: "action_tell_options",
        Meaning.ASKS_ABOUT_OPTION: "action_tell_options",
        Meaning.ALL: "action_take_all",
    }
    by_intent: ClassVar[Mapping[str, str]] = {
        "none_of_these": "action_none_of_these",
        "unsure": "action_explain",
    }

    kind: Literal["items"] = "items"
    said: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    bundles: tuple[str, ...] = ()

    @property
    def only_item(self) -> AnswerOption | None:
        """The one item that is offered beside a bundle; it can be begun with, and the bundle taken up at any time."""
        items = [option for option in self.options if option.value not in self.bundles]
        return items[0] if self.bundles and len(items) == 1 else None

    def read(self, said: Utterance) -> Reading:
        """Which item is picked, also in a whole sentence by its place or by the words that no other line has."""
        if named := named_first(said.text, self.options):
            return Reading(meaning=Meaning.PICKS, value=named[0].value)
        if self._leads and (yes_or_no(first_clause(said.text)) or wants_all(said.text)):
            return Reading(meaning=Meaning.PICKS, value=self.options[0].value)
        reading = super().read(said)
        if reading.meaning is not Meaning.NOT_FOR_ME or said.asks_about_item:
            return reading
        return listed_choice(said.text, self.options) or reading

    @property
    def _leads(self) -> bool:
        """Whether a plain yes means the first line: it stands alone, or does all that the others do."""
        return len(self.options) == 1 or self.options[0].value in self.bundles

    def _aside(self, said: Utterance) -> Meaning | None:
        return Meaning.NONE_OF_THESE if is_none_of_these(said.text) else None


class OfferedWish(ItemChoice):
    """What waits is offered once something is submitted; a no drops it, and the case stays in hand.

    Attributes:
        number: The case's number.
        item: Name of its item.
        affair: Id of its item or bundle.
    """

    taken_by: ClassVar[Mapping[Meaning, str]] = {
        **ItemChoice.taken_by,
        Meaning.NONE_OF_THESE: "action_drop_wish",
    }
    by_intent: ClassVar[Mapping[str, str]] = {
        **ItemChoice.by_intent,
        "deny": "action_drop_wish",
        "none_of_these": "action_drop_wish",
    }
    has_own_no: ClassVar[bool] = True

    kind: Literal["offered_wish"] = "offered_wish"  # type: ignore[assignment]
    number: str
    item: str = ""
    affair: str = ""

    def _aside(self, said: Utterance) -> Meaning | None:
        return Meaning.NONE_OF_THESE if declined(said.text) == "" else super()._aside(said)


class GuessedWish(ItemChoice):
    """Whether another item is wanted beside what is in hand; a no goes back to what was open.

    Attributes:
        before: The question that was open, as the dialogue keeps it.
    """

    taken_by: ClassVar[Mapping[Meaning, str]] = {
        **ItemChoice.taken_by,
        Meaning.NONE_OF_THESE: "action_drop_guess",
    }
    by_intent: ClassVar[Mapping[str, str]] = {
        **ItemChoice.by_intent,
        "deny": "action_drop_guess",
        "none_of_these": "action_drop_guess",
    }
    has_own_no: ClassVar[bool] = True

    kind: Literal["guessed_wish"] = "guessed_wish"  # type: ignore[assignment]
    before: dict[str, Any] | None = None

    def _aside(self, said: Utterance) -> Meaning | None:
        turned_down = yes_or_no(said.text.strip(AROUND)) is False or declined(said.text) == ""
        return Meaning.NONE_OF_THESE if turned_down or gives_up(said.text) else super()._aside(said)


class ScenarioQuestion(Explainable):
    """A scenario question (情形问题).

    Attributes:
        question: Its id in the catalogue.
        help: How to find the answer out.
        unit: Of the quantity, where the options are ranges.
        several: More than one option may be picked.
    """

    answered_by: ClassVar[str] = "action_answer"
    taken_by: ClassVar[Mapping[Meaning, str]] = {
        Meaning.UNSURE: "action_answer",
        Meaning.NONE_OF_THESE: "action_none_fits",
        Meaning.ASKS_FOR_HELP: "action_explain",
        Meaning.ASKS_WHICH: "action_tell_options",
        Meaning.ASKS_ABOUT_OPTION: "action_tell_options",
        Meaning.CORRECTS: "action_correct",
    }
    by_intent: ClassVar[Mapping[str, str]] = {"unsure": "action_explain"}
    is_of_a_draft: ClassVar[bool] = True

    kind: Literal["question"] = "question"
    question: str
    text: str
    why: str
    help: str
    unit: str = ""
    several: bool = False

    def read(self, said: Utterance) -> Reading:
        """What a message means; that none of the options fits is known after all of them have been looked at."""
        reading = super().read(said)
        if reading.meaning is not Meaning.NOT_FOR_ME:
            return reading
        if reading.value is None and self._fits_none(said):
            return Reading(meaning=Meaning.NONE_OF_THESE)
        opening = opening_statement(said.text)
        if reading.picked and opening and self._value_meant(opening) == reading.picked:
            return Reading(
                meaning=Meaning.PICKS, value=reading.picked
            )  # 本人。房本是我爸的行不行 answers, and asks.
        return reading

    def _fits_none(self, said: Utterance) -> bool:
        """Whether all answers are turned down, or a relative is named that is none of those offered."""
        if said.sure_intent == "none_of_these" and is_none_of_these(said.text):
            return True
        return turns_all_down(said.text) or self.relative_named(said.text) is not None

    def stated(self, text: str) -> str | None:
        """The option that the clauses pick which state something, whatever is asked beside them."""
        told = stating_part(text)
        return self._value_meant(told) if told else None

    def says_outright(self, text: str) -> bool:
        """Whether more than one character of a longer text speaks for the option it picks: 在外省领的证 says nothing of 在."""
        offered = [option.offered for option in self.options]
        choice = chosen(text, offered, self.unit, self.text)
        if choice is None or choice.by is not By.MENTION:
            return True
        return max(len(one) for one in mentions(text, offered)) > 1

    def relative_named(self, text: str) -> str | None:
        """The relative that a message names and that is none of the answers: 姑姑."""
        return relative_not_offered(answering_part(text), [option.label for option in self.options])

    def _asks_of_options(self, said: Utterance) -> Meaning | None:
        """As of any options; who tells how it is and asks what that counts as has answered: 我要做凉面的,凉面算冷食吧."""
        asked = super()._asks_of_options(said)
        told = None if does_not_know(said.text) else self.stated(said.text)
        return None if asked is Meaning.ASKS_ABOUT_OPTION and told is not None else asked

    def _aside(self, said: Utterance) -> Meaning | None:
        return Meaning.CORRECTS if self._takes_back_another(said) else None

    def _takes_back_another(self, said: Utterance) -> bool:
        """Whether 不对，是我自己去 takes back an earlier answer: what follows the 不对 is no reply to this question."""
        opening = _TAKES_BACK.match(said.text)
        if opening is None or said.sure_intent != "correct_answer":
            return False
        rest = said.text[opening.end() :]
        return bool(rest) and self._value_meant(rest) is None

    def _value_meant(self, text: str) -> str | None:
        offered = [option.offered for option in self.options]
        said = text if self.offers(text) else answering_part(text)
        if self.several and offered and said and (values := several_of(said, offered)):
            return values
        return choose(said, offered, self.unit, self.text) if offered and said else None


class AnswerChoice(Pending):
    """The answers given so far, one of which may be changed; an option's value is the id of its question."""

    answered_by: ClassVar[str] = "action_choose_answer"
    is_of_a_draft: ClassVar[bool] = True

    kind: Literal["change"] = "change"

    def read(self, said: Utterance) -> Reading:
        """Which answer is to be changed, also where the new one is said with it: 2,没有."""
        changed = self.changed_by(said.text)
        return Reading(meaning=Meaning.PICKS, value=changed[0]) if changed else super().read(said)

    def changed_by(self, text: str) -> tuple[str, str] | None:
        """The question whose answer a message changes by its place, and the words of the new answer."""
        if self.offers(text):
            return None
        found = place_and_rest(text, len(self.options))
        return (self.options[found[0] - 1].value, found[1]) if found else None


class ProposedChange(Pending):
    """Whether an answer that stands is to be changed to what was likely said.

    Attributes:
        question: Its id.
        value: The new answer.
        before: The question that was open, as the dialogue keeps it.
    """

    answered_by: ClassVar[str] = "action_settle_change"
    is_of_a_draft: ClassVar[bool] = True
    has_own_no: ClassVar[bool] = True

    kind: Literal["proposed_change"] = "proposed_change"
    question: str
    value: str
    before: dict[str, Any] | None = None
