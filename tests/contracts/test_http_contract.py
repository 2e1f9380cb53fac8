"""The calls that others rely on are there under their names, in the OpenAPI schema too."""

import pytest

from api.main import create_app
from api.settings import Settings

OWN = "/api/v1/conversations/{id}"
PROMISED = [
    ("post", "/api/v1/conversations"),
    ("post", f"{OWN}/messages"),
    ("get", f"{OWN}/messages"),
    ("get", f"{OWN}/events"),
    ("get", f"{OWN}/facts"),
    ("put", f"{OWN}/facts/{{fact}}"),
    ("delete", f"{OWN}/facts/{{fact}}"),
    ("get", f"{OWN}/suggestion"),
    ("put", f"{OWN}/language"),
    ("post", f"{OWN}/handoff"),
    ("get", f"{OWN}/export"),
    ("post", f"{OWN}/feedback"),
    ("delete", OWN),
    ("post", "/api/v1/login"),
    ("get", "/api/v1/advisor/queue"),
    ("get", "/healthz"),
    ("get", "/readyz"),
    ("get", "/metrics"),
]


@pytest.fixture(scope="module")
def paths() -> dict[str, dict[str, object]]:
    schema: dict[str, dict[str, object]] = create_app(Settings()).openapi()["paths"]
    return schema


@pytest.mark.parametrize(("method", "path"), PROMISED)
def test_the_call_is_documented(paths: dict[str, dict[str, object]], method: str, path: str) -> None:
    assert method in paths[path]
