"""A provider of the tests, a process of its own that speaks OpenID Connect over HTTP: ``python stand_in_provider.py NOW``.

It prints its address on the first line. It checks what a provider checks (client, redirect address, code, challenge), signs whoever comes
in as the ``person`` that was set, and lies in the way that was set: ``POST /set {"person": …, "lie": …}``.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import secrets
import socket
import sys
from typing import Any
from urllib.parse import parse_qsl, unquote, urlencode

import uvicorn
from joserfc import jwt
from joserfc.jwk import RSAKey
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

CLIENT, SECRET = "intake desk", "s3cret/with:signs"

key = RSAKey.generate_key(2048, {"kid": "one", "use": "sig", "alg": "RS256"})
strangers = RSAKey.generate_key(2048, {"kid": "one", "use": "sig", "alg": "RS256"})
state: dict[str, Any] = {"person": "", "lie": "", "issuer": "", "now": 0}
codes: dict[str, dict[str, str]] = {}


async def set_(request: Request) -> Response:
    global key
    wanted = await request.json()
    state.update(wanted)
    if wanted.get("lie") == "new key":
        key = RSAKey.generate_key(2048, {"kid": "two", "use": "sig", "alg": "RS256"})
    return Response(status_code=204)


async def configuration(request: Request) -> Response:
    if state["lie"] == "down":
        return Response(status_code=502)
    if state["lie"] == "no json":
        return Response("<html>", media_type="text/html")
    issuer = state["issuer"]
    return JSONResponse(
        {
            "issuer": "http://another" if state["lie"] == "another issuer" else issuer,
            "authorization_endpoint": f"{issuer}/authorize",
            "token_endpoint": f"{issuer}/token",
            "jwks_uri": f"{issuer}/jwks",
        }
    )


async def authorize(request: Request) -> Response:
    asked = dict(request.query_params)
    assert asked["client_id"] == CLIENT and asked["response_type"] == "code", asked
    assert asked["scope"].split()[0] == "openid" and asked["code_challenge_method"] == "S256", asked
    if state["lie"] == "refused":
        answer = {"error": "access_denied", "state": asked["state"]}
    else:
        code = secrets.token_urlsafe(16)
        codes[code] = asked
        answer = {"code": code, "state": asked["state"]}
    return RedirectResponse(f"{asked['redirect_uri']}?{urlencode(answer)}", 302)


async def token(request: Request) -> Response:
    form = dict(parse_qsl((await request.body()).decode()))
    scheme, _, proof = request.headers.get("authorization", "").partition(" ")
    name, _, secret = base64.b64decode(proof).decode().partition(":")
    if scheme != "Basic" or (unquote(name), unquote(secret)) != (CLIENT, SECRET):
        return JSONResponse({"error": "invalid_client"}, 401)
    asked = codes.pop(form.get("code", ""), None)
    verifier = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
    challenge = base64url(verifier)
    if (
        asked is None
        or form.get("redirect_uri") != asked["redirect_uri"]
        or challenge != asked["code_challenge"]
    ):
        return JSONResponse({"error": "invalid_grant"}, 400)
    if state["lie"] == "token down":
        return Response(status_code=500)
    return JSONResponse({"access_token": "unused", "token_type": "Bearer", "id_token": id_token(asked)})


def id_token(asked: dict[str, str]) -> str:
    claims = {
        "iss": state["issuer"],
        "sub": "0001",
        "aud": CLIENT,
        "iat": state["now"],
        "exp": state["now"] + 300,
        "nonce": asked["nonce"],
        "preferred_username": state["person"],
    }
    lies: dict[str, dict[str, Any]] = {
        "other audience": {"aud": "another client"},
        "second audience": {"aud": [CLIENT, "another"], "azp": "another"},
        "other issuer": {"iss": "http://another"},
        "expired": {"iat": state["now"] - 600, "exp": state["now"] - 300},
        "other nonce": {"nonce": "another"},
        "no name": {"preferred_username": None},
    }
    claims |= lies.get(state["lie"], {})
    claims = {name: value for name, value in claims.items() if value is not None}
    if state["lie"] == "no nonce":
        del claims["nonce"]
    if state["lie"] == "none":
        return packed({"alg": "none"}, claims) + "."
    if state["lie"] == "shared secret":  # the public key, which everybody has, taken for one
        signed = packed({"alg": "HS256", "kid": "one"}, claims)
        return f"{signed}.{base64url(hmac.digest(key.as_pem(private=False), signed.encode(), 'sha256'))}"
    signer = strangers if state["lie"] == "strangers key" else key
    return jwt.encode({"alg": "RS256", "kid": signer.kid}, claims, signer)


def packed(header: dict[str, Any], claims: dict[str, Any]) -> str:
    return ".".join(base64url(json.dumps(part).encode()) for part in (header, claims))


def base64url(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


async def jwks(request: Request) -> Response:
    return JSONResponse({"keys": [key.as_dict(private=False)]})


def main() -> None:
    listening = socket.create_server(("127.0.0.1", 0))
    state["issuer"] = f"http://127.0.0.1:{listening.getsockname()[1]}"
    state["now"] = int(sys.argv[1])
    app = Starlette(
        routes=[
            Route("/set", set_, methods=["POST"]),
            Route("/.well-known/openid-configuration", configuration),
            Route("/authorize", authorize),
            Route("/token", token, methods=["POST"]),
            Route("/jwks", jwks),
        ]
    )
    listening.listen()
    print(state["issuer"], flush=True)
    uvicorn.Server(uvicorn.Config(app, log_level="error", ws="none")).run(sockets=[listening])


if __name__ == "__main__":
    main()
