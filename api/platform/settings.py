"""Settings of the case system, each from an environment variable ``INTAKE_<NAME>``."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from api.platform.mail import MailSettings
from api.platform.sms import SmsSettings
from api.platform.webhooks import Webhook
from knowledge.catalogue.local import own_file
from knowledge.embedding.encoder import PRETRAINED

SHORTEST_SECRET = 32
"""Characters; a secret of 32 random hex digits has 128 bits."""

_PUBLIC_URL = r"^(https?://[^\s/?#]+(/[^\s?#]*)?)?$"


class CodePolicy(StrEnum):
    """Who is asked at sign-in for a code of their phone."""

    OFF = "off"
    OPTIONAL = "optional"
    REQUIRED = "required"


class SecondPerson(StrEnum):
    """What somebody else has to agree to before it is done: taking data out; accounts, roles, passwords and tokens; a release of the library."""

    EXPORTS = "exports"
    ACCESS = "access"
    RELEASES = "releases"


class OidcSettings(BaseModel):
    """A provider with whose accounts the staff may sign in (OpenID Connect).

    Attributes:
        issuer: Its address, as it writes it itself.
        client_secret: Empty where it takes clients without one.
        claim: What of a person it vouches for is the id of their account here; nobody must be able to choose it for themselves.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    issuer: str = Field(pattern=r"^https?://[^\s?#]+$")
    client_id: str = Field(min_length=1)
    client_secret: SecretStr = SecretStr("")
    claim: str = Field(default="preferred_username", min_length=1)
    scope: str = Field(default="openid profile", pattern=r"(^| )openid( |$)")


