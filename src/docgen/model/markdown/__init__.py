"""Marked text: CommonMark with tables, read into a small tree that knows where every word was written."""
