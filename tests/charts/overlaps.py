"""Where letters stand on each other or outside the picture."""

from docgen.charts.scene import Scene

_AIR = 3
"""Pixels of a line's box above and below that no letter fills."""


def outside(scene: Scene) -> list[str]:
    """Texts that the edge of the picture cuts."""
    return [
        text.words
        for text in scene.texts
        if min(text.box[:2]) < -1 or text.box[2] > scene.width + 1 or text.box[3] > scene.height + 1
    ]


def met(scene: Scene) -> list[tuple[str, str]]:
    """Pairs of texts that cover each other."""
    found = []
    boxes = [(text.words, text.box) for text in scene.texts]
    for number, (words, (left, top, right, bottom)) in enumerate(boxes):
        for other, (x0, y0, x1, y1) in boxes[number + 1 :]:
            if min(right, x1) - max(left, x0) > 1 and min(bottom, y1) - max(top, y0) > _AIR:
                found.append((words, other))
    return found
