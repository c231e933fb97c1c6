"""What a conversation has heard that colours what is said after it: a danger that lingers, a condolence said once, what was missed."""

from __future__ import annotations

from typing import Any, Self

from pydantic import BaseModel, ConfigDict, ValidationError

from knowledge.language.danger.reading import Afterwards, afterwards_in
from knowledge.language.departed import plainly
from knowledge.language.tone import Tone, tones_in

_MOST_DENIED = 60


class Heard(BaseModel):
    """What was heard before this message.

    Attributes:
        danger: The kind of danger that lingers.
        at_once: The reply just before was about it.
        times: How often it was answered.
        met: The tones that were met already.
        missed: How many replies in a row were not understood.
        denied: Ids of the affairs that are not what is wanted, the last ones.
        talk: Id of the talk with a person that was asked for, until it is over.
    """

    model_config = ConfigDict(frozen=True)

    danger: str | None = None
    at_once: bool = False
    times: int = 0
    met: tuple[Tone, ...] = ()
    missed: int = 0
    denied: tuple[str, ...] = ()
    talk: str = ""

    @classmethod
    def remembered(cls, slot: Any) -> Self:
        """What the dialogue keeps; nothing where another version wrote it otherwise."""
        try:
            return cls.model_validate(slot or {})
        except ValidationError:
            return cls()

    def denying(self, *affairs: str) -> Self:
        """The same with more affairs that are not wanted."""
        denied = tuple(dict.fromkeys((*self.denied, *affairs)))
        return self.model_copy(update={"denied": denied[-_MOST_DENIED:]})

    def wanting_again(self, affair: str) -> Self:
        """The same with an affair that is wanted after all."""
        return self.model_copy(update={"denied": tuple(one for one in self.denied if one != affair)})

    def goes_on(self, text: str) -> Afterwards | None:
        """How a message goes on after a danger that lingers."""
        return afterwards_in(text, at_once=self.at_once) if self.danger else None

    def wanting(self, text: str) -> tuple[Tone, ...]:
        """The tones that a message wants and that were not met before."""
        return tuple(tone for tone in tones_in(plainly(text)) if tone not in self.met)

    def stored(self) -> dict[str, Any] | None:
        """What the dialogue keeps of it; nothing where there is nothing."""
        return self.model_dump(mode="json", exclude_defaults=True) or None
