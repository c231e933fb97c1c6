"""Runs turns of dialogue in this process: a text in, the bot's messages out.

The engine loads a trained Rasa model, keeps what a dialogue must remember in the `DialogueStore`, calls
actions directly, and exchanges the model for a newly published one without losing a turn.
"""

from __future__ import annotations

from bot import compat  # isort: skip  # Rasa must be imported quietly

import asyncio
import copy
import logging
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

from rasa.core.channels.channel import UserMessage
from rasa.core.lock_store import InMemoryLockStore
from rasa.core.nlg import TemplatedNaturalLanguageGenerator
from rasa.core.processor import MessageProcessor
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import UserUttered
from rasa_sdk.executor import ActionExecutor

from api.platform.keyed_locks import KeyedLocks
from api.platform.scrubbed_traceback import scrubbed_traceback
from bot.action_endpoint import InProcessActions, executor_of
from bot.dialogue_state import MESSAGE
from bot.reply import Message, Reply
from bot.tracker_store import DialogueStore

logger = logging.getLogger(__name__)

FAULT_RESPONSE = "utter_fault"
FAULT = (
    "抱歉，系统刚才出了问题，这一步可能没有办成，您之前填的内容都还在。请稍后再试一次，或者回复「转人工」。"
)

Locks = Callable[[str], AbstractAsyncContextManager[Any]]


class Engine:
    """One loaded model and the means to hold conversations with it."""

    def __init__(self, store: DialogueStore, executor: ActionExecutor, fault: str, locks: Locks) -> None:
        """Prepare an engine without a model; use `load`."""
        self._store = store
        self._executor = executor
        self._fault = fault
        self._locks = locks
        self._swapping = asyncio.Lock()
        self._processor: MessageProcessor

    @classmethod
    async def load(
        cls,
        model_path: Path,
        store_url: str,
        actions: ActionExecutor | str = "actions",
        *,
        store_key: str = "",
        fault: str = FAULT,
        locks: Locks | None = None,
    ) -> Engine:
        """Load a model and be ready for turns.

        Args:
            model_path: the trained model, a `.tar.gz` file.
            store_url: database of the dialogues. On SQLite give it a file of its own: the api holds
                transactions open across awaits in this same process, and turns would wait for them.
            actions: the package whose actions are to be registered, or an executor with its actions.
            store_key: mixed into the hash of sender ids (see `DialogueStore`).
            fault: said when a turn or an action fails, where the domain has no response `utter_fault`.
            locks: gives each sender's lock; by default locks of this process. Several worker processes need
                locks they share.

        Raises:
            DialogueStoreUnavailable: the database cannot be opened.
            rasa.exceptions.ModelNotFound: there is no model at the path.
        """
        compat.apply()
        executor = executor_of(actions) if isinstance(actions, str) else actions
        store = await asyncio.to_thread(DialogueStore, url=store_url, key=store_key)
        engine = cls(store, executor, fault, locks or KeyedLocks().of)
        await engine.swap(model_path)
        return engine

    @property
    def model_name(self) -> str:
        """The file name of the model that answers now."""
        return str(self._processor.model_filename)

    @property
    def domain(self) -> Domain:
        """The domain of the model that answers now."""
        return self._processor.domain

    @property
    def store(self) -> DialogueStore:
        """The store of the dialogues, for retention."""
        return self._store

    def on(self, store: DialogueStore) -> Engine:
        """An engine with the model that answers now and a store of its own: what is said to it is not remembered in this one's."""
        beside = Engine(store, self._executor, self._fault, KeyedLocks().of)
        beside._processor = copy.copy(self._processor)
        beside._processor.tracker_store = store.with_domain(self._processor.domain)
        return beside

    async def swap(self, model_path: Path) -> None:
        """Exchange the model. Turns under way finish with the old one, later turns use the new one."""
        async with self._swapping:  # the model asked for last stays
            self._processor = await asyncio.to_thread(self._build, model_path)

    async def handle(
        self, text: str, sender_id: str, channel: str, metadata: dict[str, Any] | None = None
    ) -> list[Message]:
        """Run one turn and return the bot's messages in the form of Rasa's REST channel.

        Messages of one sender are handled one after the other in the order of their arrival. A turn that
        fails answers with a sentence that says so.

        Args:
            text: what was said, already redacted.
            sender_id: whose dialogue it is.
            channel: the channel's name, for responses written for one channel.
            metadata: what actions need to know about this message, which they find as
                `tracker.latest_message["metadata"]`; only the message's name is stored.
        """
        reply = Reply(channel)
        async with self._locks(sender_id):
            processor = self._processor
            message = UserMessage(text, reply, sender_id, input_channel=channel, metadata=metadata or {})
            try:
                await processor.handle_message(message)
            except Exception as error:  # the applicant always gets an answer
                logger.error("turn failed: %s", scrubbed_traceback(error))
                await reply.send_response(sender_id, self._said_in_a_fault(processor.domain))
        return reply.messages

    async def slot(self, sender_id: str, name: str) -> Any:
        """Return what a sender's dialogue remembers under a name; None for nothing or a sender not seen before."""
        tracker = await self._processor.tracker_store.retrieve(sender_id)
        return tracker.get_slot(name) if tracker else None

    async def has_taken(self, sender_id: str, message: str) -> bool:
        """Whether a message of that name is among the last that a sender's dialogue has taken to the end."""
        tracker = await self._processor.tracker_store.retrieve(sender_id)
        said = (event for event in tracker.events if isinstance(event, UserUttered)) if tracker else ()
        return any((event.metadata or {}).get(MESSAGE) == message for event in said)

    def close(self) -> None:
        """Close the database connections."""
        self._store.close()

    def _build(self, model_path: Path) -> MessageProcessor:
        processor = MessageProcessor(
            model_path=str(model_path),
            tracker_store=self._store,
            lock_store=InMemoryLockStore(),
            generator=TemplatedNaturalLanguageGenerator({}),
        )
        domain = processor.domain
        fault = self._said_in_a_fault(domain)
        processor.nlg = TemplatedNaturalLanguageGenerator(domain.responses)
        processor.tracker_store = self._store.with_domain(domain)
        processor.action_endpoint = InProcessActions(self._executor, fault)
        return processor

    def _said_in_a_fault(self, domain: Domain) -> Message:
        """Return the domain's own words for a fault; they are said without filling in slots."""
        variants = domain.responses.get(FAULT_RESPONSE)
        return {"text": variants[0]["text"] if variants else self._fault}
