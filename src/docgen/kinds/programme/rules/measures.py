"""Tasks and measures (D4xx)."""
