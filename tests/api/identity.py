"""A small identity provider on this machine: OpenID Connect's code flow with PKCE, and ways to do it wrong."""

import asyncio
import hashlib
import secrets
import socket
import time
from base64 import b64encode, urlsafe_b64encode
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

import uvicorn
from fastapi import FastAPI, HTTPException, Request
from fastapi.responses import RedirectResponse
from joserfc import jwt
from joserfc.jwk import RSAKey

CLIENT, SECRET = "palvelupolku", "yhteinen-salaisuus"


@dataclass
class Identity:
    """Logs everybody in as `subject`; `claims` change what its token says, `key` what it is signed with."""

    issuer: str = ""
    subject: str = "aino@kunta"
    claims: dict[str, Any] = field(default_factory=dict)
    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "1"}))
    published: list[RSAKey] | None = None
    asked: dict[str, dict[str, str]] = field(default_factory=dict)

    def app(self) -> FastAPI:
        app = FastAPI()

        @app.get("/.well-known/openid-configuration")
        async def discovery() -> dict[str, str]:
            places = {"authorization_endpoint": "authorize", "token_endpoint": "token", "jwks_uri": "keys"}
            return {"issuer": self.issuer} | {name: f"{self.issuer}/{path}" for name, path in places.items()}

        @app.get("/authorize")
        async def authorize(request: Request) -> RedirectResponse:
            asked = dict(request.query_params)
            assert (asked["client_id"], asked["code_challenge_method"]) == (CLIENT, "S256")
            code = secrets.token_urlsafe()
            self.asked[code] = asked
            return RedirectResponse(f"{asked['redirect_uri']}?code={code}&state={asked['state']}", 303)

        @app.post("/token")
        async def token(request: Request) -> dict[str, Any]:
            given = dict(parse_qsl((await request.body()).decode()))
            begun = self.asked.pop(given["code"], None)
            known = b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
            if (
                begun is None
                or request.headers["authorization"] != f"Basic {known}"
                or _challenge(given["code_verifier"]) != begun["code_challenge"]
                or given["redirect_uri"] != begun["redirect_uri"]
            ):
                raise HTTPException(400)
            return {"access_token": "x", "token_type": "Bearer", "id_token": self._token(begun["nonce"])}

        @app.get("/keys")
        async def keys() -> dict[str, Any]:
            published = [self.key] if self.published is None else self.published
            return {"keys": [key.as_dict(private=False) for key in published]}

        return app

    def _token(self, nonce: str) -> str:
        moment = int(time.time())
        claims = {"iss": self.issuer, "aud": CLIENT, "sub": self.subject, "nonce": nonce}
        claims |= {"iat": moment, "exp": moment + 60} | self.claims
        return jwt.encode({"alg": "RS256", "kid": "1"}, claims, self.key)


@asynccontextmanager
async def identity_provider() -> AsyncIterator[Identity]:
    """Run the provider on a free port of this machine."""
    identity = Identity()
    with socket.socket() as place:
        place.bind(("127.0.0.1", 0))
        place.listen()
        identity.issuer = f"http://127.0.0.1:{place.getsockname()[1]}"
        server = uvicorn.Server(uvicorn.Config(identity.app(), lifespan="off", log_level="error"))
        serving = asyncio.create_task(server.serve([place]))
        yield identity
        server.should_exit = True
        await serving


def _challenge(verifier: str) -> str:
    return urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
