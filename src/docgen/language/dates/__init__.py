"""Dates and periods: written as an office writes them, and read back."""
