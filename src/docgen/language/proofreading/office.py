"""Habits of the office: placeholders, abbreviations, names."""

import re
from collections import Counter
from itertools import chain

from docgen.language.patterns import lazy
from docgen.language.proofreading.rule import Slip, Slips, text_rule
from docgen.language.proofreading.sought import sought

_PLACEHOLDER = sought(
    r"(?<![\w])(?:TODO|FIXME|TBD|XXX+|lorem ipsum|Lorem ipsum)(?!\w)|(?<!\w)_{3,}|\{\{.{0,80}?\}\}|\{%.{0,80}?%\}|(?<![\w.])[XХxх]{2}\.[XХxх]{2}(?:\.[XХxх]{2,4})?(?!\w)|«\s{2,}»|«_+»"
    r"|\[(?:указать|вставить|ФИО|дата|номер|уточнить)[^\]\n]*\]|<(?:указать|вставить|ФИО|дата|номер)[^>\n]*>|(?<!\w)[Рр]ыба текста|№\s*(?=\n|\Z)(?!\s*\d)|№\s*(?:б/н|___)|\?{3,}",
)
_GENITIVE = r"\s+(?!век)(?:[а-яё]{2,}(?:ей|[оеё]в|ий|ек|ок)|мастерских)(?![а-яё])"
_UNWRITTEN = sought(
    rf"(?<![\w.])(?:дд|ДД|dd)\.(?:мм|ММ|mm)(?:\.(?:гг|ГГ|yy){{1,2}})?(?!\w)|(?<!\w)20[XХ]{{2}}(?!\w)|<\s*(?:…|\.{{3}})\s*>"
    rf"|(?<![\w.])(?:[XХ]{{2,3}}|N)(?={_GENITIVE}|\s+(?:лет|дней|тыс\.|млн|млрд|рублей|процентов|единиц)(?![а-яё])|\s?%)"
)


@text_rule("L130", "error")
def placeholder(text: str) -> Slips:
    """В тексте осталась заготовка.

    Подчёркивания, TODO, «ХХ.ХХ» и пустые скобки ставят, чтобы заполнить потом; в готовом документе их нет.

    Плохо: Срок – до ХХ.ХХ.2023
    Плохо: от «___» ноября 2023 г.
    Плохо: TODO проверить дату
    Плохо: в 20ХХ году созданы XX мастерских
    Хорошо: Срок – до 24 ноября 2023 г.; XX век; мест: 20
    """
    for match in chain(_PLACEHOLDER.finditer(text), _UNWRITTEN.finditer(text)):
        shown = match[0].strip()
        yield Slip(
            match.start(), match.start() + len(match[0].rstrip()), f"осталась заготовка «{shown[:30]}»"
        )


_ANCHOR = sought(r"(?<![\w-])(?:МШРГ-?\d?|мшэп|МШЭП)(?![\w-])")


@text_rule("L131", "info")
def anchor(text: str) -> Slips:
    """Метка места штампа.

    МШРГ и мшэп – места штампов регистрации и подписи; система документооборота заменяет их сама, в готовом документе их нет.

    Плохо: «5» МШРГ-4 2023 г.
    Хорошо: 5 июля 2023 г.
    """
    for match in _ANCHOR.finditer(text):
        yield Slip(
            match.start(),
            match.end(),
            f"метка места штампа «{match[0]}»: в готовом документе её быть не должно",
        )


_KNOWN = frozenset(
    [
        "РФ",
        "США",
        "ООО",
        "АО",
        "ПАО",
        "ОАО",
        "ЗАО",
        "ФЗ",
        "ТК",
        "ГК",
        "НК",
        "ИНН",
        "КПП",
        "ОГРН",
        "ГОСТ",
        "СНГ",
        "ЕАЭС",
        "ООН",
        "МВД",
        "ФСБ",
        "МЧС",
        "СМИ",
        "ВУЗ",
        "ЕГЭ",
        "ОГЭ",
        "IT",
        "ИТ",
        "QR",
        "PDF",
        "ФИО",
        "ПРОТОКОЛ",
        "РЕШИЛИ",
        "СЛУШАЛИ",
        "ВЫСТУПИЛИ",
        "ПОСТАНОВИЛИ",
        "I",
        "II",
        "III",
        "IV",
        "V",
        "VI",
        "VII",
        "VIII",
        "IX",
        "X",
        "XX",
        "XXI",
        "НДС",
        "МРОТ",
        "НИИ",
        "ГУП",
        "МУП",
        "ФГУП",
        "ФГБУ",
        "ИП",
        "ЧП",
        "НКО",
        "АНО",
        "ВО",
        "ДПО",
        "СССР",
        "КНР",
        "ПО",
        "ЭВМ",
        "СССР",
        "МГУ",
        "РАН",
        "НАТО",
        "ЗАГС",
    ]
)
_ABBREVIATION = sought(r"(?<![\w«-])([А-ЯЁ]{2,6})(?![\w-])", word="[А-ЯЁ]{2}")


