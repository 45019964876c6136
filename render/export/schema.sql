-- An atlas of organizations and of the states in them. SQLite and PostgreSQL read it:
--
--   sqlite3 -bail atlas.db < atlas.sql
--   PGCLIENTENCODING=UTF8 psql -v ON_ERROR_STOP=1 -f atlas.sql
--
-- Who was a member of CACO on 31 December 2004?
--
--   SELECT state_id, answer FROM members_on
--    WHERE organization_id = 'caco' AND role IN ('member', 'party')
--      AND since <= '2004-12-31' AND '2004-12-31' < until
--    ORDER BY state_id;
--
-- The answer is yes or maybe; who is not in it was no member.
--
-- Dates stand as they are known (EDTF: 1998-07-17, 1998-07, 1998~, [1998..1999]). Beside
-- them stand the first and the last day that they may be, as YYYY-MM-DD; NULL where nothing
-- bounds them. Days compare as text. Until is the first day after.

BEGIN;

CREATE TABLE about (
  basis TEXT NOT NULL -- which step of a beginning counts: effective, signed or decided
);

CREATE TABLE sources (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  author TEXT,
  body TEXT,
  publisher TEXT,
  date TEXT,
  date_earliest TEXT,
  date_latest TEXT,
  url TEXT,
  language TEXT,
  note TEXT
);

CREATE TABLE collections (
  id TEXT PRIMARY KEY,
  name TEXT, -- NULL where it is not described
  note TEXT
);

CREATE TABLE organizations (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  short TEXT NOT NULL,
  kind TEXT NOT NULL,
  proposed BOOLEAN NOT NULL, -- never established
  since TEXT,
  since_earliest TEXT,
  since_latest TEXT,
  until TEXT,
  until_earliest TEXT,
  until_latest TEXT,
  goes_on BOOLEAN NOT NULL
);

CREATE TABLE organization_collections (
  organization_id TEXT NOT NULL REFERENCES organizations (id),
  collection_id TEXT NOT NULL REFERENCES collections (id),
  PRIMARY KEY (organization_id, collection_id)
);

CREATE TABLE containments (
  organization_id TEXT PRIMARY KEY REFERENCES organizations (id),
  within_id TEXT NOT NULL REFERENCES organizations (id),
  note TEXT
);

CREATE TABLE states (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL, -- state, territory, organization
  alpha3 TEXT,
  cow_number INTEGER,
  cow_code TEXT,
  organization_id TEXT REFERENCES organizations (id) -- that the actor is
);

CREATE TABLE continuations (
  state_id TEXT PRIMARY KEY REFERENCES states (id),
  continues_id TEXT NOT NULL REFERENCES states (id)
);

CREATE TABLE places (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  note TEXT
);

CREATE TABLE lookalikes (
  name TEXT NOT NULL,
  means TEXT NOT NULL
);

-- The dates of a membership are those of the basis in the table about, within the life of
-- its organization.
CREATE TABLE memberships (
  id INTEGER PRIMARY KEY,
  organization_id TEXT NOT NULL REFERENCES organizations (id),
  state_id TEXT NOT NULL REFERENCES states (id),
  role TEXT NOT NULL,
  title TEXT, -- the organization's own word for the role
  held BOOLEAN NOT NULL, -- FALSE where it is only claimed
  joined TEXT NOT NULL,
  since TEXT,
  since_earliest TEXT,
  since_latest TEXT,
  departed TEXT, -- how; NULL where it goes on
  until TEXT,
  until_earliest TEXT,
  until_latest TEXT,
  goes_on BOOLEAN NOT NULL
);

CREATE TABLE suspensions (
  id INTEGER PRIMARY KEY,
  membership_id INTEGER NOT NULL REFERENCES memberships (id),
  held BOOLEAN NOT NULL, -- FALSE where it is only claimed
  since TEXT,
  since_earliest TEXT,
  since_latest TEXT,
  until TEXT,
  until_earliest TEXT,
  until_latest TEXT,
  goes_on BOOLEAN NOT NULL
);

