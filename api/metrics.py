"""What operators watch; counts and times only, nothing about a person."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

SECONDS = (0.01, 0.02, 0.03, 0.05, 0.07, 0.1, 0.2, 0.4, 1, 4, 15, 60)


class Metrics:
    """The figures of one application; each has its own registry."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.messages = Counter("palvelupolku_messages", "Messages stored", ["author"], registry=self.registry)
        self.turns = Counter("palvelupolku_turns", "Ended tries to answer", ["result"], registry=self.registry)
        self.answering = Histogram(
            "palvelupolku_rasa_seconds", "Time until Rasa answers", buckets=SECONDS, registry=self.registry
        )
        self.urgent = Counter(
            "palvelupolku_urgent", "Messages with a sign of danger", ["label"], registry=self.registry
        )
        self.streams = Gauge("palvelupolku_streams", "Open event streams", registry=self.registry)

    def exposition(self) -> bytes:
        """Return the figures in Prometheus' text format."""
        return generate_latest(self.registry)
