"""What every endpoint works with, and how it answers."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Annotated, Any, Protocol

from fastapi import Depends, Request
from pydantic import BaseModel
from starlette.responses import Response

from api.paper_files.service import PaperService
from api.platform.clock import Clock, centre_time
from api.platform.clock_guard import ClockGuard
from api.platform.database import Database
from api.platform.desk_watchers import DeskWatchers
from api.platform.keyed_locks import KeyedLocks
from api.platform.password_hashing import PasswordHasher
from api.platform.presence import Presence
from api.platform.rate_limiter import RateLimiter
from api.platform.recent_values import RecentValues
from api.platform.security import Vault
from api.platform.settings import Settings
from api.platform.stream_watchers import Watchers
from api.printing.renderer import DocumentRenderer
from api.published.answer_library import Library
from api.published.catalogue_holder import CatalogueHolder
from api.published.centre_holder import CentreHolder
from api.published.edits_holder import EditsHolder
from api.published.encoding import Encoding
from api.published.release_training import Learn, learn_aside
from knowledge.answers.item_question import QuestionFinder
from knowledge.answers.other_subject import SubjectWords
from knowledge.base.text import normalise
from knowledge.calendar.working_days import WorkCalendar
from knowledge.catalogue.affair import Catalogue
from knowledge.elsewhere.finder import MatterFinder
from knowledge.elsewhere.matter import Register
from knowledge.language.foreign import ForeignReader

Courier = Callable[[dict[str, Any]], Awaitable[str]]
"""Takes a message to somebody; what comes back is the way it went. Raises where it may work later."""


class Rehearse(Protocol):
    """Holds a conversation that leaves no trace."""

    def __call__(
        self, turns: Sequence[str], published: Services | None = None, /
    ) -> Awaitable[Sequence[BaseModel]]:
        """How each message is read and answered, with what is published now or with something else."""


@dataclass
class Services:
    """The parts of one running case system.

    Attributes:
        channels_token: What the programs of the channels send as bearer token; empty where everybody is trusted.
        encoding: Vectors of what is said, made in a thread of their own.
        clock: The one clock; tests replace it.
        edits: What those who tune have edited over the shipped library.
        centre: What the centre's staff have entered over the catalogue and the calendar that are shipped.
        live: Who follows which case in this process.
        desks: Who of the staff follows their queue in this process.
        presence: Who of the staff looks at which case in this process.
        findings: How many findings of the pre-check a submission has, worked out lately.
        locks: Who waits for whom in this process.
        renderer: What makes PDFs and Word forms.
        passwords: What makes and compares hashes of passwords.
        limiter: What counts how often routes are asked.
        couriers: Channels of this process that take news of a case to people themselves; by the channel's name.
        rehearse: Holds test conversations; None where the dialogue runs in another process.
        to_publish: Numbers of publishings that are begun in this process.
        learn: Trains what a release is to learn.
    """

    settings: Settings
    database: Database
    vault: Vault
    holder: CatalogueHolder
    edits: EditsHolder
    encoding: Encoding
    centre: CentreHolder
    clock: Clock = centre_time
    channels_token: str = ""
    live: Watchers = field(default_factory=Watchers)
    desks: DeskWatchers = field(default_factory=DeskWatchers)
    presence: Presence = field(default_factory=Presence)
    findings: RecentValues[int] = field(default_factory=lambda: RecentValues(5_000))
    locks: KeyedLocks = field(default_factory=KeyedLocks)
    renderer: DocumentRenderer = field(default_factory=DocumentRenderer)
    passwords: PasswordHasher = field(default_factory=PasswordHasher)
    limiter: RateLimiter = field(default_factory=RateLimiter)
    couriers: dict[str, Courier] = field(default_factory=dict)
    rehearse: Rehearse | None = None
    to_publish: asyncio.Queue[int] = field(default_factory=asyncio.Queue)
    learn: Learn = learn_aside
    _foreign: tuple[str, ForeignReader] | None = None
    _subjects: tuple[str, SubjectWords] | None = None

    @property
    def library(self) -> Library:
        """The answers, with the edits that count."""
        return self.edits.library

    @property
    def elsewhere(self) -> MatterFinder:
        """What others do, with the edits that count."""
        return self.edits.matters

    @property
    def catalogue(self) -> Catalogue:
        """What is published, as it is today at this centre."""
        return self.centre.catalogue(self.holder.current, self.today())

    @property
    def calendar(self) -> WorkCalendar:
        """Working days of the centre."""
        return self.centre.calendar

    @property
    def foreign(self) -> ForeignReader:
        """Reads pinyin, Cantonese and English; pinyin learns its characters from what is published."""
        version = (
            self.holder.version
        )  # edits of phrasings bring hardly new characters, and making a reader takes a second
        if self._foreign is None or self._foreign[0] != version:
            texts = _published_texts(self.catalogue, self.elsewhere.register)
            self._foreign = (version, ForeignReader(texts))
        return self._foreign[1]

    @property
    def subjects(self) -> SubjectWords:
        """Knows by which words items and matters are called."""
        version = self.holder.version
        if self._subjects is None or self._subjects[0] != version:
            words = SubjectWords(self.catalogue, _said_of_matters(self.elsewhere.register))
            self._subjects = (version, words)
        return self._subjects[1]

    @cached_property
    def questions(self) -> QuestionFinder:
        """Finds the question of its own that an item is asked."""
        return QuestionFinder(self.encoding.encoder, self.encoding.recent)

    @cached_property
    def uploads(self) -> PaperService:
        """Where uploaded papers are kept and read."""
        return PaperService(self.settings, self.vault)

    @cached_property
    def clock_guard(self) -> ClockGuard:
        """Tells when the machine's clock cannot be believed."""
        return ClockGuard(self.settings.data_dir)

    def now(self) -> datetime:
        return self.clock()

    def today(self) -> date:
        return self.clock().date()


def _published_texts(catalogue: Catalogue, register: Register) -> list[str]:
    """Everything in whose characters pinyin may be meant."""
    offered = (one for group in (catalogue.items, catalogue.bundles) for one in group.values())
    words = [text for one in offered for text in (one.name, *one.aliases)]
    return [normalise(text) for text in (*words, *_said_of_matters(register))]


def _said_of_matters(register: Register) -> list[str]:
    """What the matters are called that others do."""
    return [text for one in register.matters.values() for text in (one.name, *one.phrasings)]


async def _services(request: Request) -> Services:
    # Asynchronous although it waits for nothing: FastAPI runs other dependencies in a thread, which costs more than the rest.
    services: Services = request.app.state.services
    return services


Serving = Annotated[Services, Depends(_services)]
"""The services, as a parameter of an endpoint."""


def reply(view: BaseModel, status: int = 200) -> Response:
    """A view as a response. It is serialised once and not validated again: it is already an instance of its schema."""
    return Response(view.__pydantic_serializer__.to_json(view), status, media_type="application/json")
