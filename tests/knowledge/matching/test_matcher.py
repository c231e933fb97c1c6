"""The matcher as its callers see it."""

from __future__ import annotations

import threading
from pathlib import Path

import numpy as np
import pytest

from knowledge.matching import Decision, Entry, Matcher, MatcherError
from tests.knowledge.matching.conftest import entries


def first(matcher: Matcher, text: str) -> str:
    return matcher.match(text).candidates[0].id


class TestFinding:
    def test_official_name_is_sure(self, matcher: Matcher) -> None:
        match = matcher.match("食品经营许可(补办)")
        assert match.decision is Decision.SURE
        assert match.candidates[0].id == "食品经营许可/补办"

    @pytest.mark.parametrize(
        ("text", "right"),
        [
            ("我的残疾证丢了,要补一个", "残疾人证/补办"),
            ("营业执照不干了咋整", "营业执照/注销"),
            ("取水许可证马上到期了怎么办", "取水许可/延续"),
            ("护士证改一下名字", "护士执业注册/变更"),
            ("第一次办导游证要啥手续", "导游证/新办"),
        ],
    )
    def test_operation_and_object_are_both_used(self, matcher: Matcher, text: str, right: str) -> None:
        assert first(matcher, text) == right

    @pytest.mark.parametrize(
        "text",
        ["殘疾證丟了", "残 疾 证 丢 了", "残疾证丢了。", "嗯那个我想问一下残疾证丢了怎么办啊", "残疾正丢了"],
    )
    def test_spelling_and_talk_change_nothing(self, matcher: Matcher, text: str) -> None:
        assert first(matcher, text) == "残疾人证/补办"

    def test_operations_found_are_named(self, matcher: Matcher) -> None:
        assert "补办" in matcher.match("身份证丢了").operations

    def test_scores_are_probabilities_in_order(self, matcher: Matcher) -> None:
        scores = [candidate.score for candidate in matcher.match("开饭馆的证").candidates]
        assert all(0 <= score <= 1 for score in scores)
        assert scores == sorted(scores, reverse=True)
        assert len(scores) == 10

    def test_limit_is_kept(self, matcher: Matcher) -> None:
        assert len(matcher.match("食品经营", limit=3).candidates) == 3

    def test_same_sentence_same_answer(self, matcher: Matcher) -> None:
        assert matcher.match("歌厅的许可到期了") == matcher.match("歌厅的许可到期了")


class TestKnowingWhenNot:
    @pytest.mark.parametrize("text", ["今天天气怎么样", "给我讲个笑话", "苹果手机多少钱一台", "放一首歌"])
    def test_chat_is_not_taken_for_an_item(self, matcher: Matcher, text: str) -> None:
        assert matcher.match(text).decision in (Decision.OUT_OF_SCOPE, Decision.FAR)

    @pytest.mark.parametrize("text", ["", "   ", "???", "。。。"])
    def test_nothing_said_finds_nothing(self, matcher: Matcher, text: str) -> None:
        match = matcher.match(text)
        assert match.decision is Decision.FAR
        assert match.candidates == ()

    def test_object_without_operation_is_asked_for_by_operation(self, matcher: Matcher) -> None:
        match = matcher.match("取水许可的事")
        assert match.decision is Decision.CLOSE
        assert match.distinguishing == "operation"
        assert {candidate.id.split("/")[0] for candidate in match.candidates[:4]} == {"取水许可"}

    def test_very_long_sentence_is_answered(self, matcher: Matcher) -> None:
        assert first(matcher, "残疾证丢了" + "说来话长" * 1_250) == "残疾人证/补办"

    def test_what_was_not_looked_at_is_owned_up_to(self, matcher: Matcher) -> None:
        assert matcher.match("残疾证丢了" + "说来话长" * 1_250).cut
        assert matcher.match("残疾证丢了" + "说来话长" * 40).cut
        assert not matcher.match("残疾证丢了").cut


