# Two commands: make run, make test. Needs make and Python 3.11 or newer, nothing else.
# Works with POSIX sh and any GNU make; every path is relative, so the folder may contain spaces.

PORT ?= 8501
# Who can open the app: this computer. Another address only where the network is trusted: README,
# "Live sessions on the local network".
ADDRESS ?= localhost
TEST_WORKERS ?= 2
PYTEST_ARGS ?=
BENCH_ARGS ?=
LOAD_ARGS ?=
COMPARE_ARGS ?=

VENV := .venv
PY := $(VENV)/bin/python
# What our page is compared with.
THEIRS := .venv-compare
# A copy of what was installed: a stamp that counts only while it equals the requirements.
INSTALLED := $(VENV)/installed-requirements.txt
INSTALLED_DEV := $(VENV)/installed-requirements-dev.txt

export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: help run test lint format bench load compare clean venv install install-dev

help:
	@echo 'make run    start the app on http://localhost:$(PORT) (another port: make run PORT=8600)'
	@echo '            (for phones on a trusted network: make run ADDRESS=0.0.0.0; see README)'
	@echo 'make test   everything that must hold: lint, format, types and all tests, browser included'
	@echo '            (part of it: make test PYTEST_ARGS="-k coverage")'
	@echo 'make lint   lint, format check and types only'
	@echo 'make format put the code in the one format'
	@echo 'make bench  the benchmarks (options: make bench BENCH_ARGS="...")'
	@echo 'make load   many people at once on a server of 100,000 partnerships (LOAD_ARGS="...")'
	@echo 'make compare  the same page in Dash, Shiny and plain Streamlit (COMPARE_ARGS="...")'
	@echo 'make clean  remove the virtual environment, caches and test results; never the store'

run: install
	@exec $(PY) -m streamlit run server.py --server.port=$(PORT) --server.address=$(ADDRESS)

test: lint
	@CHROMIUM="$$($(PY) tests/e2e/find_chromium.py --install)" || exit 1; export CHROMIUM; \
	echo "== pytest (browser: $$CHROMIUM)"; \
	exec $(PY) -m pytest -n $(TEST_WORKERS) --dist loadfile $(PYTEST_ARGS)

lint: install-dev
	@echo '== ruff'; $(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@echo '== mypy'; $(PY) -m mypy

format: install-dev
	@$(PY) -m ruff check --fix-only .
	@$(PY) -m ruff format .

bench: install-dev
	@exec $(PY) -m bench $(BENCH_ARGS)

load: install-dev
	@exec $(PY) -m bench.load $(LOAD_ARGS)

# The alternatives live in an environment of their own, with their own requirements.
compare: install-dev
	@cmp -s bench/compare/requirements.txt $(THEIRS)/installed.txt || { \
	  rm -rf $(THEIRS) && $(PY) -m venv $(THEIRS) \
	  && $(THEIRS)/bin/python -m pip install --quiet -r bench/compare/requirements.txt \
	  && cp bench/compare/requirements.txt $(THEIRS)/installed.txt; }
	@CHROMIUM="$$($(PY) tests/e2e/find_chromium.py --install)" || exit 1; export CHROMIUM; \
	exec $(PY) -m bench.compare $(COMPARE_ARGS)

clean:
	@rm -rf $(VENV) $(THEIRS) .mypy_cache .pytest_cache .ruff_cache .hypothesis test-results
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

# --- the environment -------------------------------------------------------------------------

# A virtual environment that works is kept; a missing or broken one is made (again).
venv:
	@if $(PY) -c 'import sys, pip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then exit 0; fi; \
	for candidate in "$(PYTHON)" python3.11 python3 python3.12 python3.13 python3.14; do \
	  if "$$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	    found="$$candidate"; break; \
	  fi; \
	done; \
	if [ -z "$$found" ]; then \
	  echo 'Python 3.11 or newer is missing.' >&2; \
	  echo '  Debian, Ubuntu: sudo apt install python3 python3-venv' >&2; \
	  echo '  macOS:          brew install python@3.11' >&2; \
	  echo '  elsewhere:      https://www.python.org/downloads/' >&2; \
	  echo 'Installed under another name? make run PYTHON=/path/to/python' >&2; \
	  exit 1; \
	fi; \
	if ! "$$found" -c 'import ensurepip, venv' 2>/dev/null; then \
	  version="$$("$$found" -c 'import sys; print("%d.%d" % sys.version_info[:2])')"; \
	  echo "Python's venv module is missing (Debian and Ubuntu ship it apart)." >&2; \
	  echo "  sudo apt install python$$version-venv" >&2; \
	  exit 1; \
	fi; \
	echo "Making the virtual environment $(VENV) with $$found ..."; \
	rm -rf $(VENV) && "$$found" -m venv $(VENV) || { rm -rf $(VENV); \
	  echo "The virtual environment could not be made; the lines above say why." >&2; exit 1; }

# $(call pip_install,requirements file,stamp,files that the stamp copies). The stamp goes first
# and comes back last, in one move: an interrupted pip leaves none.
define pip_install
if cat $(3) | cmp -s - $(2); then exit 0; fi; \
echo "Installing $(1); the first time takes a minute or two ..."; \
rm -f $(INSTALLED) $(INSTALLED_DEV); \
$(PY) -m pip install --quiet -r $(1) || { \
  echo "Installing $(1) failed; the lines above are pip's." >&2; \
  echo "pip needs a network connection to https://pypi.org, or a mirror set in pip's own" >&2; \
  echo "configuration, and about 1 GB of disk. Then give the same command again." >&2; \
  exit 1; }; \
cat $(3) > $(2).part && mv $(2).part $(2)
endef

install: venv
	@$(call pip_install,requirements.txt,$(INSTALLED),requirements.txt)

install-dev: venv
	@$(call pip_install,requirements-dev.txt,$(INSTALLED_DEV),requirements.txt requirements-dev.txt)
	@cp requirements.txt $(INSTALLED)
