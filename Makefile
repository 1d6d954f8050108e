# `make help` lists the targets. Each sets up .venv by itself, and only when the locked requirements changed.

PORT ?= 8000
ARGS ?=
VENV := .venv
BIN := $(VENV)/bin
MANAGE := $(BIN)/python manage.py
INSTALL := $(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes
COMPILE := CUSTOM_COMPILE_COMMAND="make lock" ../$(BIN)/pip-compile --quiet --generate-hashes --no-strip-extras \
	--allow-unsafe --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options
EMPTY_TREE = $(shell git hash-object -t tree /dev/null)
PUBLIC_SERVER = DJANGO_SETTINGS_MODULE=config.settings.production PUBLIC_URL=https://stackway.example.org DEBUG= \
	SECRET_KEY=$$($(BIN)/python -c 'import secrets; print(secrets.token_urlsafe(50))') \
	DATABASE_URL=postgres://stackway@127.0.0.1/stackway MEDIA_ROOT=var/rehearsal/media STATIC_ROOT=var/rehearsal

.DEFAULT_GOAL := help
.PHONY: help run test test-long check bench clean lock screenshots

help: ## List the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 20

run: $(VENV)/.base ## Serve the site with the real catalog on http://127.0.0.1:8000/ (PORT=8123 changes it)
	@exec env DEBUG= PUBLIC_URL=http://127.0.0.1:$(PORT) $(MANAGE) runlocal --port $(PORT)

test: $(VENV)/.dev ## Run the tests (ARGS="tests/catalog -k totals" narrows them)
	$(BIN)/pytest -n auto $(ARGS)

test-long: $(VENV)/.dev ## Run every test with all its examples and with branch coverage: `make test` tries a sample
	LONG=1 $(BIN)/pytest -n auto $(if $(ARGS),$(ARGS),--cov --cov-report=term-missing:skip-covered)

check: $(VENV)/.dev ## Format, lint, types, imports, migrations, templates, deployment
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/djlint --quiet --lint templates
	$(BIN)/djlint --quiet --check templates
	$(MANAGE) makemigrations --check --dry-run
	@mkdir -p var/rehearsal && echo '{"version": "1.1", "paths": {}}' > var/rehearsal/staticfiles.json
	@echo "manage.py check --deploy, as on a public server"
	@env $(PUBLIC_SERVER) $(MANAGE) check --deploy --fail-level WARNING
	git diff --check $(EMPTY_TREE)
	@echo "Everything is in order."

bench: $(VENV)/.dev ## Measure what must stay quick against a named floor
	$(BIN)/python -m benchmarks $(ARGS)

screenshots: $(VENV)/.dev ## Picture every kind of page into docs/pictures/
	$(BIN)/python -m tests.screenshots

lock: $(VENV)/.dev ## Write the locked requirements anew from requirements/*.in (ARGS=--upgrade takes newer ones)
	cd requirements && for set in base elasticsearch dev; do $(COMPILE) $(ARGS) $$set.in -o $$set.txt || exit 1; done

clean: ## Remove the virtual environment, the local database and whatever the tools left
	rm -rf $(VENV) var .coverage .coverage.* htmlcov .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/.python:
	@for name in python3.11 python3.12 python3.13 python3 python; do \
		if $$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then found=$$name; break; fi; \
	done; \
	if [ -z "$$found" ]; then echo "Stackway needs Python 3.11 or later; none was found." >&2; exit 1; fi; \
	echo "Making $(VENV) with $$($$found --version) …"; \
	$$found -m venv $(VENV) || { echo "Python's venv is missing (on Debian: the package python3-venv)." >&2; exit 1; }
	@touch $@

$(VENV)/.base: requirements/base.txt | $(VENV)/.python
	@echo "Installing what the site needs …"
	@$(INSTALL) -r requirements/base.txt
	@touch $@

$(VENV)/.dev: requirements/dev.txt | $(VENV)/.python
	@echo "Installing what the site, its tests and its checks need …"
	@$(INSTALL) -r requirements/dev.txt
	@touch $@