CREATE TABLE successions (
  id INTEGER PRIMARY KEY,
  from_id TEXT NOT NULL REFERENCES organizations (id),
  to_id TEXT NOT NULL REFERENCES organizations (id),
  how TEXT NOT NULL,
  date TEXT,
  date_earliest TEXT,
  date_latest TEXT
);

-- Every step of every event, of one of the records named first.
CREATE TABLE datings (
  id INTEGER PRIMARY KEY,
  organization_id TEXT REFERENCES organizations (id), -- founded, ended
  succession_id INTEGER REFERENCES successions (id), -- succeeded
  membership_id INTEGER REFERENCES memberships (id), -- joined, left
  suspension_id INTEGER REFERENCES suspensions (id), -- suspended, resumed
  state_id TEXT REFERENCES states (id), -- renamed, continues, gone
  place_id INTEGER REFERENCES places (id), -- renamed
  event TEXT NOT NULL,
  step TEXT, -- announced, applied, decided, signed, notified, ratified, effective
  held BOOLEAN NOT NULL, -- FALSE where only rivals say that it happened
  date TEXT,
  date_earliest TEXT,
  date_latest TEXT,
  place TEXT,
  note TEXT
);

-- What other sources say against a dating.
CREATE TABLE rivals (
  id INTEGER PRIMARY KEY,
  dating_id INTEGER NOT NULL REFERENCES datings (id),
  date TEXT,
  date_earliest TEXT,
  date_latest TEXT,
  note TEXT
);

CREATE TABLE notes (
  id INTEGER PRIMARY KEY,
  organization_id TEXT NOT NULL REFERENCES organizations (id),
  date TEXT,
  date_earliest TEXT,
  date_latest TEXT,
  place TEXT,
  text TEXT NOT NULL
);

-- Names: name, short, translation, alias, ambiguous; of states and places also former,
-- with the dating of the day on which it was no longer in use.
CREATE TABLE organization_names (
  organization_id TEXT NOT NULL REFERENCES organizations (id),
  kind TEXT NOT NULL,
  language TEXT,
  name TEXT NOT NULL
);

CREATE TABLE state_names (
  state_id TEXT NOT NULL REFERENCES states (id),
  kind TEXT NOT NULL,
  language TEXT,
  name TEXT NOT NULL,
  dating_id INTEGER REFERENCES datings (id)
);

CREATE TABLE place_names (
  place_id INTEGER NOT NULL REFERENCES places (id),
  kind TEXT NOT NULL,
  language TEXT,
  name TEXT NOT NULL,
  dating_id INTEGER REFERENCES datings (id)
);

-- Who says so, in the order of the records.
CREATE TABLE dating_sources (
  dating_id INTEGER NOT NULL REFERENCES datings (id),
  number INTEGER NOT NULL,
  source_id TEXT NOT NULL REFERENCES sources (id),
  PRIMARY KEY (dating_id, number)
);

CREATE TABLE rival_sources (
  rival_id INTEGER NOT NULL REFERENCES rivals (id),
  number INTEGER NOT NULL,
  source_id TEXT NOT NULL REFERENCES sources (id),
  PRIMARY KEY (rival_id, number)
);

CREATE TABLE note_sources (
  note_id INTEGER NOT NULL REFERENCES notes (id),
  number INTEGER NOT NULL,
  source_id TEXT NOT NULL REFERENCES sources (id),
  PRIMARY KEY (note_id, number)
);

CREATE TABLE membership_sources (
  membership_id INTEGER NOT NULL REFERENCES memberships (id),
  number INTEGER NOT NULL,
  source_id TEXT NOT NULL REFERENCES sources (id),
  PRIMARY KEY (membership_id, number)
);

CREATE TABLE containment_sources (
  organization_id TEXT NOT NULL REFERENCES containments (organization_id),
  number INTEGER NOT NULL,
  source_id TEXT NOT NULL REFERENCES sources (id),
  PRIMARY KEY (organization_id, number)
);

