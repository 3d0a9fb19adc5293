# make build   environment and documents: .venv, LibreOffice if we may, then out/
# make test    the same environment with the tools of development; everything that must hold
# make bench   measurements beside other engines (installed into bench/peers); ARGS=--readme writes them into README
# make fuzz    long campaigns with spoilt files; ARGS="yaml docx --count 1000000 --seed 7", see tests/fuzz/__main__.py
# make validate  validators and readers of others over out/ and 500 random documents; ARGS="--count 50 --seed 7 --readme"
# make faults  commands in which every call of the system fails or kills; ARGS="kill --only pdf --step 3" (needs strace)
# make clean   removes what is made, keeps .venv
# make lock    the lock files anew (needs uv)

.PHONY: build test bench fuzz validate faults clean lock

build:
	@.ci/setup runtime
	@.venv/bin/docgen build $(ARGS)

test:
	@.ci/setup dev
	@.ci/test $(ARGS)

bench:
	@.ci/setup dev
	@.venv/bin/python bench/install.py
	@.venv/bin/python bench/compare.py $(ARGS)

fuzz:
	@.ci/setup dev
	@.venv/bin/python -m tests.fuzz $(ARGS)

validate:
	@.ci/setup dev
	@.venv/bin/python -m tests.validate $(ARGS)

faults:
	@.ci/setup dev
	@.venv/bin/python -m tests.faults $(or $(ARGS),fail)

clean:
	rm -rf out/* dist .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find src tests bench -name __pycache__ -type d -prune -exec rm -rf {} +

# Anew from pyproject.toml, with the newest versions that fit.
LOCK = uv --no-config pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-header --no-annotate
lock:
	printf 'hatchling\neditables\n' | $(LOCK) pyproject.toml - --output-file requirements.lock
	printf 'hatchling\neditables\n' | $(LOCK) pyproject.toml --group dev - --constraints requirements.lock \
		--output-file requirements-dev.lock
