"""`make validate`: other people's validators and readers over everything that docgen prints."""
