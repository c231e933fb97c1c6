"""Requests made from the contract: what a schema allows, what stands at its edges, and what it does not allow."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from random import Random
from typing import Any
from urllib.parse import quote

ODD_TEXTS = (
    "", " ", "\0", "\U0001f600", "‮gnp.exe", "%00", "../../etc/passwd", "'; DROP TABLE cases; --", "=1+1", "<b>",
    "名" * 300, "0", "-1", "null", "٣", "260101000000", "1e309", "\r\nX-Other: 1", "{{7*7}}", "{0}",
)  # fmt: skip
ODD_NUMBERS = (-1, 0, 1, 2**31, 2**63, 2**64, -(2**63) - 1, 10**40)
ODD_VALUES: tuple[Any, ...] = (
    None,
    True,
    "\ud83d",
    [],
    {},
    [[]],
    {"a": {"b": []}},
    1.5,
    "2026-02-30",
    *ODD_NUMBERS,
)
DEEPEST = 4


@dataclass(frozen=True)
class Operation:
    """One operation of the contract."""

    method: str
    path: str
    said: Mapping[str, Any]

    @property
    def statuses(self) -> frozenset[int]:
        """What it says that it answers."""
        return frozenset(int(status) for status in self.said["responses"])


@dataclass
class Made:
    """A request; ``body`` is as it goes over the wire."""

    method: str
    path: str
    query: list[tuple[str, str]] = field(default_factory=list)
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes | None = None


def operations(document: Mapping[str, Any]) -> Iterator[Operation]:
    """All operations of a contract, in its order."""
    for path, methods in document["paths"].items():
        for method, said in methods.items():
            yield Operation(method.upper(), path, said)


class Maker:
    """Makes requests, the same from the same seed.

    Args:
        known: Name of a parameter or field to values that are there, so that requests get further than 404.
    """

    def __init__(self, document: Mapping[str, Any], known: Mapping[str, list[Any]], seed: int) -> None:
        self._document = document
        self._known = known
        self._random = Random(seed)

    def request(self, operation: Operation) -> Made:
        """One request of an operation; half of them are as the contract has it."""
        is_odd = self._random.random() < 0.5
        made = Made(operation.method, operation.path)
        for parameter in operation.said.get("parameters", ()):
            self._put(made, parameter, is_odd)
        content = operation.said.get("requestBody", {}).get("content", {})
        if "application/json" in content:
            body = self.value(content["application/json"]["schema"], is_odd=is_odd)
            made.body = self._broken(body) if is_odd and self._random.random() < 0.1 else _encoded(body)
            made.headers["Content-Type"] = "application/json"
        elif content:
            made.body = self._random.randbytes(self._random.choice((0, 1, 200)))
            made.headers["Content-Type"] = next(iter(content))
        return made

    def _put(self, made: Made, parameter: Mapping[str, Any], is_odd: bool) -> None:
        name, where = parameter["name"], parameter["in"]
        if where != "path" and not parameter.get("required") and self._random.random() < 0.5:
            return
        value = self.value(parameter.get("schema", {}), name, is_odd=is_odd)
        values = value if isinstance(value, list) else [value]
        texts = [_in_an_address(one if isinstance(one, str) else json.dumps(one)) for one in values]
        if where == "path":
            made.path = made.path.replace(f"{{{name}}}", quote(texts[0] if texts else "x", safe="") or "x")
        elif where == "query":
            made.query += [(name, text) for text in texts]
        elif where == "header":
            safe = "".join(sign for text in texts for sign in text if " " <= sign <= "~")
            made.headers[name] = safe.strip() or "x"

    def value(self, schema: Mapping[str, Any], name: str = "", *, is_odd: bool, depth: int = 0) -> Any:
        """A value for a schema."""
        schema = self._resolved(schema)
        if name in self._known and self._random.random() < 0.7:
            return self._random.choice(self._known[name])
        if is_odd and self._random.random() < 0.2:
            return self._random.choice((*ODD_VALUES, *ODD_TEXTS))
        for choice in ("anyOf", "oneOf"):
            if choice in schema:
                return self.value(self._random.choice(schema[choice]), name, is_odd=is_odd, depth=depth)
        if "const" in schema:
            return schema["const"]
        if "enum" in schema:
            return self._random.choice(schema["enum"])
        makers = {
            "object": self._object,
            "array": self._array,
            "integer": self._number,
            "number": self._number,
            "boolean": lambda *_: self._random.random() < 0.5,
            "null": lambda *_: None,
        }
        return makers.get(schema.get("type", ""), self._text)(schema, is_odd, depth)

    def _object(self, schema: Mapping[str, Any], is_odd: bool, depth: int) -> dict[str, Any]:
        required = schema.get("required", ())
        found = {
            name: self.value(part, name, is_odd=is_odd, depth=depth + 1)
            for name, part in schema.get("properties", {}).items()
            if (name in required and not (is_odd and self._random.random() < 0.1))
            or (depth < DEEPEST and self._random.random() < 0.6)
        }
        more = schema.get("additionalProperties")
        if isinstance(more, Mapping) and depth < DEEPEST:
            for _ in range(self._random.randint(0, 2)):
                key = self._random.choice(self._known.get("key", ["key"]))
                found[key] = self.value(more, is_odd=is_odd, depth=depth + 1)
        if is_odd and self._random.random() < 0.1:
            found[self._random.choice(ODD_TEXTS)] = 1
        return found

    def _array(self, schema: Mapping[str, Any], is_odd: bool, depth: int) -> list[Any]:
        count = self._random.randint(schema.get("minItems", 0), max(schema.get("minItems", 0), 2))
        return [self.value(schema.get("items", {}), is_odd=is_odd, depth=depth + 1) for _ in range(count)]

    def _number(self, schema: Mapping[str, Any], is_odd: bool, _: int) -> Any:
        low, high = schema.get("minimum", 0), schema.get("maximum", 10)
        return self._random.choice((low, high, *(ODD_NUMBERS if is_odd else ())))

    def _text(self, schema: Mapping[str, Any], is_odd: bool, _: int) -> str:
        if is_odd:
            return self._random.choice(ODD_TEXTS)
        if schema.get("format") == "date":
            return self._random.choice(("2026-11-23", "2026-12-31", "2027-01-01", "9999-12-31", "0001-01-01"))
        if schema.get("format") == "date-time":
            return "2026-11-23T09:00:00+08:00"
        length = min(max(schema.get("minLength", 1), 4), schema.get("maxLength", 40))
        return "核对情况属实"[:length].ljust(schema.get("minLength", 0), "一")

    def _broken(self, body: Any) -> bytes:
        whole = _encoded(body)
        return self._random.choice((b"", b"{", whole[:-1], b"\xff\xfe", b"[" * 5_000, b"NaN", whole + b"x"))

    def _resolved(self, schema: Mapping[str, Any]) -> Mapping[str, Any]:
        while "$ref" in schema:
            schema = self._document["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
        return schema


def _encoded(body: Any) -> bytes:
    return json.dumps(body).encode()


def _in_an_address(text: str) -> str:
    """Half a character can be written in JSON and nowhere else."""
    return text.encode(errors="replace").decode()
