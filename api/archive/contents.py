"""Everything that belongs to a case, as papers of its archive: contents are read when they are needed, one at a time."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from cryptography.exceptions import InvalidTag
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from api.cases.log import entry_of
from api.cases.models import CaseRow, StoredEntry
from api.exchange import repository as exchange
from api.exchange.models import FeedbackRow
from api.notices.models import NoticeRow
from api.platform.clock import at_centre
from api.platform.errors import PaperMissing
from api.ratings import repository as ratings
from api.ratings.models import RatingRow
from api.uploads import repository as uploads
from api.uploads.repository import Shown
from api.uploads.results import Attached, attached_to
from knowledge.base.centre_time import centre_day
from knowledge.cases.archive.case_papers import kind_of, paper_text, title_of
from knowledge.cases.archive.index import Paper, PaperKind
from knowledge.cases.procedure.projection import fold
from knowledge.cases.procedure.result import result_of
from knowledge.exchange.feedback import KIND_NAMES
from knowledge.exchange.ratings import GRADES
from knowledge.guidance.notice import NoticeContent

Read = Callable[[], bytes]
ReadUpload = Callable[[str], bytes]
"""The bytes of an upload by the name of its paper."""

_SUFFIXES = {"image/jpeg": "jpg", "application/pdf": "pdf"}


@dataclass(frozen=True)
class LoosePaper:
    """A paper that is not yet measured."""

    kind: PaperKind
    name: str
    suffix: str
    at: datetime
    read: Read


@dataclass(frozen=True)
class HeldPaper:
    """A paper and where its bytes come from."""

    paper: Paper
    read: Read


@dataclass(frozen=True)
class CaseContents:
    """The rows of a case."""

    case: CaseRow
    log: Sequence[StoredEntry]
    notices: Sequence[NoticeRow]
    uploads: Sequence[Shown]
    ratings: Sequence[RatingRow]
    feedback: Sequence[FeedbackRow]
    result: Attached | None


async def case_contents(session: AsyncSession, case: CaseRow, log: Sequence[StoredEntry]) -> CaseContents:
    """Everything that the database has of a case. Complaints are no part of its file: the people complained about read it."""
    versions = (
        select(NoticeRow)
        .where(NoticeRow.number == case.notice_number, NoticeRow.version <= case.notice_version)
        .order_by(NoticeRow.version)
    )
    files = await uploads.files_of(session, case.intake_id)
    return CaseContents(
        case=case,
        log=log,
        notices=(await session.scalars(versions)).all(),
        uploads=[shown for shown in files if shown.file.material in {*case.materials, *_asked_later(log)}],
        ratings=await ratings.of_case(session, case.number),
        feedback=await exchange.feedback_of_case(session, case.number),
        result=await attached_to(session, case.number),
    )


def _asked_later(log: Sequence[StoredEntry]) -> dict[str, str]:
    """Materials that a correction asked for, with their names: they need not stand on the notice."""
    corrections = fold(map(entry_of, log)).corrections
    return {point.material: point.name for correction in corrections for point in correction.points}


def papers(
    of: CaseContents, contact: Mapping[str, str], official: Mapping[int, bytes], read_upload: ReadUpload
) -> Iterator[LoosePaper]:
    """The papers, in no order.

    Args:
        contact: As the reader of the archive may see it.
        official: What the law wants in writing as PDF, by its entry's place in the log.
    """
    yield from _procedure(of, official)
    yield from _notices(of)
    yield _application(of.case, contact)
    yield from _materials(of, read_upload)
    yield from _result(of, read_upload)
    yield from _afterwards(of)
    yield _log(of)


def with_checksums(loose: LoosePaper) -> HeldPaper:
    """A paper with checksum and size.

    Raises:
        PaperMissing: Its bytes cannot be read.
    """
    try:
        content = loose.read()
    except (OSError, InvalidTag) as error:
        raise PaperMissing(f"「{loose.name}」读不出来，没有归档。请让管理员检查上传文件夹和备份。") from error
    digest = hashlib.sha256(content).hexdigest()
    return HeldPaper(Paper(loose.kind, loose.name, loose.suffix, loose.at, digest, len(content)), loose.read)


def _procedure(of: CaseContents, official: Mapping[int, bytes]) -> Iterator[LoosePaper]:
    """The papers that went out as the applicant has them; records of the house in words."""
    for place, line in enumerate(of.log, 1):
        entry = entry_of(line)
        if (title := title_of(entry)) and place in official:
            yield LoosePaper(kind_of(entry), title, "pdf", entry.at, partial(bytes, official[place]))
        elif title:
            text = paper_text(of.case.number, of.case.item, entry)
            yield LoosePaper(kind_of(entry), title, "txt", entry.at, partial(bytes, text, "utf-8"))


def _notices(of: CaseContents) -> Iterator[LoosePaper]:
    for row in of.notices:
        record = {
            "number": row.number,
            "version": row.version,
            "drawn_at": _moment(row.drawn_at),
            "content": json.loads(row.content),
        }
        name = f"一次性告知单{row.number}第{row.version}版"
        yield _as_json(PaperKind.NOTICE, name, row.drawn_at, record)


def _application(case: CaseRow, contact: Mapping[str, str]) -> LoosePaper:
    content = NoticeContent.model_validate_json(case.content)
    names = {line.id: line.name for line in content.materials}
    record = {
        "case": case.number,
        "affair": content.name,
        "item": case.item,
        "item_id": case.item_id,
        "received_at": _moment(case.received_at),
        "channel": case.channel,
        "catalogue_version": case.catalogue_version,
        "circumstances": {one.text: one.label for one in content.circumstances},
        "materials": {names.get(key, key): state for key, state in case.materials.items()},
        "materials_with_other_cases": {names.get(key, key): item for key, item in case.borrows.items()},
        "route": case.route,
        "contact": dict(contact),
    }
    return _as_json(PaperKind.APPLICATION, "申请表", case.received_at, record)


def _materials(of: CaseContents, read_upload: ReadUpload) -> Iterator[LoosePaper]:
    listed = NoticeContent.model_validate_json(of.case.content).materials
    names = _asked_later(of.log) | {line.id: line.name for line in listed}
    pages: dict[str, int] = {}
    numbers: dict[str, int] = {}
    for file, paper in of.uploads:
        number = pages[file.material] = pages.get(file.material, 0) + 1
        numbers[file.id] = number
        name = f"{names.get(file.material, file.material)}_{number}"
        if file.replaces in numbers:
            name += f"_代替第{numbers[file.replaces]}份"
        suffix = _SUFFIXES.get(paper.media_type, "bin")
        yield LoosePaper(PaperKind.MATERIAL, name, suffix, file.created_at, partial(read_upload, paper.id))


def _result(of: CaseContents, read_upload: ReadUpload) -> Iterator[LoosePaper]:
    """The certificate, under the name that the result was made with; until then nobody has been given it."""
    made = result_of(map(entry_of, of.log))
    if of.result is None or made is None or made.certificate != of.result.result.sha256:
        return
    read = partial(read_upload, of.result.paper.id)
    yield LoosePaper(PaperKind.RESULT, f"{made.name}{made.number}", "pdf", of.result.result.at, read)


def _afterwards(of: CaseContents) -> Iterator[LoosePaper]:
    for row in of.ratings:
        record = {
            "times": row.times,
            "grade": row.grade,
            "grade_name": GRADES[row.grade],
            "reasons": row.reasons,
            "text": row.text,
            "at": _moment(row.at),
            "answer": row.answer,
            "answered_by": row.answered_by,
            "answered_at": _moment(row.answered_at) if row.answered_at else None,
        }
        yield _as_json(PaperKind.RATING, f"第{row.times}次评价", row.at, record)
    for report in of.feedback:
        said = {
            "key": report.key,
            "kind": KIND_NAMES[report.kind],
            "department": report.department,
            "at": _moment(report.at),
            "document": report.document,
            "failed": report.failed,
            "code": report.code,
            "text": report.text,
        }
        name = f"监管反馈_{KIND_NAMES[report.kind]}_{centre_day(report.at):%Y%m%d}"
        yield _as_json(PaperKind.DOCUMENT, name, report.received_at, said)


def _log(of: CaseContents) -> LoosePaper:
    """As stored, one entry a line with its hashes, so that the chain can be verified from the archive alone."""
    text = "".join(
        json.dumps(
            {
                "at": line.at.isoformat(),
                "act": line.act,
                "role": line.role,
                "actor": line.actor,
                "before": line.before,
                "after": line.after,
                "data": line.data,
                "previous": line.previous,
                "hash": line.hash,
            },
            ensure_ascii=False,
        )
        + "\n"
        for line in of.log
    )
    return LoosePaper(PaperKind.LOG, "办理日志", "jsonl", of.log[-1].at, partial(bytes, text, "utf-8"))


def _as_json(kind: PaperKind, name: str, at: datetime, record: Mapping[str, Any]) -> LoosePaper:
    text = json.dumps(record, ensure_ascii=False, indent=2) + "\n"
    return LoosePaper(kind, name, "json", at, partial(bytes, text, "utf-8"))


def _moment(at: datetime) -> str:
    return at_centre(at).isoformat(timespec="seconds")
