"""Codes of rules as people type them."""

# Letters that look like those of the codes, those on the same keys of a Russian keyboard, and O for 0.
_LATIN = str.maketrans("РСТ" + "ЗЫДЕА" + "ОO", "PCT" + "PSLTF" + "00")


def typed(code: str) -> str:
    """A code typed in small or in Russian letters: «р104», «С101», «з104»."""
    return code.strip().upper().translate(_LATIN)
