"""One turn of talk as the actions see it: what was said, what is pending, the intake, and the reply being put together.

An action reads the turn, calls the api, and says the result in one reply (:mod:`actions.reply.parts`). What the
next turn needs is left in the slots ``pending``, ``intake``, ``affair``, ``case_number``, ``answered`` and ``heard``.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Sequence
from typing import Any, ClassVar, Literal, TypeVar

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.client import api_client as api
from actions.client.api_client import ApiProblem, ApiUnreachable
from actions.pending.case import CaseInHand
from actions.pending.heard import Heard
from actions.pending.memory import pending_in
from actions.pending.model import Pending, Reading
from actions.pending.question import ItemChoice, ScenarioQuestion
from actions.pending.wish import Wish, stored, wishes_in_slot
from actions.reply.options import options_of
from actions.reply.parts import Block, Listed, Option, Reply, Said
from actions.reply.wording import say
from api.catalogue.schemas import SearchResult
from api.intakes.schemas import IntakeView, Part
from api.understanding.schemas import Understanding
from knowledge.language.aspects import Aspect
from knowledge.language.denial_clauses import takes_back
from knowledge.language.spoken_time import aspects_asked
from knowledge.language.tone import Tone

Kind = TypeVar("Kind", bound=Pending)

CONSULT_PHONE = "12345"
"""The national hotline for government services, named where nothing nearer is known."""


_KEPT_BEFORE, _LONGEST_KEPT = 4, 400
"""Messages before a moment that went wrong, and characters of each, that those who tune are shown."""

_GONE = {"intake_not_open", "intake_not_found"}
"""The remembered intake is no longer this conversation's open one: the turn is taken again with the one that is."""


