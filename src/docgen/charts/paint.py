"""A scene as the bytes of a PNG: sixteen shades, no time, no program's name in it.

The picture is painted in grey and then coloured by a palette that keeps the lightness of every shade: black, navy,
sky, white. In black and white it is the same picture.
"""

from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

from docgen.charts.letters import ASCENT, LEADING, font
from docgen.charts.scene import DPI, Box, Fill, Line, Mark, Scene, Sign, Text

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw

_SHADES = 16
_DASH = 12
_FINE = 4
"""Signs and hatches are drawn so many times larger and then reduced: their edges are smooth."""
_PERIOD = 16


def png(scene: Scene) -> bytes:
    """The scene as a PNG of so many pixels, with its size in millimetres written into it."""
    from PIL import Image, ImageDraw

    image = Image.new("L", (scene.width, scene.height), 255)
    draw = ImageDraw.Draw(image)
    for mark in scene.marks:
        _paint(image, draw, mark)
    indexed = image.point([round(grey * (_SHADES - 1) / 255) for grey in range(256)])
    indexed.putpalette(_palette())
    file = BytesIO()
    indexed.save(file, "png", bits=4, dpi=(DPI, DPI), compress_level=3)
    return file.getvalue()


@cache
def _palette() -> bytes:
    return b"".join(_colour(level * 255 // (_SHADES - 1)) for level in range(_SHADES))


def _colour(grey: int) -> bytes:
    """A blue as light as this grey is (by the weights of ITU-R 601)."""
    chroma = min(grey * 2.2, (255 - grey) * 1.2, 110)
    return bytes(round(min(255, max(0, grey + share * chroma))) for share in (-0.3, 0.036, 0.6))


def _paint(image: "Image", draw: "ImageDraw", mark: Mark) -> None:
    match mark:
        case Text():
            _letters(image, draw, mark)
        case Box():
            _box(image, draw, mark)
        case Line():
            _line(draw, mark)
        case Sign():
            mask = _sign_mask(mark.shape, mark.radius)
            image.paste(mark.shade, (round(mark.x) - mark.radius, round(mark.y) - mark.radius), mask)


def _letters(image: "Image", draw: "ImageDraw", text: Text) -> None:
    letters = font(text.size, bold=text.bold)
    if not text.upright:
        foot = (round(text.x), round(text.y + text.size * ASCENT))
        draw.text(foot, text.words, font=letters, fill=text.shade, anchor="ls")
        return
    from PIL import Image, ImageDraw

    left, top, _, bottom = text.box
    mask = Image.new("L", (round(bottom - top) + 2, round(text.size * LEADING)), 0)
    ImageDraw.Draw(mask).text((0, round(text.size * ASCENT)), text.words, font=letters, fill=255, anchor="ls")
    image.paste(text.shade, (round(left), round(top)), mask.transpose(Image.Transpose.ROTATE_90))


def _box(image: "Image", draw: "ImageDraw", box: Box) -> None:
    left, top, right, bottom = (round(side) for side in (box.left, box.top, box.right, box.bottom))
    if right <= left or bottom <= top:
        return
    corners = (left, top, right - 1, bottom - 1)
    if box.fill is not None:
        draw.rectangle(corners, fill=box.fill.shade)
        if box.fill.hatch:
            _hatch(image, (left, top, right, bottom), box.fill)
    if box.outline is not None:
        draw.rectangle(corners, outline=box.outline, width=box.thick)


def _hatch(image: "Image", area: tuple[int, int, int, int], fill: Fill) -> None:
    """The hatch runs on from one area into the next, as on ruled paper."""
    left, top, right, bottom = area
    x, y = left % _PERIOD, top % _PERIOD
    high = bottom - top
    wide = right - left
    mask = _hatch_mask(fill.hatch, -(-(wide + x) // 512) * 512, -(-(high + y) // 512) * 512)
    image.paste(fill.over, area, mask.crop((x, y, x + wide, y + high)))


@cache
def _hatch_mask(hatch: str, wide: int, high: int) -> "Image":
    from PIL import Image

    cell = _hatch_cell(hatch)
    mask = Image.new("L", (wide, high))
    mask.paste(cell, (0, 0))
    done = _PERIOD
    while done < wide:
        mask.paste(mask.crop((0, 0, min(done, wide - done), _PERIOD)), (done, 0))
        done *= 2
    done = _PERIOD
    while done < high:
        mask.paste(mask.crop((0, 0, wide, min(done, high - done))), (0, done))
        done *= 2
    return mask


def _hatch_cell(hatch: str) -> "Image":
    from PIL import Image, ImageDraw

    side = _PERIOD * _FINE
    cell = Image.new("L", (side, side), 0)
    draw = ImageDraw.Draw(cell)
    thick = 3 * _FINE
    for shift in (-side, 0, side):
        if hatch in "/x":
            draw.line((shift - side, 2 * side, shift + 2 * side, -side), fill=255, width=thick)
        if hatch in "\\x":
            draw.line((shift - side, -side, shift + 2 * side, 2 * side), fill=255, width=thick)
    if hatch == "-":
        draw.rectangle((0, 0, side, thick - 1), fill=255)
    if hatch == ".":
        for x, y in ((0, 0), (side // 2, side // 2)):
            draw.ellipse((x, y, x + thick, y + thick), fill=255)
    return cell.resize((_PERIOD, _PERIOD), Image.Resampling.BOX)


@cache
def _sign_mask(shape: str, radius: int) -> "Image":
    from PIL import Image, ImageDraw

    side = 2 * radius * _FINE
    mask = Image.new("L", (side, side), 0)
    draw = ImageDraw.Draw(mask)
    if shape == "diamond":
        half = side // 2
        draw.polygon([(half, 0), (side, half), (half, side), (0, half)], fill=255)
    else:
        draw.ellipse((0, 0, side - 1, side - 1), fill=255)
    return mask.resize((2 * radius, 2 * radius), Image.Resampling.BOX)


def _line(draw: "ImageDraw", line: Line) -> None:
    x0, y0, x1, y1 = (round(place) for place in (line.x0, line.y0, line.x1, line.y1))
    if not line.dashed:
        draw.line((x0, y0, x1, y1), fill=line.shade, width=line.thick)
        return
    if x0 == x1:
        for y in range(min(y0, y1), max(y0, y1), 2 * _DASH):
            draw.line((x0, y, x0, min(y + _DASH, max(y0, y1))), fill=line.shade, width=line.thick)
    else:
        for x in range(min(x0, x1), max(x0, x1), 2 * _DASH):
            draw.line((x, y0, min(x + _DASH, max(x0, x1)), y0), fill=line.shade, width=line.thick)
