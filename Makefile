# Set-up steps download; everything else works without a network. `make` alone says what there is.
PYTHON ?= python3
BIN = .venv/bin
UV = $(shell command -v uv)
# Tests start Python some hundred times: what it compiles is kept, whatever the shell of a reader says.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help venv server demo test test-long jars coverage quick test-containers lint check bench requirements schema rules questions docs reliability password clean

help:
	@echo "make demo    load five cities and answer some questions"
	@echo "make server  what guapai neo4j up needs, into .venv"
	@echo "make test    the tests, on every engine"
	@echo "make test-long  the rest: servers that are killed, imports, documents damaged by the hundred"
	@echo "make coverage  the tests, and the lines that none of them reaches"
	@echo "make quick   the tests that take no server and no browser"
	@echo "make test-containers  Dockerfile and docker-compose.yml on a Docker engine"
	@echo "make lint    style, types, and whether SCHEMA.md is current"
	@echo "make check   lint, test and test-long"
	@echo "make bench   benchmarks: ratios of two things measured in one run"
	@echo "make docs    the guide as pages, in docs/_build/html"
	@echo "make reliability  what goes wrong and what holds then, run and written down"
	@echo "make venv    only set up .venv"

venv: .venv/run .venv/dev

# What `guapai neo4j up` needs, and no more.
server: .venv/server

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "$(PYTHON) is older than Python 3.11: name a newer one, make PYTHON=python3.12"; exit 1; }
	$(if $(UV),$(UV) venv --quiet --seed --python $(PYTHON) .venv,$(PYTHON) -m venv .venv)

# run.txt is enough to use guapai; server.txt adds a Neo4j of one's own, dev.txt everything and what tests need. All are
# complete, so they are installed as they are: pip 23.2 else asks the index about extras of what is pinned.
.venv/run: .venv/bin/python requirements/run.txt requirements/build.txt pyproject.toml
	$(call install,-r requirements/run.txt -r requirements/build.txt)
	$(project)
	@touch $@

.venv/server: .venv/run requirements/server.txt
	$(call install,-r requirements/server.txt)
	@touch $@

.venv/dev: .venv/run requirements/dev.txt
	$(call install,-r requirements/dev.txt)
	@touch $@

define install
	$(if $(UV),$(UV) pip install --quiet --python $(BIN)/python --require-hashes --no-deps $(1),$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps $(1))
endef

define project
	$(if $(UV),$(UV) pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .,$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .)
endef

demo: .venv/run
	@$(BIN)/python -m guapai.cli.demo

# The only downloads of a test run: packages (venv) and the jars of the two Neo4j versions, whose Java is prepared once.
# JOBS=1 is one after the other; so is a database of one's own, which two processes would empty under each other.
JOBS ?= 2
SIDE_BY_SIDE = $(if $(NEO4J_URI),,$(if $(filter-out 1,$(JOBS)),-n $(JOBS) --dist loadfile --no-loadscope-reorder))

test: jars
	$(BIN)/pytest $(SIDE_BY_SIDE) -m "not long"

# What takes minutes for one answer: servers that are started and killed, whole imports, documents damaged by the hundred.
test-long: jars
	$(BIN)/pytest $(SIDE_BY_SIDE) -m long

jars: venv
	$(BIN)/guapai neo4j fetch
	$(BIN)/guapai neo4j fetch --version 5.26.30

# Which lines no test reaches; it takes about twice the time.
coverage: venv
	$(BIN)/pytest $(SIDE_BY_SIDE) --cov --cov-report=term:skip-covered

# What needs no server, no browser and no long reading.
quick: venv
	$(BIN)/pytest -q $(if $(filter-out 1,$(JOBS)),-n $(JOBS) --dist worksteal) tests/unit tests/guards

# Needs a Docker engine and compose, or root and Debian's docker.io, docker-compose, debootstrap; no image registry.
test-containers: venv
	$(BIN)/guapai neo4j fetch
	$(BIN)/python -m tests.containers

lint: venv
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pyright
	$(BIN)/guapai --lang en schema --format markdown | diff SCHEMA.md - || { echo "SCHEMA.md is old: make schema"; exit 1; }
	$(BIN)/guapai --lang zh schema --format markdown | diff SCHEMA.zh-CN.md - || { echo "SCHEMA.zh-CN.md is old: make schema"; exit 1; }
	$(BIN)/guapai rules --format markdown | diff RULES.md - || { echo "RULES.md is old: make rules"; exit 1; }
	$(BIN)/python -m tests.questions_page | diff docs/questions.md - || { echo "docs/questions.md is old: make questions"; exit 1; }

check: lint test test-long

bench: venv
	$(BIN)/python -m benchmarks

schema: venv
	$(BIN)/guapai --lang en schema --format markdown > SCHEMA.md
	$(BIN)/guapai --lang zh schema --format markdown > SCHEMA.zh-CN.md

rules: venv
	$(BIN)/guapai rules --format markdown > RULES.md

questions: venv
	$(BIN)/python -m tests.questions_page > docs/questions.md

# Written where a test failed, too: the page says which.
reliability: venv
	-$(BIN)/pytest -q $(SIDE_BY_SIDE) --junitxml=.reliability.xml $$($(BIN)/python -m tests.reliability_page --tests)
	$(BIN)/python -m tests.reliability_page .reliability.xml > .reliability.md && mv .reliability.md docs/reliability.md

docs: venv
	$(BIN)/sphinx-build -q -W -b html docs docs/_build/html

# Maintainers: pin what pyproject.toml names now; `make requirements UPGRADE=--upgrade` takes the newest of everything.
requirements: .venv/dev
	$(BIN)/uv pip compile $(PIN) $(UPGRADE) pyproject.toml --all-extras --group dev -o requirements/dev.txt
	$(BIN)/uv pip compile $(PIN) pyproject.toml -c requirements/dev.txt -o requirements/run.txt
	$(BIN)/uv pip compile $(PIN) pyproject.toml --extra server -c requirements/dev.txt -o requirements/server.txt
	$(BIN)/uv pip compile $(PIN) --group build -c requirements/dev.txt -o requirements/build.txt

PIN = --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header --quiet

# The password of docker-compose.yml: made once, never in git. Its folder is closed to everyone else; the file itself
# is readable, because the users inside the containers have other numbers than ours.
password: secrets/neo4j_auth
	@grep -qs '^GUAPAI_AUTH_FILE=' .env || echo 'GUAPAI_AUTH_FILE=./secrets/neo4j_auth' >> .env

secrets/neo4j_auth:
	@mkdir -p -m 700 secrets
	@umask 022 && $(PYTHON) -c 'import secrets; print("neo4j/" + secrets.token_hex(16), end="")' > $@
	@echo "written: $@"

clean:
	rm -rf .venv .demo build dist docs/_build .mypy_cache .pytest_cache .ruff_cache .hypothesis .coverage .reliability.xml
