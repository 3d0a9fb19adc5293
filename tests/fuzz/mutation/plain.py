"""Spoiling bytes without knowing what they mean."""

from random import Random

ODD = (
    b"\0",
    b"\xff",
    b"<",
    b">",
    b"&",
    b'"',
    b"'",
    b"\n",
    b"\r\n",
    b"-1",
    b"0",
    b"4294967296",
    b"9" * 40,
    b"\xef\xbf\xbf",
)


def spoilt(data: bytes, chance: Random, others: list[bytes]) -> bytes:
    """A few changes anywhere, sometimes cut short."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 3, 8))):
        _change(changed, chance, others)
    if chance.random() < 0.05:
        del changed[chance.randint(0, len(changed)) :]
    return bytes(changed)


def _change(data: bytearray, chance: Random, others: list[bytes]) -> None:
    at = chance.randint(0, len(data))
    until = min(len(data), at + chance.choice((1, 1, 2, 4, 16, 256)))
    way = chance.randrange(6)
    if way == 0 and at < len(data):
        data[at] ^= 1 << chance.randrange(8)
    elif way == 1:
        data[at:until] = chance.choice(ODD)
    elif way == 2:
        del data[at:until]
    elif way == 3:
        data[at:at] = data[at:until] * chance.choice((1, 2, 30))
    elif way == 4:
        data[at:until] = chance.randbytes(until - at)
    else:
        other = chance.choice(others)
        start = chance.randint(0, len(other))
        data[at:until] = other[start : start + chance.choice((4, 64, 1024))]
