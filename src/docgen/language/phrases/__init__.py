"""Noun phrases of the office in six cases: posts, organisations, groups."""
