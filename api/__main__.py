"""`python -m api`: serve the product with the settings of the environment."""

import gc
from socket import socket
from types import FrameType

import uvicorn
from fastapi import FastAPI

from api.logs import configure
from api.main import create_app
from api.settings import Settings

SECONDS_TO_STOP = 5


class Server(uvicorn.Server):
    """Ends the event streams when it is asked to stop; they would keep it running for ever."""

    def __init__(self, config: uvicorn.Config, app: FastAPI) -> None:
        super().__init__(config)
        self._app = app

    async def startup(self, sockets: list[socket] | None = None) -> None:
        """Start; what is there for good is not looked through for garbage again and again."""
        await super().startup(sockets)
        gc.collect()
        gc.freeze()

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Stop after the calls under way."""
        if hasattr(self._app.state, "product"):
            self._app.state.product.live.silence()
        super().handle_exit(sig, frame)


def main() -> None:
    """Serve until stopped."""
    configure()
    settings = Settings.from_environment()
    app = create_app(settings)
    config = uvicorn.Config(
        app,
        host=settings.host,
        port=settings.port,
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=SECONDS_TO_STOP,
    )
    Server(config, app).run()


if __name__ == "__main__":
    main()
