"""What is said and what is denied."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.language.polarity import (
    denies,
    is_denied_after,
    is_gone,
    is_negated,
    is_unwilling,
    opens_with_denial,
    sides,
    signs,
    without_asking,
)

WORDS = st.sampled_from(["空调", "做凉菜", "租房", "招员工", "委托", "欠费", "仓库", "抵押"])
DENIALS = st.sampled_from(["不", "没", "没有", "无", "不是", "别", "未"])


class TestSigns:
    @given(DENIALS, WORDS)
    def test_a_denial_turns_what_follows(self, denial: str, word: str) -> None:
        assert set(signs(denial + word)[len(denial) :]) == {-1}

    @given(DENIALS, WORDS)
    def test_two_denials_say_yes(self, denial: str, word: str) -> None:
        assert set(signs("不是" + denial + word)[-len(word) :]) == {1}
        assert not denies("不是" + denial + word)

    @given(WORDS, WORDS, DENIALS)
    def test_a_denial_ends_with_its_clause(self, one: str, other: str, denial: str) -> None:
        assert set(signs(f"{denial}{one}，{other}")[-len(other) :]) == {1}

    @given(st.text(alphabet="没不是有别的人，。只无空调非常差多 a1", max_size=30))
    def test_each_character_has_one(self, text: str) -> None:
        assert len(signs(text)) == len(text)
        assert set(signs(text)) <= {-1, 0, 1}

    @pytest.mark.parametrize(
        ("text", "word", "sign"),
        [
            ("没装空调", "空调", -1),
            ("没跟他们住一起", "一起", -1),
            ("不是租的是自己的", "自己", 1),
            ("不是租的，自己的", "租的", -1),
            ("别人的房子", "房子", 1),
            ("差不多有空调", "空调", 1),
            ("有没有空调", "空调", 1),
            ("不动产证", "证", 1),
            ("未成年人", "人", 1),
            ("没贷款只有抵押", "抵押", 1),
            ("唔做冷菜", "冷菜", -1),
        ],
    )
    def test_of_a_word(self, text: str, word: str, sign: int) -> None:
        assert signs(text)[text.index(word)] == sign


class TestDenies:
    @pytest.mark.parametrize("text", ["没有", "不做", "没装空调", "从来没交过", "不请人"])
    def test_denials(self, text: str) -> None:
        assert denies(text)

    @pytest.mark.parametrize("text", ["有空调", "别人", "差不多", "不是没有", "是不是", "不动产", "特别大"])
    def test_none(self, text: str) -> None:
        assert not denies(text)


class TestSides:
    @pytest.mark.parametrize(
        ("values", "labels", "expected"),
        [
            (("yes", "no"), ("有", "没有"), [1, -1]),
            (("no", "yes"), ("没有列入", "已列入"), [-1, 1]),
            (("same", "different"), ("没有变", "有变化"), [-1, 1]),
            (("yes", "no"), ("有堂食", "只做外卖或打包"), [1, -1]),
            (("adult", "minor"), ("满16周岁", "不满16周岁"), [1, -1]),
            (("a", "b"), ("国产", "进口"), [0, 0]),
            (("a", "b", "c"), ("有", "没有", "都不是"), [0, 0, 0]),
            (("clear", "owing"), ("没有或已全部清偿", "还有债务"), [-1, 1]),
            (("home", "other"), ("不动产", "动产"), [0, 0]),
        ],
    )
    def test_of_two_options(
        self, values: tuple[str, ...], labels: tuple[str, ...], expected: list[int]
    ) -> None:
        assert sides(values, labels) == expected

    def test_a_word_that_only_begins_like_a_denial(self) -> None:
        assert not opens_with_denial("不动产")
        assert opens_with_denial("暂时不招")


@pytest.mark.parametrize(
    ("question", "statement"),
    [
        ("有没有集中空调通风系统", "有集中空调通风系统"),
        ("交过住房公积金没有", "交过住房公积金"),
        ("是否制售冷食", "制售冷食"),
        ("公司开业时招不招员工", "公司开业时招员工"),
        ("满16周岁了吗", "满16周岁了吗"),
    ],
)
def test_a_question_as_a_statement(question: str, statement: str) -> None:
    assert without_asking(question) == statement


class TestNegated:
    @pytest.mark.parametrize(
        "before",
        ["没得", "莫得", "木有", "冇", "甭用", "又不是换", "从来没办过", "没另外租", "也没给", "我们店没得"],
    )
    def test_what_follows_is_denied(self, before: str) -> None:
        assert is_negated(before)

    @pytest.mark.parametrize("before", ["不想跑就", "特别", "差不多", "没结婚", "不是租的是", "要不"])
    def test_not_over_other_words(self, before: str) -> None:
        assert not is_negated(before)

    @pytest.mark.parametrize("after", ["不肯申请", "超过30天没报", "死活不给报"])
    def test_who_does_not_do_it(self, after: str) -> None:
        assert is_unwilling(after)

    @pytest.mark.parametrize("after", ["来申请", "给报", "申请,我不去"])
    def test_who_does(self, after: str) -> None:
        assert not is_unwilling(after)


@pytest.mark.parametrize(
    "after", ["没变", "都没变", "和地址都没变", "没有", "我们不做", "照旧", "也没动过", "跟原来一样", "不搞"]
)
def test_what_stands_before_is_denied(after: str) -> None:
    assert is_denied_after(after)


@pytest.mark.parametrize("after", ["没有问题", "变了", "换了法人没变", "不是自己的", "没有凉菜", "去办", ""])
def test_what_stands_before_is_not_denied(after: str) -> None:
    assert not is_denied_after(after)


@pytest.mark.parametrize(
    ("after", "gone"),
    [("都不在了", True), ("去年走了", True), ("都没了", True), ("不在家", False), ("走不开", False)],
)
def test_who_stands_before_is_gone(after: str, gone: bool) -> None:
    assert is_gone(after) is gone
