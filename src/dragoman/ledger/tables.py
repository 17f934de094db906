"""The tables of the ledger. Days are numbers (see `days`), `recorded` is UTC in ISO 8601."""

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    Table,
    Text,
    text,
)

BY, TO, SPEAKER = 0, 1, 2
SLOTS = {"by": BY, "to": TO, "speaker": SPEAKER}
PLACE_ROLES = ("at", "from", "to", "via", "near")

SHORT_DAYS = 31
"""Claims that hold for longer than this are found by an index of their own."""
FORETOLD = "day > known"
LONG = f"latest - earliest > {SHORT_DAYS}"
UNKNOWN = "known IS NULL"
DOUBTED = "factuality <> 'happened'"
ENDING = "holds = 0 AND denied = 0"
"""Conditions of partial indexes."""

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

runs = Table(
    "runs",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("stamp", Text, nullable=False, unique=True),
    Column("dragoman", Text, nullable=False),
    Column("model", Text, nullable=False),
    Column("codebook", Text, nullable=False),
    Column("register", Text, nullable=False),
    Column("gazetteer", Text, nullable=False),
    Column("recorded", Text, nullable=False),
)

sources = Table(
    "sources",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("key", Text, nullable=False, unique=True),
)

reports = Table(
    "reports",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("key", Text, nullable=False, unique=True),
    Column("address", Text, nullable=False, index=True),
    Column("name", Text),
    Column("source_id", ForeignKey("sources.id"), index=True),
    Column("title", Text),
    Column("url", Text),
    Column("language", Text),
    Column("published", Integer, index=True),
    Column("published_from", Text),
    Column("until", Integer, index=True),
    Column("sha256", Text, nullable=False),
    Column("text", Text),
    Column("loaded", Text),
    Column("warnings", Text),
    Column("run_id", ForeignKey("runs.id")),
    Column("copies", Integer, index=True),
    Column("signature", LargeBinary),
    Column("recorded", Text, nullable=False),
    Column("forgotten", Text),
)

