"""Nouns that several kinds use: people, organisations, groups, cited documents, orders, deadlines, calendar, regions."""
