"""Which of an item's own questions (常见问题) a sentence asks: 自己走的能领失业金不 for 自己辞职能领吗.

Likeness is the share of single characters and pairs that two questions have in common, after words that mean the same were
made one. An item has a handful of questions, so nothing is trained.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from knowledge.base.text import comparable_text
from knowledge.catalogue.item import Faq

SURELY = 0.62
"""From this likeness on the question is taken to be meant."""

_ONE_WORD = (
    (
        re.compile(r"能不能|可不可以|可唔可以|得唔得|行不行|是不是能|可以|能够|得不得|给不给|让不让|还能"),
        "能",
    ),
    (re.compile(r"要不要|用不用|需不需要|使唔使|必须|一定|非得|需要|得要|是不是要|该不该"), "要"),
    (re.compile(r"没有|冇|没得|没办|未"), "没"),
    (re.compile(r"怎么办|咋办|咋整|咋弄|怎么弄|点算|点办|如何"), "怎么"),
    (re.compile(r"娃娃|小孩|宝宝|孩子|小朋友|细路"), "娃"),
    (re.compile(r"丢失|弄丢|遗失|掉了|找不到|不见"), "丢"),
    (re.compile(r"过期|到期|期满"), "到期"),
    (re.compile(r"多长时间|几耐|好久"), "多久"),
    (re.compile(r"办理|申请|申领|办"), "办"),
    (re.compile(r"辞职|自己走|不干了|主动离职|自愿离职|自动离职|自己不做"), "辞职"),
    (re.compile(r"老公|老婆|配偶|爱人|丈夫|妻子|另一半"), "配偶"),
)
_NOISE = re.compile(
    r"请问|问一?下|麻烦|你好|您好|我们|我家|咱们|我想|想知道|那么|那个|这个|的话|一下|[我俺您你他她它咱的了吗呢啊呀吧么嘛哦不就也都还又再那这个是会有在去]"
)


def asked_question(text: str, questions: Iterable[Faq]) -> tuple[Faq | None, float]:
    """The question that is most like the sentence, with its likeness from 0 to 1."""
    said = _features(text)
    best: tuple[Faq | None, float] = (None, 0.0)
    for question in questions:
        likeness = max(_likeness(said, _features(words)) for words in (question.question, *question.says))
        if likeness > best[1]:
            best = question, likeness
    return best


@lru_cache(maxsize=4096)
def _features(text: str) -> frozenset[tuple[str, int]]:
    """Characters and pairs of characters with their number; pairs count twice, since order is meaning."""
    plain = comparable_text(text)
    for pattern, word in _ONE_WORD:
        plain = pattern.sub(word, plain)
    plain = _NOISE.sub("", plain)
    counted = Counter(plain) + Counter(plain[n : n + 2] for n in range(len(plain) - 1))
    return frozenset(counted.items())


def _likeness(said: frozenset[tuple[str, int]], known: frozenset[tuple[str, int]]) -> float:
    first, second = Counter(dict(said)), Counter(dict(known))
    both, all_of_them = (first & second).total(), first.total() + second.total()
    return 2 * both / all_of_them if all_of_them else 0.0
