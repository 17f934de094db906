-- Indexes by which the claims of a wide question are found. One statement a line.
CREATE INDEX ix_claims_doubted ON claims (factuality, day, type) WHERE factuality <> 'happened'
CREATE INDEX ix_place_mentions_place_id_day_role ON place_mentions (place_id, day, role)
DROP INDEX ix_place_mentions_place_id_day
CREATE INDEX ix_statements_ending ON statements (kind, place_id) WHERE holds = 0 AND denied = 0
