"""How rules say where something belongs and what may be meant."""

import difflib
from collections.abc import Iterable, Iterator, Sequence


def misplaced(said: Sequence[str], right: Sequence[str]) -> Iterator[tuple[str, str]]:
    """What stands after something that should follow it, and before what it belongs."""
    known = [key for key in said if key in right]
    for place, key in enumerate(known):
        later = [one for one in known[:place] if right.index(one) > right.index(key)]
        if later:
            yield key, min(later, key=right.index)


def near(said: str, known: Iterable[str]) -> str:
    """«может быть, general?», or all there are."""
    names = list(known)
    if found := alike(said, names):
        return f"может быть, {found}?"
    return f"выберите из имеющихся: {', '.join(names)}" if names else "добавьте недостающее в справочник"


def alike(said: str, known: Iterable[str]) -> str:
    """The known word that differs by a slip; empty if there is none."""
    found = difflib.get_close_matches(said, list(known), n=1, cutoff=0.6)
    return found[0] if found else ""


def lowered(text: str) -> str:
    """The text as the middle of a sentence."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
