"""Every route of an app with the policies that it declares: for the description, and for the test that none is without."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from fastapi.dependencies.models import Dependant
from fastapi.routing import iter_route_contexts
from starlette.routing import BaseRoute

from api.access.policies import Policy

_CONVERTER = re.compile(r":\w+\}")
"""``{key:path}`` is written ``{key}`` in the description."""


@dataclass(frozen=True)
class Declared:
    """A route and the policies that it declares; its path as the description writes it, and what answers at it."""

    methods: frozenset[str]
    path: str
    policies: tuple[Policy, ...]
    endpoint: Callable[..., Any] | None = None

    @property
    def policy(self) -> Policy:
        """The one policy.

        Raises:
            ValueError: None was declared, or several.
        """
        if len(self.policies) != 1:
            raise ValueError(f"{self.path} declares {len(self.policies)} policies, not one")
        return self.policies[0]


def declared(routes: Sequence[BaseRoute]) -> Iterator[Declared]:
    """Every route of an app with its policies."""
    for route in iter_route_contexts(routes):
        dependant = getattr(route, "dependant", None)
        yield Declared(
            frozenset(getattr(route, "methods", None) or ()) - {"HEAD"},
            _CONVERTER.sub("}", getattr(route, "path", "") or ""),
            tuple(_policies(dependant)) if dependant else (),
            getattr(route, "endpoint", None),
        )


def _policies(dependant: Dependant) -> Iterator[Policy]:
    for part in dependant.dependencies:
        owner = getattr(part.call, "__self__", None)
        if isinstance(owner, Policy):
            yield owner
        yield from _policies(part)
