"""What keeps the service from starting is said in one Chinese sentence with a stable code."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import SecretStr

from api.app import create_app, prepare_folder, running
from api.migrate import migrate
from api.platform.errors import StartupProblem
from api.platform.security import open_vault
from api.platform.settings import Settings
from tests.api.stores import only_sqlite

GOOD_SECRET = SecretStr("7f3a9c0e5b2d48617f3a9c0e5b2d4861")


class TestSecret:
    @pytest.mark.parametrize("secret", ["", "changeme", "short", "a" * 64, "secret"])
    def test_production_needs_one_of_its_own(self, tmp_path: Path, secret: str) -> None:
        with pytest.raises(StartupProblem) as caught:
            open_vault(Settings(data_dir=tmp_path, production=True, secret=SecretStr(secret)))
        assert caught.value.code in ("secret_missing", "secret_weak")
        assert "INTAKE_SECRET" in caught.value.detail

    def test_production_with_a_good_one(self, tmp_path: Path) -> None:
        open_vault(Settings(data_dir=tmp_path, production=True, secret=GOOD_SECRET))
        assert not (tmp_path / "secret.key").exists()

    def test_development_keeps_the_one_it_made(self, tmp_path: Path) -> None:
        first = open_vault(Settings(data_dir=tmp_path))
        sealed = first.seal({"phone": "x"})
        assert open_vault(Settings(data_dir=tmp_path)).unseal(sealed) == {"phone": "x"}
        assert (tmp_path / "secret.key").stat().st_mode & 0o077 == 0

    def test_secret_hides_in_the_settings(self, tmp_path: Path) -> None:
        assert GOOD_SECRET.get_secret_value() not in repr(Settings(data_dir=tmp_path, secret=GOOD_SECRET))


class TestFolder:
    def test_is_made(self, tmp_path: Path) -> None:
        prepare_folder(tmp_path / "a" / "b")
        assert (tmp_path / "a" / "b").is_dir()

    def test_a_file_in_its_place(self, tmp_path: Path) -> None:
        (tmp_path / "data").write_text("")
        with pytest.raises(StartupProblem) as caught:
            prepare_folder(tmp_path / "data")
        assert caught.value.code == "data_dir_unwritable"
        assert str(tmp_path / "data") in caught.value.detail


@only_sqlite
class TestDatabaseFile:
    def test_no_database_at_all(self, tmp_path: Path) -> None:
        settings = Settings(data_dir=tmp_path)
        (tmp_path / "intake.db").write_bytes(b"this is no database, but it is long enough to look at" * 100)
        with pytest.raises(StartupProblem) as caught:
            migrate(settings.url)
        assert caught.value.code == "database_damaged"
        assert "备份" in caught.value.detail

    def test_damaged_in_the_middle(self, prepared: Settings, tmp_path: Path) -> None:
        content = bytearray((prepared.data_dir / "intake.db").read_bytes())
        content[8_192:200_000] = b"\xee" * (200_000 - 8_192)
        (tmp_path / "intake.db").write_bytes(content)
        with pytest.raises(StartupProblem) as caught:
            migrate(Settings(data_dir=tmp_path).url)
        assert caught.value.code == "database_damaged"

    def test_folder_is_not_there(self, tmp_path: Path) -> None:
        with pytest.raises(StartupProblem) as caught:
            migrate(Settings(data_dir=tmp_path / "nowhere").url)
        assert caught.value.code == "database_unwritable"

    def test_server_cannot_be_reached_and_its_password_is_not_said(self) -> None:
        with pytest.raises(StartupProblem) as caught:
            migrate(Settings(database_url="postgresql://centre:topsecret@127.0.0.1:1/intake").url)
        assert caught.value.code == "database_unreachable"
        assert "topsecret" not in caught.value.detail

    @pytest.mark.anyio
    async def test_the_application_says_it_too(self, tmp_path: Path) -> None:
        (tmp_path / "intake.db").write_bytes(b"this is no database, but it is long enough to look at" * 100)
        with pytest.raises(StartupProblem):
            async with running(create_app(Settings(data_dir=tmp_path))):
                pass
