"""Rasa's graphs give the same by plain calls as by dask."""

import dask

from bot.components.runtime.graph_run import results


def node(name):
    return lambda *given: (name, [value for _, value in given])


GRAPH = {
    "start": ("start", "moi"),
    "a": (node("a"), "start"),
    "b": (node("b"), "start", "a"),
    "c": (node("c"), "b", "a"),
}


def test_every_target_is_as_dask_gives_it():
    assert dict(results(GRAPH, ["c", "b"])) == dict(dask.get(GRAPH, ["c", "b"]))


def test_a_node_runs_once():
    runs = []

    def counted(*given):
        runs.append(given)
        return ("a", 1)

    results({"a": (counted,), "b": (node("b"), "a"), "c": (node("c"), "a", "b")}, ["b", "c"])
    assert len(runs) == 1
