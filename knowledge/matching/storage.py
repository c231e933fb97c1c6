"""Write a model of nested dataclasses and arrays to one file, and read it back fast, without pickle.

The file is a numpy archive: one array for each array of the model, named by its path, and one JSON text for the rest.
Weights are kept as 16-bit floats, which costs no accuracy that could be measured and halves the file.
"""

from __future__ import annotations

import json
import os
import tempfile
import types
import zipfile
from dataclasses import fields, is_dataclass
from enum import Enum
from pathlib import Path
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

import numpy as np

from knowledge.matching.entry import MatcherError

VERSION = 5

T = TypeVar("T")


def save(model: object, path: Path) -> None:
    """Write a model; the file appears whole or not at all."""
    arrays: dict[str, np.ndarray[Any, Any]] = {}
    tree = _pack(model, "", arrays)
    text = json.dumps({"version": VERSION, "model": tree}, ensure_ascii=False)
    arrays["tree"] = np.frombuffer(text.encode("utf-8"), dtype=np.uint8)
    handle, temporary = tempfile.mkstemp(dir=path.parent, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            np.savez(file, **arrays)
        os.replace(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def load(kind: type[T], path: Path) -> T:
    """Read a model of a given dataclass.

    Raises:
        MatcherError: if the file is missing, damaged or of another version.
    """
    try:
        with np.load(path, allow_pickle=False) as archive:
            arrays = {name: archive[name] for name in archive.files}
        content = json.loads(arrays.pop("tree").tobytes().decode("utf-8"))
        version = content["version"]
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
        raise MatcherError([f"模型文件 {path.name} 读不出来:{error}"]) from error
    if version != VERSION:
        raise MatcherError([f"模型文件 {path.name} 是第{version}版,需要第{VERSION}版,请重新训练"])
    loaded = _unpack(kind, content["model"], arrays)
    assert isinstance(loaded, kind)
    return loaded


def _pack(value: Any, name: str, arrays: dict[str, np.ndarray[Any, Any]]) -> Any:
    if isinstance(value, np.ndarray):
        arrays[name] = value.astype(np.float16) if value.dtype == np.float32 else value
        return {"array": name, "type": str(value.dtype)}
    if is_dataclass(value):
        return {
            field.name: _pack(getattr(value, field.name), f"{name}/{field.name}", arrays)
            for field in fields(value)
            if field.init
        }
    if isinstance(value, dict):
        return list(value)
    if isinstance(value, slice):
        return [value.start, value.stop]
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple | list):
        return [_pack(item, f"{name}/{place}", arrays) for place, item in enumerate(value)]
    return value.value if isinstance(value, Enum) else value


def _unpack(kind: Any, tree: Any, arrays: dict[str, np.ndarray[Any, Any]]) -> Any:
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        inner = next(option for option in get_args(kind) if option is not type(None))
        return None if tree is None else _unpack(inner, tree, arrays)
    if isinstance(tree, dict) and "array" in tree:
        return arrays[tree["array"]].astype(tree["type"], copy=False)
    if is_dataclass(kind) and isinstance(kind, type):
        hints = get_type_hints(kind)
        return kind(**{field: _unpack(hints[field], tree[field], arrays) for field in tree})
    if origin is dict:
        return {key: number for number, key in enumerate(tree)}
    if kind is slice:
        return slice(*tree)
    if origin is frozenset:
        return frozenset(tree)
    if origin is tuple:
        options = get_args(kind)
        each = [options[0]] * len(tree) if options[-1] is Ellipsis else list(options)
        return tuple(_unpack(option, item, arrays) for option, item in zip(each, tree, strict=True))
    return tree
