"""The slots as clients see them, with what the pre-check has to say today."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import quote

from api.intakes.models import IntakeRow
from api.platform.clock import at_centre
from api.platform.settings import Settings
from api.services import Services
from api.uploads.models import FileRow
from api.uploads.repository import Shown
from api.uploads.schemas import CheckView, FileView, Limits, MaterialSlot, PaperKind, SlotState
from api.uploads.slots.replacement import standing
from knowledge.guidance.notice import NoticeMaterial
from knowledge.papers.finding import Finding, Severity
from knowledge.papers.judge import Asked, Judged, judge
from knowledge.papers.kinds import known_kinds
from knowledge.papers.reading import PaperReading
from knowledge.papers.whose import stated_for
from knowledge.papers.wording import finding

WAITING = ("queued", "checking")
KEPT_WITH_THE_CASE = "提交的文件随办件保存，不会自动删除。"
_OTHER_PAPER = ("other_paper", "perhaps_other_paper", "other_slot")
_SHOWN_TYPES = {
    "image/jpeg": "JPG",
    "image/png": "PNG",
    "image/webp": "WebP",
    "image/heic": "HEIC",
    "application/pdf": "PDF",
}
_ENDINGS = {"image/heic": ".heic,.heif", "application/pdf": ".pdf"}


@dataclass(frozen=True, repr=False)
class Context:
    """What all slots of an intake are shown with.

    Attributes:
        contact: What the applicant stated of everybody who takes part; never printed.
        places: Paper to its place in the line of the pre-check.
        asked: Of a submitted intake the materials that its cases wait for, and since when.
        homes: Kinds of paper that one slot of the notice asks for, to that slot.
    """

    row: IntakeRow
    services: Services
    contact: Mapping[str, str]
    places: Mapping[str, int]
    asked: Mapping[str, datetime]
    homes: Mapping[str, NoticeMaterial]

    @classmethod
    def of(
        cls,
        row: IntakeRow,
        places: Mapping[str, int],
        asked: Mapping[str, datetime],
        lines: Iterable[NoticeMaterial],
        services: Services,
    ) -> Context:
        contact = services.vault.unseal(row.contact)
        return cls(row, services, contact, places, asked, _homes(lines))

    def takes(self, material: str) -> bool:
        """Whether files for it may come."""
        return self.row.state == "open" or material in self.asked

    def may_change(self, file: FileRow) -> bool:
        """Whether it may be moved, replaced or go again: of a submitted intake only what came after it was asked for."""
        return self.row.state == "open" or (
            file.material in self.asked and file.created_at >= self.asked[file.material]
        )


def _homes(lines: Iterable[NoticeMaterial]) -> dict[str, NoticeMaterial]:
    """Where a paper of a kind belongs, told only where one slot and no other asks for it."""
    asking: dict[str, list[NoticeMaterial]] = {}
    for line in lines:
        for kind in known_kinds().asked_for(line.name):
            asking.setdefault(kind, []).append(line)
    return {kind: there[0] for kind, there in asking.items() if len(there) == 1}


def limits(settings: Settings, *, submitted: bool, takes: bool) -> Limits:
    """What may be uploaded, and what becomes of it.

    Args:
        submitted: The files belong to a case, and are kept as long as it is.
        takes: Files may come now.
    """
    types = list(settings.upload_types)
    names = "、".join(_SHOWN_TYPES.get(one, one) for one in types)
    most = settings.upload_max_bytes // 1024 // 1024
    allowed = f"可以传{names}，每个文件不超过{most} MB，每份材料最多{settings.upload_max_files}个文件。"
    forgotten = f"没有提交的文件，{settings.upload_kept_hours}小时没有再办就自动删除。"
    return Limits(
        max_bytes=settings.upload_max_bytes,
        max_files=settings.upload_max_files,
        max_pdf_pages=settings.upload_max_pdf_pages,
        types=types,
        accept=",".join([*types, *(_ENDINGS[one] for one in types if one in _ENDINGS)]),
        kept_hours=settings.upload_kept_hours,
        say=(allowed if takes else "") + (KEPT_WITH_THE_CASE if submitted else forgotten),
    )


def slot(line: NoticeMaterial, shown: Sequence[Shown], context: Context) -> MaterialSlot:
    """One material with its files."""
    papers = {one.file.id: reading_of(one, context.services) for one in shown}
    counting = [one.file.id for one in standing(shown)]
    judged = judge(
        Asked(line.name, stated_for(line.name, context.contact), _elsewhere(line, context)),
        [papers[file] for file in counting],
        known_kinds(),
        context.services.today(),
    )
    found = dict(zip(counting, judged.files, strict=True))
    known = dict(zip(counting, judged.recognised, strict=True))
    files = [
        _file(one, papers[one.file.id], found.get(one.file.id, ()), line, context).model_copy(
            update={"recognised": known.get(one.file.id, False)}
        )
        for one in shown
    ]
    return MaterialSlot(
        id=line.id,
        name=line.name,
        need=line.necessity,
        certain=line.certain,
        form=line.form,
        copies=line.copies,
        source=line.source,
        standard=line.standard,
        filling=line.filling,
        reason=line.reason,
        declared=context.row.materials.get(line.id),
        state=_state([file for file in files if file.id in found], judged),
        files=files,
        findings=list(judged.slot),
        room=max(context.services.settings.upload_max_files - len(files), 0),
        open=context.takes(line.id),
        kinds=list(known_kinds().asked_for(line.name)),
    )


def _elsewhere(line: NoticeMaterial, context: Context) -> dict[str, str]:
    return {kind: home.name for kind, home in context.homes.items() if home.id != line.id}


def address(file_intake: str, material: str, file_id: str, part: str = "") -> str:
    """The path of a file's content or thumbnail."""
    return f"/api/v1/intakes/{file_intake}/materials/{quote(material, safe='')}/files/{file_id}{part}"


