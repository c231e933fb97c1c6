"""Run the nodes of the prediction graph in order, without Dask.

Cause: `DaskGraphRunner.run` computes the minimal schema and a Dask graph anew for every message and every
prediction, and Dask's synchronous scheduler costs about a millisecond on a graph of five nodes.

Effect: a turn takes 0.9 ms of CPU instead of 1.4 (in process, one small action, three runs of the graph).

May be removed when Rasa offers a plain runner. Training still uses Dask.
"""

from __future__ import annotations

from typing import Any

import rasa.core.processor
from rasa.engine.exceptions import GraphRunError
from rasa.engine.runner.dask import DaskGraphRunner


class OrderedGraphRunner(DaskGraphRunner):
    """A `GraphRunner` that remembers the order of nodes for each set of targets."""

    def run(self, inputs: dict[str, Any] | None = None, targets: list[str] | None = None) -> dict[str, Any]:
        """Run the graph (see `GraphRunner.run`)."""
        wanted = tuple(targets or self._graph_schema.target_names)
        given = inputs or {}
        results: dict[str, tuple[str, Any]] = {name: (name, value) for name, value in given.items()}
        self._refuse_clashing(given)
        try:
            for name in self._order(wanted):
                if name not in results:
                    node = self._instantiated_nodes[name]
                    needs = self._graph_schema.nodes[name].needs.values()
                    results[name] = node(*(results.get(need, need) for need in needs))
            return dict(results[name] for name in wanted)
        except RuntimeError as error:
            raise GraphRunError("Error running runner.") from error

    def _refuse_clashing(self, inputs: dict[str, Any]) -> None:
        for value in inputs.values():
            if isinstance(value, str) and value in self._graph_schema.nodes:
                raise GraphRunError(f"Input value '{value}' clashes with a node name.")

    def _order(self, targets: tuple[str, ...]) -> tuple[str, ...]:
        """Return the nodes the targets need, each after the nodes it needs itself."""
        orders: dict[tuple[str, ...], tuple[str, ...]] = self.__dict__.setdefault("_orders", {})
        if targets not in orders:
            ordered: dict[str, None] = {}
            for target in targets:
                self._visit(target, ordered)
            orders[targets] = tuple(ordered)
        return orders[targets]

    def _visit(self, name: str, ordered: dict[str, None]) -> None:
        node = self._graph_schema.nodes.get(name)
        if node is None or name in ordered:
            return
        for need in node.needs.values():
            self._visit(need, ordered)
        ordered[name] = None


def apply() -> None:
    """Let the message processor build this runner instead of Dask's."""
    rasa.core.processor.DaskGraphRunner = OrderedGraphRunner
