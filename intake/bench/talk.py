"""``intake bench talk``: plays written conversations with the engine in this process and counts which pass."""

from __future__ import annotations

import asyncio
import os
import platform
import statistics
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from intake.bench.talk_cases import Case, answer_of
from intake.bench.turns import percentile
from intake.datafolder import DataFolder, open_folder
from knowledge.studio.kept_conversation import Replied

if TYPE_CHECKING:
    from api.published.load import Loading
    from bot.conversation import Conversation

CHANNEL = "rest"
"""The words are those of the REST channel, over which the same cases can be played from outside."""

Told = Callable[[int], None]
"""Told after each case how many were played."""


@dataclass(frozen=True, slots=True)
class Played:
    """One conversation that was held.

    Attributes:
        objections: What is wrong with the answers; none where the case passes.
        times_ms: How long each turn took.
    """

    case: Case
    answers: tuple[Replied, ...]
    objections: tuple[str, ...]
    times_ms: tuple[float, ...]

    @property
    def passed(self) -> bool:
        """Whether all checks pass."""
        return not self.objections


def run(
    cases: Sequence[Case],
    models: Path,
    told: Told = lambda count: None,
    loading: Loading | None = None,
) -> list[Played]:
    """Play cases in their order on a data folder of their own.

    Args:
        cases: What to play.
        models: Folder with models that were trained before; what is missing there is trained and kept.
        told: Told of the progress.
        loading: How catalogue and answers are read, where not in the usual way.

    Returns:
        What was played: all cases, or those before Ctrl-C.
    """
    from intake.prepare import api_settings, prepare
    from intake.settings import Role

    with _fresh_folder(models) as folder:
        model = prepare(folder, api_settings(folder), Role.ALL)
        played: list[Played] = []
        try:
            asyncio.run(_play_all(folder, model, loading, cases, played, told))
        except KeyboardInterrupt:
            if not played:
                raise
        return played


@contextmanager
def _fresh_folder(models: Path) -> Iterator[DataFolder]:
    """An empty data folder with the trained models of another; their names say what they were trained on."""
    models.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="intake-talk-") as name:
        (Path(name) / "models").symlink_to(models.resolve(), target_is_directory=True)
        yield open_folder(Path(name))


async def _play_all(
    folder: DataFolder,
    model: Path | None,
    loading: Loading | None,
    cases: Sequence[Case],
    played: list[Played],
    told: Told,
) -> None:
    async with _opened(folder, model, loading) as conversation:
        for number, case in enumerate(cases, start=1):
            played.append(await play(conversation, case, f"talk-{number}"))
            told(number)


@asynccontextmanager
async def _opened(
    folder: DataFolder, model: Path | None, loading: Loading | None
) -> AsyncIterator[Conversation]:
    from intake.prepare import api_settings
    from intake.settings import SiteSettings
    from intake.site import Site

    async with Site(
        folder, api_settings(folder), SiteSettings(), model=model, loading=loading
    ).opened() as site:
        assert site.conversation is not None
        yield site.conversation


async def play(conversation: Conversation, case: Case, sender: str) -> Played:
    """Hold one conversation from its beginning to its end."""
    answers: list[Replied] = []
    times_ms: list[float] = []
    for message in case.turns:
        began = time.perf_counter()
        answers.append(answer_of(await conversation.take(message, sender, CHANNEL)))
        times_ms.append((time.perf_counter() - began) * 1000)
    return Played(case, tuple(answers), tuple(case.objections(answers)), tuple(times_ms))


def figures(played: Sequence[Played]) -> dict[str, Any]:
    """How many passed, in all and by kind, how long a turn took, and which failed.

    Returns:
        ``cases passed kinds p50_ms p95_ms failing``, and ``conditions`` of the times; of each kind ``passed cases share`` (0 to 1).
    """
    times = [taken for one in played for taken in one.times_ms]
    kinds = sorted({one.case.kind for one in played})
    return {
        "cases": len(played),
        "passed": sum(one.passed for one in played),
        "kinds": {kind: _share([one for one in played if one.case.kind == kind]) for kind in kinds},
        "p50_ms": round(statistics.median(times), 2),
        "p95_ms": round(percentile(times, 95), 2),
        "failing": [one.case.id for one in played if not one.passed],
        "conditions": {
            "turns": len(times),
            "cores": os.cpu_count(),
            "load": round(os.getloadavg()[0], 1),
            "python": platform.python_version(),
            "machine": platform.machine(),
            "database": "SQLite",
        },
    }


def _share(played: Sequence[Played]) -> dict[str, Any]:
    passed = sum(one.passed for one in played)
    return {"passed": passed, "cases": len(played), "share": round(passed / len(played), 3)}


def shown(played: Played) -> str:
    """A conversation and what is wrong with it, to be read."""
    lines = [f"--- {played.case.id}（{played.case.kind}）"]
    for message, answer in zip(played.case.turns, played.answers, strict=True):
        lines += [f"  您：{message}", "  > " + answer.text.replace("\n", "\n    ")]
    return "\n".join([*lines, *(f"  ✗ {objection}" for objection in played.objections)])
