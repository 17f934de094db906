PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: env test

env: $(VENV)/.ready

$(VENV)/.ready: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --constraint constraints.txt --editable '.[dev,postgres,train]'
	touch $@

test: env
	$(BIN)/ruff check src tests training
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n 2
