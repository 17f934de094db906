"""How fast and how large a ledger gets, measured on made-up reports."""
