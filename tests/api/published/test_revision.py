"""What staff revise stays theirs: through the next release and the next import."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import select

from api.published import repository
from api.published.item_import import load_shipped, store_imported, store_revised
from api.published.models import CatalogueRecord, CatalogueState
from api.published.records import catalogue_of
from api.published.revision import Revision
from api.services import Services
from knowledge.catalogue.affair import Catalogue
from tests.api.applicant import FOOD
from tests.shipped import shipped_catalogue

pytestmark = pytest.mark.anyio

PLACE = ("places", "hexi")


async def stored(services: Services) -> Catalogue:
    records = await services.database.read(repository.active_records)
    return catalogue_of(records, "")


async def revise(services: Services, catalogue: Catalogue) -> Revision:
    return await services.database.transact(lambda session: store_revised(session, catalogue, services.now()))


async def ship_again(services: Services) -> None:
    """Load the release as if it were a new one."""

    async def forget(session):  # type: ignore[no-untyped-def]
        state = await session.scalar(select(CatalogueState))
        state.shipped = ""

    await services.database.transact(forget)
    assert await services.database.transact(lambda session: load_shipped(session, services.now()))


def renamed(catalogue: Catalogue, name: str) -> Catalogue:
    item = catalogue.items[FOOD].model_copy(update={"name": name})
    return replace(catalogue, items={**catalogue.items, FOOD: item})


def without(catalogue: Catalogue, place: str) -> Catalogue:
    return replace(
        catalogue,
        places={key: one for key, one in catalogue.places.items() if key != place},
        windows={
            key: window.model_copy(update={"places": tuple(p for p in window.places if p != place)})
            for key, window in catalogue.windows.items()
        },
    )


class TestRevision:
    async def test_of_nothing_leaves_the_version(self, services: Services) -> None:
        before = await services.database.read(repository.version_in_force)
        assert not await revise(services, shipped_catalogue())
        assert await services.database.read(repository.version_in_force) == before

    async def test_says_what_it_changed(self, services: Services) -> None:
        shipped = shipped_catalogue()
        before = await services.database.read(repository.version_in_force)
        revision = await revise(services, renamed(shipped, "改过的名称"))
        assert revision.changed == (("items", FOOD),)
        assert (await stored(services)).items[FOOD].name == "改过的名称"
        assert await services.database.read(repository.version_in_force) != before

    async def test_left_out_records_go_out_of_force(self, services: Services) -> None:
        revision = await revise(services, without(shipped_catalogue(), "hexi"))
        assert revision.removed == (PLACE,)
        assert "hexi" not in (await stored(services)).places

    async def test_they_can_come_back(self, services: Services) -> None:
        await revise(services, without(shipped_catalogue(), "hexi"))
        revision = await revise(services, shipped_catalogue())
        assert PLACE in revision.added
        assert "hexi" in (await stored(services)).places


class TestNextRelease:
    async def test_changed_records_stay(self, services: Services) -> None:
        await revise(services, renamed(shipped_catalogue(), "改过的名称"))
        await ship_again(services)
        assert (await stored(services)).items[FOOD].name == "改过的名称"

    async def test_left_out_records_stay_out(self, services: Services) -> None:
        await revise(services, without(shipped_catalogue(), "hexi"))
        await ship_again(services)
        assert "hexi" not in (await stored(services)).places

    async def test_what_they_name_is_kept_although_the_release_lacks_it(self, services: Services) -> None:
        """A shipped paper that only the staff's item still names."""

        async def old_paper(session):  # type: ignore[no-untyped-def]
            data = {"name": "旧材料"}
            session.add(
                CatalogueRecord(
                    kind="materials", id="old", position=0, origin="shipped", source="", data=data
                )
            )

        await services.database.transact(old_paper)
        catalogue = await stored(services)
        item = catalogue.items[FOOD]
        need = item.materials[0].model_copy(update={"material": "old"})
        item = item.model_copy(update={"materials": (*item.materials, need)})
        await revise(services, replace(catalogue, items={**catalogue.items, FOOD: item}))
        await ship_again(services)
        assert (await stored(services)).materials["old"].name == "旧材料"


class TestNextImport:
    async def test_revised_imported_item_stays(self, services: Services) -> None:
        item = (
            shipped_catalogue()
            .items[FOOD]
            .model_copy(update={"id": "elsewhere.one", "asks": (), "materials": ()})
        )

        async def bring_in() -> None:
            await services.database.transact(
                lambda session: store_imported(session, [item], {}, source="elsewhere", now=services.now())
            )

        await bring_in()
        catalogue = await stored(services)
        own = catalogue.items["elsewhere.one"].model_copy(update={"name": "改过的外来事项"})
        await revise(services, replace(catalogue, items={**catalogue.items, "elsewhere.one": own}))
        await bring_in()
        assert (await stored(services)).items["elsewhere.one"].name == "改过的外来事项"
