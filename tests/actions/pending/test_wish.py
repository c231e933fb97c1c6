"""Wishes that wait: kept in order, not twice, and dropped where another version wrote them otherwise."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actions.pending.wish import MOST_KEPT, Wish, stored, wishes_in_slot

wishes = st.lists(st.builds(Wish, name=st.text(max_size=20), affair=st.text(max_size=20)), max_size=9)


@given(wishes)
def test_what_is_stored_is_read_again(waiting: list[Wish]) -> None:
    assert wishes_in_slot(stored(waiting)) == tuple(waiting[:MOST_KEPT])


@pytest.mark.parametrize(
    "slot", [None, [], "上户口", 7, [{"affair": "a"}], [{"name": 3}], {"name": "上户口"}]
)
def test_nothing_is_read_from_what_is_no_wish(slot: object) -> None:
    assert wishes_in_slot(slot) == ()