@text_rule("L136", "info")
def unexplained(text: str) -> Slips:
    """Сокращение при первом употреблении не раскрыто.

    Читатель из другого ведомства не обязан знать, что такое ФП или СПО; при первом упоминании пишут полностью, а сокращение – в скобках.

    Плохо: Управления ФП «Профессионалитет» Дирекции развития; участники ФП «Профессионалитет» и победители ФП
    Хорошо: федерального проекта (далее – ФП) «Профессионалитет», участники ФП, победители ФП
    """
    counts = Counter(match[1] for match in _ABBREVIATION.finditer(text))
    for word, count in counts.items():
        if (
            count < 3
            or word in _KNOWN
            or re.search(rf"\((?:далее\s*[–—-]\s*)?{word}\)|{word}\s*(?:\(|[–—-]\s)", text)
        ):
            continue
        first = re.search(rf"(?<![\w«-]){word}(?![\w-])", text)
        if first and not _in_capitals(text, first.start()):
            yield Slip(first.start(), first.end(), f"сокращение «{word}» не раскрыто")


def _in_capitals(text: str, place: int) -> bool:
    start = text.rfind("\n", 0, place) + 1
    end = text.find("\n", place)
    return text[start : end if end != -1 else len(text)].isupper()


_SPAN_AS_DEADLINE = sought(r"(?<!\w)Срок\s*[–—-]\s*(с\s+\d{1,2}(?:\s+[а-я]+)?\s+по\s+\d{1,2}\s+[а-я]+)")


@text_rule("L137", "info")
def span_as_deadline(text: str) -> Slips:
    """Сроком назван промежуток, а не день.

    «С 19 по 20 декабря» – когда событие идёт; срок исполнения – день, после которого поручение просрочено.

    Плохо: Срок – с 19 по 20 декабря 2023 г.
    Хорошо: Срок – до 20 декабря 2023 г.
    """
    for match in _SPAN_AS_DEADLINE.finditer(text):
        yield Slip(match.start(1), match.end(1), "срок назван промежутком, а не последним днём")


_FIRST_LAST = sought(r"(?<![\w.])[А-ЯЁ]\.\s?[А-ЯЁ]\.\s?[А-ЯЁ][а-яё]+", word=r"(?<![\w.])[А-ЯЁ]\.")
_LAST_FIRST = lazy(r"(?<![\w.])[А-ЯЁ][а-яё]+\s[А-ЯЁ]\.\s?[А-ЯЁ]\.(?!\s?[А-ЯЁ][а-яё]+ва?\b)")


@text_rule("L138", "info", seeks=(_FIRST_LAST,))
def name_order(text: str) -> Slips:
    """Инициалы то перед фамилией, то после неё.

    В одном документе порядок один (в подписи – инициалы впереди, в списках – после фамилии).

    Плохо: Председательствовал: В.С. Неумывакин. Слушали: Соколов А.С., Бондарь О.А., Иванова И.И.
    Хорошо: Слушали: Соколов А.С., Бондарь О.А., Иванова И.И.
    """
    after = _LAST_FIRST.findall(text)
    before = list(_FIRST_LAST.finditer(text))
    if before and len(after) > 2 * len(before):
        yield Slip(
            before[0].start(), before[0].end(), "здесь инициалы перед фамилией, а в других местах после неё"
        )


_MADE_PARTICIPANTS = sought(r"участников\s+федерального\s+проекта\s+«[^»]+»,\s+(созданных)(?!\w)")


@text_rule("L139", "info")
def participle_of_what(text: str) -> Slips:
    """Причастие относится не к тому слову.

    «Участников проекта, созданных в 2022 году» – созданы не участники, а кластеры: причастие ставят рядом с ними.

    Плохо: из числа участников федерального проекта «Профессионалитет», созданных в 2022 году
    Хорошо: кластеров, созданных в 2022 году, из числа участников федерального проекта «Профессионалитет»
    """
    for match in _MADE_PARTICIPANTS.finditer(text):
        yield Slip(match.start(1), match.end(1), "созданы не участники, а кластеры")


_HEADING = sought(
    r"^[ \t]*[IVX]+\.\s+О[бо]?\s[^.()\n]*(?:\n{1,2}[^.()\n]+){0,4}(\.)[ \t]*\n\s*\([А-ЯЁ][а-яё]+ [А-ЯЁ]\.",
    re.MULTILINE,
)


@text_rule("L140", "info")
def heading_stop(text: str) -> Slips:
    """Точка в конце заголовка.

    После заголовка точку не ставят.

    Плохо: II. Об исполнительской дисциплине.⏎(Бондарь О.А.)
    Хорошо: II. Об исполнительской дисциплине⏎(Бондарь О.А.)
    """
    for match in _HEADING.finditer(text):
        yield Slip(match.start(1), match.end(1), "после заголовка точка не нужна")
