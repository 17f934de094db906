-- States of every kind, the matters that they are of, and what claims say of these.
CREATE TABLE states_before AS SELECT * FROM states
DROP TABLE states
CREATE TABLE states ( id INTEGER NOT NULL, "key" TEXT NOT NULL, kind TEXT NOT NULL, place_id INTEGER, holder_id INTEGER, matter_id BIGINT, began INTEGER NOT NULL, ended INTEGER NOT NULL, supported INTEGER NOT NULL, contested SMALLINT NOT NULL, claims INTEGER NOT NULL, CONSTRAINT pk_states PRIMARY KEY (id), CONSTRAINT uq_states_key UNIQUE ("key") )
INSERT INTO states (id, "key", kind, place_id, holder_id, began, ended, supported, contested, claims) SELECT id, "key", kind, place_id, holder_id, began, ended, supported, contested, claims FROM states_before
DROP TABLE states_before
CREATE INDEX ix_states_kind_place_id_began ON states (kind, place_id, began)
CREATE INDEX ix_states_kind_supported ON states (kind, supported)
CREATE INDEX ix_states_matter_id ON states (matter_id)
CREATE INDEX ix_states_place_id ON states (place_id)
CREATE TABLE held_claims ( place_id INTEGER NOT NULL, day INTEGER NOT NULL, claim_id INTEGER NOT NULL, position SMALLINT NOT NULL, role TEXT NOT NULL, type TEXT NOT NULL, factuality TEXT NOT NULL, phase TEXT, earliest INTEGER, latest INTEGER, known INTEGER, until INTEGER, anchor TEXT NOT NULL, "by" TEXT NOT NULL, "to" TEXT NOT NULL, speakers TEXT NOT NULL, source_id INTEGER, outlet TEXT NOT NULL, CONSTRAINT pk_held_claims PRIMARY KEY (place_id, day, claim_id, position) )
CREATE INDEX ix_held_claims_day ON held_claims (day)
CREATE TABLE matters ( id BIGINT NOT NULL, kind TEXT NOT NULL, place_id INTEGER, parties TEXT NOT NULL, CONSTRAINT pk_matters PRIMARY KEY (id) )
CREATE INDEX ix_matters_kind_place_id ON matters (kind, place_id)
CREATE TABLE statements ( claim_id INTEGER NOT NULL, matter_id BIGINT NOT NULL, kind TEXT NOT NULL, place_id INTEGER, day INTEGER NOT NULL, began INTEGER NOT NULL, ends INTEGER, holds SMALLINT NOT NULL, denied SMALLINT NOT NULL, known INTEGER, until INTEGER, anchor TEXT NOT NULL, speakers TEXT NOT NULL, source_id INTEGER, outlet TEXT NOT NULL, CONSTRAINT pk_statements PRIMARY KEY (claim_id) )
CREATE INDEX ix_statements_day ON statements (day)
CREATE INDEX ix_statements_kind_began ON statements (kind, began)
CREATE INDEX ix_statements_kind_place_id ON statements (kind, place_id)
CREATE INDEX ix_statements_matter_id ON statements (matter_id)
DELETE FROM progress WHERE name IN ('unlinked from', 'unlinked to')
INSERT INTO progress (name, value) SELECT 'unlinked from', min(day) FROM claims WHERE day > 0 HAVING count(*) > 0
INSERT INTO progress (name, value) SELECT 'unlinked to', max(day) FROM claims WHERE day > 0 HAVING count(*) > 0
