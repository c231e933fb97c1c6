"""`bench match`: its figures, and the faults of its files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from intake.bench.labelled import BenchInputError, read_labelled
from intake.bench.match import Outcome, calibration, run
from knowledge.matching import Decision
from tests.knowledge.matching.conftest import Concepts

BENCH = Path(__file__).parents[3] / "shared" / "bench"

THINGS = ("取水许可", "导游证", "残疾人证", "食品经营许可", "护士执业注册", "道路运输证", "营业执照")
WAYS = {"新办": "办{}", "补办": "{}丢了", "延续": "{}到期了", "注销": "{}不要了"}


def lines(path: Path, rows: list[dict[str, str]]) -> Path:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    items = [f"{thing}({way})" for thing in THINGS for way in WAYS]
    spoken = [(WAYS[way].format(thing), f"{thing}({way})") for thing in THINGS for way in WAYS]
    return {
        "items": lines(tmp_path / "items.jsonl", [{"item": item} for item in items]),
        "train": lines(tmp_path / "train.jsonl", [{"query": "我要" + q, "item": i} for q, i in spoken]),
        "test": lines(tmp_path / "test.jsonl", [{"query": q + "咋整", "item": i} for q, i in spoken]),
    }


class TestFigures:
    @pytest.mark.slow
    def test_prints_every_promised_key(self, files: dict[str, Path], tmp_path: Path) -> None:
        foreign = lines(tmp_path / "foreign.jsonl", [{"query": "今天天气怎么样"}, {"query": "讲个笑话"}])
        figures = run(**files, out_of_scope=foreign)
        promised = "items queries top1 top3 top4 decided decided_precision rejected kept train_s p50_us p95_us model_mb"
        assert set(promised.split()) <= set(figures)
        assert figures["items"] == 28
        assert figures["top1"] >= 0.9
        assert 0 <= figures["rejected"] <= 1

    @pytest.mark.slow
    def test_removed_items_are_asked_for_and_reported(self, files: dict[str, Path]) -> None:
        figures = run(**files, remove=0.1)
        assert figures["items"] == 25
        assert figures["queries"] + figures["novel_queries"] == 28
        assert 0 <= figures["novel_rejected"] <= 1

    @pytest.mark.slow
    def test_the_share_that_asked_the_encoder_is_told(self, files: dict[str, Path], tmp_path: Path) -> None:
        said = ("我要{}", "想{}", "{}怎么弄")
        rows = [
            {"query": way.format(WAYS[kind].format(thing)), "item": f"{thing}({kind})"}
            for thing in THINGS
            for kind in WAYS
            for way in said
        ]
        learned = lines(tmp_path / "more.jsonl", rows)
        encoder = Concepts()
        figures = run(**{**files, "train": learned}, encoder=encoder)
        assert figures["encoder"] == encoder.version
        assert 0 <= figures["asked"] <= 1
        assert figures["top1"] >= 0.9

    def test_calibration_counts_every_answer_once(self) -> None:
        outcomes = [
            Outcome(0, Decision.SURE, 1.0),
            Outcome(3, Decision.CLOSE, 0.25),
            Outcome(0, Decision.CLOSE, 0.29),
        ]
        table = calibration(outcomes)
        assert [number for _, _, number in table] == [2, 1]
        assert table[0][1] == 0.5


class TestFaults:
    def test_all_are_named_with_file_and_line(self, tmp_path: Path) -> None:
        items = lines(tmp_path / "items.jsonl", [{"item": "甲证"}, {"item": "乙证"}, {"item": "甲证"}])
        train = lines(
            tmp_path / "train.jsonl",
            [
                {"query": "办证", "item": "甲证"},
                {"query": "办证", "item": "乙证"},
                {"query": "补证", "item": "丙证"},
            ],
        )
        test = tmp_path / "test.jsonl"
        test.write_bytes(
            '{"query": "办甲证", "item": "甲证"}\n'.encode() + '{"query": "办"}'.encode("gbk") + b"\n{]\n"
        )
        with pytest.raises(BenchInputError) as caught:
            read_labelled(items, train, test, None)
        told = caught.value.faults
        assert len(told) == 5
        for place in (
            "items.jsonl 第3行",
            "train.jsonl 第2行",
            "train.jsonl 第3行",
            "test.jsonl 第2行",
            "test.jsonl 第3行",
        ):
            assert any(place in fault for fault in told), place

    def test_empty_and_missing_files_are_named(self, files: dict[str, Path], tmp_path: Path) -> None:
        empty = tmp_path / "empty.jsonl"
        empty.touch()
        with pytest.raises(BenchInputError) as caught:
            read_labelled(files["items"], empty, tmp_path / "none.jsonl", None)
        assert [fault.split(":")[0] for fault in caught.value.faults] == ["empty.jsonl", "none.jsonl"]


@pytest.mark.slow
class TestRealCity:
    """A quarter of the city's items; `intake bench match` on all of them is the figure, and takes minutes."""

    def test_held_back_phrasings_are_found(self, tmp_path: Path) -> None:
        folder = BENCH / "item-match"
        if not folder.is_dir():
            pytest.skip("没有真实城市的说法数据（shared/bench/item-match），跳过")
        items = read(folder / "items.jsonl")[::4]
        kept = {row["item"] for row in items}
        asked = [row for row in read(folder / "dev.jsonl") if row["item"] in kept]
        figures = run(
            lines(tmp_path / "items.jsonl", items),
            lines(tmp_path / "train.jsonl", [row for number, row in enumerate(asked) if number % 5]),
            lines(tmp_path / "test.jsonl", asked[::5]),
            BENCH / "out-of-scope" / "dev.jsonl",
        )
        assert figures["top1"] >= 0.84
        assert figures["top4"] >= 0.965
        assert figures["decided_precision"] >= 0.95
        assert figures["kept"] >= 0.95
        assert figures["rejected"] >= 0.9
        assert figures["model_mb"] <= 20


def read(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
