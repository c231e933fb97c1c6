"""Changes of spelling and talk, and what they are measured as."""

from __future__ import annotations

import random

from intake.bench.labelled import Labelled
from intake.bench.noise import changes, homophones, measure

FOLD = Labelled(
    ("食品经营许可新办", "取水许可注销"),
    (("开饭馆的证", "食品经营许可新办"), ("打井的证不要了", "取水许可注销")),
    (("开饭馆证", "食品经营许可新办"), ("打井证不要了", "取水许可注销")),
    (),
)


class TestChanges:
    def test_a_homophone_is_another_character_of_the_same_sound(self) -> None:
        assert homophones(["证正", "开"])("开证", random.Random(0)) == "开正"

    def test_without_a_homophone_nothing_changes(self) -> None:
        assert homophones(["开证"])("开证", random.Random(0)) == "开证"

    def test_every_change_keeps_the_wish(self) -> None:
        told = {name: change("打井证不要了", random.Random(0)) for name, change in changes(FOLD).items()}
        assert told["clean"] == "打井证不要了"
        assert told["blanks"] == "打 井 证 不 要 了"
        assert told["traditional"] == "打井證不要了"
        assert "打井证不要了" in told["sentence"] and "打井证不要了" in told["dialect"]


class TestMeasure:
    def test_says_every_share_of_every_change(self) -> None:
        report = measure(FOLD)
        assert list(report) == list(changes(FOLD))
        assert report["clean"]["top1"] == report["traditional"]["top1"] == 1.0
        assert all(0 <= share <= 1 for shares in report.values() for share in shares.values())