CREATE TABLE state_sources (
  state_id TEXT NOT NULL REFERENCES states (id),
  number INTEGER NOT NULL,
  source_id TEXT NOT NULL REFERENCES sources (id),
  PRIMARY KEY (state_id, number)
);

CREATE TABLE place_sources (
  place_id INTEGER NOT NULL REFERENCES places (id),
  number INTEGER NOT NULL,
  source_id TEXT NOT NULL REFERENCES sources (id),
  PRIMARY KEY (place_id, number)
);

CREATE TABLE collection_sources (
  collection_id TEXT NOT NULL REFERENCES collections (id),
  number INTEGER NOT NULL,
  source_id TEXT NOT NULL REFERENCES sources (id),
  PRIMARY KEY (collection_id, number)
);

CREATE INDEX memberships_of_organization ON memberships (organization_id);
CREATE INDEX memberships_of_state ON memberships (state_id);
CREATE INDEX datings_of_membership ON datings (membership_id);
CREATE INDEX datings_of_organization ON datings (organization_id);

-- Every membership on every day: a row for the days on which it is certain, and one each
-- for those before and after on which it is possible. The ends of time stand for no bound.
CREATE VIEW members_on AS
  WITH bounds AS (
    SELECT id, organization_id, state_id, role,
      COALESCE(since_earliest, '0001-01-01') AS since_1,
      COALESCE(since_latest, '9999-12-31') AS since_2,
      COALESCE(until_earliest, CASE WHEN goes_on THEN '9999-12-31' ELSE '0001-01-01' END) AS until_1,
      COALESCE(until_latest, '9999-12-31') AS until_2
    FROM memberships WHERE held
  )
  SELECT id AS membership_id, organization_id, state_id, role, 'yes' AS answer, since_2 AS since, until_1 AS until
    FROM bounds WHERE since_2 < until_1
  UNION ALL
  SELECT id, organization_id, state_id, role, 'maybe', since_1, since_2
    FROM bounds WHERE since_2 < until_1 AND since_1 < since_2
  UNION ALL
  SELECT id, organization_id, state_id, role, 'maybe', until_1, until_2
    FROM bounds WHERE since_2 < until_1 AND until_1 < until_2
  UNION ALL
  SELECT id, organization_id, state_id, role, 'maybe', since_1, until_2
    FROM bounds WHERE since_2 >= until_1 AND since_1 < until_2;

-- The same of suspensions. A suspended member is a member; it is one for certain if both
-- views say yes.
CREATE VIEW suspended_on AS
  WITH bounds AS (
    SELECT s.id, m.id AS membership_id, m.organization_id, m.state_id, m.role,
      COALESCE(s.since_earliest, '0001-01-01') AS since_1,
      COALESCE(s.since_latest, '9999-12-31') AS since_2,
      COALESCE(s.until_earliest, CASE WHEN s.goes_on THEN '9999-12-31' ELSE '0001-01-01' END) AS until_1,
      COALESCE(s.until_latest, '9999-12-31') AS until_2
    FROM suspensions s JOIN memberships m ON m.id = s.membership_id WHERE s.held
  )
  SELECT membership_id, organization_id, state_id, role, 'yes' AS answer, since_2 AS since, until_1 AS until
    FROM bounds WHERE since_2 < until_1
  UNION ALL
  SELECT membership_id, organization_id, state_id, role, 'maybe', since_1, since_2
    FROM bounds WHERE since_2 < until_1 AND since_1 < since_2
  UNION ALL
  SELECT membership_id, organization_id, state_id, role, 'maybe', until_1, until_2
    FROM bounds WHERE since_2 < until_1 AND until_1 < until_2
  UNION ALL
  SELECT membership_id, organization_id, state_id, role, 'maybe', since_1, until_2
    FROM bounds WHERE since_2 >= until_1 AND since_1 < until_2;
