"""In which language a message is, and the Chinese by which what it asks for is found."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from knowledge.language.foreign.cantonese import from_cantonese, from_dialects, is_cantonese
from knowledge.language.foreign.english import from_english, is_english, with_english_words
from knowledge.language.foreign.pinyin import PinyinReader, is_pinyin

_HAN = re.compile("[\u4e00-\u9fff]")
_LATIN = re.compile("[a-zA-Z\u00c0-\u024f]{2,}")


class Language(StrEnum):
    """What a message is written in."""

    MANDARIN = "普通话"
    CANTONESE = "粤语"
    PINYIN = "拼音"
    ENGLISH = "英语"


@dataclass(frozen=True, slots=True)
class Foreign:
    """A message, read.

    Attributes:
        language: In what it was written; Mandarin where dialect words or letters are only in between.
        chinese: In Mandarin, as far as its words are known; the message itself where nothing had to be read.
    """

    language: Language
    chinese: str

    @property
    def wants_english(self) -> bool:
        """Whether a line of English is said beside the Chinese."""
        return self.language is Language.ENGLISH


class ForeignReader:
    """Reads messages.

    Args:
        texts: What is published (names, aliases, phrasings), from which pinyin learns its characters.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = texts

    @cached_property
    def _pinyin(self) -> PinyinReader:
        """Made when the first letters come: most messages have none."""
        return PinyinReader(self._texts)

    def read(self, text: str) -> Foreign:
        """The message in Mandarin.

        Args:
            text: Normalised sentence.
        """
        has_han = bool(_HAN.search(text))
        if is_cantonese(text):
            return Foreign(Language.CANTONESE, from_cantonese(text))
        if not _LATIN.search(text):
            return Foreign(Language.MANDARIN, from_dialects(text))
        if has_han:
            return Foreign(Language.MANDARIN, self._pinyin.read(with_english_words(from_dialects(text))))
        if is_english(text):
            return Foreign(Language.ENGLISH, from_english(text) or text)
        if is_pinyin(text):
            return Foreign(Language.PINYIN, self._pinyin.read(text).replace(" ", ""))
        return Foreign(Language.MANDARIN, text)
