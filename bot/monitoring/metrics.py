"""The bot's figures in Prometheus' format. Every label has few values, none of which a person can make up."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator

from prometheus_client import CollectorRegistry, Counter, Histogram, ProcessCollector
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, InfoMetricFamily, Metric
from prometheus_client.exposition import choose_encoder
from prometheus_client.registry import Collector

from bot.answering.records import Outcome
from bot.monitoring.vitals import Vitals
from bot.records import Problem

# Seconds: an answer takes a few milliseconds, and behind others or during a reload some more.
_BUCKETS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0)
_LEVELS = ("WARNING", "ERROR", "CRITICAL")


class Metrics:
    """Counts what happens, and reads the rest when somebody asks."""

    def __init__(self, look: Callable[[], Vitals]) -> None:
        """Read what is not counted with ``look``."""
        self._registry = CollectorRegistry()
        self._answers = Counter(
            "verbatim_answers", "Questions that were answered, by outcome.", ["outcome"], registry=self._registry
        )
        self._seconds = Histogram(
            "verbatim_answer_seconds",
            "Our own share of an answer: finding it, and waiting for those before it.",
            buckets=_BUCKETS,
            registry=self._registry,
        )
        self._logged = Counter(
            "verbatim_log_records", "Records of the log that tell of trouble.", ["level"], registry=self._registry
        )
        # A series that begins at 0 is seen to grow by its first event.
        for outcome in Outcome:
            self._answers.labels(outcome.value)
        for level in _LEVELS:
            self._logged.labels(level)
        self._registry.register(_Reader(look))
        ProcessCollector(registry=self._registry)

    def answered(self, outcome: Outcome, seconds: float) -> None:
        """Count an answer."""
        self._answers.labels(outcome.value).inc()
        self._seconds.observe(seconds)

    def logged(self, level: str) -> None:
        """Count a record of the log."""
        self._logged.labels(level).inc()

    def page(self, accepted: str = "") -> tuple[bytes, str]:
        """Return all figures and their content type, in the format that an Accept header asks for."""
        encode, content_type = choose_encoder(accepted)
        return encode(self._registry), content_type


class LogCounter(logging.Handler):
    """Counts records from warnings on."""

    def __init__(self, metrics: Metrics) -> None:
        """Count in ``metrics``."""
        super().__init__(logging.WARNING)
        self._metrics = metrics

    def emit(self, record: logging.LogRecord) -> None:
        """Count a record; nothing of it is kept."""
        self._metrics.logged(next((level for level in _LEVELS if level == record.levelname), "ERROR"))


class _Reader(Collector):
    """Reads what is so at the moment."""

    def __init__(self, look: Callable[[], Vitals]) -> None:
        self._look = look

    def collect(self) -> Iterator[Metric]:
        """Return what is so now."""
        vitals = self._look()
        yield InfoMetricFamily("verbatim_knowledge", "The knowledge in use.", {"version": vitals.version})
        yield GaugeMetricFamily("verbatim_knowledge_stories", "Stories in use.", vitals.stories)
        yield GaugeMetricFamily("verbatim_knowledge_entries", "Entries in use.", vitals.entries)
        yield GaugeMetricFamily("verbatim_gateway_connected", "Whether Discord's gateway is ready.", vitals.connected)
        if vitals.known_latency is not None:
            latency = vitals.known_latency
            yield GaugeMetricFamily("verbatim_gateway_latency_seconds", "To the gateway and back.", latency)
        yield GaugeMetricFamily("verbatim_servers", "Servers that the bot is in.", vitals.servers)
        yield GaugeMetricFamily("verbatim_uptime_seconds", "Since the start, by the monotonic clock.", vitals.uptime)
        yield CounterMetricFamily(
            "verbatim_interactions_late", "Interactions that came too late to be answered.", vitals.too_late
        )
        yield _reloads(vitals)
        yield CounterMetricFamily("verbatim_reloads_refused", "Faulty folders that were not served.", vitals.refused)
        yield _problems(vitals)
        yield GaugeMetricFamily("verbatim_records_waiting", "Records that are not written yet.", vitals.waiting)
        yield CounterMetricFamily("verbatim_records_lost", "Records that were never written.", vitals.lost)


def _reloads(vitals: Vitals) -> Metric:
    family = CounterMetricFamily("verbatim_reloads", "Versions of the knowledge put in use, by how.", labels=["act"])
    for act, count in vitals.reloads.items():
        family.add_metric([act], count)
    return family


def _problems(vitals: Vitals) -> Metric:
    family = GaugeMetricFamily("verbatim_records_trouble", "What keeps records from being written.", labels=["problem"])
    for problem in Problem:
        family.add_metric([problem.value], vitals.problem is problem)
    return family
