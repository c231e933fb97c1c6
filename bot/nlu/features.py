"""What a sentence is made of, for the classifier: its characters and its pairs of neighbouring characters.

Words were tried: jieba's raise accuracy by 0.001 in five-fold cross-validation on the shipped examples and by
0.003 with a fifth of them, while its dictionary takes 60 MB and half a second at every start. Longer
grams lower it.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from knowledge.base.text import normalise

_START, _END = "\x02", "\x03"


def features(text: str) -> Counter[str]:
    """Return the features of a text and how often each occurs; the ends of the text count as characters."""
    marked = f"{_START}{normalise(text).lower()}{_END}"
    found = Counter(marked)
    found.update(map("".join, pairwise(marked)))
    return found
