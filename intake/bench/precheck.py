"""`intake bench precheck`: how well drawn papers are read, how often a good one is complained of, what it costs.

Every paper is drawn here of invented people and photographed by ``intake.bench.papers.shots``; what stands on it is known.
"""

from __future__ import annotations

import asyncio
import os
import time
from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

from api.paper_reading import CHILD
from api.paper_reading.recognition import read_paper
from api.platform.worker.process import WorkerProcess
from intake.bench.papers import shots
from intake.bench.papers.drawn import KINDS, TODAY, WITH_VALIDITY, Drawn, draw
from intake.bench.papers.sheet import fonts
from intake.people import Person, person
from knowledge.base.text import normalise
from knowledge.papers.finding import Finding, Severity
from knowledge.papers.judge import Asked, judge
from knowledge.papers.kinds import known_kinds
from knowledge.papers.reading import PaperReading
from knowledge.privacy.kinds import Personal

GOOD: Mapping[str, Callable[[shots.Picture, int], shots.Picture]] = {
    "手机照片": shots.clean,
    "扫描件": shots.scanned,
    "横着拍": shots.sideways,
    "匆忙拍的": shots.rough,
}
BAD_KINDS = ("id_card_front", "business_licence", "lease", "health_certificate")
"""A card, a licence, a page of running text and a small form stand for all in what goes wrong with a camera."""

_NUMBERS = ("id_number", "credit_code")


@dataclass
class Tally:
    """What was counted."""

    kinds: Counter[bool] = field(default_factory=Counter)
    fields: defaultdict[str, Counter[bool]] = field(default_factory=lambda: defaultdict(Counter))
    alarms: Counter[str] = field(default_factory=Counter)
    alarmed: Counter[str] = field(default_factory=Counter)
    good: int = 0
    caught: defaultdict[str, Counter[bool]] = field(default_factory=lambda: defaultdict(Counter))
    cpu_s: list[float] = field(default_factory=list)


def run(papers: int = 3, progress: Callable[[int], None] | None = None) -> dict[str, Any]:
    """Draw, photograph, read and judge.

    Args:
        papers: Of each kind and each good way of taking it.
        progress: Told how many were read.

    Returns:
        Shares between 0 and 1 and the counts that they are of; CPU seconds of one core for a page of 2,400 pixels, and seconds for a
        photo of 3 MB through both worker processes.
    """
    tally = Tally()
    for number, case in enumerate((*_good(papers), *_bad(papers), *_wrong(papers)), start=1):
        case(tally)
        if progress:
            progress(number)
    return {**_figures(tally), **asyncio.run(whole_way())}


def _good(papers: int) -> Iterator[Callable[[Tally], None]]:
    for kind in KINDS:
        for way in GOOD:
            for seed in range(papers):
                yield partial(_try_good, kind, way, seed)


def _try_good(kind: str, way: str, seed: int, tally: Tally) -> None:
    who, paper = _drawn(kind, seed)
    reading = _read(GOOD[way](paper.picture, seed), tally)
    tally.kinds[bool(reading.kinds) and reading.kinds[0] == kind] += 1
    for name, truth in paper.truth.items():
        tally.fields[name][_same(truth, _seen(reading, name))] += 1
    findings = _findings(paper.material, reading, who)
    tally.good += 1
    tally.alarms.update(f"{way} {finding.severity} {finding.code}" for finding in findings)
    tally.alarmed.update({finding.severity for finding in findings})


def _bad(papers: int) -> Iterator[Callable[[Tally], None]]:
    for fault in shots.BAD:
        for kind in BAD_KINDS:
            for seed in range(papers):
                yield partial(_try_bad, fault, kind, seed)


def _try_bad(fault: str, kind: str, seed: int, tally: Tally) -> None:
    who, paper = _drawn(kind, seed)
    take, right = shots.BAD[fault]
    codes = {
        finding.code for finding in _findings(paper.material, _read(take(paper.picture, seed), tally), who)
    }
    tally.caught[fault][bool(codes & right)] += 1


def _wrong(papers: int) -> Iterator[Callable[[Tally], None]]:
    for seed in range(papers):
        for kind in WITH_VALIDITY:
            yield partial(_try_expired, kind, seed)
        for kind in KINDS:
            yield partial(_try_other_slot, kind, seed)
        for kind in ("id_card_front", "driving_licence", "business_licence"):
            yield partial(_try_somebody_else, kind, seed)
        for kind in ("id_card_front", "business_licence"):
            yield partial(_try_wrong_digit, kind, seed)


def _try_expired(kind: str, seed: int, tally: Tally) -> None:
    who = _who(seed)
    paper = draw(kind, who, _font(seed), seed, expired=True)
    codes = _codes(paper.material, _read(shots.clean(paper.picture, seed), tally), who)
    tally.caught["过期"][bool(codes & {"expired", "perhaps_expired"})] += 1


def _try_other_slot(kind: str, seed: int, tally: Tally) -> None:
    who, paper = _drawn(kind, seed)
    other = "居民户口簿" if kind != "household_register" else "营业执照"
    codes = _codes(other, _read(shots.clean(paper.picture, seed), tally), who)
    tally.caught["传错材料"][bool(codes & {"other_paper", "perhaps_other_paper", "not_recognised"})] += 1


