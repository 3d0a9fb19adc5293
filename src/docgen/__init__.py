"""docgen: signed-ready Russian office documents from YAML and Word templates."""

__version__ = "0.1.0"
