"""A DOCX as a zip of parts, read with suspicion: own caps, a bounded reader, one meaning for every name."""

import io
import posixpath
import stat
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import etree

from docgen.papers import problems
from docgen.papers.limits import Limits
from docgen.papers.refusal import Refusal
from docgen.papers.xml import parsed

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_TYPES = "[Content_Types].xml"
_RESAVE = "заново сохраните документ в Word"
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Relationship:
    """A link of a part: to another part, or to something outside the file."""

    id: str
    kind: str
    target: str
    external: bool


class Package:
    """The parts of a DOCX. All are listed and measured at once, read when they are asked for."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._limits = limits
        self._left = limits.inflated
        self._packed_size = len(data)
        self._read: dict[str, bytes] = {}
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
            listing = self._archive.infolist()
        except (
            zipfile.BadZipFile,
            NotImplementedError,
            ValueError,
            OverflowError,
            EOFError,
            OSError,
        ) as error:
            raise _broken("архив не раскрывается") from error
        self._parts = _checked(listing, limits)

    @property
    def names(self) -> list[str]:
        """All parts, as they are named."""
        return [info.filename for info in self._parts.values()]

    def __contains__(self, name: str) -> bool:
        return name.casefold() in self._parts

    def read(self, name: str) -> bytes:
        """The bytes of a part, never more than the caps allow."""
        key = name.casefold()
        if key not in self._parts:
            raise _broken(f"в пакете нет части «{name}»")
        if key not in self._read:
            self._read[key] = self._inflated(self._parts[key])
        return self._read[key]

    def xml(self, name: str) -> etree._Element:
        """The root of a part that is XML."""
        return parsed(self.read(name), name, self._limits)

    def relationships(self, part: str) -> dict[str, Relationship]:
        """The links of a part (the package's own for an empty name), by id."""
        folder, _, file = part.rpartition("/")
        name = f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels"
        if name not in self:
            return {}
        found = {}
        for element in self.xml(name).iter(_RELATIONSHIP):
            one = _relationship(element, folder)
            found[one.id] = one
        return found

    def _inflated(self, info: zipfile.ZipInfo) -> bytes:
        """Unpacked by a reader that stops at the caps, whatever the archive says of sizes."""
        chunks: list[bytes] = []
        size = 0
        try:
            with self._archive.open(info) as stream:
                while chunk := stream.read(_CHUNK):
                    size += len(chunk)
                    self._left -= len(chunk)
                    self._measure(info, size)
                    chunks.append(chunk)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError) as error:
            raise _broken(f"часть «{info.filename}» не распаковывается") from error
        except RuntimeError as error:  # zipfile's word for an encrypted part
            raise Refusal(problems.LOCKED, "части файла зашифрованы", "снимите пароль с архива") from error
        return b"".join(chunks)

    def _measure(self, info: zipfile.ZipInfo, size: int) -> None:
        limits = self._limits
        if size > limits.part or self._left < 0:
            raise Refusal(
                problems.TOO_LARGE,
                f"часть «{info.filename}» распаковывается больше чем в {min(size, limits.part) >> 20} МБ",
                "уменьшите рисунки и вложения или разделите документ",
            )
        if size > limits.small and size > limits.ratio * max(1, info.compress_size):
            raise Refusal(
                problems.TOO_LARGE,
                f"часть «{info.filename}» сжата больше чем в {limits.ratio} раз: похоже на архивную бомбу",
                _RESAVE,
            )


def _checked(listing: list[zipfile.ZipInfo], limits: Limits) -> dict[str, zipfile.ZipInfo]:
    if len(listing) > limits.parts:
        raise Refusal(problems.TOO_LARGE, f"в файле больше {limits.parts} частей", _RESAVE)
    parts: dict[str, zipfile.ZipInfo] = {}
    for info in listing:
        name = info.filename
        if name.endswith("/"):
            continue
        if not name or _leads_out(name) or stat.S_ISLNK(info.external_attr >> 16):
            raise Refusal(problems.UNSAFE, f"имя части «{_short(name)}» ведёт за пределы файла", _RESAVE)
        key = name.replace("\\", "/").casefold()
        if key in parts:
            raise Refusal(problems.UNSAFE, f"часть «{_short(name)}» есть в файле дважды", _RESAVE)
        parts[key] = info
    if not parts:
        raise _broken("архив пуст")
    return parts


def _leads_out(name: str) -> bool:
    plain = unquote(name).replace("\\", "/")
    return plain.startswith("/") or ".." in plain.split("/") or plain[1:2] == ":" or "\0" in plain


def _relationship(element: etree._Element, folder: str) -> Relationship:
    target = element.get("Target") or ""
    external = (element.get("TargetMode") or "").casefold() == "external"
    if not external:
        plain = unquote(target.partition("#")[0]).replace("\\", "/")
        target = plain[1:] if plain.startswith("/") else posixpath.normpath(posixpath.join(folder, plain))
    kind = (element.get("Type") or "").rstrip("/").rpartition("/")[2]
    return Relationship(element.get("Id") or "", kind, target, external)


def content_types(package: Package) -> Iterator[tuple[str, str]]:
    """What the package says each part is: (name without the leading slash, type)."""
    if _TYPES not in package:
        return
    for element in package.xml(_TYPES):
        if str(element.tag).endswith("}Override"):
            yield (element.get("PartName") or "").lstrip("/"), element.get("ContentType") or ""


def _broken(message: str) -> Refusal:
    return Refusal(
        problems.BROKEN, f"файл повреждён: {message}", "получите файл заново или пересохраните его в Word"
    )


def _short(name: str) -> str:
    return name if len(name) <= 60 else name[:57] + "…"
