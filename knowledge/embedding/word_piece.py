"""Texts as the numbers that a BERT was trained on: Chinese characters one by one, other words by their longest known pieces."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping

START, END, UNKNOWN, PADDING = "[CLS]", "[SEP]", "[UNK]", "[PAD]"

LONGEST_WORD = 100
"""Characters; a longer word without a space is unknown as a whole."""


class WordPiece:
    """The tokens of a vocabulary.

    Args:
        numbers: Each token's number; :data:`START`, :data:`END`, :data:`UNKNOWN` and :data:`PADDING` are among them.
        lower: Whether capital letters and accents are not told apart.
    """

    def __init__(self, numbers: Mapping[str, int], lower: bool = True) -> None:
        self._numbers = numbers
        self._lower = lower
        self.padding = numbers[PADDING]

    def tokens(self, text: str, most: int) -> list[int]:
        """At most so many numbers, start and end among them."""
        pieces = [number for word in _words(text, self._lower) for number in self._pieces(word)]
        return [self._numbers[START], *pieces[: most - 2], self._numbers[END]]

    def _pieces(self, word: str) -> list[int]:
        if len(word) > LONGEST_WORD:
            return [self._numbers[UNKNOWN]]
        found: list[int] = []
        start = 0
        while start < len(word):
            for end in range(len(word), start, -1):
                piece = word[start:end] if start == 0 else f"##{word[start:end]}"
                if piece in self._numbers:
                    found.append(self._numbers[piece])
                    start = end
                    break
            else:
                return [self._numbers[UNKNOWN]]
        return found


def _words(text: str, lower: bool) -> Iterator[str]:
    if lower:
        decomposed = unicodedata.normalize("NFD", text.lower())
        text = "".join(character for character in decomposed if unicodedata.category(character) != "Mn")
    word = ""
    for character in text:
        if character.isspace() or _stands_alone(character):
            if word:
                yield word
            word = ""
            if not character.isspace():
                yield character
        elif unicodedata.category(character) not in ("Cc", "Cf"):
            word += character
    if word:
        yield word


def _stands_alone(character: str) -> bool:
    """Whether it is a Chinese character or a sign of punctuation."""
    return (
        unicodedata.name(character, "").startswith("CJK ")
        or unicodedata.category(character).startswith("P")
        or character in "$+<=>^`|~"
    )
