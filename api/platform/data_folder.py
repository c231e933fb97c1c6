"""The folder in which everything lies: it can be made and written, or nothing is begun."""

from __future__ import annotations

import os
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
