"""Ledgers for the tests: each test that asks for `ledger` runs on SQLite and on PostgreSQL."""

from tests.ledger.fixtures import ledger, place, postgresql, template

__all__ = ["ledger", "place", "postgresql", "template"]
