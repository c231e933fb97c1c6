"""Work in a process of its own, so that the memory it takes is gone with it."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import ParamSpec, TypeVar

from intake.problems import Problem

_P = ParamSpec("_P")
_R = TypeVar("_R")


def aside(work: Callable[_P, _R], *arguments: _P.args, **named: _P.kwargs) -> _R:
    """Do a piece of work in a fresh process and return what it returns, or raise what it raises.

    Training leaves a process larger by scikit-learn and by the holes in its heap; a service that had to train at
    its start is then the same as one that found everything trained.

    Raises:
        Problem: The process was ended from outside.
    """
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        try:
            return pool.submit(work, *arguments, **named).result()
        except BrokenProcessPool as error:
            raise Problem(
                "训练中途被系统结束了，多半是内存不够。请腾出约1GB内存后再运行一次，做完的部分会保留。"
            ) from error
