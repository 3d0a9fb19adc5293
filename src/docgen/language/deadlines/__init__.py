"""Deadlines in Russian: phrase → value → phrase; no calendar here, it is the model’s."""
