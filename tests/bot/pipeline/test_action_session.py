"""Action calls share one connection, and a connection that the other side has closed costs no call."""

import asyncio
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest
from rasa.utils.endpoints import EndpointConfig

from bot.components.runtime.action_session import use_shared_action_session


class Door(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    seen: ClassVar[list] = []

    def do_POST(self):
        self.rfile.read(int(self.headers["content-length"]))
        self.seen.append((self.client_address[1], self.headers["authorization"], self.headers["cookie"]))
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", "2")
        self.send_header("set-cookie", "who=somebody")
        self.end_headers()
        self.wfile.write(b"{}")
        self.close_connection = len(self.seen) == 3

    def log_message(self, *_):
        pass


@pytest.fixture
def door():
    Door.seen = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), Door)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def test_calls_share_a_connection(door, monkeypatch):
    monkeypatch.setattr(EndpointConfig, "session", EndpointConfig.session)
    shared = use_shared_action_session()
    endpoint = EndpointConfig(door, headers={"Authorization": "Bearer t"})

    async def call():
        for _ in range(5):
            assert await endpoint.request(json={"next_action": "a"}) == {}
            await asyncio.sleep(0.05)
        await shared.close()

    asyncio.run(call())
    ports = [port for port, _, _ in Door.seen]
    assert len(set(ports[:3])) == 1
    assert len(set(ports)) == 2
    assert {(authorization, cookie) for _, authorization, cookie in Door.seen} == {("Bearer t", None)}
