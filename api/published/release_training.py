"""A release is learned in a process of its own: turns go on meanwhile, and one that is killed leaves everything as it is."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
from collections.abc import Awaitable, Callable, Sequence

from api.published.matcher_files import Models
from api.published.release_models import Lesson

LOOK_EVERY_S = 0.2
_NICE = 10
"""Turns come first."""


class TrainingKilled(Exception):
    """The process was ended from outside, or could not do it."""


Tell = Callable[[int, int], Awaitable[None]]
"""Told how many lessons are learned, and how many there are; raises where it is to stop."""

Learn = Callable[[Sequence[Lesson], Models, Tell], Awaitable[None]]
"""Sees to it that lessons are learned."""


async def learn_aside(lessons: Sequence[Lesson], models: Models, tell: Tell) -> None:
    """Learn what is not learned yet; whatever ends it ends the process too.

    Raises:
        TrainingKilled: The process has ended before it was done.
    """
    left = [one for one in lessons if not one.is_learned]
    if not left:
        return
    process = multiprocessing.get_context("spawn").Process(target=_learn, args=(left, models), daemon=True)
    await asyncio.to_thread(process.start)
    try:
        while process.is_alive():
            await tell(sum(one.is_learned for one in left), len(left))
            await asyncio.sleep(LOOK_EVERY_S)
        if process.exitcode != 0 or not all(one.is_learned for one in left):
            raise TrainingKilled
        await tell(len(left), len(left))
    finally:
        if process.is_alive():
            process.kill()
        await asyncio.to_thread(process.join)


def _learn(lessons: Sequence[Lesson], models: Models) -> None:
    os.nice(_NICE)
    for lesson in lessons:
        lesson.learn(models)
