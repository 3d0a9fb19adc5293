"""The ways to show how ready documents are: text, JSON, a page for the browser."""
