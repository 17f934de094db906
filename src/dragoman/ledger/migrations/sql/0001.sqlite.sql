-- The tables of the first ledger, with full text, the map index and the triggers that keep reviews. One statement a line.
CREATE TABLE actor_mentions ( claim_id INTEGER NOT NULL, slot SMALLINT NOT NULL, position SMALLINT NOT NULL, actor_id INTEGER NOT NULL, day INTEGER NOT NULL, CONSTRAINT pk_actor_mentions PRIMARY KEY (claim_id, slot, position) ) WITHOUT ROWID
CREATE INDEX ix_actor_mentions_actor_id_day ON actor_mentions (actor_id, day)
CREATE TABLE actors ( id INTEGER NOT NULL, "key" TEXT NOT NULL, name TEXT NOT NULL, kind TEXT, CONSTRAINT pk_actors PRIMARY KEY (id), CONSTRAINT uq_actors_key UNIQUE ("key") )
CREATE INDEX ix_actors_kind ON actors (kind)
CREATE INDEX ix_actors_name ON actors (name)
CREATE TABLE bands ( band BIGINT NOT NULL, report_id INTEGER NOT NULL, CONSTRAINT pk_bands PRIMARY KEY (band, report_id) ) WITHOUT ROWID
CREATE TABLE bodies ( claim_id INTEGER NOT NULL, body TEXT NOT NULL, machine TEXT, CONSTRAINT pk_bodies PRIMARY KEY (claim_id) )
CREATE TABLE deadlines ( claim_id INTEGER NOT NULL, day INTEGER, type TEXT NOT NULL, CONSTRAINT pk_deadlines PRIMARY KEY (claim_id) )
CREATE INDEX ix_deadlines_day ON deadlines (day)
CREATE TABLE events ( id INTEGER NOT NULL, "key" TEXT NOT NULL, kind TEXT NOT NULL, type TEXT NOT NULL, place_id INTEGER, earliest INTEGER, latest INTEGER, day INTEGER, claims INTEGER NOT NULL, sources INTEGER NOT NULL, disputed TEXT, CONSTRAINT pk_events PRIMARY KEY (id), CONSTRAINT uq_events_key UNIQUE ("key") )
CREATE INDEX ix_events_day ON events (day, id)
CREATE INDEX ix_events_kind_day ON events (kind, day)
CREATE INDEX ix_events_place_id ON events (place_id)
CREATE TABLE failures ( "key" TEXT NOT NULL, name TEXT NOT NULL, reason TEXT NOT NULL, tries INTEGER NOT NULL, recorded TEXT NOT NULL, CONSTRAINT pk_failures PRIMARY KEY ("key") )
CREATE TABLE figures ( claim_id INTEGER NOT NULL, position SMALLINT NOT NULL, what TEXT NOT NULL, value BIGINT, low BIGINT, high BIGINT, cumulative SMALLINT NOT NULL, CONSTRAINT pk_figures PRIMARY KEY (claim_id, position) ) WITHOUT ROWID
CREATE TABLE place_mentions ( claim_id INTEGER NOT NULL, position SMALLINT NOT NULL, place_id INTEGER NOT NULL, role TEXT NOT NULL, day INTEGER NOT NULL, CONSTRAINT pk_place_mentions PRIMARY KEY (claim_id, position) ) WITHOUT ROWID
CREATE INDEX ix_place_mentions_place_id_day ON place_mentions (place_id, day)
CREATE TABLE places ( id INTEGER NOT NULL, "key" TEXT NOT NULL, name TEXT NOT NULL, country TEXT, lat FLOAT, lon FLOAT, radius_km FLOAT, CONSTRAINT pk_places PRIMARY KEY (id), CONSTRAINT uq_places_key UNIQUE ("key") )
CREATE INDEX ix_places_name ON places (name)
CREATE TABLE progress ( name TEXT NOT NULL, value INTEGER NOT NULL, CONSTRAINT pk_progress PRIMARY KEY (name) )
CREATE TABLE reviews ( id INTEGER NOT NULL, reviewer TEXT NOT NULL, recorded TEXT NOT NULL, action TEXT NOT NULL, report_id INTEGER, start INTEGER, "end" INTEGER, payload TEXT, payload_hash TEXT NOT NULL, previous TEXT NOT NULL, hash TEXT NOT NULL, CONSTRAINT pk_reviews PRIMARY KEY (id), CONSTRAINT ck_reviews_reviewer CHECK (reviewer <> ''), CONSTRAINT uq_reviews_hash UNIQUE (hash) )
CREATE INDEX ix_reviews_report_id ON reviews (report_id)
CREATE TABLE runs ( id INTEGER NOT NULL, stamp TEXT NOT NULL, dragoman TEXT NOT NULL, model TEXT NOT NULL, codebook TEXT NOT NULL, register TEXT NOT NULL, gazetteer TEXT NOT NULL, recorded TEXT NOT NULL, CONSTRAINT pk_runs PRIMARY KEY (id), CONSTRAINT uq_runs_stamp UNIQUE (stamp) )
CREATE TABLE sources ( id INTEGER NOT NULL, "key" TEXT NOT NULL, CONSTRAINT pk_sources PRIMARY KEY (id), CONSTRAINT uq_sources_key UNIQUE ("key") )
CREATE TABLE states ( id INTEGER NOT NULL, "key" TEXT NOT NULL, kind TEXT NOT NULL, place_id INTEGER NOT NULL, holder_id INTEGER, began INTEGER NOT NULL, ended INTEGER NOT NULL, supported INTEGER NOT NULL, contested SMALLINT NOT NULL, claims INTEGER NOT NULL, CONSTRAINT pk_states PRIMARY KEY (id), CONSTRAINT uq_states_key UNIQUE ("key") )
CREATE INDEX ix_states_kind_place_id_began ON states (kind, place_id, began)
CREATE INDEX ix_states_place_id ON states (place_id)
CREATE TABLE pins ( report_id INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, type TEXT NOT NULL, event_key TEXT NOT NULL, review_id INTEGER NOT NULL, CONSTRAINT pk_pins PRIMARY KEY (report_id, start, "end", type), CONSTRAINT fk_pins_review_id FOREIGN KEY(review_id) REFERENCES reviews (id) )
CREATE TABLE place_within ( whole_id INTEGER NOT NULL, place_id INTEGER NOT NULL, CONSTRAINT pk_place_within PRIMARY KEY (whole_id, place_id), CONSTRAINT fk_place_within_whole_id FOREIGN KEY(whole_id) REFERENCES places (id), CONSTRAINT fk_place_within_place_id FOREIGN KEY(place_id) REFERENCES places (id) ) WITHOUT ROWID
CREATE INDEX ix_place_within_place_id ON place_within (place_id)
CREATE TABLE reports ( id INTEGER NOT NULL, "key" TEXT NOT NULL, address TEXT NOT NULL, name TEXT, source_id INTEGER, title TEXT, url TEXT, language TEXT, published INTEGER, published_from TEXT, until INTEGER, sha256 TEXT NOT NULL, text TEXT, loaded TEXT, warnings TEXT, run_id INTEGER, copies INTEGER, signature BLOB, recorded TEXT NOT NULL, forgotten TEXT, CONSTRAINT pk_reports PRIMARY KEY (id), CONSTRAINT uq_reports_key UNIQUE ("key"), CONSTRAINT fk_reports_source_id FOREIGN KEY(source_id) REFERENCES sources (id), CONSTRAINT fk_reports_run_id FOREIGN KEY(run_id) REFERENCES runs (id) )
CREATE INDEX ix_reports_address ON reports (address)
CREATE INDEX ix_reports_copies ON reports (copies)
CREATE INDEX ix_reports_published ON reports (published)
CREATE INDEX ix_reports_source_id ON reports (source_id)
CREATE INDEX ix_reports_until ON reports (until)
CREATE TABLE claims ( id INTEGER NOT NULL, report_id INTEGER NOT NULL, mark TEXT NOT NULL, type TEXT NOT NULL, factuality TEXT NOT NULL, phase TEXT, earliest INTEGER, latest INTEGER, day INTEGER NOT NULL, known INTEGER, until INTEGER, place_id INTEGER, event_id INTEGER, start INTEGER NOT NULL, "end" INTEGER NOT NULL, verdict TEXT, words BIGINT NOT NULL, CONSTRAINT pk_claims PRIMARY KEY (id), CONSTRAINT fk_claims_report_id FOREIGN KEY(report_id) REFERENCES reports (id) )
CREATE INDEX ix_claims_day ON claims (day, id)
CREATE INDEX ix_claims_event_id ON claims (event_id)
CREATE INDEX ix_claims_foretold ON claims (day) WHERE day > known
CREATE INDEX ix_claims_long ON claims (earliest) WHERE latest - earliest > 31
CREATE INDEX ix_claims_mark ON claims (mark)
CREATE INDEX ix_claims_place_id_type_day ON claims (place_id, type, day)
CREATE INDEX ix_claims_report_id ON claims (report_id)
CREATE INDEX ix_claims_type_day ON claims (type, day)
CREATE INDEX ix_claims_unknown ON claims (id) WHERE known IS NULL
CREATE VIRTUAL TABLE report_words USING fts5(title, text, content='reports', content_rowid='id', tokenize='unicode61 remove_diacritics 2', detail='full')
CREATE VIRTUAL TABLE place_box USING rtree(id, south, north, west, east)
CREATE TRIGGER reviews_stay BEFORE DELETE ON reviews BEGIN SELECT RAISE(ABORT, 'reviews are append-only'); END
CREATE TRIGGER reviews_keep BEFORE UPDATE ON reviews WHEN NEW.payload IS NOT NULL OR NEW.id IS NOT OLD.id OR NEW.reviewer IS NOT OLD.reviewer OR NEW.recorded IS NOT OLD.recorded OR NEW.action IS NOT OLD.action OR NEW.payload_hash IS NOT OLD.payload_hash OR NEW.previous IS NOT OLD.previous OR NEW.hash IS NOT OLD.hash BEGIN SELECT RAISE(ABORT, 'reviews are append-only'); END
