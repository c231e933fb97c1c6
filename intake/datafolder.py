"""The data folder: database, dialogues, models, log and secret of one installation, all in one place."""

from __future__ import annotations

import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from intake import logs
from intake.problems import Problem

DEFAULT = Path("data")
ENOUGH_MB = 200
"""A model, its successor and a day's log need less; below this the service will not start."""


@dataclass(frozen=True, slots=True)
class DataFolder:
    """Where things stand in the folder."""

    root: Path

    @property
    def database(self) -> Path:
        return self.root / "intake.db"

    @property
    def dialogues(self) -> Path:
        """The dialogues have a file of their own: the api holds its transactions open across awaits."""
        return self.root / "dialogues.db"

    @property
    def models(self) -> Path:
        return self.root / "models"

    @property
    def logs(self) -> Path:
        return self.root / "logs"

    @property
    def reports(self) -> Path:
        return self.root / "reports"

    @property
    def free_mb(self) -> int:
        """Free space of the disk in megabytes."""
        return shutil.disk_usage(self.root).free // 1_000_000


def open_folder(root: Path) -> DataFolder:
    """Make the folder where it is missing, make sure that it can be written, and keep the log in it.

    Raises:
        Problem: It is no folder, cannot be made or written, or the disk is full.
    """
    folder = DataFolder(root.expanduser().resolve())
    try:
        folder.root.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder.root) as probe:
            probe.write(b"\0" * 4096)
        folder.models.mkdir(exist_ok=True)
        logs.keep_in(folder.logs)
    except FileExistsError as error:
        raise Problem(
            f"数据位置 {folder.root} 是一个文件，不是文件夹。请用 --data-dir 换一个文件夹。"
        ) from error
    except OSError as error:
        raise Problem(
            f"数据文件夹 {folder.root} 不能写入（{error.strerror}）。请检查权限，或用 --data-dir 换一个文件夹。"
        ) from error
    if folder.free_mb < ENOUGH_MB:
        raise Problem(
            f"数据文件夹 {folder.root} 所在的磁盘只剩{folder.free_mb}MB，至少要{ENOUGH_MB}MB。请先清理磁盘。"
        )
    return folder


def is_writable(root: Path) -> bool:
    """Whether a file can be made there."""
    return root.is_dir() and os.access(root, os.W_OK | os.X_OK)
