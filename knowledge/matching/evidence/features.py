"""What of a sentence the matcher looks at: characters, pairs of characters, operations, subjects, synonyms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from knowledge.base.text import normalise
from knowledge.embedding.encoder import SentenceEncoder, Vectors
from knowledge.language.lexicon import Lexicon, load_lexicon

MAX_QUERY_CHARS = 120
"""Longer sentences are cut: the wish is said at the start, and the time to answer stays within its limit."""

BLOCKS = ("characters", "pairs", "operations", "subjects", "synonyms")


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence as the matcher sees it: its plain text and, block by block, the features found in it.

    Attributes:
        vector: the pretrained encoder's; None where it was not asked.
    """

    plain: str
    blocks: tuple[list[str], ...]
    vector: Vectors | None = field(default=None, compare=False, repr=False)

    @property
    def operations(self) -> list[str]:
        """Operations found, without the block's prefix."""
        return [feature[1:] for feature in self.blocks[2]]


def plain(text: str, lexicon: Lexicon | None = None) -> str:
    """Return the letters, digits and characters of a text in one spelling, without punctuation and fillers."""
    return trimmed(text, lexicon or load_lexicon())[0]


def trimmed(text: str, lexicon: Lexicon) -> tuple[str, bool]:
    """The plain text of a sentence, and whether more was said than is looked at."""
    whole = lexicon.strip(normalise(text[: 4 * MAX_QUERY_CHARS]).lower())
    body = "".join(character for character in whole if character.isalnum())
    return body[:MAX_QUERY_CHARS], len(text) > 4 * MAX_QUERY_CHARS or len(body) > MAX_QUERY_CHARS


def read(text: str, lexicon: Lexicon | None = None) -> Reading:
    """Read a sentence. Features of different blocks never share a spelling: each block has its own prefix."""
    lexicon = lexicon or load_lexicon()
    return reading_of(plain(text, lexicon), lexicon)


def read_all(texts: Sequence[str], encoder: SentenceEncoder | None) -> list[Reading]:
    """Read sentences, each with its vector where there is an encoder."""
    readings = [read(text) for text in texts]
    if encoder is None:
        return readings
    vectors = encoder.encode([normalise(text) for text in texts])
    return [replace(reading, vector=vector) for reading, vector in zip(readings, vectors, strict=True)]


def reading_of(body: str, lexicon: Lexicon) -> Reading:
    """Read a text that is plain already."""
    operations, subjects, synonyms = lexicon.find(body)
    return Reading(
        body,
        (
            list(body),
            [body[start : start + 2] for start in range(len(body) - 1)],
            ["#" + name for name in operations],
            ["%" + name for name in subjects],
            ["@" + name for name in synonyms],
        ),
    )


def both(said: Reading, meant: Reading) -> Reading:
    """What was typed and what was probably meant: the pairs of the second, all else of either."""
    characters, _, *tags = said.blocks
    meant_characters, pairs, *meant_tags = meant.blocks
    return Reading(
        said.plain,
        (
            characters + [one for one in meant_characters if one not in characters],
            pairs,
            *(
                own + [one for one in others if one not in own]
                for own, others in zip(tags, meant_tags, strict=True)
            ),
        ),
    )