def _try_somebody_else(kind: str, seed: int, tally: Tally) -> None:
    _, paper = _drawn(kind, seed)
    codes = _codes(paper.material, _read(shots.clean(paper.picture, seed), tally), _who(seed + 1000))
    wanted = {"credit_code_differs"} if kind == "business_licence" else {"id_number_differs"}
    tally.caught["别人的证件（号码）"][wanted <= codes] += 1
    named = {"name_differs", "name_perhaps_differs", "holder_differs"}
    tally.caught["别人的证件（姓名）"][bool(named & codes)] += 1


def _try_wrong_digit(kind: str, seed: int, tally: Tally) -> None:
    who = _who(seed)
    wrong = Person(who.name, _altered(who.id_number), who.phone, _altered(who.credit_code))
    paper = draw(kind, wrong, _font(seed), seed)
    codes = _codes(paper.material, _read(shots.clean(paper.picture, seed), tally), who)
    tally.caught["号码校验不对"][bool(codes & {"id_number_wrong", "credit_code_wrong"})] += 1


def _altered(number: str) -> str:
    """With one digit of the middle counted on: the check character is then wrong."""
    return number[:15] + str((int(number[15], 36) + 1) % 10) + number[16:]


def _who(seed: int) -> Person:
    return person(seed + 71)


def _font(seed: int) -> Any:
    return fonts()[seed % len(fonts())]


def _drawn(kind: str, seed: int) -> tuple[Person, Drawn]:
    who = _who(seed)
    return who, draw(kind, who, _font(seed), seed)


def _read(picture: shots.Picture, tally: Tally) -> PaperReading:
    data = shots.as_jpeg(picture)
    started = time.process_time()
    reading = read_paper(data, "image/jpeg")
    tally.cpu_s.append(time.process_time() - started)
    return reading


def _findings(material: str, reading: PaperReading, who: Person) -> Sequence[Finding]:
    stated = {
        Personal.NAME: who.name,
        Personal.ID_NUMBER: who.id_number,
        Personal.CREDIT_CODE: who.credit_code,
    }
    return judge(Asked(material, stated), [reading], known_kinds(), TODAY).files[0]


def _codes(material: str, reading: PaperReading, who: Person) -> set[str]:
    return {finding.code for finding in _findings(material, reading, who)}


def _seen(reading: PaperReading, name: str) -> set[str]:
    if name == "valid_until":
        until = reading.validity.until if reading.validity else None
        return {until.isoformat()} if until else set()
    if name in _NUMBERS:
        values = reading.id_numbers if name == "id_number" else reading.credit_codes
        return {value.text for value in values}
    value = reading.names.get(name)
    return {value.text} if value else set()


def _same(truth: str, seen: set[str]) -> bool:
    return normalise(truth) in {normalise(one) for one in seen}


def _figures(tally: Tally) -> dict[str, Any]:
    times = sorted(tally.cpu_s)
    return {
        "pages": len(times),
        "fonts": [font.stem for font in fonts()],
        "kind_accuracy": _share(tally.kinds),
        "fields": {name: _share(counted) for name, counted in tally.fields.items()},
        "good": tally.good,
        "false_mend": round(tally.alarmed[Severity.MEND] / max(tally.good, 1), 4),
        "false_warn": round(tally.alarmed[Severity.WARN] / max(tally.good, 1), 4),
        "alarms": dict(tally.alarms),
        "caught": {name: _share(counted) for name, counted in tally.caught.items()},
        "caught_of": {name: counted.total() for name, counted in tally.caught.items()},
        "cpu_s_p50": round(median(times), 2),
        "cpu_s_p95": round(times[round(0.95 * (len(times) - 1))], 2),
    }


def _share(counted: Counter[bool]) -> float:
    return round(counted[True] / max(counted.total(), 1), 4)


async def whole_way() -> dict[str, float]:
    """A photo of 12 million pixels and about 3 MB through both processes, the first time and when they run."""
    _, paper = _drawn("business_licence", 0)
    photo = shots.clean(paper.picture, 0).resize((4000, 3000))
    data = shots.as_jpeg(photo, quality=94)
    screener = WorkerProcess(CHILD, "screen", timeout_s=60, idle_s=60)
    reader = WorkerProcess(CHILD, "read", timeout_s=120, idle_s=60)
    rules = {"types": ["image/jpeg"], "max_pixels": 64_000_000, "max_pdf_pages": 30, "long_side": 2400}
    figures = {"photo_mb": round(len(data) / 1e6, 2)}
    try:
        for name in ("first_s", "next_s"):
            started = time.perf_counter()
            answer, body = await screener.ask({"rules": rules}, _pieces(data), len(data))
            taken = time.perf_counter()
            kept = body[: answer["content_size"]]
            await reader.ask({"media_type": "image/jpeg"}, _pieces(kept), len(kept))
            figures[f"upload_{name}"] = round(taken - started, 2)
            figures[f"reading_{name}"] = round(time.perf_counter() - taken, 2)
        for name, shop in (("screener", screener), ("reader", reader)):
            figures |= {f"{name}_{what}": value for what, value in _cost(shop.pid).items()}
    finally:
        await screener.close()
        await reader.close()
    return figures


def _cost(pid: int | None) -> dict[str, float]:
    """CPU seconds and the most memory of a process since its start; nothing where the system does not say."""
    folder = Path(f"/proc/{pid}")
    if not (folder / "status").exists():
        return {}
    ticks = (folder / "stat").read_text().rpartition(")")[2].split()[11:13]
    peak = next(line for line in (folder / "status").read_text().splitlines() if line.startswith("VmHWM"))
    return {
        "cpu_s": round(sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK"), 2),
        "peak_mb": int(peak.split()[1]) // 1024,
    }


async def _pieces(data: bytes) -> AsyncIterator[bytes]:
    yield data
