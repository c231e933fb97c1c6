"""What spelling and talk cost the matcher: the same phrasings clean and changed.

python -m intake.bench.noise --items ITEMS --labelled LABELLED [--fold 0] [--encoder none]
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import opencc
from pypinyin import Style, lazy_pinyin

from api.published.matcher_files import Models
from intake.bench.labelled import Labelled, read_labelled
from intake.bench.match import OFFERED, REJECTED, Outcome, answer
from intake.bench.pictures import split
from intake.commands.options import DEFAULT_DATA
from knowledge.embedding.encoder import PRETRAINED, SentenceEncoder
from knowledge.matching import Decision, Entry, Matcher

Change = Callable[[str, random.Random], str]


def homophones(texts: Iterable[str]) -> Change:
    """A change that replaces one character by another of the same sound; both occur in the texts."""
    by_sound: dict[str, list[str]] = {}
    for character in sorted({character for text in texts for character in text}):
        by_sound.setdefault(_sound(character), []).append(character)

    def change(text: str, dice: random.Random) -> str:
        places = [place for place, character in enumerate(text) if len(by_sound[_sound(character)]) > 1]
        if not places:
            return text
        place = dice.choice(places)
        others = [other for other in by_sound[_sound(text[place])] if other != text[place]]
        return text[:place] + dice.choice(others) + text[place + 1 :]

    return change


def _sound(character: str) -> str:
    return lazy_pinyin(character, style=Style.NORMAL)[0]


def changes(fold: Labelled) -> dict[str, Change]:
    """All changes by name, the first of them none."""
    to_traditional = opencc.OpenCC("s2t")
    texts = [*fold.items, *(text for text, _ in (*fold.train, *fold.test))]
    return {
        "clean": lambda text, _: text,
        "traditional": lambda text, _: to_traditional.convert(text),
        "full-width": lambda text, _: "".join(
            chr(ord(one) + 0xFEE0) if "!" <= one <= "~" else one for one in text
        ),
        "blanks": lambda text, _: " ".join(text),
        "homophone": homophones(texts),
        "dialect": lambda text, dice: dice.choice(("俺想{}咋整", "{}要啥手续", "我想{}咋个办")).format(text),
        "speech": lambda text, _: f"嗯那个我想{text}需要什么材料呢",
        "sentence": lambda text, _: f"我在河西镇，{text}要怎么办，多少钱",
    }


def measure(
    fold: Labelled, seed: int = 0, encoder: SentenceEncoder | None = None
) -> dict[str, dict[str, float]]:
    """Shares right at first place, within those offered, kept, decided alone and right then, by change."""
    matcher = Matcher.train([Entry(name, name) for name in fold.items], fold.train, encoder=encoder)
    report: dict[str, dict[str, float]] = {}
    for name, change in changes(fold).items():
        dice = random.Random(seed)
        asked = [(change(text, dice), item) for text, item in fold.test]
        report[name] = _shares([Outcome.of(answer(matcher, text, encoder)[0], item) for text, item in asked])
    return report


def _shares(outcomes: Sequence[Outcome]) -> dict[str, float]:
    sure = [outcome for outcome in outcomes if outcome.decision is Decision.SURE]
    return {
        "top1": sum(outcome.place == 0 for outcome in outcomes) / len(outcomes),
        "top4": sum(outcome.place < OFFERED for outcome in outcomes) / len(outcomes),
        "kept": sum(outcome.decision not in REJECTED for outcome in outcomes) / len(outcomes),
        "decided": len(sure) / len(outcomes),
        "decided_precision": sum(outcome.place == 0 for outcome in sure) / max(len(sure), 1),
    }


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure one fold and print a line for each change."""
    parser = argparse.ArgumentParser(description="量错别字、繁体、方言等对事项匹配的影响")
    parser.add_argument("--items", type=Path, required=True)
    parser.add_argument("--labelled", type=Path, required=True)
    parser.add_argument("--fold", type=int, default=0)
    parser.add_argument("--encoder", default=PRETRAINED)
    chosen = parser.parse_args(arguments)
    encoder = Models(DEFAULT_DATA / "models", chosen.encoder).encoder
    fold = split(read_labelled(chosen.items, None, chosen.labelled, None))[chosen.fold]
    for name, shares in measure(fold, encoder=encoder).items():
        print(name, "  ".join(f"{key} {100 * share:.1f}%" for key, share in shares.items()))


if __name__ == "__main__":
    main()
