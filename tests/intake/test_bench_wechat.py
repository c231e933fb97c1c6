"""``intake bench wechat`` on a small scale: a real process is killed in the middle, and nothing is lost and nothing doubled."""

from __future__ import annotations

from pathlib import Path

import pytest

from intake.bench.wechat import measure
from intake.datafolder import open_folder
from intake.prepare import api_settings, prepare
from intake.settings import Role
from tests.kept_pages import pages_ready

pytestmark = pytest.mark.slow  # starts the service three times


def test_a_killed_process_loses_and_doubles_nothing(models: Path, tmp_path: Path) -> None:
    pages_ready()
    (tmp_path / "models").symlink_to(models, target_is_directory=True)
    folder = open_folder(tmp_path)
    prepare(folder, api_settings(folder), Role.ALL)
    figures = measure(folder.root, messages=80, paced=20, users=20, a_second=5)
    assert (figures["lost"], figures["doubled"]) == (0, 0)
    assert figures["conditions"]["killed_after"] >= 40 and figures["conditions"]["refused_deliveries"]
    assert {"reply_p95_ms", "times_web", "messages_per_s"} <= figures.keys()
