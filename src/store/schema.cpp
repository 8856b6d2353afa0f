#include "store/schema.h"

namespace greffier {
namespace {

constexpr const char* kRecords = R"sql(
CREATE TABLE articles (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL,            -- the article's id as its source gives it
  version INTEGER NOT NULL,     -- 1, 2, … for the same key with another text
  current INTEGER NOT NULL,     -- 1 for the last version
  source TEXT, lang TEXT, title TEXT, url TEXT,
  published TEXT, earliest TEXT, latest TEXT,
  text TEXT NOT NULL,
  sha256 TEXT NOT NULL,         -- of the text
  fingerprint TEXT NOT NULL UNIQUE,
  program TEXT NOT NULL,        -- the version of Greffier that read it
  UNIQUE (key, version)
) STRICT;

CREATE TABLE names (            -- every name that an entity bears, once
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  bare TEXT NOT NULL,           -- lower case, without accents
  last_word TEXT NOT NULL
) STRICT;
CREATE INDEX names_by_last_word ON names (last_word);

CREATE TABLE entities (
  id INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES articles,
  n TEXT NOT NULL,              -- the record's id, e1, e2, …
  type TEXT NOT NULL, name INTEGER NOT NULL REFERENCES names, kb TEXT, country TEXT, sector TEXT,
  UNIQUE (article, n)
) STRICT;
CREATE INDEX entities_by_name ON entities (name);
CREATE INDEX entities_by_kb ON entities (kb) WHERE kb IS NOT NULL;

CREATE TABLE mentions (
  entity INTEGER NOT NULL REFERENCES entities, "start" INTEGER NOT NULL, "end" INTEGER NOT NULL, kind TEXT NOT NULL
) STRICT;
CREATE INDEX mentions_by_entity ON mentions (entity);

CREATE TABLE times (
  id INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES articles,
  n TEXT NOT NULL,
  "start" INTEGER NOT NULL, "end" INTEGER NOT NULL,
  type TEXT NOT NULL, value TEXT NOT NULL, earliest TEXT, latest TEXT, rule TEXT,
  UNIQUE (article, n)
) STRICT;

CREATE TABLE statements (
  id INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES articles,
  n TEXT NOT NULL,
  kind TEXT NOT NULL, act TEXT NOT NULL, polarity TEXT NOT NULL, hearsay INTEGER NOT NULL,
  cue_start INTEGER, cue_end INTEGER, cue_lemma TEXT,
  inside TEXT, time TEXT, rule TEXT,
  earliest TEXT, latest TEXT,   -- of its time, else of the article
  UNIQUE (article, n)
) STRICT;

CREATE TABLE content (
  statement INTEGER NOT NULL REFERENCES statements, n INTEGER NOT NULL, "start" INTEGER NOT NULL, "end" INTEGER NOT NULL,
  PRIMARY KEY (statement, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE hops (
  statement INTEGER NOT NULL REFERENCES statements, n INTEGER NOT NULL, role TEXT NOT NULL,
  "start" INTEGER NOT NULL, "end" INTEGER NOT NULL, entity INTEGER REFERENCES entities,
  PRIMARY KEY (statement, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX hops_by_entity ON hops (entity) WHERE entity IS NOT NULL;

CREATE TABLE about (            -- which entities a statement's content names
  statement INTEGER NOT NULL REFERENCES statements, entity INTEGER NOT NULL REFERENCES entities,
  PRIMARY KEY (statement, entity)
) STRICT, WITHOUT ROWID;
CREATE INDEX about_by_entity ON about (entity);

CREATE TABLE events (
  id INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES articles,
  n TEXT NOT NULL,
  type TEXT NOT NULL, mode TEXT, cameo TEXT,
  trigger_start INTEGER NOT NULL, trigger_end INTEGER NOT NULL,
  time TEXT, earliest TEXT, latest TEXT, dated_by TEXT, place TEXT, status TEXT NOT NULL, rule TEXT,
  UNIQUE (article, n)
) STRICT;
CREATE INDEX events_by_type ON events (type, latest);

CREATE TABLE parties (
  event INTEGER NOT NULL REFERENCES events, n INTEGER NOT NULL, side TEXT NOT NULL,
  "start" INTEGER NOT NULL, "end" INTEGER NOT NULL, entity INTEGER REFERENCES entities, country TEXT, sector TEXT,
  PRIMARY KEY (event, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX parties_by_country ON parties (country, sector);
CREATE INDEX parties_by_entity ON parties (entity) WHERE entity IS NOT NULL;

CREATE TABLE according_to (
  event INTEGER NOT NULL REFERENCES events, statement INTEGER NOT NULL REFERENCES statements,
  PRIMARY KEY (event, statement)
) STRICT, WITHOUT ROWID;
CREATE INDEX according_to_by_statement ON according_to (statement);

CREATE TABLE aside (            -- articles that could not be read, with the reason
  id INTEGER PRIMARY KEY, place TEXT NOT NULL, key TEXT NOT NULL, reason TEXT NOT NULL,
  UNIQUE (place, key, reason)
) STRICT;

CREATE VIRTUAL TABLE words USING fts5 (title, text, content='articles', content_rowid='id', tokenize="unicode61 remove_diacritics 2");

CREATE VIEW statement_list AS
SELECT s.id, a.key AS article, a.source, coalesce(s.earliest, '') || CASE WHEN s.earliest IS s.latest THEN '' ELSE '..' || coalesce(s.latest, '') END AS day,
  (SELECT group_concat(coalesce(n.name, substr(a.text, h."start" + 1, h."end" - h."start")), ', ')
     FROM hops h LEFT JOIN entities e ON e.id = h.entity LEFT JOIN names n ON n.id = e.name
    WHERE h.statement = s.id AND h.role = 'origin') AS speaker,
  s.act, s.kind, s.polarity, s.hearsay,
  (SELECT group_concat(substr(a.text, c."start" + 1, c."end" - c."start"), ' … ') FROM content c WHERE c.statement = s.id) AS content,
  (SELECT group_concat(h.role || ' ' || substr(a.text, h."start" + 1, h."end" - h."start"), ' ← ') FROM hops h WHERE h.statement = s.id) AS chain,
  s.rule
FROM statements s JOIN articles a ON a.id = s.article WHERE a.current = 1;

CREATE VIEW event_list AS
SELECT v.id, a.key AS article, a.source, coalesce(v.earliest, '') || CASE WHEN v.earliest IS v.latest THEN '' ELSE '..' || coalesce(v.latest, '') END AS day,
  (SELECT group_concat(coalesce(n.name, substr(a.text, p."start" + 1, p."end" - p."start")) || ' (' || coalesce(p.country, '') || ':' || coalesce(p.sector, '') || ')', ', ')
     FROM parties p LEFT JOIN entities e ON e.id = p.entity LEFT JOIN names n ON n.id = e.name WHERE p.event = v.id AND p.side = 'actor') AS actors,
  v.type, v.mode, v.cameo, substr(a.text, v.trigger_start + 1, v.trigger_end - v.trigger_start) AS "trigger",
  (SELECT group_concat(coalesce(n.name, substr(a.text, p."start" + 1, p."end" - p."start")) || ' (' || coalesce(p.country, '') || ':' || coalesce(p.sector, '') || ')', ', ')
     FROM parties p LEFT JOIN entities e ON e.id = p.entity LEFT JOIN names n ON n.id = e.name WHERE p.event = v.id AND p.side = 'target') AS targets,
  v.status, v.dated_by,
  (SELECT group_concat(l.speaker, '; ') FROM according_to t JOIN statement_list l ON l.id = t.statement WHERE t.event = v.id) AS according_to,
  v.rule
FROM events v JOIN articles a ON a.id = v.article WHERE a.current = 1;

CREATE VIEW evidence AS         -- the words that prove an item, and what stands around them
SELECT 'statement' AS item, s.id, a.key AS article, a.version, c."start", c."end",
  substr(a.text, c."start" + 1, c."end" - c."start") AS quote,
  substr(a.text, max(c."start" - 79, 1), c."end" - max(c."start" - 80, 0) + 80) AS context
FROM statements s JOIN articles a ON a.id = s.article JOIN content c ON c.statement = s.id
UNION ALL
SELECT 'event', v.id, a.key, a.version, v.trigger_start, v.trigger_end,
  substr(a.text, v.trigger_start + 1, v.trigger_end - v.trigger_start),
  substr(a.text, max(v.trigger_start - 79, 1), v.trigger_end - max(v.trigger_start - 80, 0) + 80)
FROM events v JOIN articles a ON a.id = v.article
UNION ALL
SELECT 'time', t.id, a.key, a.version, t."start", t."end", substr(a.text, t."start" + 1, t."end" - t."start"),
  substr(a.text, max(t."start" - 79, 1), t."end" - max(t."start" - 80, 0) + 80)
FROM times t JOIN articles a ON a.id = t.article;
)sql";

constexpr const char* kComparison = R"sql(
CREATE TABLE bands (            -- MinHash bands of the text's word shingles: articles that share one may be copies
  article INTEGER NOT NULL REFERENCES articles, band INTEGER NOT NULL, hash INTEGER NOT NULL,
  PRIMARY KEY (article, band)
) STRICT, WITHOUT ROWID;
CREATE INDEX bands_by_hash ON bands (band, hash);

CREATE TABLE passages (         -- hashes of paragraphs that are long enough to be copied
  article INTEGER NOT NULL REFERENCES articles, hash INTEGER NOT NULL, "start" INTEGER NOT NULL, "end" INTEGER NOT NULL,
  PRIMARY KEY (article, hash)
) STRICT, WITHOUT ROWID;
CREATE INDEX passages_by_hash ON passages (hash);

-- Groups are made again by every comparison; a group bears the least key (and number) of its members.
CREATE TABLE copies (article INTEGER PRIMARY KEY REFERENCES articles, "group" TEXT NOT NULL) STRICT;
CREATE INDEX copies_by_group ON copies ("group");
CREATE TABLE told (statement INTEGER PRIMARY KEY REFERENCES statements, "group" TEXT NOT NULL) STRICT;
CREATE INDEX told_by_group ON told ("group");
CREATE TABLE deeds (event INTEGER PRIMARY KEY REFERENCES events, "group" TEXT NOT NULL) STRICT;
CREATE INDEX deeds_by_group ON deeds ("group");
)sql";

// official, spokesperson, person, …; null where it is not known, or was kept before this column.
constexpr const char* kSourceTypes = "ALTER TABLE hops ADD COLUMN type TEXT;";

// Items are named as people name them (article#s3); what is counted and what speaks against what have tables; searches see
// only current versions.
constexpr const char* kDisputes = R"sql(
ALTER TABLE statements ADD COLUMN negated INTEGER NOT NULL DEFAULT 0;  -- 1 where its words are negated an odd number of times

CREATE TABLE figures (          -- what is counted: dead, hurt, arrested, gathered, …
  id INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES articles,
  n TEXT NOT NULL,              -- f1, f2, … in the article
  kind TEXT NOT NULL, value INTEGER NOT NULL,
  approximate INTEGER NOT NULL, -- 1 where the text says "about", "more than", …
  "start" INTEGER NOT NULL, "end" INTEGER NOT NULL,
  statement INTEGER REFERENCES statements,  -- on whose word, where it stands in what somebody said
  UNIQUE (article, n)
) STRICT;

CREATE TABLE disputes (         -- pairs for a person to look at; made again by every comparison
  id INTEGER PRIMARY KEY,
  why TEXT NOT NULL,            -- denied, turned, figures, one side
  item TEXT NOT NULL,           -- what "first" and "second" are: statement, event or figure
  "first" INTEGER NOT NULL, "second" INTEGER
) STRICT;

DROP INDEX bands_by_hash;         -- comparison sorts the hashes itself, and entries all over an index cost each commit dear
DROP INDEX passages_by_hash;
CREATE INDEX articles_superseded ON articles (id) WHERE current = 0;
CREATE INDEX statements_by_day ON statements (latest IS NULL, latest);
CREATE INDEX events_by_day ON events (latest IS NULL, latest);
INSERT INTO words (words, rowid, title, text) SELECT 'delete', id, coalesce(title, ''), text FROM articles WHERE current = 0;

DROP VIEW statement_list;
DROP VIEW event_list;
DROP VIEW evidence;

CREATE VIEW statement_list AS
SELECT s.id, a.key || '#' || s.n AS ref,
  CASE WHEN s.earliest IS s.latest THEN s.earliest ELSE coalesce(s.earliest, '') || '..' || coalesce(s.latest, '') END AS day,
  (SELECT group_concat(coalesce(n.name, substr(a.text, h."start" + 1, h."end" - h."start")), ', ')
     FROM hops h LEFT JOIN entities e ON e.id = h.entity LEFT JOIN names n ON n.id = e.name
    WHERE h.statement = s.id AND h.role = 'origin') AS speaker,
  s.act, s.kind, s.polarity, s.hearsay,
  (SELECT group_concat(substr(a.text, c."start" + 1, c."end" - c."start"), ' … ') FROM content c WHERE c.statement = s.id) AS content,
  (SELECT group_concat(h.role || ' ' || substr(a.text, h."start" + 1, h."end" - h."start"), ' ← ') FROM hops h WHERE h.statement = s.id) AS chain,
  (SELECT group_concat(h.role || ' ' || substr(a.text, h."start" + 1, h."end" - h."start"), ' ← ') FROM hops h WHERE h.statement = s.id AND h.role <> 'origin') AS via,
  (SELECT max(count(DISTINCT coalesce(k."group", o.article)), 1) FROM told t JOIN told u ON u."group" = t."group"
     JOIN statements o ON o.id = u.statement LEFT JOIN copies k ON k.article = o.article WHERE t.statement = s.id) AS told_by,
  a.key AS article, a.source, s.rule
FROM statements s JOIN articles a ON a.id = s.article WHERE a.current = 1;

CREATE VIEW event_list AS
SELECT v.id, a.key || '#' || v.n AS ref,
  CASE WHEN v.earliest IS v.latest THEN v.earliest ELSE coalesce(v.earliest, '') || '..' || coalesce(v.latest, '') END AS day,
  (SELECT group_concat(coalesce(n.name, substr(a.text, p."start" + 1, p."end" - p."start")) || coalesce(' (' || coalesce(p.country || ':' || p.sector, p.country, ':' || p.sector) || ')', ''), ', ')
     FROM parties p LEFT JOIN entities e ON e.id = p.entity LEFT JOIN names n ON n.id = e.name WHERE p.event = v.id AND p.side = 'actor') AS actors,
  v.type, v.mode, v.cameo, substr(a.text, v.trigger_start + 1, v.trigger_end - v.trigger_start) AS "trigger",
  (SELECT group_concat(coalesce(n.name, substr(a.text, p."start" + 1, p."end" - p."start")) || coalesce(' (' || coalesce(p.country || ':' || p.sector, p.country, ':' || p.sector) || ')', ''), ', ')
     FROM parties p LEFT JOIN entities e ON e.id = p.entity LEFT JOIN names n ON n.id = e.name WHERE p.event = v.id AND p.side = 'target') AS targets,
  v.status, v.dated_by,
  (SELECT group_concat(l.speaker, '; ') FROM according_to t JOIN statement_list l ON l.id = t.statement WHERE t.event = v.id) AS according_to,
  (SELECT max(count(DISTINCT coalesce(k."group", o.article)), 1) FROM deeds d JOIN deeds u ON u."group" = d."group"
     JOIN events o ON o.id = u.event LEFT JOIN copies k ON k.article = o.article WHERE d.event = v.id) AS told_by,
  a.key AS article, a.source, v.rule
FROM events v JOIN articles a ON a.id = v.article WHERE a.current = 1;

CREATE VIEW figure_list AS
SELECT f.id, a.key || '#' || f.n AS ref, f.kind, f.value, f.approximate,
  coalesce((SELECT speaker FROM statement_list l WHERE l.id = f.statement), a.source) AS speaker, a.key AS article, a.source,
  CASE WHEN a.earliest IS a.latest THEN a.earliest ELSE coalesce(a.earliest, '') || '..' || coalesce(a.latest, '') END AS day,
  substr(a.text, max(f."start" - 79, 1), f."end" - max(f."start" - 80, 0) + 80) AS context
FROM figures f JOIN articles a ON a.id = f.article WHERE a.current = 1;

CREATE VIEW dispute_list AS     -- pairs for a person to look at, each side in one line
SELECT d.id, d.why, x.day AS first_day, x.ref AS "first", coalesce(x.speaker, '?') || CASE x.polarity WHEN 'negative' THEN ' (not ' ELSE ' (' END || x.act || '): ' || x.content AS first_says,
  y.day AS second_day, y.ref AS "second", coalesce(y.speaker, '?') || CASE y.polarity WHEN 'negative' THEN ' (not ' ELSE ' (' END || y.act || '): ' || y.content AS second_says
FROM disputes d JOIN statement_list x ON x.id = d."first" JOIN statement_list y ON y.id = d."second" WHERE d.item = 'statement'
UNION ALL
SELECT d.id, d.why, x.day, x.ref, coalesce(x.speaker, '?') || ': ' || x.value || ' ' || x.kind || ': ' || x.context,
  y.day, y.ref, coalesce(y.speaker, '?') || ': ' || y.value || ' ' || y.kind || ': ' || y.context
FROM disputes d JOIN figure_list x ON x.id = d."first" JOIN figure_list y ON y.id = d."second" WHERE d.item = 'figure'
UNION ALL
SELECT d.id, d.why, x.day, x.ref, coalesce(x.actors, '?') || ' ' || x.type || ' ' || coalesce(x.targets, '?') || ' (' || x.status || coalesce(', according to ' || x.according_to, '') || '): ' || x."trigger",
  y.day, y.ref, coalesce(y.actors, '?') || ' ' || y.type || ' ' || coalesce(y.targets, '?') || ' (' || y.status || coalesce(', according to ' || y.according_to, '') || '): ' || y."trigger"
FROM disputes d JOIN event_list x ON x.id = d."first" LEFT JOIN event_list y ON y.id = d."second" WHERE d.item = 'event';

CREATE VIEW evidence AS         -- the words that prove an item, and what stands around them
SELECT 'statement' AS item, s.id, a.key || '#' || s.n AS ref, a.key AS article, a.version, c."start", c."end",
  substr(a.text, c."start" + 1, c."end" - c."start") AS quote,
  substr(a.text, max(c."start" - 79, 1), c."end" - max(c."start" - 80, 0) + 80) AS context
FROM statements s JOIN articles a ON a.id = s.article JOIN content c ON c.statement = s.id
UNION ALL
SELECT 'event', v.id, a.key || '#' || v.n, a.key, a.version, v.trigger_start, v.trigger_end,
  substr(a.text, v.trigger_start + 1, v.trigger_end - v.trigger_start),
  substr(a.text, max(v.trigger_start - 79, 1), v.trigger_end - max(v.trigger_start - 80, 0) + 80)
FROM events v JOIN articles a ON a.id = v.article
UNION ALL
SELECT 'time', t.id, a.key || '#' || t.n, a.key, a.version, t."start", t."end", substr(a.text, t."start" + 1, t."end" - t."start"),
  substr(a.text, max(t."start" - 79, 1), t."end" - max(t."start" - 80, 0) + 80)
FROM times t JOIN articles a ON a.id = t.article
UNION ALL
SELECT 'figure', f.id, a.key || '#' || f.n, a.key, a.version, f."start", f."end", substr(a.text, f."start" + 1, f."end" - f."start"),
  substr(a.text, max(f."start" - 79, 1), f."end" - max(f."start" - 80, 0) + 80)
FROM figures f JOIN articles a ON a.id = f.article;
)sql";

constexpr const char* kCandidates = R"sql(
ALTER TABLE entities ADD COLUMN candidates TEXT;  -- where kb is open between several: their ids, a blank between
)sql";

constexpr const char* kMigrations[] = {kRecords, kComparison, kSourceTypes, kDisputes, kCandidates};

}  // namespace

std::span<const char* const> store_migrations() { return kMigrations; }

}  // namespace greffier
