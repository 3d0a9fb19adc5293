"""Funding and the estimate (D5xx)."""
