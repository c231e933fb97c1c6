"""The wish to submit beside whatever else a message says."""

from __future__ import annotations

import pytest

from knowledge.base.text import normalise
from knowledge.language.acts import Cue, asks_about, cue_of, wants_to_submit


@pytest.mark.parametrize(
    "text",
    [
        "好嘞，那我现在帮他报上吧",
        "那就交吧",
        "先把我居住证交上去嘛，提交",
        "对头，现在交吧。我叫[姓名]，电话[手机号]",
        "哦那行 那就提交吧 能网上弄不 我叫[姓名]",
        "提交呀 不是让你提交了吗",
        "我说交，你咋不动",
        "要得，那就交噻",
        "没啥问题了，提交撒",
        "行行行，那就给我递上去呗",
        "[姓名] [身份证号] 帮我交上去吧",
    ],
)
def test_wants_to_submit(text: str) -> None:
    assert wants_to_submit(normalise(text))


@pytest.mark.parametrize(
    "text",
    [
        "我叫[姓名]，手机[手机号]",
        "先不交，我叫[姓名]",
        "能不能提交，我叫[姓名]",
        "材料交给谁啊",
        "要交钱吗",
        "等我老公回来再交吧",
        "不让交吗",
        "交上去以后还能改吗",
        "我社保一直交的",
    ],
)
def test_does_not(text: str) -> None:
    assert not wants_to_submit(normalise(text))


@pytest.mark.parametrize("text", ["520能不能预约啊", "帮我约5月20号上午", "礼拜天能约不", "给俺抢个后天的号"])
def test_an_appointment_is_asked_for(text: str) -> None:
    assert cue_of("book_appointment", text) in (Cue.SAID, Cue.WHOLE)
    assert not asks_about("book_appointment", text)


@pytest.mark.parametrize(
    "text", ["预约要怎么弄", "必须预约吗", "公司找我谈话", "约定好的", "预约错过了怎么办"]
)
def test_it_is_only_asked_about(text: str) -> None:
    said = cue_of("book_appointment", text) in (Cue.SAID, Cue.WHOLE)
    assert not said or asks_about("book_appointment", text)
