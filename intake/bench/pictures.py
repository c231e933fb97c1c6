"""Draw the learning curve and the calibration of the matcher, by cross-validation on a labelled set.

python -m intake.bench.pictures --items ITEMS --labelled LABELLED [--out-of-scope FOREIGN] [--encoder none] [--folder docs/img]
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from api.published.matcher_files import Models
from intake.bench.labelled import Labelled, read_labelled
from intake.bench.match import Outcome, answer, calibration, measure
from intake.commands.options import DEFAULT_DATA
from knowledge.embedding.encoder import PRETRAINED, SentenceEncoder
from knowledge.matching import Entry, Matcher

FOLDS = 5
CURVE = (0, 1, 3, 5)


def main(arguments: Sequence[str] | None = None) -> None:
    """Cross-validate, then write two pictures and the figures behind them."""
    parser = argparse.ArgumentParser(description="画出事项匹配的学习曲线和校准图")
    parser.add_argument("--items", type=Path, required=True)
    parser.add_argument("--labelled", type=Path, required=True)
    parser.add_argument("--out-of-scope", type=Path)
    parser.add_argument("--folder", type=Path, default=Path("docs/img"))
    parser.add_argument("--encoder", default=PRETRAINED)
    chosen = parser.parse_args(arguments)
    encoder = Models(DEFAULT_DATA / "models", chosen.encoder).encoder
    whole = read_labelled(chosen.items, None, chosen.labelled, chosen.out_of_scope)
    folds = list(split(whole))
    figures: dict[str, Any] = {"folds": [], "curve": []}
    for fold in folds:
        figures["folds"].append(measure(fold, encoder=encoder))
        print(json.dumps(figures["folds"][-1], ensure_ascii=False), flush=True)
    for number in CURVE:
        figures["curve"].append({"aliases": number, **measure(limited(folds[0], number), encoder=encoder)})
        print(json.dumps(figures["curve"][-1], ensure_ascii=False), flush=True)
    figures["calibration"] = calibration(outcomes(folds[0], encoder))
    chosen.folder.mkdir(parents=True, exist_ok=True)
    draw(figures, chosen.folder)
    (chosen.folder / "matching.json").write_text(
        json.dumps(figures, indent=1, ensure_ascii=False), encoding="utf-8"
    )


def split(whole: Labelled) -> list[Labelled]:
    """Cut the test phrasings into folds; each fold is tested on what the others teach."""
    order = list(whole.test)
    random.Random(0).shuffle(order)
    return [
        Labelled(
            whole.items,
            tuple(pair for place, pair in enumerate(order) if place % FOLDS != fold),
            tuple(order[fold::FOLDS]),
            whole.out_of_scope,
        )
        for fold in range(FOLDS)
    ]


def limited(fold: Labelled, aliases: int) -> Labelled:
    """The same fold with at most so many phrasings of each item to learn from."""
    taken: Counter[str] = Counter()
    kept: list[tuple[str, str]] = []
    for query, item in fold.train:
        if taken[item] < aliases:
            taken[item] += 1
            kept.append((query, item))
    return Labelled(fold.items, tuple(kept), fold.test, fold.out_of_scope)


def outcomes(fold: Labelled, encoder: SentenceEncoder | None) -> list[Outcome]:
    """Answers to a fold's test phrasings."""
    matcher = Matcher.train([Entry(name, name) for name in fold.items], fold.train, encoder=encoder)
    return [Outcome.of(answer(matcher, query, encoder)[0], item) for query, item in fold.test]


def draw(figures: dict[str, Any], folder: Path) -> None:
    """Draw both pictures."""
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    picture, axes = pyplot.subplots(figsize=(6, 4))
    curve = figures["curve"]
    whole = figures["folds"][0]
    places = [str(point["aliases"]) for point in curve] + ["all"]
    for key, label in (("top1", "first place"), ("top4", "within four"), ("decided", "decided alone")):
        axes.plot(places, [100 * point[key] for point in curve] + [100 * whole[key]], marker="o", label=label)
    axes.set(xlabel="phrasings known of each item", ylabel="% of unseen phrasings", ylim=(0, 100))
    axes.grid(alpha=0.3)
    axes.legend(loc="lower right")
    picture.savefig(folder / "matching-learning-curve.png", dpi=110, bbox_inches="tight")

    picture, axes = pyplot.subplots(figsize=(5, 5))
    axes.plot([0, 1], [0, 1], color="grey", linewidth=1)
    said, right, number = zip(*figures["calibration"], strict=True)
    axes.scatter(said, right, s=[max(12.0, one) for one in number], alpha=0.7)
    axes.set(xlabel="probability given", ylabel="share right", xlim=(0, 1.02), ylim=(0, 1.02))
    axes.grid(alpha=0.3)
    picture.savefig(folder / "matching-calibration.png", dpi=110, bbox_inches="tight")


if __name__ == "__main__":
    main()
