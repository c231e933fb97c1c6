"""``intake serve`` as a process: ready, polite about what is wrong, quiet in its logs, orderly at its end."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import Any

import httpx
import pytest

from intake.bench.service import Service, running
from intake.people import person
from tests.api.applicant import Applicant
from tests.intake.test_import import LINE

pytestmark = pytest.mark.slow

PATIENCE_S = 300
"""The service looks every few seconds and trains for some more; on a machine that others work on it may take many times that."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, models: Path) -> Path:
    """A data folder that is set up."""
    folder = tmp_path_factory.mktemp("served")
    (folder / "models").symlink_to(models)
    outcome = run("train", "--data-dir", folder)
    assert outcome.returncode == 0, outcome.stderr
    return folder


@pytest.fixture(scope="module")
def service(folder: Path) -> Any:
    with running(folder) as started:
        yield started


def run(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "intake.cli", *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=600,
        env={**os.environ, **environment},
        check=False,
    )


def ask(url: str, path: str, body: object | None = None) -> Any:
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(url + path, data, {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=60) as response:
        return json.load(response)


def say(service: Service, text: str, sender: str = "tester") -> str:
    messages = ask(service.url, "/webhooks/rest/webhook", {"sender": sender, "message": text})
    return "\n".join(message["text"] for message in messages)


class TestRunning:
    def test_health_and_readiness(self, service: Service) -> None:
        assert ask(service.url, "/healthz")["status"] == "ok"
        assert ask(service.url, "/readyz")["catalogue_version"]

    def test_it_says_where_it_is(self, service: Service, folder: Path) -> None:
        printed = (folder / "bench-serve.log").read_text(encoding="utf-8")
        assert f"{service.url}/webhooks/rest/webhook" in printed

    def test_a_turn_is_answered(self, service: Service) -> None:
        assert "食品经营许可" in say(service, "我要办食品经营许可证")

    def test_no_word_of_an_applicant_is_logged(self, service: Service, folder: Path) -> None:
        one = person(11)
        say(service, f"青椒炒肉丝 我叫{one.name}，身份证{one.id_number}，手机{one.phone}")
        logged = "".join(
            path.read_text(encoding="utf-8") for path in [*folder.glob("logs/*"), folder / "bench-serve.log"]
        )
        for secret in ("青椒炒肉丝", one.name, one.id_number, one.phone):
            assert secret not in logged

    def test_an_import_is_picked_up_by_the_running_service(
        self, service: Service, folder: Path, tmp_path: Path
    ) -> None:
        before = ask(service.url, "/readyz")["catalogue_version"]
        file = tmp_path / "items.jsonl"
        file.write_text(LINE, encoding="utf-8")
        assert run("catalogue", "import", file, "--data-dir", folder).returncode == 0
        deadline = time.monotonic() + PATIENCE_S
        while ask(service.url, "/readyz")["catalogue_version"] == before and time.monotonic() < deadline:
            time.sleep(0.2)
        assert "月面温室" in say(service, "月面温室种植许可怎么办", "importer")


class TestEnding:
    def test_a_signal_ends_it_in_order(self, folder: Path) -> None:
        process = subprocess.Popen(
            [sys.executable, "-u", "-m", "intake.cli", "serve", "--port", "0", "--data-dir", str(folder)],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        assert process.stdout is not None
        for line in process.stdout:
            if "服务已启动" in line:
                break
        process.send_signal(signal.SIGTERM)
        rest = process.stdout.read()
        assert process.wait(timeout=60) == 0
        assert "Traceback" not in rest

    @pytest.mark.anyio
    async def test_who_follows_a_case_does_not_hold_it_up(self, folder: Path) -> None:
        with running(folder) as service:
            async with httpx.AsyncClient(base_url=f"{service.url}/api/v1", timeout=30) as client:
                applicant = Applicant(client, "follower")
                receipt = await applicant.submitted()
                ticket = (await applicant.ask(receipt["number"], act="live-ticket")).json()
                async with client.stream("GET", service.url + ticket["path"]) as stream:
                    lines = stream.aiter_lines()
                    assert "event: status" in [await anext(lines) for _ in range(3)]
                    os.kill(service.pid, signal.SIGTERM)
                    # Cut off when the service's patience is over, it would end without a word.
                    assert "event: end" in [line async for line in lines]


class TestRefusals:
    """One sentence on what to do, exit code 1, no stack trace."""

    def refusal(self, outcome: subprocess.CompletedProcess[str]) -> str:
        assert outcome.returncode == 1
        assert "Traceback" not in outcome.stdout + outcome.stderr
        return outcome.stderr.strip()

    def test_a_taken_port(self, tmp_path: Path) -> None:
        with socket.socket() as other:
            other.bind(("127.0.0.1", 0))
            other.listen()
            port = other.getsockname()[1]
            said = self.refusal(run("serve", "--port", port, "--data-dir", tmp_path))
        assert said == f"端口 {port} 已被占用。请先停掉占用它的程序，或用 --port 换一个端口。"

    def test_a_damaged_database(self, tmp_path: Path) -> None:
        (tmp_path / "intake.db").write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)
        said = self.refusal(run("serve", "--port", 0, "--data-dir", tmp_path))
        assert "已经损坏" in said
        assert "备份" in said

    def test_a_file_where_the_folder_should_be(self, tmp_path: Path) -> None:
        (tmp_path / "data").write_text("x")
        assert "不是文件夹" in self.refusal(run("serve", "--port", 0, "--data-dir", tmp_path / "data"))

    def test_production_without_a_secret(self, tmp_path: Path) -> None:
        outcome = run(
            "serve", "--data-dir", tmp_path, "--port", 0, INTAKE_PRODUCTION="1", INTAKE_REST_TOKEN="t" * 32
        )
        assert "INTAKE_SECRET" in self.refusal(outcome)

    def test_production_with_an_example_secret(self, tmp_path: Path) -> None:
        environment = {"INTAKE_PRODUCTION": "1", "INTAKE_REST_TOKEN": "t" * 32, "INTAKE_SECRET": "changeme"}
        assert "INTAKE_SECRET" in self.refusal(
            run("serve", "--data-dir", tmp_path, "--port", 0, **environment)
        )

    def test_several_workers(self, tmp_path: Path) -> None:
        assert "PostgreSQL" in self.refusal(run("serve", "--data-dir", tmp_path, "--workers", 2))

    def test_a_setting_that_makes_no_sense(self, tmp_path: Path) -> None:
        outcome = run("serve", "--data-dir", tmp_path, "--port", 0, INTAKE_PRODUCTION="maybe")
        assert "INTAKE_PRODUCTION" in self.refusal(outcome)
