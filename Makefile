# Everything runs from .venv, which `make ready` makes from the locked packages.
PYTHON ?= python3
BIN := .venv/bin
CORPORA ?=
ONLY ?=

.DEFAULT_GOAL := help
.PHONY: help ready run test check lint types contracts bench quality screens desktop texts lock clean

help: ## List what can be made
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'

ready:
	@$(PYTHON) packaging/bootstrap.py

run: ready ## Open the window on the sample; without a display write the sample's figure
	@$(BIN)/python packaging/run_sample.py

test: ready ## Run all tests
	@$(BIN)/python -m pytest -q

check: ready lint types contracts test ## Lint, types, import contracts and all tests: what CI runs

lint: ready
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: ready
	@$(BIN)/mypy

contracts: ready
	@$(BIN)/lint-imports

bench: ready ## Print the figures of speed and memory; CORPORA=DIR has the date engine read AQUAINT
	@$(BIN)/python -m tests.benchmarks $(if $(CORPORA),--corpora $(CORPORA))

quality: ready ## Print the figures of quality; CORPORA=DIR adds the public corpora, ONLY=PART prints one part
	@$(BIN)/python -m tests.quality $(if $(ONLY),--only $(ONLY)) $(if $(CORPORA),--corpora $(CORPORA))

screens: ready ## Write a gallery of the real window under build/screens
	@$(BIN)/python -m tests.benchmarks.screens

desktop: ready ## Install desktop entry, file type and icons below PREFIX (default ~/.local)
	@$(BIN)/python packaging/desktop_files.py install $(or $(PREFIX),~/.local)

texts: ready ## Write all texts of the window into resources/i18n for translators
	@$(BIN)/python packaging/extract_texts.py

lock: ready ## Resolve the packages anew into packaging/requirements.txt (needs uv)
	uv pip compile --extra dev --generate-hashes --universal --python-version 3.11 --no-header --no-annotate \
		--no-emit-index-url -q pyproject.toml -o packaging/requirements.txt

clean: ## Remove everything that was made
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
