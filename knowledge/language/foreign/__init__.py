"""What is typed in other languages and letters than Mandarin in Chinese characters: Cantonese, dialects, pinyin, English."""

from knowledge.language.foreign.reading import Foreign, ForeignReader, Language

__all__ = ["Foreign", "ForeignReader", "Language"]
