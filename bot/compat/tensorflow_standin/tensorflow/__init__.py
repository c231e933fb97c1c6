"""A stand-in for TensorFlow: names that can be imported and subclassed, but not computed with.

`rasa.core.agent` imports `tensorflow` and `keras` unconditionally, although nothing in a linear pipeline
computes with them. Real TensorFlow costs 2 GB of disk, 350 MB of memory and 9 s at every start.

Every attribute is an inert class: it may be a base class, an annotation or a default value. Calling it, or
instantiating a class derived from it, raises `TensorFlowAbsent` with a sentence that says what to use.

May be removed, together with the path source in `pyproject.toml`, when somebody needs DIET, TED or
ResponseSelector and installs TensorFlow itself.
"""

from __future__ import annotations

import sys
from abc import ABCMeta
from collections.abc import Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any, NoReturn

__version__ = "2.12.0"

ABSENT = (
    "本项目未安装 TensorFlow，无法使用「{name}」：DIETClassifier、TEDPolicy、UnexpecTEDIntentPolicy、"
    "ResponseSelector 等依赖神经网络的组件均不可用。意图识别请用 bot.nlu.intent.DialogueIntentClassifier，"
    "对话策略请用 bot.policy.NextActionPolicy（见 bot/config.yml）。"
)


class TensorFlowAbsent(ImportError):
    """Something really tried to compute with TensorFlow."""


def refuse(name: str) -> NoReturn:
    """Raise the one sentence; where Rasa is loaded as an error of its kind, which its CLI prints plainly."""
    rasa_exceptions = sys.modules.get("rasa.shared.exceptions")
    if rasa_exceptions is None:
        raise TensorFlowAbsent(ABSENT.format(name=name))
    kind = type("TensorFlowAbsent", (TensorFlowAbsent, rasa_exceptions.RasaException), {})
    raise kind(ABSENT.format(name=name))


class _Inert(ABCMeta):
    """Metaclass of every name handed out: attributes lead to further inert names, a call is refused."""

    def __getattr__(cls, name: str) -> Any:
        return inert(f"{cls.__module__}.{cls.__qualname__}", name)

    def __call__(cls, *args: Any, **kwargs: Any) -> NoReturn:
        refuse(f"{cls.__module__}.{cls.__qualname__}")


def inert(parent: str, name: str) -> Any:
    """Return a fresh inert class for `parent.name`; special names stay absent so that probes see nothing."""
    if name.startswith("__") or name.startswith("_abc"):
        raise AttributeError(f"{parent} has no attribute {name}")
    return _Inert(name, (), {"__module__": parent})


class InertModule(ModuleType):
    """A submodule of which every public name is an inert class."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.__path__: list[str] = []

    def __getattr__(self, name: str) -> Any:
        return inert(self.__name__, name)


class InertFinder(MetaPathFinder, Loader):
    """Finds every submodule of `tensorflow` and `keras`, however deep."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if not fullname.startswith(("tensorflow.", "keras.")):
            return None
        return ModuleSpec(fullname, self, is_package=True)

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return InertModule(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        return None


sys.meta_path.append(InertFinder())


def __getattr__(name: str) -> Any:
    return inert(__name__, name)
