"""Papers of the same conversation that can be shown in another slot too."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from api.intakes.models import IntakeRow
from api.platform.clock import at_centre
from api.services import Services
from api.uploads import repository
from api.uploads.repository import Shown
from api.uploads.schemas import ReusableFile
from api.uploads.views import address, name_of
from knowledge.guidance.notice import NoticeMaterial
from knowledge.papers.kinds import known_kinds

MOST_REUSABLE = 60


async def reusable_for(
    session: AsyncSession,
    row: IntakeRow,
    lines: Sequence[NoticeMaterial],
    shown: Sequence[Shown],
    services: Services,
) -> list[ReusableFile]:
    """Papers of the same conversation, the latest first, each once, and the slots that ask for such a paper and lack it."""
    views: dict[str, ReusableFile] = {}
    catalogue = services.catalogue
    for one, intake in await repository.of_conversation(session, row.conversation, MOST_REUSABLE):
        material = catalogue.materials.get(one.file.material)
        affair = catalogue.affair(intake.affair) if intake.affair else None
        if one.paper.id in views or material is None:
            continue
        views[one.paper.id] = ReusableFile(
            id=one.file.id,
            name=name_of(one, services),
            media_type=one.paper.media_type,
            thumbnail=address(one.file.intake_id, one.file.material, one.file.id, "/thumbnail"),
            material=one.file.material,
            material_name=material.name,
            item=affair.name if affair else "",
            uploaded_at=at_centre(one.file.created_at),
            fits=_fitting(one, material.name, lines, shown),
        )
    return list(views.values())


def _fitting(one: Shown, name: str, lines: Sequence[NoticeMaterial], shown: Sequence[Shown]) -> list[str]:
    holding = {other.file.material for other in shown if other.paper.id == one.paper.id}
    kinds = set(known_kinds().asked_for(name)) - {"application"}
    own = known_kinds().is_own(name)
    return [
        line.id
        for line in lines
        if line.id not in holding
        and (
            line.name == name
            or (kinds & set(known_kinds().asked_for(line.name)) and own == known_kinds().is_own(line.name))
        )
    ]
