"""The working catalogue in the store: written in one piece, exchanged while it is used."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from sqlalchemy import text

from api.platform.errors import StartupProblem
from api.published.catalogue_holder import CatalogueHolder
from api.published.item_import import load_shipped, store_imported
from api.services import Services
from knowledge.base.faults import CatalogueFaults
from knowledge.base.shipped import CATALOGUE as SHIPPED
from knowledge.catalogue.item import BusinessItem, Material, NeededMaterial
from tests.api.applicant import FOOD, Applicant, ok
from tests.waiting import until

pytestmark = pytest.mark.anyio


def item_like(services: Services, key: str, *materials: str) -> BusinessItem:
    some = services.catalogue.items[FOOD]
    needs = tuple(NeededMaterial(material=material) for material in materials)
    return some.model_copy(
        update={"id": key, "name": f"外来事项{key}", "asks": (), "materials": needs, "fees": ()}
    )


class TestShipped:
    async def test_is_written_once(self, services: Services) -> None:
        assert not await services.database.transact(lambda session: load_shipped(session, services.now()))

    async def test_a_faulty_folder_leaves_the_store_as_it_was(
        self, services: Services, tmp_path: Path
    ) -> None:
        with pytest.raises(CatalogueFaults):
            await services.database.transact(lambda session: load_shipped(session, services.now(), tmp_path))
        assert not await services.holder.refresh()
        assert FOOD in services.catalogue.items

    async def test_comes_back_as_it_was_written(self, services: Services) -> None:
        from knowledge.catalogue.load import load_catalogue

        assert services.catalogue == load_catalogue(SHIPPED)


class TestImported:
    async def test_is_found_at_once_after_a_refresh(self, applicant: Applicant, services: Services) -> None:
        before = services.catalogue.version
        imported = item_like(services, "elsewhere.one", "elsewhere.paper")
        await services.database.transact(
            lambda session: store_imported(
                session,
                [imported],
                {"elsewhere.paper": Material(name="表")},
                source="elsewhere",
                now=services.now(),
            )
        )
        assert await services.holder.refresh()
        assert services.catalogue.version != before
        detail = ok(await applicant.client.get("/items/elsewhere.one"))
        assert (detail["origin"], detail["source"]) == ("imported", "elsewhere")
        found = ok(await applicant.client.post("/items/search", json={"text": imported.name}))
        assert found["candidates"][0]["id"] == "elsewhere.one"

    async def test_the_same_source_replaces(self, services: Services) -> None:
        for key in ("elsewhere.one", "elsewhere.two"):
            await services.database.transact(
                lambda session, key=key: store_imported(
                    session, [item_like(services, key)], {}, source="elsewhere", now=services.now()
                )
            )
        await services.holder.refresh()
        assert "elsewhere.one" not in services.catalogue.items
        assert "elsewhere.two" in services.catalogue.items

    async def test_another_source_and_the_shipped_stay(self, services: Services) -> None:
        for source in ("east", "west"):
            await services.database.transact(
                lambda session, source=source: store_imported(
                    session, [item_like(services, f"{source}.one")], {}, source=source, now=services.now()
                )
            )
        await services.holder.refresh()
        assert {FOOD, "east.one", "west.one"} <= services.catalogue.items.keys()

    async def test_all_faults_at_once_and_nothing_stored(self, services: Services) -> None:
        items = [item_like(services, FOOD), item_like(services, "new.one", "no_such_paper")]
        with pytest.raises(CatalogueFaults) as caught:
            await services.database.transact(
                lambda session: store_imported(session, items, {}, source="bad", now=services.now())
            )
        assert len(caught.value.faults) == 2
        assert not await services.holder.refresh()


class TestHolder:
    async def test_records_of_another_release_are_said(self, services: Services) -> None:
        await services.database.transact(
            lambda session: session.execute(
                text("UPDATE catalogue_records SET data = '{\"a\": 1}' WHERE kind = 'items'")
            )
        )
        holder = CatalogueHolder(services.database, services.settings.data_dir)
        with pytest.raises(StartupProblem) as caught:
            await holder.refresh()
        assert caught.value.code == "catalogue_layout"

    async def test_a_running_service_takes_over_what_another_process_stores(self, services: Services) -> None:
        stopping = asyncio.Event()
        watching = asyncio.create_task(services.holder.watch(0.01, stopping))
        await services.database.transact(
            lambda session: store_imported(
                session, [item_like(services, "elsewhere.one")], {}, source="elsewhere", now=services.now()
            )
        )
        await until(lambda: "elsewhere.one" in services.catalogue.items)
        stopping.set()
        await watching
        assert "elsewhere.one" in services.catalogue.items
