"""The table as a graph: an edge a spell between a state and an organization, and
a directed edge a succession."""
import csv

import networkx

from contest import *


def load():
    global spells, successions
    spells, successions = networkx.MultiGraph(), networkx.DiGraph()
    with open(folder / "spells.csv", newline="") as f:
        for r in csv.DictReader(f):
            if r["role"] == "member":
                until = int(r["until"][:4]) if r["until"] else 10000
                spells.add_edge(r["organization"], r["state"], first=int(r["from"][:4]), until=until)
                successions.add_node(r["organization"])
    with open(folder / "successions.csv", newline="") as f:
        successions.add_edges_from((r["from"], r["to"]) for r in csv.DictReader(f))


def there(node, in_year):
    return {other for _, other, d in spells.edges(node, data=True) if d["first"] <= in_year < d["until"]}


def every():
    return {o: there(o, year) for o in successions if o in spells}


def panel():
    return [(o, y, s) for o in six for y in range(first, last + 1) for s in there(o, y)]


def shared():
    candidates = set.intersection(*(set(spells[s]) for s in five))
    found = set()
    for o in candidates:
        times = [[(d["first"], d["until"]) for d in spells[s][o].values()] for s in five]
        together = times[0]
        for more in times[1:]:
            together = [(max(a, c), min(b, d)) for a, b in together for c, d in more if max(a, c) < min(b, d)]
        if together:
            found.add(o)
    return found


questions = {
    "members": (lambda: there(organization, year), list),
    "memberships": (lambda: there(state, year), list),
    "every": (every, lambda all: [f"{o},{s}" for o, states in all.items() for s in states]),
    "panel": (panel, lambda rows: [f"{o},{y},{s}" for o, y, s in rows]),
    "shared": (shared, list),
}
if lineage:
    questions["lineage"] = (
        lambda: networkx.ancestors(successions, lineage) | {lineage} | networkx.descendants(successions, lineage), list)
play("networkx", load, questions, "list")
