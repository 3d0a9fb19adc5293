"""What docgen finds on this computer, and how to mend what is missing; shown by ``docgen doctor``."""

import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import docgen
from docgen.diagnostics import Failure

# metric-compatible with Times New Roman: the same widths, so the same line and page breaks
_STAND_INS = ("Times New Roman", "Liberation Serif", "Tinos", "TeX Gyre Termes", "Nimbus Roman")


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked for: ``found`` is empty if it is not there, ``remedy`` says what to do then."""

    name: str
    title: str
    found: str
    remedy: str
    needed: bool = True

    @property
    def ok(self) -> bool:
        """Whether it is there."""
        return bool(self.found)


def checks() -> Iterator[Check]:
    """Everything that is looked at, one after another (some take a second)."""
    for look in _LOOKS:
        yield look()


def _python() -> Check:
    found = platform.python_version() if sys.version_info >= (3, 11) else ""
    return Check("python", "Python", found, "установите Python 3.11 или новее: python.org")


def _docgen() -> Check:
    return Check("docgen", "docgen", f"{docgen.__version__} ({Path(docgen.__file__).parent})", "")


def _libyaml() -> Check:
    remedy = "переустановите PyYAML из готового колеса (pip install --force-reinstall pyyaml): чтение станет быстрее"
    return Check("libyaml", "libyaml", "есть" if find_spec("yaml._yaml") else "", remedy, needed=False)


def _dictionary() -> Check:
    remedy = "переустановите словарь: pip install --force-reinstall pymorphy3 pymorphy3-dicts-ru"
    try:
        morph = import_module("pymorphy3").MorphAnalyzer(lang="ru")
        found = f"версия {morph.dictionary.meta['source_version']}" if morph.word_is_known("протокол") else ""
    except (
        Exception
    ):  # a broken dictionary fails in ways of its own, and this command is there to say so calmly
        found = ""
    return Check("dictionary", "Словарь русского языка", found, remedy)


def _office() -> Check:
    remedy = "установите LibreOffice 7 или новее (ru.libreoffice.org); без него работает всё, кроме PDF"
    return Check("office", "LibreOffice", _office_program(), remedy, needed=False)


def _office_program() -> str:
    """The converter that building would use; empty if there is none or it does not start."""
    from docgen.publish.install import find_office

    try:
        office = find_office()
    except Failure:
        return ""
    return f"{office.version.removeprefix('LibreOffice ')} ({office.program})" if office.version else ""


def _font() -> Check:
    remedy = (
        "установите Times New Roman или Liberation Serif (Debian и Ubuntu: apt install fonts-liberation); "
        "без них строки и страницы PDF разойдутся с Word"
    )
    found = _windows_font() if os.name == "nt" else _matched_font()
    return Check("font", "Шрифт документов", found, remedy, needed=False)


def _windows_font() -> str:
    folders = [
        Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts",
        Path(os.environ.get("LOCALAPPDATA", "")) / "Microsoft" / "Windows" / "Fonts",
    ]
    files = {"times.ttf": "Times New Roman", "LiberationSerif-Regular.ttf": "Liberation Serif"}
    return next((name for file, name in files.items() for folder in folders if (folder / file).is_file()), "")


def _matched_font() -> str:
    """What fontconfig gives in place of Times New Roman, if the widths are the same."""
    if shutil.which("fc-match") is None:
        return _mac_font()
    asked = ["fc-match", "--format=%{family[0]}", "Times New Roman"]
    try:
        given = subprocess.run(asked, capture_output=True, text=True, timeout=20, check=False).stdout.strip()
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return given if given.startswith(_STAND_INS) else ""


def _mac_font() -> str:
    folders = (Path("/System/Library/Fonts/Supplemental"), Path("/Library/Fonts"))
    return "Times New Roman" if any((folder / "Times New Roman.ttf").is_file() for folder in folders) else ""


def _templates() -> Check:
    places = (
        Path("templates"),
        Path(docgen.__file__).parent / "templates",  # inside the wheel
        Path(docgen.__file__).parents[2] / "templates",  # beside a checkout's src
    )
    counted = ((place, sum(1 for _ in place.glob("*.docx"))) for place in places)
    found = next((f"{place} (файлов Word: {number})" for place, number in counted if number), "")
    return Check("templates", "Шаблоны", found, "создайте их здесь: docgen init")


def _writing() -> Check:
    folder = Path("out") if Path("out").is_dir() else Path()
    try:
        with tempfile.TemporaryFile(dir=folder):
            found = str(folder.resolve())
    except OSError:
        found = ""
    remedy = f"нужно право записи в {folder.resolve()}: перейдите в свою папку или попросите прав"
    return Check("writing", "Запись в папку", found, remedy)


def _console() -> Check:
    remedy = "chcp 65001" if os.name == "nt" else "export LANG=C.UTF-8 (или ru_RU.UTF-8)"
    found = "UTF-8" if _encoding() in ("utf-8", "utf8", "cp65001") else ""
    return Check(
        "console",
        "Кодировка консоли",
        found,
        f"{remedy}; иначе русские буквы могут испортиться",
        needed=False,
    )


def _encoding() -> str:
    if sys.platform == "win32":
        import ctypes

        return f"cp{ctypes.windll.kernel32.GetConsoleOutputCP()}"
    import locale

    return locale.getencoding().lower()


_LOOKS: tuple[Callable[[], Check], ...] = (
    _python,
    _docgen,
    _libyaml,
    _dictionary,
    _office,
    _font,
    _templates,
    _writing,
    _console,
)
