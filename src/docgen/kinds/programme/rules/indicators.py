"""Indicators by year (D3xx)."""
