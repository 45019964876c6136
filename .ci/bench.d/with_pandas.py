"""The table as pandas users have it: the published rows, with an index."""
import pandas

from contest import *


def load():
    global table, states
    table = pandas.read_csv(folder / "igo.csv").set_index(["ioname", "year"]).sort_index()
    states = [c for c in table.columns if c not in {"orgname", "sdate", "deaddate", "longorgname", "ionum", "version"}]
    table = table[states] == 1  # full members


def members():
    row = table.loc[(organization, year)]
    return row.index[row]


def memberships():
    return table[state].xs(year, level="year").loc[lambda s: s].index


def every():
    cells = table.xs(year, level="year").stack()
    return cells[cells].index


def panel():
    cells = table.loc[(six, slice(first, last)), :].stack()
    return cells[cells].index


def shared():
    return table.index[table[five].all(axis=1)].get_level_values("ioname").unique()


play("pandas", load, {
    "members": (members, list),
    "memberships": (memberships, list),
    "every": (every, lambda cells: [f"{o},{s}" for o, s in cells]),
    "panel": (panel, lambda cells: [f"{o},{y},{s}" for o, y, s in cells]),
    "shared": (shared, list),
})
