"""Deadlines of orders: what is written, when it falls due, and why."""