class TestAddingAliases:
    def test_counts_at_once_word_for_word(self) -> None:
        matcher = Matcher.train([Entry("a", "食品经营许可(新办)"), Entry("b", "取水许可(新办)")])
        matcher.add_alias("b", "摆摊卖烤红薯")
        match = matcher.match("摆摊卖烤红薯")
        assert (match.decision, match.candidates[0].id) == (Decision.SURE, "b")

    def test_counts_at_once_for_like_sentences(self) -> None:
        matcher = Matcher.train([Entry("a", "食品经营许可(新办)"), Entry("b", "取水许可(新办)")])
        matcher.add_alias("b", "摆摊卖烤红薯")
        assert first(matcher, "卖烤红薯") == "b"

    def test_phrasing_of_two_entries_is_asked_about(self) -> None:
        matcher = Matcher.train(
            [Entry("a", "开餐饮店一件事", ("开饭店",)), Entry("b", "食品经营许可", ("开饭店",))]
        )
        match = matcher.match("开饭店")
        assert match.decision is Decision.CLOSE
        assert {candidate.id for candidate in match.candidates[:2]} == {"a", "b"}

    def test_unknown_entry_is_named(self, matcher: Matcher) -> None:
        with pytest.raises(MatcherError, match="没有这个"):
            matcher.add_alias("没有这个", "随便")


class TestTraining:
    def test_all_faults_are_named_together(self) -> None:
        with pytest.raises(MatcherError) as caught:
            Matcher.train([Entry("a", "甲"), Entry("a", "乙"), Entry("b", "。")], [("怎么办", "c")])
        assert len(caught.value.faults) == 3

    @pytest.mark.parametrize("number", [0, 1, 2, 5])
    def test_tiny_catalogues_work(self, number: int) -> None:
        known = [
            Entry(str(place), name)
            for place, name in enumerate(["取水许可", "导游证", "残疾人证", "护照", "暂住证"])
        ]
        matcher = Matcher.train(known[:number])
        match = matcher.match("导游证")
        assert len(match.candidates) <= number
        if number > 1:
            assert match.candidates[0].id == "1"

    def test_training_twice_gives_the_same_matcher(self, matcher: Matcher) -> None:
        again = Matcher.train(entries())
        for text in ("证丢了", "开饭馆的证", "歌厅的许可到期了", "今天天气怎么样"):
            assert again.match(text) == matcher.match(text)


class TestKeeping:
    def test_saved_and_loaded_answers_the_same(self, matcher: Matcher, tmp_path: Path) -> None:
        path = tmp_path / "model"
        matcher.save(path)
        loaded = Matcher.load(path)
        for text in ("残疾证丢了", "歌厅到期了", "今天天气", "开饭馆"):
            saved, again = matcher.match(text), loaded.match(text)
            assert saved.decision is again.decision
            assert [c.id for c in saved.candidates[:3]] == [c.id for c in again.candidates[:3]]
            assert np.allclose(
                [c.score for c in saved.candidates], [c.score for c in again.candidates], atol=0.02
            )

    def test_added_aliases_are_kept(self, tmp_path: Path) -> None:
        matcher = Matcher.train([Entry("a", "食品经营许可"), Entry("b", "取水许可")])
        matcher.add_alias("b", "摆摊卖烤红薯")
        matcher.save(tmp_path / "model")
        assert first(Matcher.load(tmp_path / "model"), "摆摊卖烤红薯") == "b"

    @pytest.mark.parametrize("content", [b"", b"not a model", b"PK\x03\x04broken"])
    def test_damaged_file_is_named(self, tmp_path: Path, content: bytes) -> None:
        path = tmp_path / "model"
        path.write_bytes(content)
        with pytest.raises(MatcherError, match="model"):
            Matcher.load(path)

    def test_reading_while_aliases_are_added(self) -> None:
        matcher = Matcher.train([Entry("a", "食品经营许可"), Entry("b", "取水许可")])
        failures: list[BaseException] = []

        def ask() -> None:
            try:
                for _ in range(200):
                    assert first(matcher, "取水许可") == "b"
            except BaseException as error:
                failures.append(error)

        threads = [threading.Thread(target=ask) for _ in range(4)]
        for thread in threads:
            thread.start()
        for number in range(20):
            matcher.add_alias("a", f"第{number}种吃食的证")
        for thread in threads:
            thread.join()
        assert failures == []


class TestNearDuplicates:
    def test_names_that_say_the_same_are_reported(self) -> None:
        matcher = Matcher.train(
            [
                Entry("a", "取水许可（新办）"),
                Entry("b", "取水许可新办"),
                Entry("c", "导游证核发"),
            ]
        )
        pairs = matcher.near_duplicates()
        assert [(one, other) for one, other, _ in pairs] == [("a", "b")]
