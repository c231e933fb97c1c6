"""The one sentence of an item that speaks of what is asked: 工资是微信转的行不行 is answered by what the paper must look like.

An item says more than its own questions: what each paper must look like, who may apply, how to tell the options apart, how long the result
is valid. Where nothing else answers, the sentence is quoted that shares most with the question by its rarer words, and by its meaning
where the machine has an encoder. What is quoted is never paraphrased.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path

import numpy as np
import yaml

from knowledge.base.text import comparable_text
from knowledge.catalogue.affair import Affair, Catalogue
from knowledge.embedding.encoder import Vectors

WORDS = Path(__file__).parents[1] / "language" / "same_words.yaml"

Encode = Callable[[Sequence[str]], dict[str, Vectors]]

_LEAST_RARE = 1.0
"""How much rarer than in every sentence the words must be together that a sentence shares with the question."""
_LEAST_SHARE, _LEAST_SHARE_MEANT = 0.3, 0.16
"""Share of the question's words, weighed by rarity, that the sentence must have: alone, and where its meaning is near."""
_NEAR = 0.85
_LEAST_PAIRS, _NEAR_BY_ONE_WORD = 2, 0.87
"""Pairs of characters that the sentence must share, or how near its meaning must be: of 19 quotations that strangers were given for one word
(税务, 法人, 罚款) four answered what was asked."""
_CLAUSE_END = re.compile(r"[,，。;；!！ ]|(?<=[?？])")
_WILL_IT_DO = re.compile(
    r"(?:行|可以|能行?|中|成|得|要得)[吗么不][?？]*$|行不行|可不可以|能不能|中不中|成不成|(?:能|可以).{1,12}[吗么不][?？]*$"
)
_LACKS = re.compile("没|冇|无|不[交带办]")
_STANDS_FOR_IT = re.compile("用|拿|只有|换成|按")
_MUST_NOT_BE = re.compile("没有((?:[^，。；、]{2,6}[、和或]?)+)")
_OF_A_THING = re.compile("(?<=..)(?:登记|记录|情形|行为|的)$")
"""抵押登记 is there where something is 抵押."""
_FORBIDS = re.compile("不(?:能|得|收|可|予|是|算|再|用|要)|无效|除外|禁止")
_WEIGHT_OF_MEANING = 1.5

_ASKING = re.compile(
    r"[能可行要用会是有得算给让成中]不[能可行要用会是有得算给让成中](?:以)?|可以|行不|中不|得不得|怎么|咋[办整样弄]?|如何|什么|啥|多少|哪[个些里儿]?|几[个年月天]?|吗|么|呢|呀|啊|吧|嘛"
    r"|请问|我们?|俺们?|咱们?|你们?|您|他们?|她们?|这[个样种边]?|那[个样种边]?|的|了|就|都|也|还|又|再|要|得|是|不|没有?|有|能|(?<!银)行|(?<!居)会|在|去|来|给|让|到|和|跟|与|及|或者?|应当|以及|用|办理?|材料|一下|现在"
)


@cache
def _same_words() -> tuple[tuple[re.Pattern[str], str], ...]:
    raw = yaml.safe_load(WORDS.read_text(encoding="utf-8"))
    return tuple((re.compile(said), word) for word, said in raw.items())


class Place(StrEnum):
    """Where in the item a sentence stands."""

    CONDITION = "condition"
    MATERIAL = "material"
    OPTION = "option"
    RESULT = "result"
    FACT = "fact"
    STEP = "step"
    FEE = "fee"


@dataclass(frozen=True, slots=True)
class ItemSentence:
    """A sentence of the catalogue.

    Attributes:
        about: The name of the paper, of the result or of the scenario question that it belongs to.
        says_yes: It was found for a question whether something will do, and says all of it and denies nothing.
        says_no: It is a condition that what is told must not be: 没有抵押 to 车还押着能过户不.
    """

    text: str
    place: Place
    about: str = ""
    says_yes: bool = False
    says_no: bool = False

    @property
    def whole(self) -> str:
        """What is compared: the paper's name speaks of it as well as what is said of it."""
        return f"{self.about} {self.text}" if self.place is Place.MATERIAL else self.text


def sentences_of(affair: Affair, catalogue: Catalogue) -> list[ItemSentence]:
    """Every sentence of an item, or of a bundle's items, each once."""
    return list(dict.fromkeys(_sentences(affair, catalogue)))


