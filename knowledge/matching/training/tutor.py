"""What evidence is worth, learned from another catalogue where the phrasings of one's own are few.

How people's words relate to official names is much the same everywhere. So another catalogue, rich in phrasings, is made as poor as the
one to be learned: each of its entries keeps so many phrasings as are usual there, and is asked for in all the others.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from knowledge.embedding.encoder import SentenceEncoder
from knowledge.matching.entry import Entry
from knowledge.matching.evidence import scales
from knowledge.matching.evidence.candidates import CANDIDATES
from knowledge.matching.evidence.features import read_all
from knowledge.matching.evidence.scales import Phrasings
from knowledge.matching.training.rehearsal import Rehearsals, weighed_both_ways

ABSENT_PART = 8
"""One of so many entries is taken out: what is asked then is not there."""

MOST_ASKED = 3_000
"""So many sentences teach enough, and cost some 15 seconds."""


def taught(entries: Sequence[Entry], kept: int, encoder: SentenceEncoder | None) -> Rehearsals:
    """Rehearse on another catalogue.

    Args:
        entries: the other catalogue; at least so many that all candidates are weighed.
        kept: so many phrasings each entry keeps.
    """
    random = np.random.default_rng(0)
    orders = [random.permutation(len(entry.aliases)) for entry in entries]
    known = [(entries[n].aliases[place], n) for n, order in enumerate(orders) for place in order[:kept]]
    asked = [(entries[n].aliases[place], n) for n, order in enumerate(orders) for place in order[kept:]]
    asked = [asked[place] for place in random.permutation(len(asked))[:MOST_ASKED]]
    names = read_all([entry.name for entry in entries], encoder)
    readings = read_all([text for text, _ in (*known, *asked)], encoder)
    owned = [(one, owner) for one, (_, owner) in zip(readings, (*known, *asked), strict=True)]
    phrasings = Phrasings.of(names, owned[: len(known)])
    staying = random.permutation(len(entries)) % ABSENT_PART != 0
    fitted = scales.fit(phrasings.part(np.ones(len(phrasings.readings), bool), staying))
    return weighed_both_ways(fitted, owned[len(known) :], staying, (), CANDIDATES)
