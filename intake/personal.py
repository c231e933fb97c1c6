"""One person's data of a data folder: into a file, or away. Each is on record, by a digest and not by the value."""

from __future__ import annotations

import asyncio
import json
import os
import zipfile
from dataclasses import asdict
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from api.access import audit
from api.cases.models import CaseLogRow, CaseRow
from api.complaints.models import ComplaintRow
from api.desk.models import NoteRow
from api.intakes.models import IntakeRow
from api.messages.models import CaseMessageRow
from api.personal_data.erasure import erase, planned
from api.personal_data.finding import Found, find
from api.ratings.models import RatingRow
from api.reminders.models import ReminderRow
from api.talks.models import CallbackRow
from api.uploads import repository as uploads
from intake.datafolder import open_folder
from intake.offline import Offline
from intake.prepare import api_settings
from intake.problems import Problem
from knowledge.privacy.retention import Retention

_SUFFIXES = {"image/jpeg": "jpg", "application/pdf": "pdf"}


async def export_to(house: Offline, value: str, target: Path, reason: str) -> dict[str, int]:
    """Everything of a person in one file.

    Raises:
        Problem: Nothing was found, no reason was given, or the file cannot be written.
    """
    found = await _found(house, value, reason)
    told, files = await house.database.read(lambda session: _told(session, house, found))
    counts = {
        "cases": len(found.cases),
        "drafts": sum(state != "submitted" for state in found.intakes.values()),
        "callbacks": len(found.callbacks),
        "files": len(files),
    }
    about = counts | {"reason": reason.strip()}
    await audit.record(
        house.database, house.now(), audit.CONSOLE, "person_exported", _subject(house, value), about
    )
    await asyncio.to_thread(_write, target, told, files, house)
    return counts


async def erase_from(
    house: Offline, data_dir: Path, value: str, reason: str, *, is_meant: bool
) -> dict[str, Any]:
    """What is erased of a person, and what stays; only looked at unless it is meant.

    Raises:
        Problem: Nothing was found, or no reason was given.
    """
    found = await _found(house, value, reason)
    settings = api_settings(open_folder(data_dir))
    rules = Retention(settings.kept_granted_days, settings.kept_other_days, settings.draft_days)
    today = house.now().date()
    plan = await house.database.read(lambda session: planned(session, found, rules, today))
    if is_meant:
        about = {
            "cases": plan.cases,
            "kept": sorted(plan.kept),
            "drafts": len(plan.drafts),
            "callbacks": len(plan.callbacks),
            "reason": reason.strip(),
        }
        await audit.record(
            house.database, house.now(), audit.CONSOLE, "person_erased", _subject(house, value), about
        )

        async def work(session: AsyncSession) -> list[str]:
            fresh = await planned(session, found, rules, today)
            return (await erase(session, fresh, house.vault)).papers

        for name in await house.database.transact(work):
            await asyncio.to_thread(house.uploads.drop, name)
    said = asdict(plan)
    said.pop("papers")
    return said | {"erased": is_meant}


async def _found(house: Offline, value: str, reason: str) -> Found:
    if not reason.strip():
        raise Problem("请写明原因（--reason），例如：本人2026年11月30日书面申请。")
    found = await find(house.database, house.vault, value)
    if found.is_empty:
        raise Problem("没有找到这个号码的信息。请核对号码；改过号码的，用原来的再找一次。")
    if found.unreadable:
        raise Problem(f"{found.unreadable}项封存的信息打不开，找不全。请先核对密钥（intake doctor）。")
    return found


def _subject(house: Offline, value: str) -> str:
    return house.vault.search_digest("person", value)[:16]


async def _told(session: AsyncSession, house: Offline, found: Found) -> tuple[dict[str, Any], dict[str, str]]:
    """What is kept, in the clear; and the files: their names in the archive to those in the store."""
    unseal = house.vault.unseal

    async def rows(model: type[Any], column: Any, of: Any) -> list[Any]:
        return list((await session.scalars(select(model).where(column.in_(of)))).all())

    cases = await rows(CaseRow, CaseRow.number, found.cases)
    told = {
        "cases": [
            {
                "number": one.number,
                "item": one.item,
                "state": one.state.value,
                "received_at": one.received_at.isoformat(),
                "contact": unseal(one.contact),
            }
            for one in cases
        ],
        "log": [
            {"case": one.case_number, "at": one.at.isoformat(), "act": one.act, "data": one.data}
            for one in await rows(CaseLogRow, CaseLogRow.case_number, found.cases)
        ],
        "drafts": [
            {
                "id": one.id,
                "state": one.state,
                "affair": one.affair,
                "answers": one.answers,
                "contact": unseal(one.contact),
            }
            for one in await rows(IntakeRow, IntakeRow.id, found.intakes)
        ],
        "callbacks": [
            {"number": one.number, "question": one.question, "phone": unseal(one.phone), "note": one.note}
            for one in await rows(CallbackRow, CallbackRow.number, found.callbacks)
        ],
        "reminders": [
            {"case": one.case_number, "ways": one.ways, **unseal(one.email)}
            for one in await rows(ReminderRow, ReminderRow.case_number, found.cases)
        ],
        "messages": [
            {"case": one.case_number, "at": one.at.isoformat(), "text": one.text}
            for one in await rows(CaseMessageRow, CaseMessageRow.case_number, found.cases)
        ],
        "notes": [
            {"case": one.case_number, "at": one.at.isoformat(), **unseal(one.text)}
            for one in await rows(NoteRow, NoteRow.case_number, found.cases)
        ],
        "ratings": [
            {"case": one.case_number, "grade": one.grade, "text": one.text}
            for one in await rows(RatingRow, RatingRow.case_number, found.cases)
        ],
        "complaints": [
            {"number": one.number, "case": one.case_number, "text": one.text, "answer": one.answer}
            for one in await rows(ComplaintRow, ComplaintRow.case_number, found.cases)
        ],
    }
    files = {}
    for intake in sorted(found.intakes):
        for place, shown in enumerate(await uploads.files_of(session, intake), 1):
            suffix = _SUFFIXES.get(shown.paper.media_type, "bin")
            files[f"files/{intake[:8]}-{place:02d}-{shown.file.material}.{suffix}"] = shown.paper.id
    return told, files


def _write(target: Path, told: dict[str, Any], files: dict[str, str], house: Offline) -> None:
    part = target.with_name(f"{target.name}.part")
    try:
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as file, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("data.json", json.dumps(told, ensure_ascii=False, indent=1))
            for name, paper in files.items():
                archive.writestr(name, house.uploads.content(paper))
        part.replace(target)
    except OSError as error:
        raise Problem(f"写不了文件 {target}（{error.strerror}）。请检查文件夹和权限。") from error
    finally:
        part.unlink(missing_ok=True)
