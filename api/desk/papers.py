"""``/desk/cases/{number}/materials``: the photos of a case with what the pre-check says, for those who deal with it.

Staff reach them by the case: the intake's name in an address is the applicant's key, which nobody else is given.
"""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter
from starlette.responses import Response

from api.access import audit
from api.access.actor import Actor
from api.access.policies import STAFF_REFUSALS, allow, staff
from api.cases.visible_case import must_see_papers
from api.desk import service
from api.desk.schemas import CasePapers
from api.platform.address_fields import CaseNumber, FileId, MaterialId
from api.platform.errors import FileNotFound, NotShown, NotYours
from api.platform.problems import refusals
from api.services import Services, Serving, reply
from api.uploads.endpoints import BYTES, sent_out
from api.uploads.schemas import FileView, MaterialSlot
from api.uploads.slot_display import files_of
from knowledge.base.roles import Role
from knowledge.staff.masking import sees_papers

router = APIRouter(prefix="/desk/cases/{number}/materials", tags=["窗口工作台"])

Handler = Annotated[Actor, allow(staff(Role.WINDOW, Role.REVIEWER, Role.APPROVER, Role.SUPERVISOR))]
ASKING = refusals(*STAFF_REFUSALS, NotYours)
SENT = BYTES | refusals(*STAFF_REFUSALS, NotYours, NotShown, FileNotFound)


@router.get(
    "",
    response_model=CasePapers,
    summary="看办件的照片和预审意见",
    response_description="材料、文件和预审意见",
    responses=ASKING,
)
async def papers(number: CaseNumber, actor: Handler, serving: Serving) -> Response:
    """申请人传来的每份材料：文件、类型、预审提示。提示只供参考，不能作为不予受理的理由。督查人员看不到文件（content 是空的）。"""
    intake, roles = await _intake_of(number, actor, serving)
    slots = await serving.database.read(lambda session: files_of(session, intake, serving))
    await audit.looked(serving, actor, "papers_read", number)
    shown = sees_papers(roles)
    return reply(
        CasePapers(number=number, slots=[_for_staff(slot, number, is_shown=shown) for slot in slots])
    )


@router.get("/{material}/files/{file_id}", response_class=Response, summary="看一个文件", responses=SENT)
async def content(
    number: CaseNumber, material: MaterialId, file_id: FileId, actor: Handler, serving: Serving
) -> Response:
    """保存下来的照片（JPEG）或者 PDF。"""
    return await _read(number, material, file_id, actor, serving, small=False)


@router.get(
    "/{material}/files/{file_id}/thumbnail",
    response_class=Response,
    summary="看一个文件的小图",
    responses=SENT,
)
async def thumbnail(
    number: CaseNumber, material: MaterialId, file_id: FileId, actor: Handler, serving: Serving
) -> Response:
    """长边不超过320像素的 JPEG。"""
    return await _read(number, material, file_id, actor, serving, small=True)


async def _read(
    number: str, material: str, file_id: str, actor: Actor, serving: Services, *, small: bool
) -> Response:
    """A paper shows whose it is, also in small: who looked stands on record before it is sent."""
    intake, roles = await _intake_of(number, actor, serving)
    must_see_papers(roles)
    about = {"material": material[:120], "file": file_id[:64], "small": small}
    await audit.record(serving.database, serving.now(), actor.id, "file_read", number[:12], about)
    return await sent_out(intake, material, file_id, serving, small=small)


async def _intake_of(number: str, actor: Actor, serving: Services) -> tuple[str, frozenset[Role]]:
    """The submission of a case that the actor deals with, and in which roles."""
    case, _, _, roles = await serving.database.read(
        lambda session: service.visible_case(session, actor, number)
    )
    return case.intake_id, roles


def _for_staff(slot: MaterialSlot, number: str, *, is_shown: bool) -> MaterialSlot:
    files = [_reached_by(file, place, slot, number) for place, file in enumerate(slot.files, 1)]
    if not is_shown:
        files = [file.model_copy(update={"content": "", "thumbnail": ""}) for file in files]
    return slot.model_copy(update={"files": files})


def _reached_by(file: FileView, place: int, slot: MaterialSlot, number: str) -> FileView:
    """A file under a name of ours: what applicants call their files often holds names and numbers."""
    material, ending = slot.id, "pdf" if file.media_type == "application/pdf" else "jpg"
    at = f"/api/v1/desk/cases/{number}/materials/{material}/files/{file.id}"
    return file.model_copy(
        update={"name": f"{slot.name}-{place}.{ending}", "content": at, "thumbnail": f"{at}/thumbnail"}
    )
