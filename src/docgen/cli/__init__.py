"""The command line: one thin file per command.

:data:`COMMANDS` says where each command is and what it does, so that ``docgen --help`` and completion load none of
them. A command is a module here with a click command called ``command`` and a line in that table; it may
use plain click, :func:`~docgen.cli.russian.adopt` makes it speak Russian and gives it ``-q``, ``-v``, ``--color``.
It returns its exit code (or None for 0), raises :class:`~docgen.diagnostics.Failure` when the surroundings fail,
and is handed the :class:`~docgen.cli.console.Console` by :data:`~docgen.cli.options.pass_console`.
"""

TITLE = "Протоколы и программы, готовые к подписи, — из YAML и шаблонов Word."
CODES = (
    "Коды завершения: 0 — всё хорошо, 1 — есть замечания, 2 — неверная командная строка, "
    "3 — не хватает программы, шрифта или доступа к файлу, 4 — сбой в самом docgen, 130 — прервано."
)
VERSION = "Показать версию."
HELP = "Показать эту справку и выйти."
COLOR = "Цвет: auto (только на экране), always, never."
QUIET = "Только результаты: без хода работы и итога."
VERBOSE = "Подробнее о ходе работы и о сбоях."

COMMANDS: dict[str, tuple[str, str]] = {
    "build": ("docgen.cli.build:command", "Собрать документы, в которых что-то изменилось."),
    "check": ("docgen.cli.check:command", "Проверить исходные файлы и шаблоны, ничего не записывая."),
    "status": (
        "docgen.cli.status:command",
        "Показать готовность документов: чего не хватает и кто может помочь.",
    ),
    "verify": ("docgen.cli.verify:command", "Проверить готовые и чужие документы, DOCX и PDF."),
    "new": ("docgen.cli.new:command", "Создать заготовку документа с подсказками."),
    "init": ("docgen.cli.init:command", "Создать папку с примером и шаблонами."),
    "fields": ("docgen.cli.fields:command", "Показать имена, которые можно писать в шаблоне Word."),
    "schema": ("docgen.cli.schema:command", "Показать JSON Schema исходного файла для редактора."),
    "rules": ("docgen.cli.rules:command", "Перечислить правила проверки."),
    "explain": ("docgen.cli.explain:command", "Объяснить правило: что, почему, как исправить."),
    "fmt": ("docgen.cli.fmt:command", "Поправить в исходных файлах то, что можно поправить без риска."),
    "decline": ("docgen.cli.decline:command", "Просклонять имя, должность или название по падежам."),
    "proof": ("docgen.cli.proof:command", "Вычитать обычный текст по правилам языка."),
    "forms": ("docgen.cli.forms:command", "Показать падежные формы, которые ждут утверждения."),
    "deadline": ("docgen.cli.deadline:command", "Посчитать срок и объяснить, как он посчитан."),
    "clean": ("docgen.cli.clean:command", "Удалить готовые файлы, у которых больше нет источника."),
    "doctor": ("docgen.cli.doctor:command", "Проверить, всё ли на этом компьютере готово к работе."),
    "completion": ("docgen.cli.completion:command", "Показать скрипт автодополнения для bash, zsh или fish."),
}
