"""The folder in which everything lies: it can be made and written, or nothing is begun."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from api.platform.errors import StartupProblem


def prepare_folder(folder: Path) -> None:
    """Make the data folder where it is missing.

    Raises:
        StartupProblem: It cannot be made or written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / f".writable.{os.getpid()}"
        probe.write_bytes(bytes(4096))  # a full disk still makes empty files
        probe.unlink()
    except OSError as error:
        raise StartupProblem(
            "data_dir_unwritable",
            f"数据文件夹 {folder} 不能写入，请检查它是否存在、权限和磁盘空间，或者用 INTAKE_DATA_DIR 换一个。",
        ) from error


def keep_private(database: Path) -> None:
    """Make sure that nobody else on the machine can read a database file, nor what SQLite writes beside it, which takes after it."""
    os.close(os.open(database, os.O_WRONLY | os.O_CREAT, 0o600))
    for file in _with_its_logs(database):
        file.chmod(stat.S_IMODE(file.stat().st_mode) & ~0o077)


def is_private(database: Path) -> bool:
    """Whether nobody else on the machine can read a database file."""
    return not any(file.stat().st_mode & 0o077 for file in _with_its_logs(database))


def _with_its_logs(database: Path) -> Iterator[Path]:
    named = (database.with_name(database.name + ending) for ending in ("", "-wal", "-shm"))
    return (file for file in named if file.exists())
