"""The doors of docgen, each with real files to begin with."""

from importlib import import_module

from tests.fuzz.target import Target

NAMES = ("yaml", "document", "csv", "xlsx", "template", "docx", "pdf")
_MODULES = {"yaml": "sources", "document": "documents", "csv": "tables", "xlsx": "tables", "template": "templates", "docx": "papers", "pdf": "papers"}  # fmt: skip


def target(name: str) -> Target:
    """A target by its name; loads only what it needs."""
    found: Target = getattr(import_module(f"tests.fuzz.targets.{_MODULES[name]}"), name.upper())
    return found
