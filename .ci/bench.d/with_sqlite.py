"""The spells in SQLite, with indexes by organization and by state, through the
module that comes with Python. Load makes the database file by the program sqlite3."""
import sqlite3
import subprocess

from contest import *

file = folder / "igo.db"
schema = """
create table spells(organization text, state text, role text, first text, until text);
create table successions(older text, younger text, year integer);
.mode csv
.import --skip 1 {0}/spells.csv spells
.import --skip 1 {0}/successions.csv successions
update spells set until = '9999-12-31' where until = '';
create index by_organization on spells(organization, first);
create index by_state on spells(state, organization, first);
create index by_older on successions(older);
create index by_younger on successions(younger);
""".format(folder)


def load():
    global db
    if alone:  # the file is there
        db = sqlite3.connect(file)
        return
    file.unlink(missing_ok=True)
    subprocess.run(["sqlite3", file], input=schema, text=True, check=True)
    db = sqlite3.connect(file)


def query(sql, *args):
    return lambda: db.execute(sql, args).fetchall()


def words(rows):
    return [",".join(map(str, r)) for r in rows]


def day(y):
    return f"{y}-07-01"  # a spell is whole years


there = "role = 'member' and first <= ? and until > ?"
questions = {
    "members": (query(f"select state from spells where organization = ? and {there}", organization, day(year), day(year)), words),
    "memberships": (query(f"select organization from spells where state = ? and {there}", state, day(year), day(year)), words),
    "every": (query(f"select organization, state from spells where {there}", day(year), day(year)), words),
    "panel": (query(f"""
        with recursive years(y) as (select ? union all select y + 1 from years where y < ?)
        select organization, y, state from years join spells
        on organization in ({','.join('?' * len(six))}) and role = 'member' and first <= y || '-07-01' and until > y || '-07-01'
        """, first, last, *six), words),
    "shared": (query(
        "select distinct s0.organization from spells s0"
        + "".join(f" join spells s{i} on s{i}.organization = s0.organization and s{i}.state = ? and s{i}.role = 'member'"
                  for i in range(1, len(five)))
        + " where s0.state = ? and s0.role = 'member'"
        + f" and max({','.join(f's{i}.first' for i in range(len(five)))}) < min({','.join(f's{i}.until' for i in range(len(five)))})",
        *five[1:], five[0]), words),
}
if lineage:
    questions["lineage"] = (query("""
        with recursive
        up(o) as (select ? union select older from successions join up on younger = o),
        down(o) as (select ? union select younger from successions join down on older = o)
        select o from up union select o from down""", lineage, lineage), words)
play("sqlite", load, questions, "list")
