"""Numbers: digits in groups, in words, Roman; agreement with nouns; read back."""
