"""A picture's file looked into before it is printed: what it is, how many dots it has, whether it is all there."""

import warnings
from dataclasses import dataclass
from io import BytesIO

from docgen.render.images import fitted, size

PICTURE_MM = (150.0, 180.0)
"""The largest a picture of the text is printed: its width and its height."""

_SIGNS = {
    b"\x89PNG\r\n\x1a\n": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"%PDF": "PDF",
    b"GIF8": "GIF",
    b"BM": "BMP",
    b"II*\0": "TIFF",
    b"MM\0*": "TIFF",
    b"RIFF": "WebP",
    b"<svg": "SVG",
    b"<?xml": "SVG",
    b"PK\x03\x04": "Word",
}
_ENDINGS = {"PNG": (".png",), "JPEG": (".jpg", ".jpeg")}
_MOST_DOTS = 50_000_000
_INCH_MM = 25.4


@dataclass(frozen=True)
class PictureFile:
    """A picture by its bytes."""

    path: str
    data: bytes

    @property
    def format(self) -> str:
        """What the first bytes say it is; empty if they say nothing."""
        return next((name for sign, name in _SIGNS.items() if self.data.startswith(sign)), "")

    @property
    def is_printed(self) -> bool:
        """Whether it is of a format that Word files hold."""
        return self.format in _ENDINGS

    @property
    def is_called_right(self) -> bool:
        """Whether the end of its name says what it is."""
        return self.path.lower().endswith(_ENDINGS[self.format])

    @property
    def dots(self) -> tuple[int, int]:
        """Its width and height."""
        return size(self.data)

    @property
    def is_huge(self) -> bool:
        """Whether it has more dots than any printer shows."""
        return self.dots[0] * self.dots[1] > _MOST_DOTS

    @property
    def per_inch(self) -> float:
        """How many dots an inch of paper gets."""
        return self.dots[0] / (fitted(self.data, *PICTURE_MM)[0] / _INCH_MM) if self.dots[0] else 0.0

    def is_whole(self) -> bool:
        """Whether all of it can be drawn; a huge one is not unpacked."""
        from PIL import Image  # dear to import, and most documents have no pictures

        if not all(self.dots):
            return False
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                Image.open(BytesIO(self.data)).verify()
                if not self.is_huge:
                    Image.open(BytesIO(self.data)).load()
        except (OSError, SyntaxError, ValueError):  # what Pillow raises for broken files
            return False
        except Image.DecompressionBombError:
            return self.is_huge
        return True
