"""The case system as an ASGI application."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import timedelta
from functools import cache

from fastapi import Depends, FastAPI
from fastapi.telemetry import TelemetryConfig
from starlette.routing import BaseRoute

from api import health
from api.access.admission import admit
from api.access.repository import forget_sessions
from api.access.session_cookie import CookieSender
from api.appointments.endpoints import router as appointments
from api.appointments.pages import router as appointment_pages
from api.archive.endpoints import router as archive
from api.archive.official_endpoints import pages as verification_pages
from api.archive.official_endpoints import router as official_papers
from api.background import BACKGROUND
from api.case_status.endpoints import router as cases
from api.catalogue.endpoints import router as catalogue
from api.centre.endpoints import router as centre_entries
from api.complaints.endpoints import router as complaints
from api.conversations.endpoints import router as conversations
from api.counter.endpoints import router as counter
from api.desk.appointments import router as desk_appointments
from api.desk.claim_endpoints import router as desk_claims
from api.desk.endpoints import router as desk
from api.desk.note_endpoints import router as desk_notes
from api.desk.papers import router as desk_papers
from api.desk.queue_endpoints import router as desk_queue
from api.desk.results import router as desk_results
from api.desk.sentence_endpoints import router as desk_sentences
from api.desk.shared_check_endpoints import router as desk_shared
from api.desk.slips import router as desk_slips
from api.desk.view_endpoints import router as desk_views
from api.elsewhere.endpoints import router as elsewhere
from api.exchange.endpoints import router as exchange
from api.exchange.letter_endpoints import router as letters
from api.exchange.regulator_endpoints import router as regulation
from api.forms.endpoints import router as forms
from api.intake_changes.endpoints import router as intakes
from api.library.endpoints import router as library
from api.live.desk_endpoints import router as desk_events
from api.live.endpoints import router as live
from api.messages.endpoints import router as messages
from api.migrate import migrate
from api.notices.endpoints import router as notices
from api.notices.pages import router as notice_pages
from api.openapi import describe
from api.outbox.endpoints import router as outbox
from api.phone_checks.endpoints import router as phone_checks
from api.platform import keyring, problems
from api.platform.attempt_limit import forget
from api.platform.clock import Clock, centre_time
from api.platform.data_folder import prepare_folder
from api.platform.database import Database
from api.platform.errors import StartupProblem
from api.platform.rate_limiter import RateLimiter, Rates
from api.platform.security import open_vault
from api.platform.settings import Settings
from api.published.catalogue_holder import CatalogueHolder
from api.published.centre_holder import CentreHolder
from api.published.edits_holder import EditsHolder
from api.published.encoding import Encoding, usable_encoder
from api.published.item_import import load_shipped
from api.published.load import Loading
from api.published.matcher_files import Models
from api.ratings.endpoints import router as ratings
from api.reminders.endpoints import pages as reminder_pages
from api.reminders.endpoints import router as reminders
from api.resealing import must_open
from api.route_limits import Endpoint, rates_of
from api.services import Services
from api.sessions.endpoints import router as sessions
from api.sessions.oidc_endpoints import router as oidc
from api.staff.consent_endpoints import router as consents
from api.staff.endpoints import router as staff
from api.staff.log_endpoints import router as staff_log
from api.studio.conversation_endpoints import router as library_conversations
from api.studio.edit_endpoints import router as library_edits
from api.studio.endpoints import router as studio
from api.studio.record_endpoints import router as library_records
from api.studio.release_endpoints import router as library_releases
from api.studio.sheet_endpoints import router as library_sheet
from api.studio.unmatched_endpoints import router as library_unmatched
from api.submission.endpoints import router as submission
from api.supervision.card_endpoints import router as cards
from api.supervision.endpoints import router as supervision
from api.supervision.figure_endpoints import router as figures
from api.supervision.library_endpoints import router as library_figures
from api.talks.callback_endpoints import router as desk_callbacks
from api.talks.desk_endpoints import router as desk_talks
from api.talks.endpoints import router as talks
from api.understanding.endpoints import router as understanding
from api.uploads.endpoints import router as uploads
from api.windows.endpoints import router as windows
from knowledge.base.faults import CatalogueFaults
from knowledge.calendar.calendar_yaml import load_calendar
from knowledge.calendar.working_days import WorkCalendar

PREFIX = "/api/v1"
TELEMETRY: TelemetryConfig = {"tracing": False, "metrics": False, "logs": False, "auto_configure": False}
"""The framework's own telemetry would send addresses and messages of faults, which hold personal data, wherever a variable says."""

ROUTERS = (
    intakes,
    phone_checks,
    submission,
    cases,
    desk,
    desk_queue,
    desk_claims,
    desk_events,
    talks,
    desk_talks,
    desk_callbacks,
    catalogue,
    library,
    elsewhere,
    understanding,
    forms,
    notices,
    live,
    appointments,
    desk_papers,
    desk_results,
    desk_slips,
    counter,
    desk_notes,
    desk_sentences,
    desk_shared,
    desk_views,
    desk_appointments,
    centre_entries,
    studio,
    library_edits,
    library_records,
    library_figures,
    library_sheet,
    library_releases,
    library_conversations,
    library_unmatched,
    supervision,
    cards,
    figures,
    windows,
    conversations,
    sessions,
    oidc,
    staff,
    staff_log,
    consents,
    uploads,
    messages,
    reminders,
    outbox,
    exchange,
    regulation,
    letters,
    ratings,
    complaints,
    archive,
    official_papers,
)
"""What is asked most stands first: a request is held against one route after the other."""


