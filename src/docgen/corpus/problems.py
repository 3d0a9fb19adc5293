"""What can be wrong with the folder of sources (C0xx)."""

from docgen.diagnostics import Severity, declare

UNKNOWN_FOLDER = declare(
    "C001",
    Severity.ERROR,
    """Папка не соответствует ни одному виду документов.

    Имя папки в content/ – вид документа. Файлы в незнакомой папке никто не прочитает.

    Плохо:   content/protokol/2026-03-14.yaml
    Хорошо:  content/protocol/2026-03-14.yaml
    """,
)
BAD_ID = declare(
    "C002",
    Severity.ERROR,
    """Имя файла не годится в имена документов.

    Имя файла – имя документа и имя готовых файлов: строчные латинские буквы, цифры, точка, дефис и
    подчёркивание, до 100 знаков.

    Плохо:   content/protocol/Совещание 14 марта.yaml
    Хорошо:  content/protocol/2026-03-14-kadry.yaml
    """,
)
WRONG_EXTENSION = declare(
    "C003",
    Severity.WARNING,
    """Файл с таким расширением не читается.

    Исходники имеют расширение .yaml; другой файл в папке вида документов будет пропущен.

    Плохо:   content/protocol/2026-03-14.yml
    Хорошо:  content/protocol/2026-03-14.yaml
    """,
)
UNKNOWN_REFERENCE = declare(
    "C004",
    Severity.ERROR,
    """Неизвестный файл справочников.

    Имя файла в content/reference/ должно быть именем справочника.

    Плохо:   content/reference/peoples.yaml
    Хорошо:  content/reference/people.yaml
    """,
)
LINKED_FILE = declare(
    "C005",
    Severity.ERROR,
    """Символическая ссылка вместо файла.

    Ссылка может вести за пределы рабочей папки; исходник должен быть обычным файлом.

    Плохо:   content/protocol/x.yaml → /home/user/x.yaml
    Хорошо:  обычный файл content/protocol/x.yaml
    """,
)