def name_of(shown: Shown, services: Services) -> str:
    """What the applicant calls the file."""
    return services.vault.unseal(shown.file.name).get("name", "")


def kept_until(row: IntakeRow, uploaded_at: datetime, settings: Settings) -> datetime | None:
    """When a file of an intake goes if nobody goes on with it; None once it belongs to a case."""
    if row.state == "submitted":
        return None
    return at_centre(max(row.updated_at, uploaded_at) + timedelta(hours=settings.upload_kept_hours))


def reading_of(shown: Shown, services: Services) -> PaperReading | None:
    """What the pre-check read on a file; None while it has not looked."""
    if shown.paper.check != "done":
        return None
    reading = PaperReading.model_validate_json(services.vault.unseal(shown.paper.reading)["reading"])
    # A kind that a later release no longer knows is not recognised.
    return reading.model_copy(update={"kinds": tuple(k for k in reading.kinds if k in known_kinds().kinds)})


def _file(
    shown: Shown,
    paper: PaperReading | None,
    findings: Sequence[Finding],
    line: NoticeMaterial,
    context: Context,
) -> FileView:
    file, kept = shown
    services = context.services
    origin = services.catalogue.materials.get(file.reused_from)
    return FileView(
        id=file.id,
        name=name_of(shown, services),
        media_type=kept.media_type,
        size=kept.size,
        pages=kept.pages,
        width=kept.width,
        height=kept.height,
        uploaded_at=at_centre(file.created_at),
        kept_until=kept_until(context.row, file.created_at, services.settings),
        content=address(file.intake_id, file.material, file.id),
        thumbnail=address(file.intake_id, file.material, file.id, "/thumbnail"),
        reused_from=origin.name if origin else "",
        replaces=file.replaces,
        removable=context.may_change(file),
        check=_check(shown, paper, findings, context.places),
        belongs=_belongs(paper, findings, line, context) if context.may_change(file) else "",
    )


def _belongs(
    paper: PaperReading | None, findings: Sequence[Finding], line: NoticeMaterial, context: Context
) -> str:
    """The slot that a paper found to be another one belongs to; empty where it is none, or takes no files now."""
    if paper is None or not paper.kinds or not any(one.code in _OTHER_PAPER for one in findings):
        return ""
    home = context.homes.get(paper.kinds[0])
    return home.id if home and home.id != line.id and context.takes(home.id) else ""


def _check(
    shown: Shown, paper: PaperReading | None, findings: Sequence[Finding], places: Mapping[str, int]
) -> CheckView:
    state = shown.paper.check
    if state == "queued":
        return CheckView(state="queued", position=places.get(shown.paper.id, 1))
    if state == "checking":
        return CheckView(state="checking")
    if state == "failed":
        return CheckView(state="done", findings=[finding("unchecked")])
    if paper is None:
        return CheckView(state="off")
    found = paper.kinds[0] if paper.kinds else None
    kind = PaperKind(id=found, name=known_kinds().kinds[found].name) if found else None
    return CheckView(state="done", kind=kind, findings=list(findings))


def _state(files: Sequence[FileView], judged: Judged) -> SlotState:
    if not files:
        return "empty"
    if any(file.check.state in WAITING for file in files):
        return "checking"
    severities = {one.severity for file in files for one in file.check.findings}
    severities |= {one.severity for one in judged.slot}
    if Severity.MEND in severities:
        return "mend"
    if Severity.WARN in severities:
        return "doubtful"
    return "passed" if any(judged.recognised) else "received"
