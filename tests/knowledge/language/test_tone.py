"""How a sentence wants to be met: 节哀, 抱歉, or like any other."""

from __future__ import annotations

import pytest

from knowledge.language.tone import Tone, tones_in


@pytest.mark.parametrize("said", ["我爸去世了户口怎么销", "我妈上个月病逝，社保怎么停", "老伴走了，房子过户"])
def test_somebody_died(said: str) -> None:
    assert tones_in(said) == (Tone.CONDOLENCE,)


@pytest.mark.parametrize("said", ["我都跑了三趟了", "材料又打回来了", "窗口又让我回去拿", "来了两次都没办成"])
def test_somebody_came_in_vain(said: str) -> None:
    assert tones_in(said) == (Tone.APOLOGY,)


@pytest.mark.parametrize(
    "said",
    ["身份证丢了", "我爷爷几十年前去世了，现在房子过户", "要跑几趟", "怕白跑，先问问", "养的狗死了怎么注销"],
)
def test_like_any_other(said: str) -> None:
    assert tones_in(said) == ()
