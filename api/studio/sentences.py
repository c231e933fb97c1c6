"""Many sentences tried at once: what each is heard as, and whether that is what is meant."""

from __future__ import annotations

from collections.abc import Sequence

from api.platform.errors import EditInvalid
from api.services import Services
from api.studio.entries import all_entries, working
from api.studio.measuring import heard_as, is_heard
from api.studio.sheet_schemas import TriedSentence, TriedSentences
from api.understanding.schemas import Hearing
from api.understanding.service import understand
from knowledge.base.text import normalise
from knowledge.privacy.redaction import redact
from knowledge.studio.edit import EntryKind
from knowledge.studio.measurement import Sentence
from knowledge.studio.sentence_sheet import MEANT, TriedLine


async def try_all(lines: Sequence[TriedLine], services: Services) -> TriedSentences:
    """Each line with what it is heard as; nothing is kept, and personal data is taken out before anything else.

    Raises:
        EditInvalid: Names that no entry has, each with its row.
    """
    await services.edits.refresh()
    library = working(services)
    named: dict[str, tuple[EntryKind, str]] = {
        name: (kind, key) for kind, key, name, _, _ in all_entries(library, None)
    }
    faults = [
        f"第{one.row}行　{MEANT}　没有叫「{one.meant}」的事项、问答或者别处办的事"
        for one in lines
        if one.meant and one.meant not in named
    ]
    if faults:
        raise EditInvalid(faults=faults)
    tried = []
    for one in lines:
        said = redact(normalise(one.said))[0]
        found = await understand(Hearing(text=said), services)
        right = is_heard(Sentence(*named[one.meant], said), found) if one.meant else None
        (heard,) = heard_as(found, library)
        tried.append(TriedSentence(row=one.row, said=said, meant=one.meant, heard=heard, right=right))
    known = [one for one in tried if one.right is not None]
    return TriedSentences(sentences=tried, known=len(known), right=sum(one.right is True for one in known))
