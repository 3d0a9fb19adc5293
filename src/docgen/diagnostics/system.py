"""What the operating system refuses, in Russian: why, and what to do; and whose files nobody needs any more."""

import errno
import os
import time
from pathlib import Path

from docgen.diagnostics.failure import Failure

_RIGHTS = "закройте файл в другой программе, проверьте права на него и на папку"
_SPACE = "освободите место и повторите: то, что было готово, цело"
_PLACE = "проверьте путь"
_DISK = "проверьте диск или сетевую папку и повторите"
_LESS = "закройте лишние программы и повторите"
_AGAIN = "повторите; если не поможет, покажите это тому, кто следит за компьютером"
_REASONS = {
    "EACCES": ("нет доступа: файл открыт в другой программе или не хватает прав", _RIGHTS),
    "EPERM": ("не хватает прав", _RIGHTS),
    "EBUSY": ("файл занят другой программой", _RIGHTS),
    "ETXTBSY": ("файл занят другой программой", _RIGHTS),
    "EDEADLK": ("файл занят другой программой", _RIGHTS),
    "ENOSPC": ("на диске нет места", _SPACE),
    "EDQUOT": ("место, отведённое вам на диске, кончилось", _SPACE),
    "EFBIG": ("файл больше, чем здесь разрешено", _SPACE),
    "EROFS": ("диск только для чтения", "скопируйте папку туда, где можно писать"),
    "EIO": ("диск не отвечает как надо (ошибка ввода-вывода)", _DISK),
    "ENXIO": ("диск не отвечает как надо", _DISK),
    "ENODEV": ("диск не отвечает как надо", _DISK),
    "ESTALE": ("сетевая папка отключилась", _DISK),
    "EREMOTEIO": ("сетевая папка отключилась", _DISK),
    "ETIMEDOUT": ("сетевая папка не отвечает", _DISK),
    "EXDEV": ("папка лежит на двух разных дисках", "перенесите её на один диск"),
    "ENOLCK": ("здесь нельзя закрыть файл от других программ", _DISK),
    "EINTR": ("работу прервал сигнал", "повторите"),
    "EMFILE": ("открыто слишком много файлов", _LESS),
    "ENFILE": ("открыто слишком много файлов", _LESS),
    "ENOMEM": ("не хватает памяти", _LESS),
    "EAGAIN": ("система не даёт запустить ещё одну программу", _LESS),
    "ENOENT": ("нет такого файла или папки", _PLACE),
    "EEXIST": ("такой файл уже есть", _PLACE),
    "EISDIR": ("это папка, а нужен файл", _PLACE),
    "ENOTDIR": ("на месте папки лежит файл", _PLACE),
    "ENOTEMPTY": ("папка не пуста", _PLACE),
    "ELOOP": ("ссылка указывает сама на себя", _PLACE),
    "ENAMETOOLONG": ("слишком длинное имя", "переименуйте файл или папку короче"),
    "EINVAL": ("система не принимает такое имя", "переименуйте файл или папку"),
    "EILSEQ": ("система не принимает такое имя", "переименуйте файл или папку"),
}
_OLD = 2 * 24 * 3600.0
_KNOWN = {getattr(errno, name): told for name, told in _REASONS.items() if hasattr(errno, name)}
_BUGS = {errno.EBADF, errno.EFAULT, errno.ENOTTY, errno.ESPIPE}


def refusal(error: OSError) -> tuple[str, str] | None:
    """The cause and the mend; nothing for what is no refusal, but a mistake of ours."""
    if error.errno is None or error.errno in _BUGS:
        return None
    return _KNOWN.get(error.errno, (f"система отказала: {error.strerror} ({error.errno})", _AGAIN))


def surroundings(error: BaseException) -> Failure | None:
    """What the system has refused us; nothing for what is a mistake of ours."""
    if isinstance(error, Failure):
        return error
    failure = None
    if isinstance(error, FileNotFoundError) and not error.filename:
        failure = Failure(
            "папки, в которой вы находитесь, больше нет", "перейдите в другую папку и повторите"
        )
    elif isinstance(error, MemoryError):
        failure = Failure("не хватает памяти", f"{_LESS}; большую сборку разделите: docgen build ПУТЬ")
    elif isinstance(error, RuntimeError) and "start new thread" in str(error):
        failure = Failure("система не даёт работать ещё одному потоку", _LESS)
    elif isinstance(error, OSError) and (told := refusal(error)):
        failure = Failure(": ".join(filter(None, (_place(error), told[0]))), told[1])
    if failure is not None:
        failure.__cause__ = error
    return failure


def _place(error: OSError) -> str:
    """The file; of two, the one that was to be written."""
    name = error.filename2 or error.filename
    return str(name) if name else ""


def cause(error: OSError) -> str:
    """The cause alone, for the middle of a sentence."""
    told = refusal(error)
    return told[0] if told else error.strerror or str(error)


def abandoned(path: Path, pid: int) -> bool:
    """Whether the process that made it lives no more; where numbers of processes tell nothing, whether it is old."""
    if os.name == "posix" and pid:
        return not _lives(pid)
    try:
        return time.time() - path.stat().st_mtime > _OLD
    except OSError:
        return False


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        pass
    return True
