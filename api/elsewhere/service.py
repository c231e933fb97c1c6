"""Matters that others do, with the local department's name and phone beside the national ones."""

from __future__ import annotations

from api.elsewhere.schemas import MatterFound, MatterView, Seeking
from api.published.encoding import Encoding
from knowledge.base.text import normalise
from knowledge.catalogue.affair import Catalogue
from knowledge.elsewhere.finder import Found, MatterFinder
from knowledge.privacy.redaction import redact


async def ask(
    seeking: Seeking,
    finder: MatterFinder,
    catalogue: Catalogue,
    encoding: Encoding,
    *,
    may_ask: bool = True,
) -> MatterFound:
    """The matter that a sentence likely speaks of.

    Args:
        may_ask: Whether the encoder may be asked.
    """
    text, _ = redact(normalise(seeking.text))
    found = finder.find(text, await encoding.matched(finder.matcher, text, limit=1, may_ask=may_ask))
    return MatterFound(matter=view_of(found, finder, catalogue) if found else None)


def view_of(found: Found, finder: MatterFinder, catalogue: Catalogue) -> MatterView:
    """A matter with who does it and how to reach them."""
    matter = found.matter
    body = finder.register.body_of(matter)
    local = catalogue.departments.get(body.department)
    return MatterView(
        id=matter.id,
        theme=matter.theme,
        name=matter.name,
        body=body.name,
        hotline=body.hotline,
        online=body.online,
        department=local.name if local else "",
        phone=local.phone if local else "",
        first=matter.first,
        source=str(finder.register.source_of(matter)),
        checked=body.checked.isoformat(),
        example=local is not None and local.example,
        sure=found.sure,
        score=found.score,
    )
