"""The one-time notice as the chat says it: what, how many, every paper's name one a line, fee, time, where, next.

Reasons, standards and bases stand in :func:`actions.reply.notice_text.full_text`, which one word brings.
"""

from __future__ import annotations

from collections.abc import Iterator

from actions.reply.notice_text import (
    counts_line,
    fees_line,
    first_lines,
    limits_line,
    marks_of,
    result_line,
    shared_lines,
    window_lines,
)
from actions.reply.wording import say
from knowledge.catalogue.item import MaterialForm
from knowledge.guidance.notice import NoticeContent, NoticeMaterial

_NAMED = 8
"""Papers that depend on answers of which the names are told."""


def short_text(number: str, version: int, content: NoticeContent) -> str:
    """Everything that has to be known before going, and nothing of why."""
    return "\n".join(_lines(number, version, content))


def _lines(number: str, version: int, content: NoticeContent) -> Iterator[str]:
    yield say("notice_title", number=number, version=version)
    yield say("notice_affair", name=content.name)
    if len(content.items) > 1:
        yield say("notice_items", items="、".join(item.name for item in content.items))
    yield from first_lines(content)
    yield counts_line(content) if content.materials else say("no_materials")
    for place, material in enumerate(content.materials, 1):
        yield material_line(place, material)
    yield from shared_lines(content)
    yield fees_line(content, bases=False)
    yield limits_line(content)
    yield from window_lines(content, reasons=False)
    for item in content.items:
        if item.result_name:
            yield result_line(item)
    yield say("notice_full")


def provisional_lines(content: NoticeContent) -> list[str]:
    """The papers while questions are open: those that are certain one a line, those that depend on the answers by name alone.

    With reasons and standards a bundle's list would fill five screens before anything is settled.
    """
    certain = [material for material in content.materials if material.certain]
    uncertain = [material.name for material in content.materials if not material.certain]
    named = "、".join(uncertain[:_NAMED])
    return [
        counts_line(content),
        *(material_line(place, material) for place, material in enumerate(certain, 1)),
        say("materials_uncertain" if len(uncertain) <= _NAMED else "materials_uncertain_more", papers=named),
        *shared_lines(content),
    ]


def material_line(place: int, material: NoticeMaterial) -> str:
    """``2 房屋租赁合同（复印件1份）``; what the source does not have is left out."""
    form = str(material.form or "")
    copies = "" if material.copies is None or material.form is MaterialForm.SHOWN else f"{material.copies}份"
    inside = f"（{form}{copies}）" if form or copies else ""
    return say("material_line", number=place, name=material.name, inside=inside, mark=marks_of(material))
