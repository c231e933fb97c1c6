"""The table finds the class that Rasa's search finds."""

from __future__ import annotations

import pytest

from bot.compat import event_types
from bot.compat.event_types import resolve_by_type

from rasa.shared.core.events import Event, SlotSet  # isort: skip
from rasa.shared.utils.common import all_subclasses  # isort: skip

NAMES = sorted({kind.type_name for kind in all_subclasses(Event) if isinstance(kind.type_name, str)})


class TestResolveByType:
    @pytest.mark.parametrize("name", [*NAMES, "topic"])
    def test_finds_what_rasa_finds(self, name: str) -> None:
        assert resolve_by_type(name) is event_types._stock(name)

    def test_an_unknown_name_falls_back(self) -> None:
        assert resolve_by_type("unheard_of", SlotSet) is SlotSet

    def test_an_unknown_name_without_fallback_is_an_error(self) -> None:
        with pytest.raises(ValueError, match="unheard_of"):
            resolve_by_type("unheard_of")

    def test_a_fallback_is_not_remembered(self) -> None:
        resolve_by_type("unheard_of_too", SlotSet)
        with pytest.raises(ValueError, match="unheard_of_too"):
            resolve_by_type("unheard_of_too")
