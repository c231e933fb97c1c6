"""What a sentence is made of, for the classifier: its characters, neighbouring characters, and words."""

from __future__ import annotations

import logging
from collections import Counter
from functools import lru_cache

import jieba

from knowledge.text import normalise

_LONGEST_GRAM = 3


@lru_cache(maxsize=1)
def _tokenizer() -> jieba.Tokenizer:
    """Return this module's own tokenizer: words that others add to jieba's global one change nothing here."""
    jieba.setLogLevel(logging.WARNING)
    tokenizer = jieba.Tokenizer()
    tokenizer.initialize()
    return tokenizer


def prepare() -> None:
    """Read the dictionary now (half a second) rather than at the first sentence."""
    _tokenizer()


def features(text: str) -> Counter[str]:
    """Return the features of a text and how often each occurs.

    Character grams of length 1 to 3 with the ends of the sentence marked, and jieba's words.
    """
    plain = normalise(text).lower()
    marked = f"\x02{plain}\x03"
    length = len(marked)
    found = Counter(
        marked[start : start + size]
        for size in range(1, _LONGEST_GRAM + 1)
        for start in range(length - size + 1)
    )
    found.update(f"\x01{word}" for word in _tokenizer().cut(plain, HMM=False))
    return found
