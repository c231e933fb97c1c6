"""What an applicant wants beside the affair in hand: said in one sentence with it, or put aside for it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

MOST_KEPT = 5


class Wish(BaseModel):
    """A wish that waits.

    Attributes:
        name: Of the item or the matter, as it is said back.
        affair: Id of the item or bundle; empty for a matter that others do and where the item is not sure.
        text: The applicant's words.
    """

    model_config = ConfigDict(frozen=True)

    name: str
    affair: str = ""
    text: str = ""

    @property
    def was_begun(self) -> bool:
        """Whether it was in hand and put aside, and not only said."""
        return bool(self.affair) and not self.text


_wishes: TypeAdapter[tuple[Wish, ...]] = TypeAdapter(tuple[Wish, ...])


def wishes_in_slot(slot: Any) -> tuple[Wish, ...]:
    """The wishes that a dialogue remembers; none where another version wrote them otherwise."""
    try:
        return _wishes.validate_python(slot or ())
    except ValidationError:
        return ()


def stored(wishes: Iterable[Wish]) -> list[dict[str, Any]] | None:
    """What the dialogue keeps of them."""
    return [wish.model_dump(mode="json") for wish in wishes][:MOST_KEPT] or None
