"""A question left open for the next message: what it offers, and what a message means to it.

Each kind is a frozen model that reads a message itself, once a turn: the policy decides by the reading, and the action finds it
with the turn (see :mod:`bot.policy`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, SerializerFunctionWrapHandler, model_serializer

from actions.pending.utterance import Utterance
from knowledge.catalogue.condition import UNSURE
from knowledge.language.choice import Offered, choose, does_not_know, gives_up
from knowledge.language.declared_materials import Declaration, declaration_in, materials_named

_PICKS_UNSURE = re.compile(
    r"(?:我|那|就|还|也|真|选|都|是|说|按|先|,|，|\s)*(?:不(?:太)?确定|说不准|拿不准)(?:的|啊|吧|呢|哦|呀|了|。)*"
    r"(?:[,，。;；!！].{0,4}(?:都|全).{0,4}(?:列|写|加)上?.{0,3}|[,，。;；!！].*(?<![?？吗不])$)?"
)
"""不确定 is one of the answers; 不知道 asks how to find out."""

_NUMBER = re.compile(r"\d{1,2}")

BETWEEN_AFFAIRS: Mapping[str, str] = {"find_item": "action_find_item", "state_fact": "action_correct"}
"""Where the applicant may turn to something else without having said that the question is over."""


class Meaning(StrEnum):
    """What a message means to the question that is open."""

    PICKS = "picks"
    ANSWERS = "answers"
    """In words that are no option's: a day, a time."""
    OWN_WORDS = "own_words"
    """What was asked to be told, whatever it looks like."""
    NAMES_CASE = "names_case"
    UNSURE = "unsure"
    ASKS_FOR_HELP = "asks_for_help"
    ASKS_WHICH = "asks_which"
    """Which of the options to take."""
    ASKS_ABOUT_OPTION = "asks_about_option"
    """What one of the options is, or follows from it."""
    NONE_OF_THESE = "none_of_these"
    ALL = "all"
    """Everything that is listed."""
    CORRECTS = "corrects"
    """An earlier answer, and not a reply to this question."""
    DECLARES = "declares"
    """Which of the papers are there, and which are not."""
    REMARKS = "remarks"
    """A yes with something beside it, which is answered before anything is done."""
    OTHER_WISH = "other_wish"
    NOT_FOR_ME = "not_for_me"


class Reading(BaseModel):
    """What a message means to the question that is open.

    Attributes:
        value: The value of the option whose words the message holds, or ``unsure``.
        probability: That the option is meant, where it was learned and no rule says it; None of a rule.
    """

    model_config = ConfigDict(frozen=True)

    meaning: Meaning = Meaning.NOT_FOR_ME
    value: str | None = None
    probability: float | None = None

    @property
    def picked(self) -> str | None:
        """The value of the option that the message means."""
        return None if self.value == UNSURE else self.value


class AnswerOption(BaseModel):
    """One of the answers offered.

    Attributes:
        says: Other words for it.
        bounds: Its range of a quantity.
        button: Whether it is shown as a button.
    """

    model_config = ConfigDict(frozen=True)

    value: str
    label: str
    says: tuple[str, ...] = ()
    bounds: tuple[float, float] | None = None
    button: bool = True

    @property
    def offered(self) -> Offered:
        return Offered(self.value, self.label, self.says, self.bounds)


class Pending(BaseModel):
    """A question that is open.

    Attributes:
        answered_by: The action that takes its answer.
        taken_by: The actions that take what else a message may mean to it.
        by_intent: The actions of intents that mean something of their own while it is open.
    """

    model_config = ConfigDict(frozen=True)

    answered_by: ClassVar[str]
    taken_by: ClassVar[Mapping[Meaning, str]] = {}
    by_intent: ClassVar[Mapping[str, str]] = {}
    waits: ClassVar[bool] = True
    """An answer is waited for; else it is only what the talk was about."""
    can_be_explained: ClassVar[bool] = False
    takes_contact: ClassVar[bool] = False
    """Personal data said now are contact data."""
    data_taken_by: ClassVar[str] = "action_contact"
    """The action that takes contact data given now."""
    takes_own_words: ClassVar[bool] = False
    """Personal data said now belong to what is told, and are nobody's contact data."""
    has_own_no: ClassVar[bool] = False
    """算了 is an answer to it."""
    is_about_a_wish: ClassVar[bool] = False
    """算了 and 不办了 put it aside alike; elsewhere 不办了 may mean a case that is under way."""
    is_of_a_draft: ClassVar[bool] = False
    """What was told before stays with the draft when it is put aside."""

    kind: str
    options: tuple[AnswerOption, ...] = ()
    papers: tuple[str, ...] = ()
    """Names of the papers that are asked for, where some are."""

    def read(self, said: Utterance) -> Reading:
        """What a message means to this question."""
        value = self._value_meant(said.text)
        return Reading(meaning=_meaning(said, value), value=value)

    def declared(self, text: str) -> Declaration:
        """What a message says of the papers that are asked for."""
        return declaration_in(text, {name: name for name in self.papers})

    def names_paper(self, text: str) -> bool:
        """Whether a message names one of the papers that are asked for."""
        return bool(self.papers and materials_named(text, {name: name for name in self.papers}))

    def offers(self, text: str) -> bool:
        """Whether a message is one of the options, word for word: 车祸 where the cause is asked."""
        return any(text == option.label or text in option.says for option in self.options)

    def is_plainly_answered(self, said: Utterance) -> bool:
        """Whether nothing else can be meant: an option word for word or by number, or what was asked to be told."""
        return self.offers(said.text) or bool(_NUMBER.fullmatch(said.text))

    def action_for(self, meaning: Meaning) -> str | None:
        """The action that takes a message of this meaning; None where it is nothing to this question."""
        answers = meaning in (Meaning.PICKS, Meaning.ANSWERS)
        return self.answered_by if answers else self.taken_by.get(meaning)

    def is_left_by(self, said: Utterance) -> bool:
        """Whether the message puts the question aside."""
        if self.has_own_no or not gives_up(said.text):
            return False
        return self.is_about_a_wish or said.sure_intent != "withdraw"

    def otherwise(self, said: Utterance) -> str:
        """The action that takes a message of which nothing else tells."""
        return self.answered_by

    def stored(self) -> dict[str, Any]:
        """What the dialogue keeps of it until the next message."""
        return self.model_dump(mode="json", exclude_defaults=True)

    @model_serializer(mode="wrap")
    def _with_kind(self, dump: SerializerFunctionWrapHandler) -> dict[str, Any]:
        return {"kind": self.kind, **dump(self)}

    def _value_meant(self, text: str) -> str | None:
        return choose(text, [option.offered for option in self.options]) if self.options else None


def _meaning(said: Utterance, value: str | None) -> Meaning:
    if value is None:
        return Meaning.NOT_FOR_ME
    if value == UNSURE and does_not_know(said.text) and not _PICKS_UNSURE.fullmatch(said.text):
        return Meaning.ASKS_FOR_HELP
    if said.asks_about_item:
        return Meaning.NOT_FOR_ME
    return Meaning.UNSURE if value == UNSURE else Meaning.PICKS