def _sentences(affair: Affair, catalogue: Catalogue) -> Iterator[ItemSentence]:
    for part in affair.parts:
        item = part.item
        yield from (ItemSentence(one, Place.CONDITION) for one in item.conditions)
        yield from (ItemSentence(one.text, Place.FACT) for one in item.facts)
        for needed in item.materials:
            paper = catalogue.materials[needed.material]
            said = (paper.standard, paper.filling)
            yield from (ItemSentence(one, Place.MATERIAL, paper.name) for one in said if one)
        if item.result is not None and item.result.valid:
            yield ItemSentence(item.result.valid, Place.RESULT, item.result.name)
        yield from (ItemSentence(step.what, Place.STEP, step.name) for step in item.steps if step.what)
        yield from (ItemSentence(fee.relief, Place.FEE, fee.name) for fee in item.fees if fee.relief)
        yield from (ItemSentence(one, Place.FACT) for one in item.remarks)
    for asked in affair.asks:
        question = catalogue.questions[asked.question]
        for one in re.split("[；。]", question.help):
            if one:
                yield ItemSentence(one, Place.OPTION, question.text)


def best_sentence(
    text: str, sentences: Sequence[ItemSentence], encode: Encode | None = None, of: str = ""
) -> ItemSentence | None:
    """The sentence that surely speaks of what is asked; None where none does.

    Args:
        of: The item's name, whose words are in every question about it and tell no sentence from another.
        encode: Vectors of texts; None where the machine has no encoder. Blocks.
    """
    said = telling_pairs(text) - telling_pairs(of)
    if not said or not sentences:
        return None
    pairs = [telling_pairs(one.whole) for one in sentences]
    held_by = Counter(pair for one in pairs for pair in one)
    rarity = {pair: math.log((len(sentences) + 1) / (held_by[pair] + 0.5)) for pair in said}
    whole = sum(rarity.values())
    shared = [sum(rarity[pair] for pair in said & one) for one in pairs]
    near = _likeness(text, sentences, shared, encode)
    ranked = sorted(range(len(sentences)), key=lambda n: -(shared[n] / whole + _WEIGHT_OF_MEANING * near[n]))
    for n in ranked:
        least = _LEAST_SHARE_MEANT if near[n] >= _NEAR else _LEAST_SHARE
        if len(said & pairs[n]) < _LEAST_PAIRS and near[n] < _NEAR_BY_ONE_WORD:
            continue
        if shared[n] >= _LEAST_RARE and shared[n] / whole >= least:
            best = sentences[n]
            return replace(best, says_yes=_says_yes(text, best), says_no=_says_no(text, best))
    return None


def asks_whether_it_will_do(text: str) -> bool:
    """Whether it is asked if something will do: 打印的行不行, 能用存折吗."""
    return any(_WILL_IT_DO.search(clause) for clause in _CLAUSE_END.split(text))


def _says_yes(text: str, sentence: ItemSentence) -> bool:
    """Whether the rule can tell that it will do: every word of the clause that asks stands there, and neither denies anything.

    没有社保卡用银行卡行不 asks of a lack that the sentence provides for: without 没有 there it would only be a guess.
    """
    asked = [clause for clause in _CLAUSE_END.split(text) if _WILL_IT_DO.search(clause)]
    if not asked or _FORBIDS.search(sentence.text):
        return False
    said = telling_pairs(asked[-1])
    if not said or not said <= telling_pairs(sentence.whole):
        return False
    if not _LACKS.search(asked[-1]):
        return True
    return bool(_STANDS_FOR_IT.search(asked[-1]) and _LACKS.search(sentence.text))


def _says_no(text: str, sentence: ItemSentence) -> bool:
    """Whether the condition wants that not to be which is told, in a question whether it will do."""
    if sentence.place not in (Place.CONDITION, Place.MATERIAL) or not asks_whether_it_will_do(text):
        return False
    said = one_word_each(text)
    unwanted = [one for found in _MUST_NOT_BE.findall(sentence.text) for one in re.split("[、和或]", found)]
    return any(_is_told(_OF_A_THING.sub("", one_word_each(one)), said) for one in unwanted if one)


def _is_told(thing: str, said: str) -> bool:
    return thing in said and not re.search(f"(?:没有?|无|不|未|解除?|取消|过){thing}", said)


def _likeness(
    text: str, sentences: Sequence[ItemSentence], shared: Sequence[float], encode: Encode | None
) -> list[float]:
    """By meaning, of those alone that share a word."""
    if encode is None:
        return [0.0] * len(sentences)
    near = [one.whole for one, share in zip(sentences, shared, strict=True) if share]
    vectors = encode([text, *near])
    return [
        float(np.dot(vectors[text], vectors[one.whole])) if share else 0.0
        for one, share in zip(sentences, shared, strict=True)
    ]


def one_word_each(text: str) -> str:
    """The text in the form in which texts are compared, with one word for what people call differently."""
    plain = comparable_text(text)
    for pattern, word in _same_words():
        plain = pattern.sub(word, plain)
    return plain


@lru_cache(maxsize=8192)
def telling_pairs(text: str) -> frozenset[str]:
    """Pairs of characters of the words that mean something, never across what was left out."""
    plain = one_word_each(text)
    parts = _ASKING.sub(" ", plain).split()
    return frozenset(part[n : n + 2] for part in parts for n in range(len(part) - 1))
