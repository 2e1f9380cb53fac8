"""One line of JSON per event on standard error; what people write never gets here."""

import logging
import sys

import structlog


def configure() -> None:
    """Set up logging for the process."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
    for noisy in ("httpx", "httpcore", "rasa_sdk", "alembic"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
