"""Keys: what is sealed names its key, a wrong secret is refused, a new one opens what the old one sealed."""

from __future__ import annotations

from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from pydantic import SecretStr

from api.platform import keyring
from api.platform.errors import StartupProblem
from api.platform.security import InvalidTag, InvalidToken, Vault, open_vault
from api.platform.settings import Settings

OLD, NEW = "an old secret of thirty-two signs", "a new secret of thirty-two signs!"


def settings(folder: Path, secret: str, *earlier: str) -> Settings:
    return Settings(data_dir=folder, secret=SecretStr(secret), earlier_secrets=SecretStr(",".join(earlier)))


class TestVault:
    def test_what_is_sealed_names_its_key(self) -> None:
        old, new = Vault(OLD), Vault(NEW, [OLD])
        sealed = old.seal({"name": "x"})
        assert sealed.startswith(f"{old.key_id}.") and old.key_id != new.key_id
        assert new.unseal(sealed) == {"name": "x"} and not new.is_current(sealed)
        fresh = new.resealed(sealed)
        assert new.is_current(fresh) and Vault(NEW).unseal(fresh) == {"name": "x"}
        with pytest.raises(InvalidToken):
            old.unseal(fresh)
        with pytest.raises(InvalidToken):
            Vault(NEW).unseal(sealed)

    def test_what_was_sealed_before_keys_had_names_opens(self) -> None:
        vault = Vault(NEW, [OLD])
        before = Vault(OLD)._current.texts.encrypt(b'{"name": "x"}').decode()
        assert vault.unseal(before) == {"name": "x"} and "." not in before
        data = Vault(OLD)._current.files.encrypt(b"n" * 12, b"photo", b"paper")
        assert vault.unseal_bytes("paper", b"n" * 12 + data) == b"photo"
        with pytest.raises(InvalidToken):
            vault.unseal(Fernet(Fernet.generate_key()).encrypt(b"{}").decode())

    def test_a_file_names_its_key(self) -> None:
        sealed = Vault(OLD).seal_bytes("paper", b"photo")
        vault = Vault(NEW, [OLD])
        assert vault.unseal_bytes("paper", sealed) == b"photo" and not vault.is_current_file(sealed)
        with pytest.raises(InvalidTag):
            vault.unseal_bytes("another", sealed)
        with pytest.raises(InvalidTag):
            Vault(NEW).unseal_bytes("paper", sealed)

    def test_lasting_digests_stay_and_those_of_what_can_be_guessed_are_made_anew(self) -> None:
        old = Vault(OLD)
        new = Vault(NEW, [OLD], old.lookup)
        assert new.digest("conversation", "x") == old.digest("conversation", "x")
        assert new.search_digest("tail", "1234") != old.search_digest("tail", "1234")
        assert old.search_digest("tail", "1234") in new.search_digests("tail", "1234")


class TestKeyring:
    def test_another_secret_is_refused_and_both_keys_are_named(self, tmp_path: Path) -> None:
        vault = open_vault(settings(tmp_path, OLD))
        keyring.keep(tmp_path, vault)
        assert (tmp_path / keyring.FILE).stat().st_mode & 0o077 == 0
        with pytest.raises(StartupProblem) as refusal:
            open_vault(settings(tmp_path, NEW))
        assert refusal.value.code == "secret_wrong"
        assert vault.key_id in refusal.value.detail and Vault(NEW).key_id in refusal.value.detail
        assert open_vault(settings(tmp_path, OLD)).lookup == vault.lookup

    def test_the_earlier_secret_is_wanted_until_everything_is_sealed_anew(self, tmp_path: Path) -> None:
        first = open_vault(settings(tmp_path, OLD))
        keyring.keep(tmp_path, first)
        changing = open_vault(settings(tmp_path, NEW, OLD))
        keyring.keep(tmp_path, changing)
        with pytest.raises(StartupProblem, match="INTAKE_EARLIER_SECRETS"):
            open_vault(settings(tmp_path, NEW))
        keyring.settle(tmp_path, changing)
        assert open_vault(settings(tmp_path, NEW)).digest("a", "b") == first.digest("a", "b")

    def test_a_file_that_cannot_be_read_is_named(self, tmp_path: Path) -> None:
        (tmp_path / keyring.FILE).write_text("{")
        with pytest.raises(StartupProblem, match=keyring.FILE):
            open_vault(settings(tmp_path, OLD))


def test_everything_that_is_sealed_is_known_to_who_seals_anew() -> None:
    api = Path(__file__).parents[3] / "api"
    sealing = {
        str(path.relative_to(api)) for path in api.rglob("*.py") if "vault.seal(" in path.read_text("utf-8")
    }
    assert sealing == {
        "desk/notes.py",
        "desk/shared_checks.py",
        "intake_changes/service.py",
        "personal_data/erasure.py",  # nothing, in the place of what a case held
        "reminders/service.py",
        "resealing.py",  # written anew with each key
        "platform/keyring.py",  # written anew with each key
        "sessions/codes.py",
        "sessions/oidc.py",  # a cookie of some minutes
        "submission/service.py",
        "talks/callbacks.py",
        "uploads/jobs/precheck.py",
        "uploads/service.py",
    }, "新封存的一列写进 api/resealing.py 的 SEALED，这里再加上它的文件"
