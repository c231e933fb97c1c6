"""An answer for WeChat: short enough, with what is asked and its options, and nothing lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from actions.reply.parts import Listed, Option, Reply, Said, spoken
from bot.channels.wechat.fields import fitted
from bot.channels.wechat.rendering import MOST_BYTES, composed, parts_of, size


def link(opens: str) -> str:
    return f"https://centre.example/#t=x&open={opens}"


def asking(told: str) -> Reply:
    return Reply(
        blocks=(Said(text=told), Said(text="您要办哪一种？", asks=True), Listed()),
        options=(
            Option(number=1, label="新办", payload="新办"),
            Option(number=2, label="延续", payload="延续"),
        ),
    )


class TestComposed:
    def test_a_short_answer_is_as_it_is_said(self) -> None:
        (only,) = composed([asking("好的。").message()], link)
        assert only.text == "好的。\n您要办哪一种？\n1 新办\n2 延续"
        assert only.options == (("1", "新办"), ("2", "延续")) and only.head == "好的。\n您要办哪一种？"

    def test_a_card_that_the_page_shows_brings_a_link(self) -> None:
        (only,) = composed([spoken("还差2处。", {"kind": "form"}).message()], link)
        assert only.text.endswith('<a href="https://centre.example/#t=x&open=form">在安全表单里填</a>')

    def test_a_long_one_keeps_head_question_options_and_link(self) -> None:
        (only,) = composed([asking("第一行\n" + "材料要求\n" * 900).message()], link)
        assert size(only.text) <= MOST_BYTES
        assert only.text.startswith("第一行") and "2 延续" in only.text and "centre.example" in only.text

    def test_a_long_notice_is_an_article_and_its_words(self) -> None:
        message = asking("一次性告知单 GZ20261123-0007\n" + "材料\n" * 900).message() | {
            "custom": {"kind": "notice"}
        }
        article, words = composed([message], link, articles=True)
        assert (
            article.is_article and article.title == "一次性告知单 GZ20261123-0007" and "2 延续" in words.text
        )

    def test_without_a_page_everything_comes_in_parts(self) -> None:
        text = "\n".join(f"{n} 材料要求" for n in range(900))
        parts = composed([spoken(text).message()])
        assert len(parts) > 1 and "\n".join(one.text for one in parts) == text

    @given(st.lists(st.text(alphabet="材料a1\n，😀", max_size=3000), min_size=1, max_size=3))
    def test_no_part_is_too_long(self, texts: list[str]) -> None:
        messages = [asking(text).message() for text in texts]
        for links in (None, link):
            assert all(0 < size(one.text) <= MOST_BYTES for one in composed(messages, links))


class TestParts:
    @given(st.text(alphabet="字a\n", max_size=5000))
    def test_nothing_is_lost(self, text: str) -> None:
        assert "".join(parts_of(text)).replace("\n", "") == text.replace("\n", "")


class TestFitted:
    def test_each_kind_of_field(self) -> None:
        assert (
            fitted("thing3", "窗口请您在五个工作日内补正下列材料：健康证明")
            == "窗口请您在五个工作日内补正下列材料：健…"
        )
        assert fitted("phrase2", "等待申请人补正") == "等待申请人"
        assert fitted("character_string1", "办件261123000017") == "261123000017"
        assert fitted("thing1", "一行\n两行") == "一行 两行"
