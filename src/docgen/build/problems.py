"""What can be wrong with a finished document that must not change any more (C2xx)."""

from docgen.diagnostics import Severity, declare

SIGNED_MISSING = declare(
    "C201",
    Severity.ERROR,
    """Подписанного файла нет на месте.

    На стадии signed исходник называет подписанный файл; он должен лежать там, где указано.

    Плохо:   signed: {file: out/protocol/x.pdf, …}   (файла нет)
    Хорошо:  файл лежит по указанному пути
    """,
)
SIGNED_CHANGED = declare(
    "C202",
    Severity.ERROR,
    """Подписанный файл изменён.

    Контрольная сумма файла не та, что записана в исходнике: это уже не тот документ, который подписали.

    Плохо:   подписанный PDF открыли и пересохранили
    Хорошо:  файл возвращён из архива, сумма совпадает
    """,
)
NOT_TRUSTED = declare(
    "C203",
    Severity.ERROR,
    """Документ не собран: прочитаны не все исходники, на которые он опирается.

    Подсчёт по неполным данным хуже, чем никакой.

    Плохо:   content/reference/people.yaml с ошибкой
    Хорошо:  ошибка исправлена
    """,
)
SIGNED_AS = declare(
    "C204",
    Severity.INFO,
    """Какой строкой назвать подписанный файл.

    На стадии signed исходник называет подписанный файл и его контрольную сумму; docgen считает её сам.

    Плохо:   stage: signed                     (и больше ничего)
    Хорошо:  stage: signed
             signed: {file: out/protocol/x.pdf, sha256: 196b…}
    """,
)
