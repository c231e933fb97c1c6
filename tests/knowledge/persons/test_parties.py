"""For whom and by whom, told from one sentence as people write it."""

from __future__ import annotations

import pytest

from knowledge.base.text import normalise
from knowledge.persons.capacity import Capacity
from knowledge.persons.parties import SELF, Parties, parties_in, parties_of
from knowledge.persons.people import people

NOBODY = ("", "")


@pytest.mark.parametrize(
    ("text", "applicant", "agent"),
    [
        ("给我妈办退休", "mother", SELF),
        ("帮俺爹问下低保咋申请", "father", SELF),
        ("替我奶奶办残疾证，她走不动了", "grandmother", SELF),
        ("我老婆的驾照丢了，我来补", "wife", SELF),
        ("我儿子六岁，要办身份证", "son", ""),
        ("孩子他爸出差了，我一个人能给娃上户口不", "child", SELF),
        ("老板让我来办营业执照", "company", SELF),
        ("我们公司要变更法人", "company", ""),
        ("我是会计，公司叫我来跑的", "company", SELF),
        ("单位给员工报工伤", "company", SELF),
        ("让我弟去跑", SELF, "brother"),
        ("叫我老公帮我去交行不行", SELF, "husband"),
        ("我妈替我去拿", SELF, "mother"),
        ("我在外地打工，让我爸代办", SELF, "father"),
        ("我爸88了，来不了，我来跑", "father", SELF),
        ("外婆下不了楼，我帮她办", "grandmother", SELF),
        ("帮阿妈搞個老人卡", "mother", SELF),
        ("我阿嫲行唔到，我幫佢攞得唔得", "grandmother", SELF),
        ("我老伴的，她腿疼，我跑", "spouse", SELF),
        ("代我姐办个居住证", "sister", SELF),
        ("我朋友委托我来的", "friend", SELF),
        ("邻居大爷不识字，我替他弄", "neighbour", SELF),
        ("我闺女上高中，给她办护照", "daughter", SELF),
        ("阿公年纪大了行动不便，我代他申请高龄津贴", "grandfather", SELF),
        ("我弟弟在监狱，我替他申请法律援助", "brother", SELF),
        ("爸妈都在外地，我替他们办", "parents", SELF),
        ("我妈不会用手机，我帮她填", "mother", SELF),
        ("我不方便，让邻居大爷帮我跑一趟", SELF, "neighbour"),
        ("请代办公司的人去", SELF, "agency"),
        ("本人去不了", SELF, "someone"),
        ("我回不来", SELF, "someone"),
        ("我媳妇去", SELF, "wife"),
        ("我自己去", SELF, SELF),
        ("本人亲自来", SELF, SELF),
    ],
)
def test_who_is_who(text: str, applicant: str, agent: str) -> None:
    found = parties_in(normalise(text))
    assert (found.applicant, found.agent) == (applicant, agent)


@pytest.mark.parametrize(
    "text",
    [
        "我想办个营业执照",
        "帮我查下进度",
        "麻烦帮我办个身份证",
        "我和老婆要离婚",
        "我爸去世了，我来注销户口",
        "领导，我想办个营业执照",
        "房子是我爸的名字",
        "租的是亲戚的房子",
        "不行，合同是我叔签的",
        "我跟我妈住",
        "孩子跟我姓",
        "我爸妈让我独立",
    ],
)
def test_people_who_are_only_spoken_of_take_no_part(text: str) -> None:
    found = parties_in(normalise(text))
    assert (found.applicant, found.agent) == NOBODY


@pytest.mark.parametrize(
    ("text", "capacity"),
    [
        ("给我儿子办，他十岁", Capacity.GUARDIAN),
        ("给孩子办护照", Capacity.GUARDIAN),
        ("给我儿子办，他二十一岁", Capacity.AGENT),
        ("娃刚满月要落户", Capacity.GUARDIAN),
        ("我家姑娘要上小学", Capacity.GUARDIAN),
        ("我爸88岁了，我替他办", Capacity.AGENT),
        ("我自己去", Capacity.APPLICANT),
        ("我想办身份证", Capacity.APPLICANT),
    ],
)
def test_in_what_capacity_the_one_acts_who_goes(text: str, capacity: Capacity) -> None:
    assert parties_in(text).capacity is capacity


class TestSeveralSentences:
    def test_the_later_one_counts(self) -> None:
        assert parties_of(["给我妈办社保卡", "还是让我弟去吧"]).agent == "brother"

    def test_another_applicant_brings_another_agent(self) -> None:
        assert parties_of(["让我弟去", "给我妈办"]) == Parties("mother", SELF)

    @pytest.mark.parametrize(
        "mention",
        [
            "刚我弟发消息说上个月住院的出院小结上就写了糖尿病",
            "我姐说材料不用复印",
            "我弟的电话打不通",
            "我儿子在外地上班来不了",
        ],
    )
    def test_a_mention_replaces_nobody(self, mention: str) -> None:
        told = [normalise("我妈高血压，她腿脚不好下不了楼，我替她去行不行"), normalise(mention)]
        assert parties_of(told) == Parties("mother", SELF)

    @pytest.mark.parametrize("said", ["是给我爸办", "替我爸办的", "我帮俺爹办"])
    def test_words_that_say_for_whom_do(self, said: str) -> None:
        assert parties_of(["给我妈办", said]) == Parties("father", SELF)

    @pytest.mark.parametrize("said", ["我走不动路，要我自己去不", "我下不了床", "俺腿脚不好"])
    def test_who_cannot_walk_sends_somebody(self, said: str) -> None:
        assert parties_of([said]).is_by_another

    @pytest.mark.parametrize("said", ["我妈走不动路", "我们走不动了"])
    def test_others_who_cannot_walk_do_not(self, said: str) -> None:
        assert not parties_of([said]).is_for_speaker

    def test_what_says_nothing_changes_nothing(self) -> None:
        assert parties_of(["给我妈办社保卡", "丢了", "材料都齐了"]) == Parties("mother", SELF)


def test_a_word_is_of_one_person() -> None:
    words = [word for one in people().people.values() for word in one.words]
    assert len(words) == len(set(words))


def test_they_are_told_politely() -> None:
    assert Parties("mother", SELF).applicant_said == "您母亲"
    assert Parties("mother", SELF).agent_said == "您"
    assert Parties(SELF, "brother").agent_said == "您兄弟"
    assert Parties(SELF, SELF).applicant_said == ""


@pytest.mark.parametrize(
    ("said", "applicant", "agent"),
    [
        ("用我老婆的名字办", "wife", ""),
        ("写我妈名字,我去跑", "mother", "self"),
        ("执照写我老公的", "husband", ""),
        ("我老婆走不开,我去", "wife", "self"),
        ("用我身份证办", "", ""),
    ],
)
def test_in_whose_name(said: str, applicant: str, agent: str) -> None:
    told = parties_in(said)
    assert (told.applicant, told.agent) == (applicant, agent)
