# make demo   set up, read the examples into a ledger and print the brief of one day
# make test   set up, then everything that CI checks
# make bench  measure speed and memory; DATA=folder adds the labelled sets that lie there
# make docs   write again what the documentation shows of the program

PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
QUIET := $(shell [ -t 2 ] || echo --quiet)
DATA ?=

.PHONY: env demo test bench docs

env: $(VENV)/.ready

$(VENV)/.ready: pyproject.toml constraints.txt
	@test -n "$(PYTHON)" || { echo "Dragoman needs Python 3.11 or newer with its venv module"; exit 3; }
	@echo "Setting up $(VENV), a minute or two the first time"
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install $(QUIET) --disable-pip-version-check --constraint constraints.txt --editable '.[dev,postgres,train]'
	@touch $@

demo: env
	@mkdir -p build
	@test ! -f build/demo.ledger || $(BIN)/dragoman ledger migrate --ledger build/demo.ledger >/dev/null
	$(BIN)/dragoman ingest examples --ledger build/demo.ledger
	$(BIN)/dragoman brief --ledger build/demo.ledger --at 2018-04-18 --known-by 2018-04-18

test: env
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n 2

bench: env
	$(BIN)/python -m bench $(DATA)
	$(BIN)/python -m bench.ledger

docs: env
	$(BIN)/python -m dragoman.model.schema docs/reading.schema.json
	$(BIN)/python -m docs.shown
