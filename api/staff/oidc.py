"""Logging in through the organisation's own identity provider: OpenID Connect, code flow with PKCE.

Log-ins are rare, so the provider's addresses and keys are fetched anew every time; nothing here grows old.
"""

import hmac
import secrets
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any, Self

import httpx
from authlib.common.errors import AuthlibBaseError
from authlib.integrations.httpx_client import AsyncOAuth2Client
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from api.problems import Denied
from api.settings import Settings

DISCOVERY = "/.well-known/openid-configuration"
ALGORITHMS = ["RS256", "PS256", "ES256"]
LEEWAY = 60  # seconds between two clocks
PATIENCE = 10.0


class Page(StrEnum):
    """The pages of staff, one of which the person came from."""

    DESK = "neuvoja"
    RULES = "yllapito"


@dataclass(frozen=True, slots=True)
class Started:
    """What the browser keeps between going to the provider and coming back."""

    state: str
    nonce: str
    verifier: str
    page: Page

    @classmethod
    def new(cls, page: Page) -> Self:
        """Return three secrets and the page that the person came from."""
        return cls(_secret(), _secret(), _secret(), page)

    @classmethod
    def read(cls, cookie: str, state: str) -> Self:
        """Return what was written. Raises Denied for anything else, and for a way back that began elsewhere."""
        parts = cookie.split(".")
        if len(parts) != len(fields(cls)) or not all(parts) or parts[-1] not in list(Page):
            raise Denied("oidc_failed")
        began, nonce, verifier, page = parts
        started = cls(began, nonce, verifier, Page(page))
        if not hmac.compare_digest(started.state.encode(), state.encode()):
            raise Denied("oidc_failed")
        return started

    def written(self) -> str:
        """Return all of it as one cookie."""
        return f"{self.state}.{self.nonce}.{self.verifier}.{self.page}"


class Provider:
    """The identity provider of the settings."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    @property
    def configured(self) -> bool:
        """Tell whether there is one."""
        return bool(self._settings.oidc_issuer and self._settings.oidc_client_id)

    async def address(self, started: Started, redirect: str) -> str:
        """Return where the browser goes to log in. Raises Denied when the provider does not answer."""
        metadata = await self._metadata()
        async with self._client(redirect) as client:
            address, _ = client.create_authorization_url(
                metadata["authorization_endpoint"],
                state=started.state,
                nonce=started.nonce,
                code_verifier=started.verifier,
            )
        return str(address)

    async def subject(self, code: str, started: Started, redirect: str) -> str:
        """Return the provider's name of the person who has come back with a code. Raises Denied."""
        metadata = await self._metadata()
        try:
            async with self._client(redirect) as client:
                token = await client.fetch_token(
                    metadata["token_endpoint"],
                    grant_type="authorization_code",
                    code=code,
                    code_verifier=started.verifier,
                )
        except (httpx.HTTPError, AuthlibBaseError, ValueError) as error:
            raise Denied("oidc_failed") from error
        keys = await _fetched(metadata["jwks_uri"])
        return self._checked(str(token.get("id_token", "")), keys, started.nonce)

    def _checked(self, id_token: str, keys: dict[str, Any], nonce: str) -> str:
        own = self._settings.oidc_client_id
        wanted = jwt.JWTClaimsRegistry(
            leeway=LEEWAY,
            iss={"essential": True, "value": self._settings.oidc_issuer},
            aud={"essential": True, "value": own},
            exp={"essential": True},
            sub={"essential": True},
            nonce={"essential": True, "value": nonce},
        )
        try:
            known = KeySet.import_key_set({"keys": keys.get("keys", [])})
            claims = jwt.decode(id_token, known, algorithms=ALGORITHMS).claims
            wanted.validate(claims)
        except (JoseError, ValueError) as error:
            raise Denied("oidc_failed") from error
        if claims.get("azp", own) != own:
            raise Denied("oidc_failed")
        return str(claims["sub"])

    async def _metadata(self) -> dict[str, Any]:
        issuer = self._settings.oidc_issuer
        metadata = await _fetched(issuer.rstrip("/") + DISCOVERY)
        if metadata.get("issuer") != issuer or not {"authorization_endpoint", "token_endpoint", "jwks_uri"} <= set(
            metadata
        ):
            raise Denied("oidc_failed")
        return metadata

    def _client(self, redirect: str) -> AsyncOAuth2Client:
        secret = self._settings.oidc_client_secret.get_secret_value()
        return AsyncOAuth2Client(
            self._settings.oidc_client_id,
            secret or None,
            token_endpoint_auth_method="client_secret_basic" if secret else "none",
            scope="openid",
            redirect_uri=redirect,
            code_challenge_method="S256",
            timeout=PATIENCE,
        )


def _secret() -> str:
    return secrets.token_urlsafe(32)


async def _fetched(address: str) -> dict[str, Any]:
    try:
        async with httpx.AsyncClient(timeout=PATIENCE) as client:
            answer = (await client.get(address)).raise_for_status().json()
    except (httpx.HTTPError, ValueError) as error:
        raise Denied("oidc_failed") from error
    if not isinstance(answer, dict):
        raise Denied("oidc_failed")
    return answer
