"""The slots of the materials, their files and what the pre-check found, as clients see them."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from api.intakes.schemas import MaterialState
from api.platform.schemas import Payload, View
from knowledge.catalogue.item import MaterialForm, Necessity, Source
from knowledge.papers.finding import Finding

CheckState = Literal["queued", "checking", "done", "off"]
SlotState = Literal["empty", "received", "checking", "passed", "doubtful", "mend"]
FileId = Annotated[str, Field(min_length=1, max_length=64)]


class Limits(View):
    """What may be uploaded; ``say`` is the sentence for the page.

    Attributes:
        types: Media types that are taken.
        accept: For the ``accept`` attribute of a file input.
        kept_hours: How long files of a draft nobody goes on with are kept.
    """

    max_bytes: int
    max_files: int
    max_pdf_pages: int
    types: list[str]
    accept: str
    kept_hours: int
    say: str


class PaperKind(View):
    """What kind of paper it was recognised as, for example ``business_licence`` 营业执照."""

    id: str
    name: str


class CheckView(View):
    """Where the pre-check of a file stands.

    Attributes:
        state: ``off`` where this centre runs no pre-check.
        position: While queued, how many files come first, this one included: 1 is the next.
        findings: Once ``done``; follow what was stated and today's date, so that a correction shows at once.
    """

    state: CheckState
    position: int | None = None
    kind: PaperKind | None = None
    findings: list[Finding] = Field(default_factory=list)


class FileView(View):
    """One file of a slot.

    Attributes:
        name: Its name on the applicant's device, made harmless; for showing only.
        width: Pixels of the stored picture; None for a PDF.
        kept_until: When it goes if nobody goes on with the draft; None once it belongs to a case.
        content: Path of the stored file; ``thumbnail`` of a small JPEG.
        reused_from: Name of the material it was taken over from.
        replaces: The submitted file of this slot that it stands for; that one stays and is not judged any more.
        removable: Whether the applicant may move it, replace it or take it back; what was submitted with the application stays as it is.
    """

    id: str
    name: str
    media_type: str
    size: int
    pages: int
    width: int | None
    height: int | None
    uploaded_at: datetime
    kept_until: datetime | None
    content: str
    thumbnail: str
    reused_from: str
    replaces: str
    removable: bool
    check: CheckView


class SlotView(View):
    """One material of this applicant's notice and what was uploaded for it.

    Attributes:
        need: 必要, 容缺后补 or 非必要.
        certain: False where an open or unsure answer decides whether it is needed.
        form: In which form the window wants it (原件核对 ...): a photo helps the pre-check, the paper itself may still have to be shown.
        declared: What the intake says of it: ``ready`` is set by the first file and taken back with the last.
        state: ``received`` where this centre runs no pre-check; ``mend`` and ``doubtful`` are advice and never stop a submission.
        findings: On the slot as a whole, for example that the back of a card is missing.
        open: Whether it takes files now: of a submitted application only what a correction asks for or was agreed to come later.
    """

    id: str
    name: str
    need: Necessity
    certain: bool
    form: MaterialForm | None
    copies: int | None
    source: Source | None
    standard: str
    filling: str
    reason: str
    declared: MaterialState | None
    state: SlotState
    files: list[FileView]
    findings: list[Finding]
    room: int = Field(description="还能再传几个文件")
    open: bool


class ReusableFile(View):
    """A file of the same conversation that another slot may take over without uploading it again."""

    id: str
    name: str
    media_type: str
    thumbnail: str
    material: str
    material_name: str
    item: str
    uploaded_at: datetime
    fits: list[str] = Field(description="同名材料的编号，适合直接沿用")


class SlotList(View):
    """All slots of an intake.

    Attributes:
        open: Whether any slot takes files now.
        waiting: Files whose pre-check is not done; ask again after ``poll_after_ms`` while there are any.
    """

    intake: str
    open: bool
    limits: Limits
    slots: list[SlotView]
    reusable: list[ReusableFile]
    waiting: int
    poll_after_ms: int | None


class Remark(View):
    """One thing that should be mended before a submission: on which material, and where it has several files on which."""

    material: str
    name: str
    say: str


class RemarkList(View):
    """What the pre-check asks to have mended; advice that never stops a submission.

    Attributes:
        waiting: Files whose pre-check is not done.
    """

    remarks: list[Remark]
    waiting: int


class FileReceived(View):
    """The answer to an upload or a reuse: the file and its slot as it is now."""

    file: FileView
    slot: SlotView


class FileOrder(Payload):
    """The files of a slot in their new order; each exactly once."""

    files: list[FileId] = Field(max_length=200)


class Reuse(Payload):
    """The file to take over, from ``reusable``."""

    file: FileId
