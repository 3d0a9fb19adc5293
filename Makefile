PY := .venv/bin/python
test:
	$(PY) -m pytest
