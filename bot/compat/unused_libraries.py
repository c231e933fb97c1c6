"""Leave out the libraries that Rasa imports for what this process never does.

Cause: importing Rasa's agent imports the client library of every messaging service and database it knows
(Telegram, Slack, Webex, Twilio, Facebook, socket.io, DynamoDB, MongoDB, the terminal's menus), and scikit-learn's
model selection, with scipy.stats, for neural networks that are not installed.

While Rasa is imported here, a module of these libraries is an empty one whose names are inert: they can be base
classes and annotations; calling one says what it is. Afterwards the libraries are as if never asked for, so
whoever needs one imports the real thing. Rasa's own commands (`rasa train`, `rasa shell`) do not come this way.

Effect: importing the engine takes 127 MiB of resident memory instead of 207.

May be removed when Rasa imports a channel's library with the channel.
"""

from __future__ import annotations

import sys
from abc import ABCMeta
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any, NoReturn

LEFT_OUT = (
    "aiogram",
    "boto3",
    "fbmessenger",
    "prompt_toolkit",
    "pymongo",
    "questionary",
    "sklearn",
    "slack_sdk",
    "socketio",
    "twilio",
    "webexteamssdk",
)
"""Top-level packages."""


def _is_left_out(module: str) -> bool:
    return module.partition(".")[0] in LEFT_OUT


class LeftOut(ImportError):
    """A part of Rasa was used whose library is not loaded in this process."""


@contextmanager
def left_out() -> Iterator[None]:
    """Have what is imported within do without the libraries; those that are loaded already stay as they are."""
    finder = _Finder({name for name in LEFT_OUT if name not in sys.modules})
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        sys.meta_path.remove(finder)
        for name in finder.given:
            sys.modules.pop(name, None)


class _Inert(ABCMeta):
    """Metaclass of every name handed out."""

    def __getattr__(cls, name: str) -> Any:
        return _inert(cls.__module__, name)

    def __call__(cls, *args: Any, **kwargs: Any) -> NoReturn:
        library = next(kind.__module__ for kind in cls.__mro__ if _is_left_out(kind.__module__))
        raise LeftOut(
            f"问办进程没有载入 {library}（见 bot/compat/unused_libraries.py），不能使用 {cls.__name__}。"
        )


def _inert(module: str, name: str) -> Any:
    if name.startswith("_"):  # probes must see nothing
        raise AttributeError(f"{module} has no attribute {name}")
    return _Inert(name, (), {"__module__": module})


class _Module(ModuleType):
    def __getattr__(self, name: str) -> Any:
        return _inert(self.__name__, name)


class _Finder(MetaPathFinder, Loader):
    """Finds every module of some packages, however deep, and remembers which it gave."""

    def __init__(self, packages: set[str]) -> None:
        self._packages = packages
        self.given: list[str] = []

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname.partition(".")[0] not in self._packages:
            return None
        return ModuleSpec(fullname, self, is_package=True)

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        self.given.append(spec.name)
        return _Module(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """Leave the module empty."""
