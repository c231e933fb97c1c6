"""What one dialogue keeps between two messages, as one small text.

Kept: every slot that was set, and the last few events that say who did what (the applicant's messages,
already redacted by the channel, and the actions). Not kept: what the bot said (the api keeps the
conversation), what came with a message as metadata but for its name, what else a message might have meant, and events that slots already stand for.
The size depends on the number of slots, never on the length of the conversation.
"""

from __future__ import annotations

import dataclasses
import json
import logging
from collections.abc import Iterable
from typing import Any

from rasa.shared.core.constants import SESSION_START_METADATA_SLOT
from rasa.shared.core.events import (
    AllSlotsReset,
    BotUttered,
    Event,
    Restarted,
    SessionStarted,
    SlotSet,
    UserUttered,
    deserialise_events,
)
from rasa.shared.core.slots import Slot
from rasa.shared.core.trackers import DialogueStateTracker, TrackerActiveLoop

logger = logging.getLogger(__name__)

# What slots stand for, and what nobody reads again.
_NOT_KEPT = (SlotSet, AllSlotsReset, BotUttered)

# What a message was taken for; the ranking of all other intents is ten times as long.
_KEPT_OF_PARSE_DATA = ("text", "intent", "entities")

MESSAGE = "message"
"""Under this name the metadata of a message hold the channel's own name of it, so that it is known which were taken."""

# Everything before the last of these has no effect any more.
_STARTING_ANEW = (SessionStarted, Restarted)


def dump(tracker: DialogueStateTracker, recent_events: int) -> str:
    """Return the tracker's state as JSON.

    Args:
        tracker: the tracker at the end of a turn.
        recent_events: how many events to keep at most.
    """
    loop = tracker.active_loop
    return json.dumps(
        {
            "slots": {
                name: slot.value
                for name, slot in tracker.slots.items()
                if slot.has_been_set and name != SESSION_START_METADATA_SLOT
            },
            "events": [_as_kept(event) for event in _recent(tracker, recent_events)],
            "followup_action": tracker.followup_action,
            "paused": tracker.is_paused(),
            "active_loop": dataclasses.asdict(loop) if loop else None,
        },
        separators=(",", ":"),
    )


def restore(sender_id: str, state: str, slots: Iterable[Slot]) -> DialogueStateTracker:
    """Return a tracker in the dumped state.

    What another release wrote and this one does not know is left out: slots, events, fields. What it did not write is as in a new
    dialogue, and so is everything where the text is no state at all.

    Args:
        sender_id: whose dialogue it is.
        state: what `dump` returned.
        slots: the slots of the present domain.
    """
    kept = _object(state)
    tracker = DialogueStateTracker(sender_id, slots)
    events = _known(kept.get("events") or ())
    began = events[0].timestamp if events else None
    for name, value in (kept.get("slots") or {}).items():
        if name in tracker.slots:
            tracker.update(SlotSet(name, value, timestamp=began))
    for event in events:
        tracker.update(event)
    tracker.followup_action = kept.get("followup_action", tracker.followup_action)
    tracker._paused = bool(kept.get("paused"))
    tracker.active_loop = _loop(kept.get("active_loop"))
    return tracker


def _object(state: str) -> dict[str, Any]:
    try:
        kept = json.loads(state)
    except ValueError:
        kept = None
    if isinstance(kept, dict):
        return kept
    logger.warning("a stored dialogue could not be read and begins anew")
    return {}


def _known(events: Iterable[dict[str, Any]]) -> list[Event]:
    known: list[Event] = []
    for event in events:
        try:
            known += deserialise_events([event])
        except (ValueError, KeyError, TypeError):
            logger.warning("an event of a stored dialogue is not known and left out")
    return known


def _loop(kept: dict[str, Any] | None) -> TrackerActiveLoop | None:
    if not kept:
        return None
    return TrackerActiveLoop(
        **{field.name: kept.get(field.name) for field in dataclasses.fields(TrackerActiveLoop)}
    )


def _recent(tracker: DialogueStateTracker, limit: int) -> list[Event]:
    """Return the last events worth keeping, oldest first."""
    recent: list[Event] = []
    for event in reversed(tracker.events):
        if isinstance(event, _STARTING_ANEW) or len(recent) == limit:
            break
        if not isinstance(event, _NOT_KEPT):
            recent.append(event)
    recent.reverse()
    return recent


def _as_kept(event: Event) -> dict[str, Any]:
    kept: dict[str, Any] = event.as_dict()
    name = (kept.pop("metadata", None) or {}).get(MESSAGE)
    if name and isinstance(event, UserUttered):
        kept["metadata"] = {MESSAGE: name}
    if isinstance(event, UserUttered):
        kept["parse_data"] = {
            key: event.parse_data[key] for key in _KEPT_OF_PARSE_DATA if key in event.parse_data
        }
    return kept
