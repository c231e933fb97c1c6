"""Asked, understood, self-served, and where people left off."""

from __future__ import annotations

import pytest

from knowledge.cases.oversight.talk_figures import STAGE_NAMES, TalkFigures, TalkStage, talk_stage


@pytest.mark.parametrize(
    ("come_to", "stage"),
    [
        ((False, False, False, False), TalkStage.BEGUN),
        ((True, False, False, False), TalkStage.UNDERSTOOD),
        ((True, False, True, False), TalkStage.UNDERSTOOD),
        ((True, True, False, False), TalkStage.NOTICE),
        ((True, True, True, False), TalkStage.CONTACT),
        ((True, True, True, True), TalkStage.SUBMITTED),
    ],
)
def test_the_furthest_counts(come_to: tuple[bool, bool, bool, bool], stage: TalkStage) -> None:
    affair, notice, contact, submitted = come_to
    assert talk_stage(affair=affair, notice=notice, contact=contact, submitted=submitted) is stage


def test_each_figure_holds_those_that_came_further() -> None:
    figures = TalkFigures(dict(zip(TalkStage, (5, 4, 3, 2, 1), strict=True)), not_understood=7)
    assert (figures.asked, figures.understood, figures.self_served, figures.submitted) == (15, 10, 6, 1)
    assert set(STAGE_NAMES) == set(TalkStage)
