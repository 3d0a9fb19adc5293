"""What is expected of a finished PDF."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class PageExpectation:
    """What a document should look like.

    ``path`` is how the file is called in problems. ``fonts`` are the fonts that the Word file names (none: not
    checked); ``signature`` the lines of the signature block, post to name; ``anchors`` the marks for stamps;
    ``unbroken`` what must not be parted by a line's end; ``headings`` what stays with what is below it (titles of
    tables too), ``captions`` what stays with the figure above it.
    """

    path: str
    stage: Literal["draft", "to_sign", "signed"] = "draft"
    fonts: tuple[str, ...] = ()
    signature: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()
    unbroken: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    numbered: bool = True