class Turn:
    """The message, the memory and the reply of one turn."""

    def __init__(self, tracker: Tracker) -> None:
        message = tracker.latest_message
        self.text: str = message.get("text") or ""
        intent = message.get("intent") or {}
        self.intent: str = intent.get("name") or ""
        self.confidence: float = float(intent.get("confidence") or 0.0)
        self.metadata: dict[str, Any] = message.get("metadata") or {}
        self.conversation: str = tracker.sender_id
        self.channel: str = tracker.get_latest_input_channel() or "rest"
        self._tracker = tracker
        self._before = tracker.slots
        remembered = tracker.get_slot("pending")
        self.pending: Pending | None = pending_in(remembered)
        self.reading = Reading()
        self.understood: Understanding | None = None
        self.intake_id: str | None = tracker.get_slot("intake")
        self.affair: str | None = tracker.get_slot("affair")
        self.case_number: str | None = tracker.get_slot("case_number")
        self.answered: str | None = tracker.get_slot("answered")
        self._answered_now: str | None = None
        self.wishes = wishes_in_slot(tracker.get_slot("wishes"))
        self.heard = Heard.remembered(tracker.get_slot("heard"))
        self._heard_next = self.heard.model_copy(update={"at_once": False, "missed": 0})
        self.api = api.current()
        self._blocks: list[Block] = []
        self._listed: tuple[Option, ...] = ()
        self._card: dict[str, Any] | None = None
        self._next: Pending | None = None
        self._offers_nothing = False
        self._left_for_tuners = False
        if remembered is not None and self.pending is None:
            self.say("question_lost")
        if self.pending is None and self.case_number:
            self.pending = CaseInHand(number=self.case_number)
        if self.is_cut:
            self.say("cut")

    @property
    def is_cut(self) -> bool:
        """Whether the channel took only the beginning of a long message; it is said before all else."""
        return bool(self.metadata.get("cut"))

    @property
    def recent(self) -> tuple[str, ...]:
        """What the applicant said lately, this message last; the dialogue keeps only a few."""
        events = self._tracker.events
        return tuple(one["text"] for one in events if one.get("event") == "user" and one.get("text"))

    async def leave_for_the_tuners(self, moment: str, text: str = "", decision: str = "far") -> None:
        """Leave a sentence at a moment that went wrong for those who tune; never one said where personal data are asked for.

        Args:
            text: What was said; this message where it is left out.
        """
        said = text or self.text
        if not said or self._left_for_tuners or (self.pending is not None and self.pending.takes_contact):
            return
        self._left_for_tuners = True
        before = [one[:_LONGEST_KEPT] for one in self.recent if one != said][-_KEPT_BEFORE:]
        await self.api.log_unmatched(said[:_LONGEST_KEPT], self.channel, decision, moment, before)

    @property
    def papers_asked(self) -> tuple[str, ...]:
        """Names of the papers that the open question asks for."""
        return self.pending.papers if self.pending else ()

    @property
    def aspects(self) -> tuple[Aspect, ...]:
        """What the message asks beside what else it says."""
        return aspects_asked(self.text)

    async def intake(self, *including: Part) -> IntakeView:
        """The applicant's open intake, with the parts that the reply needs along with it."""
        view = await self.api.current_intake(self.channel, self.conversation, including)
        self.has_in_hand(view)
        return view

    def has_in_hand(self, view: IntakeView) -> None:
        """Remember which intake and which affair the talk is about."""
        self.intake_id = view.id
        self.affair = view.affair.id if view.affair else None

    def puts_aside(self) -> None:
        """Nothing is in hand any more."""
        self.intake_id = self.affair = None

    def wants_later(self, *wishes: Wish) -> None:
        """Keep wishes for when what is in hand is done; one that waits already is not kept twice."""
        waiting = {wish.name for wish in wishes}
        self.wishes = (*(wish for wish in self.wishes if wish.name not in waiting), *wishes)

    def wants_first(self, wish: Wish) -> None:
        """Keep a wish before all others."""
        self.wishes = (wish, *(one for one in self.wishes if one.name != wish.name))

    @property
    def aside(self) -> dict[str, str]:
        """What waits to be done, by the id of its item; what was put aside last stands last."""
        return {wish.affair: wish.name for wish in self.wishes if wish.affair}

    def takes_up(self, affair: str) -> None:
        """A wish that is taken up waits no more, and is not denied any more."""
        self.wishes = tuple(wish for wish in self.wishes if wish.affair != affair)
        self._heard_next = self._heard_next.wanting_again(affair)

    def denies(self, affairs: Collection[str]) -> None:
        """Affairs that are not what is wanted wait no more, and are not found any more unless they are named."""
        self.wishes = tuple(wish for wish in self.wishes if wish.affair not in affairs)
        self.heard = self.heard.denying(*affairs)
        self._heard_next = self._heard_next.denying(*affairs)

    async def understand(self) -> Understanding:
        """What the published knowledge hears in the message, asked for once."""
        if self.understood is None:
            pending = self.pending
            question = pending.question if isinstance(pending, ScenarioQuestion) else None
            offered = [one.value for one in pending.options] if isinstance(pending, ItemChoice) else []
            in_talk = self.affair or (pending.affair if isinstance(pending, CaseInHand) else "") or None
            denied = () if takes_back(self.text) else self.heard.denied
            self.understood = await self.api.understand(
                self.text,
                in_talk,
                question,
                self.answered,
                offered,
                denied,
                mourning=Tone.CONDOLENCE in self.heard.met,
            )
        return self.understood

    def says(self, text: str) -> None:
        """Go on as if this had been said."""
        self.text, self.understood = text, None

    def says_beside(self, text: str, understood: Understanding) -> None:
        """Go on as if only this part had been said, of which the classifier has heard nothing."""
        self.text, self.understood = text, understood
        self.intent, self.confidence = "", 0.0

    async def found(self) -> SearchResult:
        """The items that the message may ask for."""
        return (await self.understand()).search

    async def open_intake_id(self) -> str:
        """The id of the open intake, without a call where it is remembered."""
        return self.intake_id or (await self.intake()).id

    def say(self, key: str, **parts: object) -> None:
        """Add words to the reply."""
        self.add(say(key, **parts))

    def add(self, text: str) -> None:
        """Add text that is composed already."""
        if text:
            self._blocks.append(Said(text=text))

    def ask(self, question: str) -> None:
        """Add the question that waits for an answer."""
        self._blocks.append(Said(text=question, asks=True))

    def head_options(self, heading: str) -> None:
        """Add words that only introduce the options after them, in the same line."""
        self._blocks.append(Said(text=heading, shown_by="options"))

    def list_options(
        self, options: Sequence[Option], layout: Literal["rows", "line"] = "rows", *, runs_on: bool = False
    ) -> None:
        """Say what there is to choose from, numbered.

        Args:
            layout: In plain text, one option a line or all in one.
            runs_on: In plain text, after the words before in the same line.
        """
        if options:
            self._blocks.append(Listed(layout=layout, runs_on=runs_on))
            self._listed = tuple(options)

    def meet_tone(self) -> None:
        """Say what comes before the answer, once a conversation: 节哀, 抱歉."""
        wanting = self.heard.wanting(self.text)
        for tone in wanting:
            self.say(f"tone_{tone}")
        self._heard_next = self._heard_next.model_copy(update={"met": (*self.heard.met, *wanting)})

    def hear(self, danger: str) -> None:
        """Leave a danger that lingers for the next message."""
        self._heard_next = self.heard.model_copy(
            update={"danger": danger, "times": self.heard.times + 1, "at_once": True}
        )

    def miss(self, steps: int = 1) -> int:
        """Note that the message was not understood.

        Args:
            steps: How far the next reply goes round the question.

        Returns:
            How many before it in a row were not.
        """
        self._heard_next = self._heard_next.model_copy(update={"missed": self.heard.missed + steps})
        return self.heard.missed

    def talks_with(self, talk: str) -> None:
        """Remember the talk with a person that was asked for; empty: it is over."""
        self.heard = self.heard.model_copy(update={"talk": talk})
        self._heard_next = self._heard_next.model_copy(update={"talk": talk})

    def has_answered(self, answer: str, window: str = "") -> None:
        """Remember the library's answer just given, for a question in context after it.

        Args:
            window: Id of the window that was spoken of in the place of the centre.
        """
        self._answered_now = f"{answer}@{window}" if window else answer

    def card(self, kind: str, lines: Iterable[str] = (), /, **data: object) -> None:
        """Set the card that goes with the reply.

        Args:
            kind: Of the card.
            lines: What the card shows, in words for those who do not see it.
            data: What the card is drawn from.
        """
        words = "\n".join(lines)
        if words:
            self._blocks.append(Said(text=words, shown_by="card"))
        self._card = {"kind": kind, **data}

    def asked(self, kind: type[Kind]) -> Kind:
        """The open question, to which this message is the reply.

        Raises:
            TypeError: Another question is open, or none: the policy sends such a message elsewhere.
        """
        if not isinstance(self.pending, kind):
            raise TypeError(f"no {kind.__name__} is open")
        return self.pending

    def expect(self, pending: Pending | None) -> None:
        """Leave a question open for the next message; its options can be chosen, also where they are not listed again."""
        self._next = pending

    def keep_pending(self) -> None:
        """Leave open what was open before."""
        self._next = self.pending

    def lets_go(self) -> None:
        """What was open is open no more: what is said next is no reply to it."""
        self.pending = CaseInHand(number=self.case_number) if self.case_number and not self.affair else None

    def leave_as_it_was(self) -> None:
        """What was open and what was answered stays as it was: this message was not for the assistant."""
        self._answered_now = self.answered
        self.keep_pending_unsaid()

    def keep_pending_unsaid(self) -> None:
        """Leave open what was open before, and offer none of it now."""
        self.keep_pending()
        self.offer_nothing()

    def offer_nothing(self) -> None:
        """List none of what can be chosen, although it can be."""
        self._offers_nothing = True

    def reply(self) -> Reply:
        """What this turn says."""
        options = () if self._offers_nothing else self._listed or options_of(self._next)
        return Reply(blocks=tuple(self._blocks), options=options, card=self._card)

    def send(self, dispatcher: CollectingDispatcher) -> None:
        """Hand the reply over as one message."""
        reply = self.reply()
        dispatcher.utter_message(
            text=reply.text, buttons=reply.buttons, json_message=reply.card or {}, reply=reply.parts
        )

    def events(self) -> list[EventType]:
        """What the next turn needs to know; what is known already is not written again, which costs Rasa more than to keep it."""
        memory = {
            "pending": self._next.stored() if self._next else None,
            "intake": self.intake_id,
            "affair": self.affair,
            "case_number": self.case_number,
            "answered": self._answered_now,
            "wishes": stored(self.wishes),
            "heard": self._heard_next.stored(),
        }
        return [SlotSet(name, value) for name, value in memory.items() if value != self._before.get(name)]


class IntakeAction(Action, ABC):
    """An action of this dialogue; faults of the api become an honest sentence and leave everything as it was."""

    meets_tone: ClassVar[bool] = True
    """节哀 and 抱歉 are said before the reply."""

    @abstractmethod
    async def act(self, turn: Turn) -> None:
        """Say the reply of this turn."""

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        turn = Turn(tracker)
        try:
            try:
                await self.act(turn)
            except ApiProblem as problem:
                if problem.code not in _GONE or turn.intake_id is None:
                    raise
                turn = Turn(tracker)
                turn.puts_aside()
                await self.act(turn)
        except ApiProblem as problem:
            turn = Turn(tracker)
            turn.say("fault_saved", detail=problem.detail)
            turn.card("error", code=problem.code)
            turn.keep_pending()
        except ApiUnreachable:
            turn = Turn(tracker)
            turn.say("fault", phone=CONSULT_PHONE)
            turn.card("error", code="unreachable")
            turn.keep_pending()
        turn.send(dispatcher)
        return turn.events()
