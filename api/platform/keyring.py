"""``keys.json`` in the data folder: which key sealed what lies here, so that a wrong secret is noticed before anything is sealed with it.

It holds no key in the clear: the names of the keys, a check value, and the lookup key, sealed.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cryptography.fernet import InvalidToken

from api.platform.errors import StartupProblem

if TYPE_CHECKING:
    from api.platform.security import Vault

FILE = "keys.json"
_CHECK = {"check": "intake"}


@dataclass(frozen=True)
class Keyring:
    """What the file says.

    Attributes:
        current: Name of the key that seals.
        earlier: Names of those of which values are still about.
        check: A known value, sealed.
        lookup: The key of lasting digests, sealed.
    """

    current: str
    earlier: tuple[str, ...]
    check: str
    lookup: str


def read(folder: Path) -> Keyring | None:
    """What the file says; None where there is none yet.

    Raises:
        StartupProblem: It cannot be read.
    """
    try:
        found = json.loads((folder / FILE).read_text(encoding="utf-8"))
        return Keyring(found["current"], tuple(found["earlier"]), found["check"], found["lookup"])
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StartupProblem(
            "keyring_unreadable", f"读不了 {folder / FILE}。请从备份恢复这个文件，里面没有密钥本身。"
        ) from error


def lookup_key(folder: Path, vault: Vault) -> bytes:
    """The key of lasting digests.

    Args:
        vault: Of the secret that is given now, and of those of before.

    Raises:
        StartupProblem: The folder was sealed with another secret, or values of an earlier one are left whose secret is not given.
    """
    ring = read(folder)
    if ring is None:
        return vault.lookup
    try:
        if vault.unseal(ring.check) != _CHECK:
            raise InvalidToken
        key = bytes.fromhex(vault.unseal(ring.lookup)["key"])
    except InvalidToken:
        raise StartupProblem(
            "secret_wrong",
            f"INTAKE_SECRET 不对：这里的数据是用编号 {ring.current} 的密钥封存的，现在给的是 {vault.key_id}。请换回原来的密钥；"
            "要换新密钥，把原来的写进 INTAKE_EARLIER_SECRETS，启动以后运行 intake keys rotate。",
        ) from None
    missing = [one for one in ring.earlier if not vault.knows(one)]
    if missing:
        raise StartupProblem(
            "earlier_secret_missing",
            f"还有数据是用编号 {'、'.join(missing)} 的密钥封存的，没有换完。请在 INTAKE_EARLIER_SECRETS 里写上它，"
            "运行 intake keys rotate 换完以后再去掉。",
        )
    return key


def keep(folder: Path, vault: Vault) -> None:
    """Write down that this vault's key seals from now on; the one before is remembered until all its values are sealed anew."""
    ring = read(folder)
    if ring is None or ring.current != vault.key_id:
        before = (*ring.earlier, ring.current) if ring else ()
        earlier = tuple(one for one in dict.fromkeys(before) if one != vault.key_id)
        _write(folder, _of(vault, earlier))


def settle(folder: Path, vault: Vault) -> None:
    """Write down that nothing is sealed with an earlier key any more."""
    _write(folder, _of(vault, ()))


def _of(vault: Vault, earlier: tuple[str, ...]) -> Keyring:
    lookup = vault.seal({"key": vault.lookup.hex()})
    return Keyring(vault.key_id, earlier, vault.seal(_CHECK), lookup)


def _write(folder: Path, ring: Keyring) -> None:
    part = folder / f"{FILE}.{os.getpid()}.part"
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump({**ring.__dict__, "earlier": list(ring.earlier)}, file)
        file.flush()
        os.fsync(file.fileno())
    part.replace(folder / FILE)
