"""The slot of a material: its line on the notice, or what is known of a material that is not on it any more."""

from __future__ import annotations

from collections.abc import Sequence

from api.intakes.models import IntakeRow
from api.intakes.reading import content_of
from api.platform.errors import MaterialNotFound
from api.services import Services
from api.uploads.repository import Shown
from knowledge.catalogue.item import Necessity
from knowledge.guidance.notice import NoticeMaterial


def line_on(row: IntakeRow, material: str, services: Services) -> NoticeMaterial:
    """The slot of that id.

    Raises:
        MaterialNotFound: Not on this applicant's list.
    """
    for line in content_of(row, services).materials:
        if line.id == material:
            return line
    raise MaterialNotFound


def line_shown(row: IntakeRow, material: str, services: Services) -> NoticeMaterial:
    """The slot of that id, on the list or not."""
    try:
        return line_on(row, material, services)
    except MaterialNotFound:
        return line_of(material, services)


def line_of(material: str, services: Services) -> NoticeMaterial:
    """A slot for files whose material is not on the list any more."""
    known = services.catalogue.materials.get(material)
    return NoticeMaterial(
        id=material,
        name=known.name if known else "以前的材料",
        basis=(),
        form=known.form if known else None,
        copies=known.copies if known else None,
        source=known.source if known else None,
        necessity=Necessity.OPTIONAL,
        standard=known.standard if known else "",
        filling=known.filling if known else "",
        issued_by=known.issued_by if known else "",
        blank_form="",
        promise_instead=False,
        certain=False,
        reason="",
        for_items=(),
    )


def held_in(material: str, shown: Sequence[Shown]) -> list[Shown]:
    return [one for one in shown if one.file.material == material]