bands = Table(
    "bands",
    metadata,
    Column("band", BigInteger, primary_key=True, autoincrement=False),
    Column("report_id", Integer, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

failures = Table(
    "failures",
    metadata,
    Column("key", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("recorded", Text, nullable=False),
)

actors = Table(
    "actors",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("key", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False, index=True),
    Column("kind", Text, index=True),
)

places = Table(
    "places",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("key", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False, index=True),
    Column("country", Text),
    Column("lat", Float),
    Column("lon", Float),
    Column("radius_km", Float),
)

place_within = Table(
    "place_within",
    metadata,
    Column("whole_id", ForeignKey("places.id"), primary_key=True),
    Column("place_id", ForeignKey("places.id"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)

claims = Table(
    "claims",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("report_id", ForeignKey("reports.id"), nullable=False, index=True),
    Column("mark", Text, nullable=False, index=True),
    Column("type", Text, nullable=False),
    Column("factuality", Text, nullable=False),
    Column("phase", Text),
    Column("earliest", Integer),
    Column("latest", Integer),
    Column("day", Integer, nullable=False),
    Column("known", Integer),
    Column("until", Integer),
    Column("place_id", Integer),
    Column("event_id", Integer, index=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("verdict", Text),
    Column("words", BigInteger, nullable=False),
    Index("ix_claims_day", "day", "id"),
    Index("ix_claims_type_day", "type", "day"),
    Index("ix_claims_place_id_type_day", "place_id", "type", "day"),
    Index("ix_claims_foretold", "day", sqlite_where=text(FORETOLD), postgresql_where=text(FORETOLD)),
    Index("ix_claims_unknown", "id", sqlite_where=text(UNKNOWN), postgresql_where=text(UNKNOWN)),
    Index("ix_claims_doubted", "factuality", "day", "type", sqlite_where=text(DOUBTED), postgresql_where=text(DOUBTED)),
    Index("ix_claims_long", "earliest", sqlite_where=text(LONG), postgresql_where=text(LONG)),
)

bodies = Table(
    "bodies",
    metadata,
    Column("claim_id", Integer, primary_key=True, autoincrement=False),
    Column("body", Text, nullable=False),
    Column("machine", Text),
)

actor_mentions = Table(
    "actor_mentions",
    metadata,
    Column("claim_id", Integer, primary_key=True, autoincrement=False),
    Column("slot", SmallInteger, primary_key=True, autoincrement=False),
    Column("position", SmallInteger, primary_key=True, autoincrement=False),
    Column("actor_id", Integer, nullable=False),
    Column("day", Integer, nullable=False),
    Index("ix_actor_mentions_actor_id_day", "actor_id", "day"),
    sqlite_with_rowid=False,
)

place_mentions = Table(
    "place_mentions",
    metadata,
    Column("claim_id", Integer, primary_key=True, autoincrement=False),
    Column("position", SmallInteger, primary_key=True, autoincrement=False),
    Column("place_id", Integer, nullable=False),
    Column("role", Text, nullable=False),
    Column("day", Integer, nullable=False),
    Index("ix_place_mentions_place_id_day_role", "place_id", "day", "role"),
    sqlite_with_rowid=False,
)

figures = Table(
    "figures",
    metadata,
    Column("claim_id", Integer, primary_key=True, autoincrement=False),
    Column("position", SmallInteger, primary_key=True, autoincrement=False),
    Column("what", Text, nullable=False),
    Column("value", BigInteger),
    Column("low", BigInteger),
    Column("high", BigInteger),
    Column("cumulative", SmallInteger, nullable=False),
    sqlite_with_rowid=False,
)

deadlines = Table(
    "deadlines",
    metadata,
    Column("claim_id", Integer, primary_key=True, autoincrement=False),
    Column("day", Integer),
    Column("type", Text, nullable=False),
    Index("ix_deadlines_day", "day"),
)

events = Table(
    "events",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("key", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("place_id", Integer, index=True),
    Column("earliest", Integer),
    Column("latest", Integer),
    Column("day", Integer),
    Column("claims", Integer, nullable=False),
    Column("sources", Integer, nullable=False),
    Column("disputed", Text),
    Index("ix_events_day", "day", "id"),
    Index("ix_events_kind_day", "kind", "day"),
)

held_claims = Table(
    "held_claims",
    metadata,
    Column("place_id", Integer, primary_key=True, autoincrement=False),
    Column("day", Integer, primary_key=True, autoincrement=False),
    Column("claim_id", Integer, primary_key=True, autoincrement=False),
    Column("position", SmallInteger, primary_key=True, autoincrement=False),
    Column("role", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("factuality", Text, nullable=False),
    Column("phase", Text),
    Column("earliest", Integer),
    Column("latest", Integer),
    Column("known", Integer),
    Column("until", Integer),
    Column("anchor", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("to", Text, nullable=False),
    Column("speakers", Text, nullable=False),
    Column("source_id", Integer),
    Column("outlet", Text, nullable=False),
    Index("ix_held_claims_day", "day"),
    sqlite_with_rowid=False,
)

matters = Table(
    "matters",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("kind", Text, nullable=False),
    Column("place_id", Integer),
    Column("parties", Text, nullable=False),
    Index("ix_matters_kind_place_id", "kind", "place_id"),
)

statements = Table(
    "statements",
    metadata,
    Column("claim_id", Integer, primary_key=True, autoincrement=False),
    Column("matter_id", BigInteger, nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("place_id", Integer),
    Column("day", Integer, nullable=False, index=True),
    Column("began", Integer, nullable=False),
    Column("ends", Integer),
    Column("holds", SmallInteger, nullable=False),
    Column("denied", SmallInteger, nullable=False),
    Column("known", Integer),
    Column("until", Integer),
    Column("anchor", Text, nullable=False),
    Column("speakers", Text, nullable=False),
    Column("source_id", Integer),
    Column("outlet", Text, nullable=False),
    Index("ix_statements_kind_began", "kind", "began"),
    Index("ix_statements_kind_place_id", "kind", "place_id"),
    Index("ix_statements_ending", "kind", "place_id", sqlite_where=text(ENDING), postgresql_where=text(ENDING)),
)

states = Table(
    "states",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("key", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("place_id", Integer, index=True),
    Column("holder_id", Integer),
    Column("matter_id", BigInteger, index=True),
    Column("began", Integer, nullable=False),
    Column("ended", Integer, nullable=False),
    Column("supported", Integer, nullable=False),
    Column("contested", SmallInteger, nullable=False),
    Column("claims", Integer, nullable=False),
    Index("ix_states_kind_place_id_began", "kind", "place_id", "began"),
    Index("ix_states_kind_supported", "kind", "supported"),
)

reviews = Table(
    "reviews",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("reviewer", Text, nullable=False),
    Column("recorded", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("report_id", Integer, index=True),
    Column("start", Integer),
    Column("end", Integer),
    Column("payload", Text),
    Column("payload_hash", Text, nullable=False),
    Column("previous", Text, nullable=False),
    Column("hash", Text, nullable=False, unique=True),
    CheckConstraint("reviewer <> ''", name="reviewer"),
)

pins = Table(
    "pins",
    metadata,
    Column("report_id", Integer, primary_key=True, autoincrement=False),
    Column("start", Integer, primary_key=True, autoincrement=False),
    Column("end", Integer, primary_key=True, autoincrement=False),
    Column("type", Text, primary_key=True),
    Column("event_key", Text, nullable=False),
    Column("review_id", ForeignKey("reviews.id"), nullable=False),
)

progress = Table(
    "progress",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Integer, nullable=False),
)

lessons = Table(
    "lessons",
    metadata,
    Column("alias", Text, primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("target", Text, nullable=False),
    Column("review_id", ForeignKey("reviews.id"), nullable=False),
)
