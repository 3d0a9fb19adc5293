"""What can be wrong with a Word template or with what is printed by it: the T rules, and the error that carries them."""

from collections.abc import Iterable

from docgen.diagnostics import Problem, Severity, declare


class RenderError(Exception):
    """A document cannot be made; ``problems`` says why, every one with its place in the template."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("; ".join(f"{one.span}: {one.rule.code} {one.message}" for one in self.problems))


UNSAFE_FILE = declare(
    "T001",
    Severity.ERROR,
    """
    Файл шаблона не открыт: это не обычный DOCX.

    Шаблон приходит извне, поэтому файл с макросами, внешними ссылками на картинки и шаблоны, с повторяющимися
    или чрезмерно большими частями не открывается: проверяющий увидел бы не то, что увидит подписывающий.

    Плохо:   protocol.docm, переименованный в protocol.docx
    Хорошо:  документ Word, сохранённый как «Документ Word (*.docx)»
    """,
)
UNKNOWN_NAME = declare(
    "T002",
    Severity.ERROR,
    """
    Имени нет среди полей документа.

    Тег с неизвестным именем напечатал бы пустое место, а цикл по нему исчез бы целиком, поэтому документ не строится.

    Плохо:   Председатель: {{ chairman.name }}
    Хорошо:  Председатель: {{ chair.name }}
    """,
)
SYNTAX = declare(
    "T003",
    Severity.ERROR,
    """
    Тег написан с ошибкой.

    Внутри {{ }} стоит имя поля или выражение, внутри {% %} — команда: for, if, elif, else, endif, endfor, set.

    Плохо:   {{ chair. }}
    Хорошо:  {{ chair.name }}
    """,
)
UNKNOWN_FILTER = declare(
    "T004",
    Severity.ERROR,
    """
    Фильтра или проверки с таким именем нет.

    Фильтр стоит после вертикальной черты и меняет вид значения; набор фильтров закрыт.

    Плохо:   {{ title|uper }}
    Хорошо:  {{ title|upper }}
    """,
)
FORBIDDEN = declare(
    "T005",
    Severity.ERROR,
    """
    Такое в шаблоне не разрешено.

    Шаблон только печатает поля: вызовы, макросы, включения других файлов и служебные имена в нём запрещены,
    потому что через них чужой файл мог бы выполнить программу.

    Плохо:   {{ title.__class__ }}
    Хорошо:  {{ title }}
    """,
)
TORN = declare(
    "T006",
    Severity.ERROR,
    """
    Тег не закончен в своём абзаце.

    Тег от открывающих до закрывающих скобок стоит в одном абзаце, без перевода на новый.

    Плохо:   {{ chair. ¶ name }}
    Хорошо:  {{ chair.name }}
    """,
)
NOT_ALONE = declare(
    "T007",
    Severity.ERROR,
    """
    Тег абзаца, строки или ячейки стоит не один.

    Тег {%p …%} заменяет собой весь абзац, {%tr …%} — всю строку таблицы, {%tc …%} — всю ячейку: остальной текст
    в них молча пропал бы.

    Плохо:   {%p for order in orders %}Пункт {{ order.number }}
    Хорошо:  {%p for order in orders %} ¶ Пункт {{ order.number }} ¶ {%p endfor %}
    """,
)
UNPAIRED = declare(
    "T008",
    Severity.ERROR,
    """
    Начало и конец не сходятся.

    У каждого for есть endfor, у каждого if — endif; они стоят в одном порядке и пишутся одинаково: {%p for %} с {%p endfor %}.

    Плохо:   {%p for order in orders %} … {% endfor %}
    Хорошо:  {%p for order in orders %} … {%p endfor %}
    """,
)
TORN_PAIR = declare(
    "T009",
    Severity.ERROR,
    """
    Начало и конец стоят в разных местах документа.

    Цикл, начатый в одной ячейке и законченный в другой, рвёт строку таблицы; для строк есть {%tr for %} в своей строке.

    Плохо:   | {% for row in rows %}{{ row.name }} | {{ row.sum }}{% endfor %} |
    Хорошо:  | {%tr for row in rows %} | ¶ | {{ row.name }} | {{ row.sum }} | ¶ | {%tr endfor %} |
    """,
)
LOOK_ALIKE = declare(
    "T010",
    Severity.ERROR,
    """
    В имени смешаны русские и латинские буквы.

    Русские «с», «а», «о», «е», «р», «х» на вид не отличить от латинских, но для программы это другое имя.

    Плохо:   {{ сhair.name }}   (первая буква русская)
    Хорошо:  {{ chair.name }}
    """,
)
FIELD_INSIDE = declare(
    "T011",
    Severity.ERROR,
    """
    Внутри тега или вместо него оказалась разметка Word.

    Поле, разрыв раздела или примечание внутри тега пропадут или испортят документ: тег набирается простым текстом.

    Плохо:   {{ chair.[поле PAGE]name }}
    Хорошо:  {{ chair.name }}
    """,
)
UNPRINTABLE = declare(
    "T012",
    Severity.ERROR,
    """
    Значение нельзя напечатать этим тегом.

    Печатаются текст и числа. Список печатают циклом, поле «да/нет» и незаполненное поле — через {% if %},
    дату — фильтром, готовые абзацы — тегом {{p … }}.

    Плохо:   {{ orders }}
    Хорошо:  {% for order in orders %}{{ order.text }}{% endfor %}
    """,
)
ILLEGAL_CHARACTER = declare(
    "T013",
    Severity.ERROR,
    """
    В значении есть знак, которого не бывает в документе Word.

    Управляющие знаки попадают в текст при копировании из других программ; Word такой файл не откроет.

    Плохо:   «Кадры» с невидимым знаком U+000B внутри
    Хорошо:  «Кадры»
    """,
)
TOO_MUCH = declare(
    "T014",
    Severity.ERROR,
    """
    Документ получается слишком большим.

    Обычно это цикл в цикле по одному и тому же списку.

    Плохо:   цикл по orders внутри цикла по orders
    Хорошо:  один цикл по orders
    """,
)
EMPTY_PARAGRAPHS = declare(
    "T015",
    Severity.WARNING,
    """
    Тег оставит после себя пустой абзац.

    {% if %} или {% for %}, занимающий абзац один, печатается как пустая строка; тег абзаца {%p …%} исчезает вместе с ним.

    Плохо:   {% if note %} ¶ Примечание ¶ {% endif %}
    Хорошо:  {%p if note %} ¶ Примечание ¶ {%p endif %}
    """,
)
MENDED = declare(
    "T016",
    Severity.WARNING,
    """
    В теге типографские знаки.

    Word заменяет при наборе прямые кавычки и дефис на «ёлочки» и тире; в теге они прочитаны как прямые.

    Плохо:   {{ note or «нет» }}
    Хорошо:  {{ note or "нет" }}
    """,
)
MAY_BE_EMPTY = declare(
    "T017",
    Severity.WARNING,
    """
    Поле может быть пустым.

    Пустое поле не печатается, документ остановится на нём. Проверьте поле командой {% if %} или дайте замену через or.

    Плохо:   Срок: {{ order.deadline }}
    Хорошо:  {% if order.deadline %}Срок: {{ order.deadline }}{% endif %}
    """,
)
BROKEN_XML = declare(
    "T018",
    Severity.ERROR,
    """
    Разметка напечатанного документа испорчена.

    Готовая разметка, переданная в шаблон, не подошла к месту, где стоит тег; Word такой файл не откроет.

    Плохо:   {{ rich }} — оформленный текст без «r»
    Хорошо:  {{r rich }}
    """,
)
REVIEW_LEFT = declare(
    "T019",
    Severity.WARNING,
    """
    В шаблоне остались исправления или примечания рецензента.

    Они попадут в каждый документ вместе с именем того, кто их сделал.

    Плохо:   шаблон с включённой записью исправлений
    Хорошо:  все исправления приняты, примечания удалены
    """,
)
