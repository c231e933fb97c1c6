"""A copy of the state is what a replay of the history would give."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.compat import tracker_copy

from rasa.shared.core.domain import Domain  # isort: skip
from rasa.shared.core.events import (  # isort: skip
    ActionExecuted,
    ActionExecutionRejected,
    ActionReverted,
    ActiveLoop,
    AllSlotsReset,
    BotUttered,
    ConversationPaused,
    ConversationResumed,
    Event,
    FollowupAction,
    LoopInterrupted,
    Restarted,
    SessionStarted,
    SlotSet,
    UserUttered,
    UserUtteranceReverted,
)
from rasa.shared.core.trackers import DialogueStateTracker  # isort: skip

DOMAIN = Domain.from_yaml(
    """
version: "3.1"
intents: [greet]
slots:
  item: {type: any, initial_value: 无, influence_conversation: false, mappings: [{type: custom}]}
  fee: {type: float, influence_conversation: false, mappings: [{type: custom}]}
actions: [action_greet]
"""
)

EVENTS = st.one_of(
    st.builds(lambda text: UserUttered(text, {"name": "greet"}), st.sampled_from(["甲", "乙"])),
    st.builds(ActionExecuted, st.sampled_from(["action_greet", "action_listen", "form"])),
    st.builds(BotUttered, st.sampled_from(["您好", "再见"])),
    st.builds(SlotSet, st.just("item"), st.sampled_from([None, "执照", "护照"])),
    st.builds(SlotSet, st.just("fee"), st.sampled_from([None, 1.0])),
    st.builds(FollowupAction, st.just("action_greet")),
    st.builds(ActiveLoop, st.sampled_from([None, "form"])),
    st.builds(LoopInterrupted, st.booleans()),
    st.builds(ActionExecutionRejected, st.just("form")),
    st.builds(AllSlotsReset),
    st.builds(ConversationPaused),
    st.builds(ConversationResumed),
    st.builds(SessionStarted),
    st.builds(Restarted),
    st.builds(ActionReverted),
    st.builds(UserUtteranceReverted),
)


def state(tracker: DialogueStateTracker) -> dict[str, Any]:
    return {
        "slots": {name: (slot.value, slot.has_been_set) for name, slot in tracker.slots.items()},
        "events": list(tracker.events),
        "message": tracker.latest_message,
        "said": tracker.latest_bot_utterance,
        "action": tracker.latest_action,
        "follow-up": tracker.followup_action,
        "loop": tracker.active_loop,
        "paused": tracker.is_paused(),
        "model": (tracker.model_id, tracker.assistant_id),
        "sender": (tracker.sender_id, tracker.is_rule_tracker, tracker._max_event_history),
    }


def told(events: list[Event]) -> DialogueStateTracker:
    return DialogueStateTracker.from_events("甲", events, DOMAIN.slots)


class TestCopy:
    @settings(max_examples=300, deadline=None)
    @given(st.lists(EVENTS, max_size=12))
    def test_equals_rasas_own_copy(self, events: list[Event]) -> None:
        tracker = told(events)
        assert state(tracker_copy.copy(tracker)) == state(tracker_copy._stock(tracker))

    def test_changing_the_copy_changes_nothing_else(self) -> None:
        tracker = told([ActiveLoop("form"), SlotSet("item", "执照")])
        before = state(tracker)
        twin = tracker_copy.copy(tracker)
        twin.update(SlotSet("item", "护照"))
        twin.update(LoopInterrupted(True))
        twin.update(ConversationPaused())
        assert state(tracker)["slots"] == before["slots"]
        assert tracker.active_loop is not None and not tracker.active_loop.is_interrupted
        assert not tracker.is_paused()
        assert len(tracker.events) == 2

    def test_slots_whose_events_are_gone_are_kept(self) -> None:
        tracker = DialogueStateTracker("甲", DOMAIN.slots, max_event_history=1)
        tracker.update(SlotSet("item", "执照"))
        tracker.update(UserUttered("你好", {"name": "greet"}))
        assert tracker_copy.copy(tracker).get_slot("item") == "执照"

    @pytest.mark.parametrize("model", ["release-1", None])
    def test_the_copy_names_no_model_as_in_rasa(self, model: str | None) -> None:
        tracker = told([])
        tracker.model_id = model
        assert tracker_copy.copy(tracker).model_id == tracker_copy._stock(tracker).model_id
