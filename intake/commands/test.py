"""``intake test``: how well dialogue intents are told apart."""

from __future__ import annotations

import csv
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from intake import console
from intake.commands.options import DEFAULT_DATA, AsJson, DataDir
from intake.datafolder import open_folder
from intake.problems import Problem

if TYPE_CHECKING:
    from bot.nlu.evaluation import Report


def test(
    data_dir: DataDir = DEFAULT_DATA,
    folds: Annotated[int, typer.Option(min=2, max=20, help="分成几份轮流检验。")] = 5,
    json: AsJson = False,
) -> None:
    """Cross-validate the dialogue intents, write the confusion matrix as CSV and print the worst pairs."""
    from bot.nlu.evaluation import cross_validate
    from intake.project import examples

    folder = open_folder(data_dir)
    known = examples()
    if not known:
        raise Problem("没有训练例句，无法检验。请先在 bot/data/nlu 里写例句。")
    report = cross_validate(known, folds)
    written = write_matrix(report, folder.reports / f"intents-{datetime.now():%Y%m%d-%H%M%S}.csv")
    if json:
        console.as_json(
            {**report.as_dict(), "folds": folds, "intents": len(report.intents), "matrix": str(written)}
        )
        return
    _print(report, folds, written)


def write_matrix(report: Report, path: Path) -> Path:
    """Write the confusion matrix: a row for each true intent, a column for each given one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["真实意图", *report.intents, "例句数", "F1"])
        for name, counts in zip(report.intents, report.matrix.tolist(), strict=True):
            score = report.scores[name]
            rows.writerow([name, *counts, score.examples, f"{score.f1:.4f}"])
    return path


def _print(report: Report, folds: int, written: Path) -> None:
    console.say(f"对话意图 {len(report.intents)} 个，例句 {len(report.judgements)} 条，{folds} 折交叉验证")
    console.say(
        f"宏平均 F1 {report.macro_f1:.4f}，准确率 {report.accuracy:.4f}，校准误差 {report.calibration_error:.4f}"
    )
    worst = sorted(report.scores.items(), key=lambda pair: pair[1].f1)[:10]
    console.table("F1 最低的意图", ["意图", "F1", "精确率", "召回率", "例句"], [
        [name, f"{score.f1:.3f}", f"{score.precision:.3f}", f"{score.recall:.3f}", score.examples]
        for name, score in worst
    ])  # fmt: skip
    console.table("最常混淆的意图", ["真实意图", "判成", "次数"], report.most_confused(10))
    console.say(f"混淆矩阵写在 {written}")
