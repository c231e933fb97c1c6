"""Words that decide what an applicant means: operations, subjects and synonyms, kept as data."""

from knowledge.language.lexicon.load import (
    Lexicon,
    LexiconError,
    Term,
    load_chitchat,
    load_lexicon,
)

__all__ = ["Lexicon", "LexiconError", "Term", "load_chitchat", "load_lexicon"]