class Settings(BaseSettings):
    """Where the case system keeps things and how it protects them.

    Attributes:
        data_dir: Folder for the database file, the matcher's model and the development secret.
        database_url: Empty for SQLite in ``data_dir``; ``postgresql://...`` for PostgreSQL.
        secret: From which all keys are derived. In development one is made and kept in ``data_dir``.
        earlier_secrets: Secrets of before, with commas between them, until ``intake keys rotate`` has sealed everything anew.
        production: Refuse to start without a secret of one's own.
        catalogue_poll_s: How often it is looked whether another process changed the catalogue.
        live_poll_s: How often it is looked whether another process changed a case that somebody follows.
        public_url: The address under which applicants reach the service, for QR codes; empty for the address that was called.
        review_body: Who reviews decisions (行政复议机关), as written papers name it; 行政复议法 art. 24: the people's government of the same level.
        sweep_s: How often it is looked which limits have passed.
        claim_hours: A claim of a case with which its holder does nothing for so many hours of working days goes back.
        talk_wait_min: Minutes after which somebody who waits for a person is told that nobody is free; ``talk_silent_min`` without a word of the
            officer after which the applicant waits for another one; ``talk_idle_min`` without a word of either after which a talk ends.
        callback_days: Working days within which somebody is called back.
        talk_days: How long talks and call-backs are kept after their end.
        kept_granted_days: How long the people in a case are kept after its end where it was granted, 30 years; ``kept_other_days`` in any
            other case, 10 years; ``draft_days`` in a draft that was not submitted, since it was last touched.
        outbox_poll_s: How often it is looked for messages that another process left; what this one writes is delivered at once. 0: this
            process delivers nothing.
        channel_webhooks: Channel to the address that takes messages to its applicants; others fetch them.
        department_webhooks: Supervising department to the address that takes results; others fetch them.
        authority_webhook: The authority above, for complaints that nobody here may handle.
        upload_max_bytes: Of one uploaded file; ``upload_max_files`` of one material.
        upload_max_pixels: Of a picture as it comes: 64 million is more than phones take, unless told to.
        upload_long_side: Pixels of the longer side of a picture that is kept: enough for the print of A4.
        upload_kept_hours: How long files of a draft that nobody goes on with are kept.
        clamav: The scanner's socket, ``host:port`` or a path; empty for none. When it is set and does not answer, nothing is taken.
        encoder: The sentence encoder: ``pretrained`` (it comes with the product), ``none``, or the folder of an ONNX model.
        precheck: Read papers (预审); off, only people look at them.
        precheck_timeout_s: A paper that takes longer is left to people.
        session_idle_min: Minutes without use after which somebody of the staff is signed out; ``session_hours`` after which everybody is.
        session_secure: Send the cookie of a session over https only, also where the request did not seem to come that way.
        one_time_password_hours: Hours in which a one-time password has to be used; 0: it does not expire.
        session_code: The codes of people's phones at sign-in: nobody is asked for one, whoever has set it up is, or everybody has to set it up.
        second_person: As a JSON list; what a second person has to agree to. Empty: nothing.
        oidc: As JSON; the provider with whose accounts the staff may sign in besides their passwords here.
        mail: As JSON; the server that takes mails to applicants who want to be reminded so.
        sms: As JSON; the gateway that sends codes to applicants' phones. Empty: nobody's phone is checked.
        limits_url: Where it is counted how often routes are asked: ``memory://``, or ``redis://...`` for several processes.
        precheck_idle_s: After so long without a paper the reading process ends and gives its memory back.
    """

    model_config = SettingsConfigDict(env_prefix="INTAKE_", frozen=True, extra="ignore")

    data_dir: Path = Path("data")
    database_url: str = ""
    secret: SecretStr = SecretStr("")
    earlier_secrets: SecretStr = SecretStr("")
    production: bool = False
    catalogue_poll_s: float = Field(default=3.0, gt=0)
    live_poll_s: float = Field(default=2.0, gt=0)
    public_url: str = Field(default="", pattern=_PUBLIC_URL)
    review_body: str = Field(default="本级人民政府", min_length=2, max_length=60)
    sweep_s: float = Field(default=60.0, gt=0)
    claim_hours: int = Field(default=24, ge=1, le=240)
    talk_wait_min: int = Field(default=3, ge=1, le=60)
    talk_silent_min: int = Field(default=5, ge=1, le=60)
    talk_idle_min: int = Field(default=30, ge=1, le=24 * 60)
    callback_days: int = Field(default=1, ge=1, le=10)
    talk_days: int = Field(default=90, ge=1)
    kept_granted_days: int = Field(default=10_958, ge=1)
    kept_other_days: int = Field(default=3_653, ge=1)
    draft_days: int = Field(default=30, ge=1)
    outbox_poll_s: float = Field(default=15.0, ge=0)
    channel_webhooks: dict[str, Webhook] = Field(default={})
    department_webhooks: dict[str, Webhook] = Field(default={})
    authority_webhook: Webhook | None = None
    upload_max_bytes: int = Field(default=10 * 1024 * 1024, ge=1024)
    upload_max_files: int = Field(default=20, ge=1, le=100)
    upload_max_pdf_pages: int = Field(default=30, ge=1, le=500)
    upload_max_pixels: int = Field(default=64_000_000, ge=1_000_000)
    upload_long_side: int = Field(default=2400, ge=1200, le=10_000)
    upload_types: tuple[str, ...] = ("image/jpeg", "image/png", "image/webp", "image/heic", "application/pdf")
    upload_kept_hours: int = Field(default=24, ge=1)
    session_idle_min: int = Field(default=30, ge=1, le=24 * 60)
    session_hours: int = Field(default=12, ge=1, le=24 * 7)
    session_secure: bool = False
    one_time_password_hours: int = Field(default=72, ge=0, le=24 * 90)
    session_code: CodePolicy = CodePolicy.OPTIONAL
    second_person: tuple[SecondPerson, ...] = ()
    oidc: OidcSettings | None = None
    mail: MailSettings | None = None
    sms: SmsSettings | None = None
    clamav: str = ""
    limits_url: str = "memory://"
    encoder: str = PRETRAINED
    precheck: bool = True
    precheck_timeout_s: float = Field(default=45.0, gt=0)
    precheck_idle_s: float = Field(default=180.0, gt=0)

    @property
    def local_file(self) -> Path | None:
        """The centre's own ``local.yaml``, where the data folder has one."""
        return own_file(self.data_dir)

    @property
    def url(self) -> str:
        """The database's address with the driver that is used for it."""
        if not self.database_url:
            return f"sqlite+aiosqlite:///{self.data_dir / 'intake.db'}"
        scheme, _, rest = self.database_url.partition("://")
        drivers = {
            "postgresql": "postgresql+asyncpg",
            "postgres": "postgresql+asyncpg",
            "sqlite": "sqlite+aiosqlite",
        }
        return f"{drivers.get(scheme, scheme)}://{rest}"
