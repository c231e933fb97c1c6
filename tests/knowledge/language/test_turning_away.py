"""What is wanted after a turn to something else."""

from __future__ import annotations

import pytest

from knowledge.language.turning_away import wanted_instead


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("办别的事,房子继承过户", "房子继承过户"),
        ("我要办别的,护照丢了", "护照丢了"),
        ("换一件事 给孩子上户口", "给孩子上户口"),
        ("先办另外一件,身份证到期了", "身份证到期了"),
    ],
)
def test_the_wish_behind_it(text: str, wish: str) -> None:
    assert wanted_instead(text) == wish


@pytest.mark.parametrize(
    "text", ["办别的事", "办别的事吧,算了", "换一件,谢谢", "别的事办完了,继续", "我想办事,怎么弄"]
)
def test_nothing_behind_it(text: str) -> None:
    assert wanted_instead(text) == ""
