"""Quotation marks (T14): straight ones become «…», inside others „…“."""

from docgen.language.patterns import lazy
from docgen.language.typography.profile import Profile

_BLOCK = lazy(r"\n[ \t]*\n")
_BEFORE_OPENING = frozenset(" \u00a0\t\n([{«„–—-/\u2011")
_CURLY = lazy("[“”]")


def set_quotes(text: str, profile: Profile) -> str:
    """Straight and English quotes by their place and depth; «…«…»» as typed stays, for names are written so."""
    if '"' not in text and "”" not in text and "“" not in text and "„" not in text:
        return text
    parts: list[str] = []
    last = 0
    for gap in [*_BLOCK.finditer(text), None]:
        end = gap.start() if gap else len(text)
        parts += (_set_block(text[last:end], profile), gap[0] if gap else "")
        last = gap.end() if gap else end
    return "".join(parts)


def _set_block(block: str, profile: Profile) -> str:
    """A paragraph as a whole; if its quotes do not pair, each of its lines that pairs by itself."""
    whole = _pair(block, profile)
    if whole is not None:
        return whole
    return "\n".join(_or_same(line, _pair(line, profile)) for line in block.split("\n"))


def _or_same(text: str, changed: str | None) -> str:
    return text if changed is None else changed


def _pair(text: str, profile: Profile) -> str | None:
    """The text with its quotes set, or None if they do not pair."""
    if '"' not in text and not _CURLY.search(text):
        return text
    places, stack = _places(text)
    if places is None:
        return None
    merged = len(stack) == 1 and any(opening and depth == 2 for _, depth, opening in places)
    if stack and not merged:
        return None
    nested = merged or profile.inner_quotes == "guillemets"
    characters = list(text)
    for offset, depth, opening in places:
        inner = depth > 1 and not nested
        characters[offset] = ("„" if inner else "«") if opening else ("“" if inner else "»")
    return "".join(characters)


def _places(text: str) -> tuple[list[tuple[int, int, bool]] | None, list[str]]:
    """(offset, depth, is opening) of each quote to be set, and what is still open at the end."""
    places: list[tuple[int, int, bool]] = []
    stack: list[str] = []
    for offset, character in enumerate(text):
        if character in "«„":
            stack.append(character)
            if stack == ["„"]:
                places.append((offset, 1, True))
        elif character == "»" or (character in "“”" and stack[-1:] == ["„"]):
            if stack == ["„"] and character != "»":
                places.append((offset, 1, False))
            if stack:
                stack.pop()
        elif character in '"“”':
            if _is_inch(text, offset, stack):
                continue
            opening = _opens(text, offset, character, stack)
            if opening:
                stack.append('"')
                places.append((offset, len(stack), True))
            elif stack[-1:] == ['"']:
                places.append((offset, len(stack), False))
                stack.pop()
            else:
                return None, stack
    return places, stack


def _is_inch(text: str, offset: int, stack: list[str]) -> bool:
    return not stack and text[offset] == '"' and offset > 0 and text[offset - 1].isdigit()


def _opens(text: str, offset: int, character: str, stack: list[str]) -> bool:
    if character != '"':
        return character == "“"
    before = text[offset - 1] if offset else " "
    after = text[offset + 1] if offset + 1 < len(text) else " "
    if before == '"':
        return (
            stack[-1:] == ['"'] and not after.isspace() and (after.isalnum() or after == '"') and offset < 2
        )
    return before in _BEFORE_OPENING and not after.isspace()
