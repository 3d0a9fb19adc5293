"""What can be wrong with the folder of sources (C0xx) and with waivers in them (C15x)."""

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
WAIVER_UNCLEAR = declare(
    "C151",
    Severity.ERROR,
    """Допуск записан не полностью или не читается.

    Комментарий «# docgen: допустить …» разрешает на время оставить замечание. Он называет правила, последний день
    и причину: без причины через год никто не вспомнит, почему так, а без срока исключение становится порядком.

    Плохо:
        present:
          - organisation: college
            people: [sidorov, ivanova]  # docgen: допустить P304
    Хорошо:
        present:
          - organisation: college
            people: [sidorov, ivanova]  # docgen: допустить P304 до 2026-12-31: порядок согласован
    """,
)
WAIVER_UNKNOWN = declare(
    "C152",
    Severity.ERROR,
    """Допуск называет правило, которого нет.

    Код правила – буква и три цифры, как в замечании; код пишут целиком. Несколько кодов разделяют запятыми.

    Плохо:
        present:
          - organisation: college
            people: [sidorov, ivanova]  # docgen: допустить P30 до 2026-12-31: порядок согласован
    Хорошо:
        present:
          - organisation: college
            people: [sidorov, ivanova]  # docgen: допустить P304 до 2026-12-31: порядок согласован
    """,
)
WAIVER_REFUSED = declare(
    "C153",
    Severity.ERROR,
    """Это правило не допускается.

    Нельзя допустить то, без чего документ не прочитать, не собрать или не подписать: ошибки записи (S), ключи, которых
    нет в справочниках, пробелы «⟦…⟧» (их заполняют), стадию и подписанный файл, шаблоны (T) и готовые файлы (F, V).
    Такое исправляют.

    Плохо:
        chair: smirnov  # docgen: допустить C101 до 2026-12-31: впишем позже
    Хорошо:
        chair: petrov
    """,
)
WAIVER_EXPIRED = declare(
    "C154",
    Severity.WARNING,
    """Срок допуска истёк.

    Допуск действует по названный день включительно; после него замечание снова в силе. В подписанном документе
    допуски действуют бессрочно: он больше не меняется.

    Плохо:
        present:
          - organisation: college
            people: [sidorov, ivanova]  # docgen: допустить P304 до 2020-12-31: порядок согласован
    Хорошо:
        present:
          - organisation: college
            people: [ivanova, sidorov]
    """,
)
WAIVER_UNUSED = declare(
    "C155",
    Severity.WARNING,
    """Допуск ни к чему не относится.

    Замечания, которое допускается, здесь нет: его исправили, или допуск стоит не на той строке. Допуск в конце строки
    относится к тому, что на ней начинается, вместе со всем вложенным; на отдельной строке – к следующей строке. К таблице относится допуск у строки, где она названа.

    Плохо:
        present:
          - organisation: college
            people: [ivanova, sidorov]  # docgen: допустить P304 до 2026-12-31: порядок согласован
    Хорошо:
        present:
          - organisation: college
            people: [ivanova, sidorov]
    """,
)
