"""Reads GraphML files with networkx and tells what it found, as JSON."""
import json
import sys

import networkx


def found(graph):
    return {
        "directed": graph.is_directed(),
        "nodes": dict(sorted(graph.nodes(data=True))),
        "edges": [dict(at, **{"from": a, "to": b}) for a, b, at in graph.edges(data=True)],
        # What such a network is made for must work on it.
        "ancestors": {n: sorted(networkx.ancestors(graph, n)) for n in graph} if graph.is_directed() else {},
        "strength": dict(graph.degree(weight="weight")),
    }


json.dump([found(networkx.read_graphml(file)) for file in sys.argv[1:]], sys.stdout, ensure_ascii=False)
