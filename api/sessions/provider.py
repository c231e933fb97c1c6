"""The provider whose accounts the staff sign in with (OpenID Connect Core 1.0, authorization code with PKCE).

What it says of itself and its keys are fetched anew for each sign-in: there are few, and a key that it has changed is known at once.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import quote, urlsplit

import httpx
from authlib.oauth2.rfc6749.parameters import prepare_grant_uri
from authlib.oauth2.rfc7636 import create_s256_code_challenge
from authlib.oidc.core import CodeIDToken
from authlib.oidc.discovery import get_well_known_url
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet
from pydantic import BaseModel, ValidationError

from api.platform.errors import ProviderDown, SignInNotProven
from api.platform.settings import OidcSettings

log = logging.getLogger("intake.sessions")

ALGORITHMS = ("RS256", "PS256", "ES256", "EdDSA")
"""With keys of which the provider shows only the public half; ``none`` and shared secrets are not among them."""

LEEWAY_S = 60
"""Clocks of two machines differ."""

TIMEOUT_S = 10.0


class Metadata(BaseModel):
    """What a provider says of itself (OpenID Connect Discovery 1.0 § 3)."""

    issuer: str
    authorization_endpoint: str
    token_endpoint: str
    jwks_uri: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What one sign-in asked the provider, and must find again in what it answers.

    Attributes:
        redirect_uri: Where the provider sends the browser back to.
        verifier: The secret half of the code challenge (RFC 7636).
    """

    state: str
    nonce: str
    verifier: str
    redirect_uri: str


async def address(settings: OidcSettings, asked: Asked) -> str:
    """Where the browser goes to sign in with the provider.

    Raises:
        ProviderDown: It does not answer, or not as a provider does.
    """
    async with _client() as client:
        metadata = await _metadata(settings, client)
    uri: str = prepare_grant_uri(
        metadata.authorization_endpoint,
        settings.client_id,
        "code",
        redirect_uri=asked.redirect_uri,
        scope=settings.scope,
        state=asked.state,
        nonce=asked.nonce,
        code_challenge=create_s256_code_challenge(asked.verifier),
        code_challenge_method="S256",
    )
    return uri


async def claims(settings: OidcSettings, asked: Asked, code: str, now: datetime) -> Mapping[str, Any]:
    """What the provider vouches for about whoever brought this code.

    Raises:
        ProviderDown: It does not answer, or not as a provider does.
        SignInNotProven: It refuses the code, or what it vouches for is not meant for this sign-in.
    """
    async with _client() as client:
        metadata = await _metadata(settings, client)
        token = await _exchanged(settings, metadata, asked, code, client)
        keys = await _fetched(metadata.jwks_uri, client)
    try:
        return _verified(token, keys, settings, asked, now)
    except (JoseError, ValueError, TypeError, KeyError) as error:  # which of them says nothing to a person
        log.warning("an id token was refused: %s", type(error).__name__)
        raise SignInNotProven from error


def _verified(
    token: Mapping[str, Any], keys: Mapping[str, Any], settings: OidcSettings, asked: Asked, now: datetime
) -> Mapping[str, Any]:
    signing = [key for key in keys["keys"] if key.get("use", "sig") == "sig" and key.get("kty") != "oct"]
    signed = jwt.decode(token["id_token"], KeySet.import_key_set({"keys": signing}), list(ALGORITHMS))
    vouched = CodeIDToken(
        signed.claims,
        signed.header,
        options={
            "iss": {"essential": True, "value": settings.issuer},
            "aud": {"essential": True, "value": settings.client_id},
        },
        params={
            "nonce": asked.nonce,
            "client_id": settings.client_id,
            "access_token": token.get("access_token"),
        },
    )
    vouched.validate(now=int(now.timestamp()), leeway=LEEWAY_S)
    return dict(vouched)


async def _exchanged(
    settings: OidcSettings, metadata: Metadata, asked: Asked, code: str, client: httpx.AsyncClient
) -> Mapping[str, Any]:
    """The answer to a code: an id token and an access token."""
    form = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": asked.redirect_uri,
        "code_verifier": asked.verifier,
    }
    secret = settings.client_secret.get_secret_value()
    # RFC 6749 § 2.3.1: both are encoded as in a form before they are joined.
    proof = (
        httpx.BasicAuth(quote(settings.client_id, safe=""), quote(secret, safe=""))
        if secret
        else httpx.USE_CLIENT_DEFAULT
    )
    public = {} if secret else {"client_id": settings.client_id}
    try:
        answer = await client.post(metadata.token_endpoint, data={**form, **public}, auth=proof)
    except httpx.HTTPError as error:
        raise ProviderDown from error
    if answer.status_code >= 500:
        raise ProviderDown
    if answer.status_code != 200:
        log.warning("the provider refused a code with %d", answer.status_code)
        raise SignInNotProven
    return _object(answer)


async def _metadata(settings: OidcSettings, client: httpx.AsyncClient) -> Metadata:
    raw = await _fetched(get_well_known_url(settings.issuer, external=True), client)
    try:
        metadata = Metadata.model_validate(raw)
    except ValidationError as error:
        raise ProviderDown from error
    if metadata.issuer != settings.issuer or not _is_as_safe(metadata, settings.issuer):
        log.warning("the provider says that it is another one than INTAKE_OIDC names")
        raise ProviderDown
    return metadata


def _is_as_safe(metadata: Metadata, issuer: str) -> bool:
    """A provider on https sends nobody to addresses without."""
    places = (metadata.authorization_endpoint, metadata.token_endpoint, metadata.jwks_uri)
    allowed = {"https"} if urlsplit(issuer).scheme == "https" else {"https", "http"}
    return all(urlsplit(place).scheme in allowed for place in places)


async def _fetched(uri: str, client: httpx.AsyncClient) -> Mapping[str, Any]:
    try:
        answer = await client.get(uri)
    except httpx.HTTPError as error:
        raise ProviderDown from error
    if answer.status_code != 200:
        raise ProviderDown
    return _object(answer)


def _object(answer: httpx.Response) -> Mapping[str, Any]:
    try:
        found = answer.json()
    except ValueError as error:
        raise ProviderDown from error
    if not isinstance(found, dict):
        raise ProviderDown
    return found


def _client() -> httpx.AsyncClient:
    """Goes nowhere but where it is sent: what the provider redirects to is not asked."""
    return httpx.AsyncClient(timeout=TIMEOUT_S, follow_redirects=False)
