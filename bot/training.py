"""Trains the dialogue model in this process, when what it is made of has changed.

The name of a model carries a fingerprint of its makings, so that a model is stale exactly when no file of
the present name exists.
"""

from __future__ import annotations

from bot import compat  # isort: skip  # Rasa must be imported quietly

import hashlib
import importlib.util
import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from importlib.metadata import version
from pathlib import Path

import rasa.engine.validation
import yaml
from rasa.engine.constants import PLACEHOLDER_IMPORTER
from rasa.engine.graph import ExecutionContext, GraphModelConfiguration
from rasa.engine.recipes.recipe import Recipe
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.shared.data import TrainingType
from rasa.shared.importers.importer import TrainingDataImporter

from bot.compat.plain_importer import PlainImporter

Progress = Callable[[str], None]

_ROOT = Path(__file__).resolve().parent.parent

# Code that decides what a trained model holds, beside the modules that config.yml names.
_LEARNING = ("bot/nlu/*.py", "knowledge/base/text.py")

_LIBRARIES = ("rasa", "opencc", "numpy", "scipy", "scikit-learn")


class TrainingFailed(Exception):
    """The project cannot be trained; the message says why, in Chinese."""


def train(
    project: Path, out: Path, progress: Progress = lambda step: None, more_data: Sequence[Path] = ()
) -> Path:
    """Train the model of a Rasa project if it is stale.

    Args:
        project: folder with `config.yml`, `domain.yml` and `data/`.
        out: folder the model is put into.
        progress: told each step, in Chinese, as it begins.
        more_data: further files or folders of training data, as a published library has them.

    Returns:
        The model, named by its fingerprint; the one already there if nothing has changed.

    Raises:
        TrainingFailed: something is missing in the project.
    """
    model = model_path(project, out, more_data)
    if model.exists():
        return model
    compat.apply()
    progress("读取训练数据")
    data = [str(path) for path in _data(project, more_data)]
    importer = PlainImporter(str(project / "config.yml"), str(project / "domain.yml"), data)
    configuration = _configuration(importer)
    out.mkdir(parents=True, exist_ok=True)
    progress("训练意图识别和对话策略")
    with tempfile.TemporaryDirectory(dir=out, prefix=".training-") as folder:
        storage = LocalModelStorage.create(Path(folder))
        runner = DaskGraphRunner.create(
            configuration.train_schema, storage, ExecutionContext(graph_schema=configuration.train_schema)
        )
        runner.run(inputs={PLACEHOLDER_IMPORTER: importer})
        progress("保存模型")
        unfinished = Path(folder) / model.name
        storage.create_model_package(unfinished, configuration, importer.get_domain())
        os.replace(unfinished, model)
    return model


def is_stale(project: Path, out: Path, more_data: Sequence[Path] = ()) -> bool:
    """Say whether `train` would train: the present model is missing."""
    return not model_path(project, out, more_data).exists()


def model_path(project: Path, out: Path, more_data: Sequence[Path] = ()) -> Path:
    """Return where the model of the project as it stands is, or would be.

    Raises:
        TrainingFailed: something is missing in the project.
    """
    return out / f"dialogue-{fingerprint(project, more_data)}.tar.gz"


def fingerprint(project: Path, more_data: Sequence[Path] = ()) -> str:
    """Return 16 hexadecimal digits for configuration, domain, data, the learning code and its libraries."""
    makings = [f"{name} {version(name)}" for name in _LIBRARIES]
    for path in {*_project_files(project, more_data), *_code(project)}:
        makings.append(f"{path.name} {hashlib.sha256(path.read_bytes()).hexdigest()}")
    return hashlib.sha256("\n".join(sorted(makings)).encode()).hexdigest()[:16]


def _project_files(project: Path, more_data: Sequence[Path]) -> Iterator[Path]:
    for name in ("config.yml", "domain.yml"):
        if not (project / name).is_file():
            raise TrainingFailed(f"训练缺少文件 {project / name}。请补上后再训练。")
        yield project / name
    for path in _data(project, more_data):
        if not path.exists():
            raise TrainingFailed(f"训练缺少数据 {path}。请补上后再训练。")
        yield from (path.rglob("*.yml") if path.is_dir() else (path,))


def _data(project: Path, more_data: Sequence[Path]) -> tuple[Path, ...]:
    return (project / "data", *more_data)


def _code(project: Path) -> Iterator[Path]:
    for pattern in _LEARNING:
        yield from _ROOT.glob(pattern)
    config = yaml.safe_load((project / "config.yml").read_text(encoding="utf-8"))
    for part in (*config.get("pipeline", ()), *config.get("policies", ())):
        module = part["name"].rpartition(".")[0]
        found = importlib.util.find_spec(module) if module else None
        if found is not None and found.origin:
            yield Path(found.origin)


def _configuration(importer: TrainingDataImporter) -> GraphModelConfiguration:
    """Return the graphs for training and for prediction that the configuration asks for."""
    config = importer.get_config()
    recipe = Recipe.recipe_for_name(config.get("recipe"))
    configuration = recipe.graph_config_for_recipe(config, {}, training_type=TrainingType.BOTH)
    rasa.engine.validation.validate(configuration)
    return configuration
