"""One message of the applicant with what the classifier makes of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from actions.pending.heard import Heard
from knowledge.language.aspects import aspects_in
from knowledge.language.danger.reading import danger_in

SURE_ENOUGH = 0.45
"""Below this a classified intent is not acted on by itself; misclassified replies lie below it in cross-validation."""

ASKING = frozenset(
    f"ask_{aspect}"
    for aspect in (
        [
            "materials",
            "fee",
            "time_limit",
            "place",
            "hours",
            "phone",
            "basis",
            "conditions",
            "process",
            "why",
            "result",
            "difference",
        ]
    )
)
"""Intents that ask something about an item."""

_WHY_A_PAPER = re.compile(
    r"^(?!.*(?:问|知道|了解|填|选)).*(?:证|书|合同|协议|登记表|申请表|照片|相片|图纸|报告|声明|户口[本簿]|材料)"
)
"""为什么要健康证 asks about a paper; any other why at a question is why the question is put."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """A message, redacted and normalised.

    Attributes:
        intent: The intent that the classifier holds for the likeliest.
        heard: What the conversation heard before that colours it.
    """

    text: str
    intent: str | None = None
    confidence: float = 0.0
    heard: Heard = field(default_factory=Heard)

    @property
    def tells_of_danger(self) -> bool:
        """Whether it tells of somebody in danger."""
        return danger_in(self.text) is not None

    @property
    def goes_on_in_danger(self) -> bool:
        """Whether it goes on after a danger that lingers."""
        return self.heard.goes_on(self.text) is not None

    @property
    def sure_intent(self) -> str | None:
        """The intent where the classifier is sure enough of it."""
        return self.intent if self.confidence >= SURE_ENOUGH else None

    @property
    def asks_about_item(self) -> bool:
        """Whether it surely asks something about an item, whatever words of an option it holds."""
        return self.sure_intent in ASKING and bool(aspects_in(self.text) or self.asks_why_of_a_paper)

    @property
    def asks_why_of_a_paper(self) -> bool:
        """Whether it asks why a paper is needed, and not why a question is put."""
        return self.sure_intent == "ask_why" and bool(_WHY_A_PAPER.match(self.text))
