"""From the name that a source gives to a table's bytes, within the document's own folder."""

import difflib
import os
import unicodedata
from pathlib import Path, PurePosixPath

from docgen.sources.tables import problems as said
from docgen.sources.tables.package import MAX_BYTES
from docgen.sources.tables.refused import Refused

FORMATS = (".xlsx", ".csv")
_XLSX = "сохраните в Excel как «Книга Excel (.xlsx)»"
_OTHER = {
    ".xls": f"старый формат Excel: {_XLSX}",
    ".xlsm": f"книга с макросами: {_XLSX}",
    ".xlsb": f"двоичная книга Excel: {_XLSX}",
    ".ods": f"таблица LibreOffice: {_XLSX}",
}


def path_in(folder: Path, name: str) -> Path:
    """The file of a name in the folder; :class:`Refused` if it is not there, or not to be read."""
    shown = f"{folder.parent.name}/{folder.name}/"
    parts = PurePosixPath(name.replace("\\", "/")).parts
    if not parts or ".." in parts or parts[0] == "/" or ":" in name or "\0" in name:
        raise Refused(
            said.NO_FILE,
            f"«{name}» – не имя файла из папки {shown}",
            f"положите файл в папку {shown} и напишите его имя",
        )
    suffix = PurePosixPath(name).suffix.lower()
    if suffix not in FORMATS:
        raise Refused(said.WRONG_FORMAT, f"«{name}» – не таблица .xlsx или .csv", _OTHER.get(suffix, _XLSX))
    path = folder
    for part in parts:
        path = _entry(path, part, name, shown)
        if path.is_symlink():
            raise Refused(said.NO_FILE, f"«{name}» – ссылка, а не файл", "скопируйте сам файл")
    if not path.is_file():
        raise Refused(said.NO_FILE, f"«{name}» – не файл", f"положите файл в папку {shown}")
    return path


def _entry(folder: Path, part: str, name: str, shown: str) -> Path:
    """The entry of a folder, however its letters are composed (macOS takes «й» apart)."""
    names = (
        sorted(each.name for each in folder.iterdir()) if folder.is_dir() and not folder.is_symlink() else []
    )
    if part in names:
        return folder / part
    for each in names:
        if unicodedata.normalize("NFC", each) == unicodedata.normalize("NFC", part):
            return folder / each
    tables = [each for each in names if each.lower().endswith(FORMATS) and not each.startswith(("~$", "."))]
    stems = {PurePosixPath(each).stem.lower(): each for each in tables}
    alike = [stems[near] for near in difflib.get_close_matches(PurePosixPath(part).stem.lower(), stems, n=1)]
    hint = f"может быть, {alike[0]}?" if alike else f"положите файл в папку {shown}"
    raise Refused(said.NO_FILE, f"файла «{name}» в папке {shown} нет", hint)


def bytes_of(path: Path) -> bytes:
    """The whole file; :class:`Refused` if it is too large or another program does not let us."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise Refused(
                said.TOO_BIG, f"файл больше {MAX_BYTES >> 20} МБ", "оставьте в нём только нужные листы"
            )
        return path.read_bytes()
    except OSError as error:
        raise Refused(
            said.NO_FILE, f"файл «{path.name}» не открывается", "закройте его в Excel и проверьте права"
        ) from error


def is_open(path: Path) -> bool:
    """Whether Excel or LibreOffice has left the mark of an open file beside it."""
    marks = (f"~${path.name}", f"~${path.name[2:]}", f".~lock.{path.name}#")
    return any(os.path.lexists(path.with_name(mark)) for mark in marks)  # False for a mark too long to exist
