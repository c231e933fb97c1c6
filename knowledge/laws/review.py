"""Reviews (复核): citations whose words differ from the article's, read by a person who names the words that carry them.

``reviews.yaml`` in the catalogue's folder, by citation::

    《行政许可法》第三十一条:
      - {of: [lease], speaks: 提交有关材料, why: 合同是证明经营场所的材料}

A review counts only while the article in force still has the words of ``speaks``.
"""

from __future__ import annotations

from pathlib import Path

from pydantic import Field

from knowledge.base.basis import Basis
from knowledge.base.faults import Fault
from knowledge.base.frozen import Frozen
from knowledge.base.marked_yaml import read
from knowledge.base.validation import validated

FILE = "reviews.yaml"


class Review(Frozen):
    """One review.

    Attributes:
        of: Ids of the materials, items or bundles for which the citation was reviewed.
        speaks: Words of the article that carry the matter.
        why: How they do, in one sentence.
    """

    of: tuple[str, ...] = Field(min_length=1)
    speaks: str = Field(min_length=2)
    why: str = Field(min_length=2)


Reviews = dict[str, tuple[Review, ...]]
"""Citation, as :class:`Basis` writes it, to its reviews."""


def read_reviews(folder: Path, faults: list[Fault]) -> Reviews:
    """The reviews of a catalogue folder; none where it has no such file.

    Raises:
        CatalogueFaults: The file is not YAML.
    """
    if not (folder / FILE).is_file():
        return {}
    marked = read(folder / FILE, folder)
    reviews: Reviews = {}
    for citation, raw in (marked.data or {}).items():
        try:
            key = str(Basis.parse(str(citation)))
        except ValueError as error:
            faults.append(marked.fault((citation,), str(error)))
            continue
        known = validated(tuple[Review, ...], raw, marked, (citation,), faults)
        if known is not None:
            reviews[key] = known
    return reviews
