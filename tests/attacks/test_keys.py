"""quality.md 39: another secret is refused at the start and named by doctor; a new one takes over everything while the service runs."""

from __future__ import annotations

import pytest
from pydantic import SecretStr
from sqlalchemy import insert, select

from api.desk.models import NoteRow
from api.paper_files.store import PaperStore
from api.platform import keyring
from api.platform.errors import StartupProblem
from api.platform.security import Vault, open_vault
from api.platform.settings import Settings
from api.resealing import SEALED, STORES, Resealed, reseal
from api.services import Services
from intake.checkup import secret
from intake.datafolder import DataFolder
from tests.api.applicant import Applicant, client_of, ok
from tests.api.conftest import OpenApp
from tests.api.stores import any_database

pytestmark = [pytest.mark.anyio, any_database]

OLD, NEW = SecretStr("an old secret of thirty-two signs"), SecretStr("a new secret of thirty-two signs!")


async def test_a_wrong_secret_is_refused_and_a_new_one_takes_over(
    settings: Settings, open_app: OpenApp
) -> None:
    old = settings.model_copy(update={"secret": OLD})
    wrong = settings.model_copy(update={"secret": NEW})
    both = wrong.model_copy(update={"earlier_secrets": OLD})
    folder = DataFolder(settings.data_dir)
    keyring_file = settings.data_dir / keyring.FILE
    keyring_file.unlink(missing_ok=True)  # the prepared folder is of another secret
    async with open_app(old) as app, client_of(app) as client:
        applicant = Applicant(client, "one")
        number = (await applicant.submitted())["number"]
    written = keyring_file.read_text()
    for left in (written, None):
        if left is None:
            keyring_file.unlink()
        with pytest.raises(StartupProblem, match="INTAKE_SECRET"):
            async with open_app(wrong):
                pass
        keyring_file.write_text(written)
    async with open_app(both) as app, client_of(app) as client:
        applicant.client = client
        asked = {"number": number, "phone": applicant.who.phone}
        ok(await client.post("/cases/status", json=asked))
        services = app.state.services
        vault = open_vault(both)
        done = await reseal(services.database, settings.data_dir, vault)
        assert done.values >= 2 and not done.unreadable
        assert (await reseal(services.database, settings.data_dir, vault)).values == 0
        ok(await applicant.ask(number))
    keyring.settle(settings.data_dir, vault)
    async with open_app(wrong) as app, client_of(app) as client:
        applicant.client = client
        ok(await applicant.ask(number))
        assert (await applicant.begin())["id"]
        ok(await client.post("/cases/status", json={"number": number, "intake": applicant.id}))
    said = secret(folder, old)
    assert said.state == "fail" and "INTAKE_SECRET 不对" in said.says


async def test_every_kind_is_sealed_anew_also_after_it_was_broken_off(
    settings: Settings, open_app: OpenApp
) -> None:
    """Values, papers, and letters of other bodies; a rotation that dies in the middle goes on with the rest."""
    (settings.data_dir / keyring.FILE).unlink(missing_ok=True)
    old = settings.model_copy(update={"secret": OLD})
    both = settings.model_copy(update={"secret": NEW, "earlier_secrets": OLD})
    async with open_app(old) as app, client_of(app) as client:
        services: Services = app.state.services
        number = (await Applicant(client, "one").submitted())["number"]
        stores = {name: PaperStore(settings.data_dir / name, services.vault) for name in STORES}
        names = {
            name: [store.keep(name.encode(), b"small") for _ in range(3)] for name, store in stores.items()
        }
        note = {"case_number": number, "kind": "note", "account": "a", "at": services.now()}
        rows = [note | {"text": services.vault.seal({"text": str(one)})} for one in range(5)]
        await services.database.transact(lambda session: session.execute(insert(NoteRow), rows))
    async with open_app(both) as app:
        database, vault = app.state.services.database, app.state.services.vault

        def dies(done: Resealed) -> None:
            raise RuntimeError

        with pytest.raises(RuntimeError):
            await reseal(database, settings.data_dir, vault, dies)
        rest = await reseal(database, settings.data_dir, vault)
        assert rest.values >= 5 and rest.files == len(STORES) * 6 and not rest.unreadable
        assert await reseal(database, settings.data_dir, vault) == Resealed()
        new_only = Vault(NEW.get_secret_value())
        for name in STORES:
            kept = PaperStore(settings.data_dir / name, new_only)
            assert [kept.content(paper) for paper in names[name]] == [name.encode()] * 3
        for model, column in SEALED:
            of = model.__table__.c[column]
            query = select(of).where(of.is_not(None))
            values = await database.read(lambda session, query=query: session.scalars(query))
            assert all(new_only.is_current(value) for value in values), (model, column)