def create_app(
    settings: Settings | None = None,
    *,
    channels_token: str = "",
    clock: Clock = centre_time,
    calendar: WorkCalendar | None = None,
    loading: Loading | None = None,
) -> FastAPI:
    """The application; its lifespan opens the database and loads the catalogue.

    Args:
        channels_token: What the programs of the channels send as bearer token (see ``api.access.policies``).
        loading: How the catalogue and the answers are read, where not in the usual way.

    Under a server the lifespan runs by itself; a client in the same process wraps itself in :func:`running`.
    """
    chosen = settings or Settings()

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        services = await open_services(
            chosen, clock=clock, calendar=calendar or load_calendar(), loading=loading or Loading()
        )
        services.channels_token = channels_token
        app.state.services = services
        stopping = asyncio.Event()
        jobs = [asyncio.create_task(job(services, stopping)) for job in BACKGROUND]
        try:
            yield
        finally:
            # Told to stop and not cancelled: a query that is cancelled leaves its connection open.
            stopping.set()
            await asyncio.gather(*jobs)
            await services.renderer.close()
            await services.database.close()
            services.encoding.close()
            services.passwords.close()
            # What this framework remembers of routers keeps applications alive; what they held goes.
            del app.state.services

    return _application(lifespan)


def stage_app() -> FastAPI:
    """The application without services: whoever holds test conversations sets ``state.services`` before each."""
    return _application(None)


def _application(lifespan: Callable[[FastAPI], AbstractAsyncContextManager[None]] | None) -> FastAPI:
    app = FastAPI(
        title="一窗问办办件系统",
        version="1",
        lifespan=lifespan,
        openapi_url=f"{PREFIX}/openapi.json",
        docs_url=None,
        redoc_url=None,
        telemetry=TELEMETRY,
        dependencies=[Depends(admit)],
    )
    app.add_middleware(CookieSender)
    problems.install(app)
    app.router.routes.extend(_routes())
    app.state.rates = dict(_rates())
    describe(app)
    return app


@cache
def _routes() -> tuple[BaseRoute, ...]:
    """What is asked of the case system, made ready once: some 200 routes take a fifth of a second, and a process may hold many applications."""
    whole = FastAPI(
        openapi_url=None, docs_url=None, redoc_url=None, telemetry=TELEMETRY, dependencies=[Depends(admit)]
    )
    for router in ROUTERS:
        whole.include_router(router, prefix=PREFIX)
    for router in (health.router, notice_pages, appointment_pages, verification_pages, reminder_pages):
        whole.include_router(router)
    return tuple(whole.routes)


@cache
def _rates() -> Mapping[Endpoint, Rates]:
    """How often each endpoint may be asked."""
    return rates_of(_routes())


@asynccontextmanager
async def running(app: FastAPI) -> AsyncIterator[FastAPI]:
    """The application with its lifespan, for clients in the same process."""
    async with app.router.lifespan_context(app):
        yield app


async def open_services(
    settings: Settings, *, clock: Clock, calendar: WorkCalendar, loading: Loading
) -> Services:
    """Check the folder and the secret, bring the database up to date and load the catalogue.

    Raises:
        StartupProblem: Something that the operator has to mend, as a Chinese sentence.
    """
    prepare_folder(settings.data_dir)
    vault = open_vault(settings)
    limiter = RateLimiter(settings.limits_url)
    encoding = Encoding(await asyncio.to_thread(usable_encoder, settings.encoder))
    await asyncio.to_thread(migrate, settings.url)
    database = Database(settings.url)
    try:
        if keyring.read(settings.data_dir) is None:
            await database.read(lambda session: must_open(session, vault))
        keyring.keep(settings.data_dir, vault)
        await database.transact(lambda session: load_shipped(session, clock(), local=settings.local_file))
        await database.transact(lambda session: forget(session, clock()))
        idle = timedelta(minutes=settings.session_idle_min)
        await database.transact(lambda session: forget_sessions(session, clock(), idle))
        models = Models.of(settings)
        holder = CatalogueHolder(database, models, loading.take_over)
        await holder.refresh()
        centre = CentreHolder(database, calendar)
        await centre.refresh()
        answers = await asyncio.to_thread(loading.library, holder.current, models)
        matters = await asyncio.to_thread(loading.matters, holder.current, models)
        edits = EditsHolder(database, holder, answers, matters, lambda: clock().date())
        await edits.refresh()
    except CatalogueFaults as faults:
        await database.close()
        lines = "\n".join(str(fault) for fault in faults.faults)
        raise StartupProblem(
            "catalogue_invalid", f"事项库、本中心的 local.yaml、问答库或别处办的事有错，没有载入：\n{lines}"
        ) from faults
    except BaseException:
        await database.close()
        raise
    return Services(settings, database, vault, holder, edits, encoding, centre, clock, limiter=limiter)
