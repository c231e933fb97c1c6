"""Who the applicant really is."""

from __future__ import annotations

import pytest

from knowledge.base.text import normalise
from knowledge.persons.parties import SELF, Parties, parties_of
from knowledge.persons.role_correction import ROLE, WHOEVER, RoleCorrection, corrected_in


@pytest.mark.parametrize(
    ("text", "applicant", "instead_of"),
    [
        ("是我妈不是兄弟，改成我妈再交", "mother", "brother"),
        ("等下 咋写我兄弟，[姓名]是我妈", "mother", "brother"),
        ("不是我弟，是我妈", "mother", "brother"),
        ("不是给我弟办，是给我爸办", "father", "brother"),
        ("给我奶奶办的，又不是给我姐办", "grandmother", "sister"),
        ("怎么填成我闺女了，是我老伴", "spouse", "daughter"),
        ("申请人应该是我妈", "mother", ROLE),
        ("申请人改成我爸", "father", ROLE),
        ("改成我妈再交", "mother", WHOEVER),
    ],
)
def test_it_is_put_right(text: str, applicant: str, instead_of: str) -> None:
    assert corrected_in(normalise(text)) == RoleCorrection(applicant, instead_of)


@pytest.mark.parametrize(
    "text",
    [
        "代办人不是我弟，是我姐",
        "来办的人不是我妈，是我",
        "改成我妈去跑",
        "是我妈",
        "我妈不是本地人",
        "我弟发消息说出院小结上写了糖尿病",
        "身份证是我妈的",
        "名字打错了",
        "提交吧",
    ],
)
def test_other_words_put_nothing_right(text: str) -> None:
    assert corrected_in(normalise(text)) is None


@pytest.mark.parametrize(
    ("said", "known"),
    [
        (["给我弟办", "是我妈不是兄弟，改成我妈再交"], Parties("mother", SELF)),
        (["我妈高血压，我替她去", "申请人是我爸"], Parties("father", SELF)),
        (["给我弟办", "改成我妈再交"], Parties("mother", SELF)),
        (["给我妈办", "不是我弟，是我姐"], Parties("mother", SELF)),
        (["我自己去", "改成我妈吧"], Parties(SELF, SELF)),
    ],
)
def test_only_where_it_was_the_one_who_is_denied(said: list[str], known: Parties) -> None:
    assert parties_of(map(normalise, said)) == known
