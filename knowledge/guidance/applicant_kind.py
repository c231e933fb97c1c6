"""Who applies, as far as the answers say it: routing sends natural persons to their township and legal persons to the centre."""

from __future__ import annotations

from collections.abc import Mapping

from knowledge.catalogue.condition import Answers
from knowledge.catalogue.item import Audience

QUESTION = "applicant_kind"
"""The common question 以个人、个体工商户还是企业的名义办理."""

_AUDIENCES: Mapping[str, Audience] = {
    "person": Audience.NATURAL,
    "household": Audience.NATURAL,
    "company": Audience.ENTERPRISE,
}


def audience_said(answers: Answers) -> Audience | None:
    """The audience that the answers name; None where nothing was said of it."""
    return _AUDIENCES.get(answers.get(QUESTION, ""))
