"""The figures of the text against the tables (D8xx)."""
