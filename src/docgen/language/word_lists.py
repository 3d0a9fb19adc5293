"""Closed lists of words, written as plain text."""


def word_set(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())


def word_pairs(text: str) -> dict[str, str]:
    """Words with what follows their colon: «лев:льв»."""
    return dict(pair.split(":") for pair in text.split())
