"""How large a picture is, read from its first bytes."""

_PNG = b"\x89PNG\r\n\x1a\n"
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""The markers of a JPEG that begin with its size."""


def fitted(data: bytes, width: float, height: float) -> tuple[float, float]:
    """The largest size of a picture's own shape within a width and a height."""
    wide, high = size(data)
    if not wide or not high:
        return width, height
    scale = min(width / wide, height / high)
    return wide * scale, high * scale


def size(data: bytes) -> tuple[int, int]:
    """Width and height in dots; noughts for what is neither PNG nor JPEG, or is cut short."""
    if data.startswith(_PNG):
        return int.from_bytes(data[16:20]), int.from_bytes(data[20:24])
    place = 2
    while data.startswith(b"\xff\xd8") and place + 9 <= len(data) and data[place] == 0xFF:
        if data[place + 1] in _FRAMES:
            return int.from_bytes(data[place + 7 : place + 9]), int.from_bytes(data[place + 5 : place + 7])
        place += 2 + int.from_bytes(data[place + 2 : place + 4])
    return 0, 0
