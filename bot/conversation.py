"""One message on its way down and its answer on its way back, the same for every channel.

The order matters: normalise, cut personal data out and store it with the intake, and only then hand the text to the dialogue. Nothing
after this module sees an identity number.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from actions.client.api_client import ApiClient, ApiProblem, ApiUnreachable
from actions.pending.case import CaseRequest
from actions.pending.memory import pending_in
from actions.pending.model import Pending
from actions.reply.parts import spoken
from actions.reply.wording import say
from actions.turn import CONSULT_PHONE
from api.intakes.schemas import IntakeView
from bot.dialogue_state import MESSAGE
from bot.engine import Engine
from bot.reply import Message
from knowledge.base.text import normalise
from knowledge.language.paper_names import words_of_papers
from knowledge.persons.owners import told_apart
from knowledge.privacy.kinds import IDENTITIES, Personal, Taken
from knowledge.privacy.redaction import redact
from knowledge.privacy.unspoken import unspoken

MOST_CHARACTERS = 1000
"""A wish takes a sentence or two; of more, a pasted document, the beginning is taken and the applicant told so."""

_TORN = re.compile(r"[^，。；！？、,;!?\s]{0,40}$")
"""Where a long text is cut: a number or a name cut in two is no longer recognised as personal data."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """One message and its answer.

    Attributes:
        said: The message without personal data: as typed where there were none, else normalised with tokens.
        messages: The bot's messages in the form of Rasa's REST channel.
    """

    said: str
    messages: list[Message]


class Conversation:
    """Takes messages of any channel to the dialogue engine."""

    def __init__(self, engine: Engine, client: ApiClient) -> None:
        self._engine = engine
        self._client = client

    async def take(self, text: str, sender: str, channel: str) -> list[Message]:
        """Answer one message; see :meth:`exchange`, of which these are the bot's messages."""
        return (await self.exchange(text, sender, channel)).messages

    async def has_taken(self, message: str, sender: str, channel: str) -> bool:
        """Whether the dialogue has taken a message of that name lately, even where its answer was lost."""
        return await self._engine.has_taken(dialogue_of(sender, channel), message)

    async def exchange(self, text: str, sender: str, channel: str, message: str = "") -> Exchange:
        """Answer one message.

        Args:
            text: As typed.
            sender: The channel's name for the applicant's conversation.
            channel: Name of the channel, lower-case letters.
            message: The channel's own name of the message, where it has one.

        Returns:
            What was said without personal data, and the bot's messages in the form of Rasa's REST channel.
        """
        is_cut = len(text) > MOST_CHARACTERS
        taken_in = _TORN.sub("", text[:MOST_CHARACTERS]) if is_cut else text
        clean = normalise(taken_in).strip().lstrip("/").strip()
        refusal = _refusal(text, clean)
        if refusal:
            return Exchange(redact(clean)[0], _one_message(sender, refusal))
        dialogue = dialogue_of(sender, channel)
        pending = await self._pending(dialogue)
        asked = pending is not None and pending.takes_contact and not pending.offers(clean)
        said, taken = redact(clean, expecting_tail=isinstance(pending, CaseRequest), expecting_name=asked)
        if not asked and pending is not None and pending.papers and _gives_numbers_only(taken):
            said, taken = redact(clean, expecting_name=True)
        takes_own_words = pending is not None and pending.takes_own_words
        values = {} if takes_own_words else told_apart(said, taken)
        if not takes_own_words:
            known = words_of_papers(said, pending.papers) if pending else ()
            said = unspoken(said, taken, asked=asked, known=known)
        try:
            metadata = await self._put_away(values, said, channel, dialogue) if values else {}
        except ApiUnreachable:
            return Exchange(said, _one_message(sender, say("fault", phone=CONSULT_PHONE)))
        except ApiProblem as problem:
            return Exchange(said, _one_message(sender, problem.detail))
        about = {**metadata, "cut": is_cut, MESSAGE: message}
        messages = await self._engine.handle(said, dialogue, channel, about)
        return Exchange(
            said if said != clean or is_cut else text.strip(),
            [{**message, "recipient_id": sender} for message in messages],
        )

    async def _pending(self, dialogue: str) -> Pending | None:
        return pending_in(await self._engine.slot(dialogue, "pending"))

    async def _put_away(
        self, values: Mapping[Personal, str], said: str, channel: str, dialogue: str
    ) -> dict[str, Any]:
        """Store what was cut out with the intake, and tell the action what arrived, never its value."""
        stored = {str(kind): value for kind, value in values.items()}
        view: IntakeView = await self._client.store_personal(channel, dialogue, stored, said)
        return {
            "received": [kind for kind in view.contact_received if kind != Personal.PHONE_TAIL],
            "contact_problems": [problem.model_dump() for problem in view.contact_problems],
        }


def _gives_numbers_only(taken: Sequence[Taken]) -> bool:
    """Whether somebody's numbers are given and no name was announced: 孙倩 [身份证号] [手机号] once the notice is there."""
    kinds = {one.kind.plain for one in taken}
    return Personal.NAME not in kinds and bool({Personal.PHONE, *IDENTITIES} & kinds)


def _one_message(sender: str, text: str) -> list[Message]:
    return [{"recipient_id": sender, **spoken(text).message()}]


def dialogue_of(sender: str, channel: str) -> str:
    """The name under which dialogue and api know a channel's conversation."""
    return f"{channel}：{sender}"


def _refusal(text: str, clean: str) -> str | None:
    """Why a message cannot be taken, in words that say what to do."""
    return None if text.strip() and clean else say("empty")
