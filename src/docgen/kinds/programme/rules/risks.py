"""Risks (D61x)."""
