"""The product's side of the door into Rasa, with the trained model behind it and a stand-in for the actions."""

import json
import os
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import httpx
import pytest

ROOT = Path(__file__).parents[2]
TOKEN = "a-token-for-the-test"
PATIENCE_S = 120
COMMANDS = {"human": "action_human", "result": "action_show_result", "why": "action_why", "restart": "action_restart"}
COMMANDS |= {"repeat": "action_repeat"}


class Actions(BaseHTTPRequestHandler):
    """Says which action was called and what it was told; one conversation makes it fail."""

    def do_POST(self) -> None:
        call = json.loads(self.rfile.read(int(self.headers["content-length"])))
        message = call["tracker"]["latest_message"]
        payload = {"intent": message["intent"]["name"], "text": message["text"], "entities": message["entities"]}
        payload |= {"authorization": self.headers["authorization"], "events": len(call["tracker"]["events"])}
        answer = {"events": [], "responses": [{"text": call["next_action"], "custom": payload}]}
        self.send_response(500 if call["sender_id"] == "failing" else 200)
        self.send_header("content-type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps(answer).encode())

    def log_message(self, *_: Any) -> None:
        pass


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def actions() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Actions)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/action"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def rasa(actions: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """A client of a Rasa that serves the model of the test run."""
    model = os.environ.get("PALVELUPOLKU_TEST_MODEL")
    if not model:
        pytest.skip("PALVELUPOLKU_TEST_MODEL is not set: run the tests with ./palvelupolku test")
    port = free_port()
    environment = {
        **os.environ, "PYTHONPATH": str(ROOT), "LOG_LEVEL": "WARNING", "RASA_TELEMETRY_ENABLED": "false",
        "OMP_NUM_THREADS": "1", "PALVELUPOLKU_RASA_TOKEN": TOKEN, "PALVELUPOLKU_ACTION_URL": actions,
    }  # fmt: skip
    command = [
        str(ROOT / "bot" / ".venv" / "bin" / "python"), "-m", "rasa", "run", "--quiet", "--model", model,
        "--endpoints", "bot/endpoints.yml", "--credentials", "bot/credentials.yml", "--interface", "127.0.0.1",
        "--port", str(port),
    ]  # fmt: skip
    log = tmp_path_factory.mktemp("rasa") / "log"
    with (
        log.open("wb") as out,
        subprocess.Popen(command, cwd=ROOT, env=environment, stdout=out, stderr=out) as process,
        httpx.Client(
            base_url=f"http://127.0.0.1:{port}/webhooks/palvelupolku",
            headers={"Authorization": f"Bearer {TOKEN}"},
            timeout=30,
            trust_env=False,
        ) as client,
    ):
        try:
            wait_until_ready(client, process)
            yield client
        finally:
            process.terminate()
    assert "kirjoitan lokiin" not in log.read_text("utf-8", "replace")


def wait_until_ready(client: httpx.Client, process: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until and process.poll() is None:
        try:
            if client.get("/health").is_success:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.2)
    raise AssertionError("Rasa did not become ready")


def say(rasa: httpx.Client, text: str, *, conversation: str = "c1", **metadata: Any) -> httpx.Response:
    told = {"turn": f"{conversation}:2", "seq": 2, "asked": [], "today": "2026-11-21", **metadata}
    return rasa.post("/turns", json={"conversation": conversation, "text": text, "metadata": told})


def only_reply(response: httpx.Response) -> dict[str, Any]:
    (reply,) = response.json()["replies"]
    return dict(reply)


def test_a_message_calls_one_action_with_what_was_understood(rasa: httpx.Client) -> None:
    reply = only_reply(say(rasa, "joo on, kirjoitan lokiin", asked=["velkaongelma"]))
    assert reply["text"] == "action_take"
    assert reply["payload"]["authorization"] == f"Bearer {TOKEN}"
    values = [one["value"] for one in reply["payload"]["entities"] if one["entity"] == "fact"]
    assert [(value["fact"], value["value"]) for value in values] == [("velkaongelma", True)]


@pytest.mark.parametrize(("command", "action"), COMMANDS.items())
def test_a_command_calls_its_action(rasa: httpx.Client, command: str, action: str) -> None:
    assert only_reply(say(rasa, f"/command_{command}", command=command))["text"] == action


def test_a_choice_calls_the_taking_action(rasa: httpx.Client) -> None:
    assert only_reply(say(rasa, "/choose", choices=[{"fact": "ika", "value": 40}]))["payload"]["intent"] == "choose"


def test_a_typed_command_is_only_words(rasa: httpx.Client) -> None:
    assert only_reply(say(rasa, "/choose"))["payload"]["intent"] != "choose"


def test_a_wish_to_start_over_is_offered_and_not_done(rasa: httpx.Client) -> None:
    assert only_reply(say(rasa, "aloitetaan alusta"))["text"] == "action_offer_restart"


def test_the_hundredth_turn_is_told_no_more_than_the_first(rasa: httpx.Client) -> None:
    told = [only_reply(say(rasa, "moi", conversation="long"))["payload"]["events"] for _ in range(20)]
    assert len(set(told)) == 1


def test_an_action_that_fails_is_a_failure_and_no_empty_answer(rasa: httpx.Client) -> None:
    assert say(rasa, "moi", conversation="failing").status_code >= httpx.codes.INTERNAL_SERVER_ERROR


def test_a_message_can_be_read_without_a_turn(rasa: httpx.Client) -> None:
    read = rasa.post("/parse", json={"text": "45", "asked": ["ika"], "today": "2026-11-21"}).json()
    assert (read["act"], read["entities"][0]["value"]["value"]) == ("inform", 45)


def test_erasing_a_conversation_is_acknowledged(rasa: httpx.Client) -> None:
    assert rasa.delete("/conversations/c1").status_code == httpx.codes.NO_CONTENT


@pytest.mark.parametrize("token", ["", "Bearer wrong", TOKEN])
def test_nobody_else_comes_in(rasa: httpx.Client, token: str) -> None:
    wrong = {"Authorization": token}
    assert rasa.get("/health", headers=wrong).status_code == httpx.codes.UNAUTHORIZED
    assert rasa.post("/turns", json={}, headers=wrong).status_code == httpx.codes.UNAUTHORIZED
    assert rasa.delete("/conversations/c1", headers=wrong).status_code == httpx.codes.UNAUTHORIZED


@pytest.mark.parametrize("path", ["/conversations/c1/tracker", "/model", "/webhooks/rest/webhook"])
def test_rasa_has_no_other_door(rasa: httpx.Client, path: str) -> None:
    assert rasa.post(str(rasa.base_url.copy_with(path=path)), json={}).status_code == httpx.codes.NOT_FOUND
