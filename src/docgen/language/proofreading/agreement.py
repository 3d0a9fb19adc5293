"""Agreement: who heard whom, one protocol or several, adjective and noun, figure and noun."""

import re
from typing import Any

from docgen.language.patterns import lazy
from docgen.language.proofreading.morphology import disagree, is_noun, readings
from docgen.language.proofreading.rule import Slip, Slips, one_line, prose, text_rule
from docgen.language.proofreading.sought import sought

_POSTS = {
    "начальник": "начальника", "директор": "директора", "проректор": "проректора", "ректор": "ректора", "заместитель": "заместителя",
    "руководитель": "руководителя", "министр": "министра", "председатель": "председателя", "специалист": "специалиста", "методист": "методиста",
    "преподаватель": "преподавателя", "советник": "советника", "эксперт": "эксперта", "координатор": "координатора", "секретарь": "секретаря",
    "инженер": "инженера", "консультант": "консультанта", "представитель": "представителя", "губернатор": "губернатора", "мастер": "мастера", "куратор": "куратора",
    "заведующий": "заведующего", "помощник": "помощника", "президент": "президента",
}  # fmt: skip
_HEARD = r"(?:[Вв]ыступлени[еяй]|[Дд]оклад|[Ии]нформаци[юи]|[Сс]ообщени[еяй]|[Оо]тч[её]т|[Пп]редложени[еяй]|[Мм]нени[еяй])"
_HEARD_POST = sought(
    rf"(?<!\w){_HEARD}\s+((?:(?:первый|главный|старший|ведущий|генеральный)\s+)?({'|'.join(_POSTS)}))(?!\w)"
)
_HEARD_NAME = sought(rf"(?<!\w){_HEARD}\s+([А-ЯЁ][а-яё]+(?:ов|ев|ёв|ин|ын|ский|цкий|ский|ной|ая))\s+[А-ЯЁ]\.")
_FIRST = {
    "первый": "первого",
    "главный": "главного",
    "старший": "старшего",
    "ведущий": "ведущего",
    "генеральный": "генерального",
}


@text_rule("L110", "error")
def heard_whom(text: str) -> Slips:
    """После «заслушав выступление», «принять информацию» нужен родительный падеж.

    Выступление (кого?) начальника, информацию (кого?) Соколова А.С.

    Плохо: Заслушав выступление начальник отдела
    Плохо: Принять информацию Соколов А.С. к сведению
    Хорошо: Заслушав выступление начальника отдела; Принять информацию Бондарь О.А. к сведению
    """
    masked = prose(text)
    for match in _HEARD_POST.finditer(masked):
        words = match[1].split()
        right = " ".join([*(_FIRST[word] for word in words[:-1]), _POSTS[match[2]]])
        yield Slip(
            match.start(1), match.end(1), f"нужен родительный падеж: «{right}»", one_line(match[1], right)
        )
    for match in _HEARD_NAME.finditer(masked):
        surname = match[1]
        right = _genitive(surname)
        yield Slip(match.start(1), match.end(1), f"нужен родительный падеж: «{right}»", right)


def _genitive(surname: str) -> str:
    if surname.endswith(("ий", "ой")):
        return f"{surname[:-2]}ого"
    return f"{surname[:-2]}ой" if surname.endswith("ая") else f"{surname}а"


_STEM = (
    r"образовательн|профессиональн|региональн|федеральн|производственн|государственн|муниципальн|отраслев|педагогическ|учебн|методическ|финансов|"
    r"исполнительн|управленческ|материальн|техническ|экономическ|социальн|кадров|бюджетн|внебюджетн|промышленн|ответственн|итогов|еженедельн|ежемесячн|ключев|основн|дополнительн|"
    r"практическ|современн|стратегическ|нормативн|правов|научн|инновационн|цифров|демонстрационн|открыт|выездн|протокольн|закупочн|ремонтн|рабоч|общественн|экспертн|грантов|электронн"
)
_ENDING = r"(?:ый|ий|ого|его|ому|ему|ым|им|ом|ем|ая|яя|ой|ей|ую|юю|ое|ее|ые|ие|ых|их|ыми|ими)"
AFTER_NUMERAL = lazy(
    r"(?:\d|два|две|три|четыре|обе|оба|полтора|двух|тр[её]х|четыр[её]х)\s+(?:[а-яё]+\s+)?\Z", re.IGNORECASE
)
_NOUN_NEXT = lazy(r"([а-яё]{3,})(?![\w-])", re.IGNORECASE)


def _at_odds(word: str, following: str) -> bool:
    noun = _NOUN_NEXT.match(following)
    return noun is not None and disagree(_LAST_LETTERS.findall(word)[-1], noun[1])


_LAST_LETTERS = lazy(r"[а-яё-]+\Z", re.IGNORECASE)
ADJECTIVE_AND_NOUN = sought(
    rf"(?<![\w-])((?:[а-яё]+о-)?(?:{_STEM}){_ENDING})\s+([а-яё]{{3,}})(?![\w-])",
    re.IGNORECASE,
    word=rf"(?<![\w-])(?:[а-яё]+о-)?(?:{_STEM}){_ENDING}\Z",
    pair=_at_odds,
)
_SUBSTANTIVE = lazy(r"рабоч|ответственн|открыт|учебн(?:ая|ой|ую)\Z", re.IGNORECASE)


@text_rule("L112", "error", seeks=(ADJECTIVE_AND_NOUN,))
def adjective_and_noun(text: str) -> Slips:
    """Прилагательное не согласовано с существительным.

    Род, число и падеж у них одинаковы: образовательных организаций, региональному координатору.

    Плохо: руководителям образовательных организации
    Плохо: развитие образовательной программ
    Хорошо: руководителям образовательных организаций; рабочих колледжа; среднего профессионального образования
    """
    masked = prose(text)
    for match in ADJECTIVE_AND_NOUN.finditer(masked):
        if _SUBSTANTIVE.match(match[1]) or _SERIES.search(masked, max(0, match.start() - 30), match.start()):
            continue
        if AFTER_NUMERAL.search(masked, max(0, match.start() - 40), match.start()):
            continue
        if disagree(match[1], match[2]):
            yield Slip(match.start(), match.end(), f"слова «{match[1]}» и «{match[2]}» не согласованы")


_SERIES = lazy(
    r"[а-яё]+(?:ую|юю|ая|яя|ый|ий|ое|ее|ой|ей|ого|его|ом|ем|ым|им|ых|их|ому|ему)\s*(?:,|и|или|-)\s+\Z|-\s+(?:и|или)\s+\Z"
)

_NOUNS = (
    "организация/организации/организаций колледж/колледжа/колледжей кластер/кластера/кластеров участник/участника/участников предприятие/предприятия/предприятий "
    "программа/программы/программ рубль/рубля/рублей день/дня/дней час/часа/часов месяц/месяца/месяцев регион/региона/регионов субъект/субъекта/субъектов "
    "студент/студента/студентов мероприятие/мероприятия/мероприятий документ/документа/документов заявка/заявки/заявок экземпляр/экземпляра/экземпляров "
    "место/места/мест центр/центра/центров школа/школы/школ педагог/педагога/педагогов преподаватель/преподавателя/преподавателей мастерская/мастерские/мастерских "
    "выпускник/выпускника/выпускников договор/договора/договоров соглашение/соглашения/соглашений специалист/специалиста/специалистов минута/минуты/минут "
    "балл/балла/баллов отрасль/отрасли/отраслей протокол/протокола/протоколов представитель/представителя/представителей проект/проекта/проектов "
    "работник/работника/работников сотрудник/сотрудника/сотрудников поручение/поручения/поручений неделя/недели/недель тысяча/тысячи/тысяч миллион/миллиона/миллионов "
    "лаборатория/лаборатории/лабораторий площадка/площадки/площадок специальность/специальности/специальностей слушатель/слушателя/слушателей процент/процента/процентов человек/человека/человек станок/станка/станков учитель/учителя/учителей "
    "группа/группы/групп класс/класса/классов книга/книги/книг страница/страницы/страниц лист/листа/листов автомобиль/автомобиля/автомобилей"
)
_FORMS: dict[str, tuple[int, list[str]]] = {
    form: (index, forms)
    for forms in (noun.split("/") for noun in _NOUNS.split())
    for index, form in enumerate(forms)
}


def _may_be_counted(_: str, following: str) -> bool:
    word = _NOUN_NEXT.match(following)
    return word is not None and (word[1] in _FORMS or word[1].startswith(("рабоч", "календарн")))


_COUNTED = sought(
    rf"(\d(?<![\w.,№/–-].)(?<![№+×] .)\d{{0,2}}(?:[ \u00a0]\d{{3}})*)\s+((?:(?:рабоч|календарн)(?:ий|ый|их|ых|ие|ые|его|ого)\s+)?)({'|'.join(_FORMS)})(?![\w-])",
    word=r"0\Z",
    pair=_may_be_counted,
)
_REFERS = lazy(
    r"(?<!\w)(?:п|пп|ст|ч|гл|рис|табл|разд|прил|стр|с|т|д|к|кв|им|пункт\w*|стать\w+|част[ьияею]\w*|глав\w+|приложени\w+|таблиц\w+|раздел\w*|абзац\w*|подпункт\w*|форм\w+|этап\w*|строк\w+|граф\w+|номер\w*|школ\w+|лот\w*|вариант\w*|групп\w+|блок\w*|шаг\w*|уровн\w+|модул\w+|задач\w+|показател\w+|индекс\w*|код\w*|№|январ\w+|феврал\w+|март\w*|апрел\w+|июн\w+|июл\w+|август\w*|сентябр\w+|октябр\w+|ноябр\w+|декабр\w+|топ|порядка)\.?\s*\Z",
    re.IGNORECASE,
)


@text_rule("L113", "error", seeks=(_COUNTED,))
def figure_and_noun(text: str) -> Slips:
    """Существительное не согласовано с числом.

    1 колледж, 2 колледжа, 5 колледжей; 21 колледж; 2,5 рубля.

    Плохо: создано 5 колледжа
    Плохо: участвует 21 колледжей
    Хорошо: 5 колледжей; из 3 колледжей; 21 колледж; 2,5 рубля; ст. 5 закона; в 2 колледжах
    """
    masked = prose(text)
    for match in _COUNTED.finditer(masked):
        number = int(re.sub(r"\D", "", match[1]))
        index, forms = _FORMS[match[3]]
        if (
            _REFERS.search(masked[max(0, match.start() - 16) : match.start()])
            or match[1].startswith("0")
            or (1900 <= number <= 2100 and match[1].isdigit())
        ):
            continue
        wanted = _wanted(number)
        if index == wanted or (match[2] and index == 2):
            continue
        oblique = (wanted == 1 and index == 2) or (wanted == 0 and index == 1)
        feminine = wanted == 0 and match[3].endswith(("и", "ы"))
        if oblique or feminine or forms[wanted] == match[3]:
            continue
        yield Slip(
            match.start(3), match.end(3), f"при числе {match[1]} пишут «{forms[wanted]}»", forms[wanted]
        )


def _wanted(number: int) -> int:
    if number % 100 in range(11, 15) or number % 10 in {0, 5, 6, 7, 8, 9}:
        return 2
    return 0 if number % 10 == 1 else 1


_SUBJECTS = {
    "министерство": "neut", "департамент": "masc", "комиссия": "femn", "совет": "masc", "правительство": "neut", "колледж": "masc", "организация": "femn",
    "учреждение": "neut", "предприятие": "neut", "центр": "masc", "отдел": "masc", "управление": "neut", "дирекция": "femn", "группа": "femn", "техникум": "masc",
    "институт": "masc", "университет": "masc", "ассоциация": "femn", "участники": "plur", "инициаторы": "plur", "руководители": "plur", "представители": "plur",
    "колледжи": "plur", "организации": "plur", "координаторы": "plur", "члены": "plur", "победители": "plur", "министр": "masc", "проект": "masc",
    "совещание": "neut", "заседание": "neut", "мероприятие": "neut", "программа": "femn", "работа": "femn", "студенты": "plur", "педагоги": "plur", "выпускники": "plur", "регионы": "plur", "предприятия": "plur", "минпросвещения": "neut",
}  # fmt: skip
_PAST = lazy(r"([а-яё]+л[аои]?(?:с[ья])?)(?![\w-])", re.IGNORECASE)


def _says_otherwise(subject: str, following: str) -> bool:
    verb = _PAST.match(following)
    return verb is not None and bool(_unfit(subject, verb[1]))


def _unfit(subject: str, verb: str) -> list[Any]:
    """The readings of a verb in the past if none of them goes with the subject."""
    said = [parse.tag for parse in readings(verb) if parse.tag.POS == "VERB" and parse.tag.tense == "past"]
    wanted = _SUBJECTS[subject.lower()]
    if len(said) != len(readings(verb)) or any(wanted in {str(tag.gender), str(tag.number)} for tag in said):
        return []
    return said


SUBJECT_AND_VERB = sought(
    rf"(?:(?<=\A)|(?<=[.!?;]\s)|(?<=\n)|(?<=, что )|(?<=^)|(?<=\)\s))({'|'.join(_SUBJECTS)})\s+([а-яё]+л[аои]?(?:с[ья])?)(?![\w-])",
    re.IGNORECASE | re.MULTILINE,
    word=lambda word: word.lower() in _SUBJECTS,
    pair=_says_otherwise,
)


_NEXT_WORD = lazy(r"\s+([а-яё]+)")
_NAMED_BELOW = lazy(r"\s*[:–—]")


@text_rule("L114", "error", seeks=(SUBJECT_AND_VERB,))
def subject_and_verb(text: str) -> Slips:
    """Сказуемое не согласовано с подлежащим.

    Министерство направило, комиссия рассмотрела, участники обсудили.

    Плохо: Министерство направили письмо
    Плохо: Комиссия рассмотрел заявки
    Хорошо: Министерство направило письмо; Комиссия рассмотрела заявки; Участники обсудили
    """
    for match in SUBJECT_AND_VERB.finditer(prose(text)):
        said, wanted = _unfit(match[1], match[2]), _SUBJECTS[match[1].lower()]
        if not said:
            continue
        if wanted != "plur" and is_noun(match[1], "plur", "nomn"):
            continue
        follows = _NEXT_WORD.match(match.string, match.end())
        marks = [str(mark) for mark in (said[0].number, said[0].gender) if mark]
        if follows and is_noun(match[1], "accs") and is_noun(follows[1], "nomn", *marks):
            continue  # «мероприятие посетили студенты»
        if is_noun(match[1], "accs") and _NAMED_BELOW.match(match.string, match.end()):
            continue  # «Совещание вёл: директор Иванов И.И.»
        yield Slip(
            match.start(2),
            match.end(2),
            f"сказуемое не согласовано со словом «{match[1]}»",
            _agreed(match[2], wanted),
        )


def _agreed(verb: str, wanted: str) -> str | None:
    parse = next((parse for parse in readings(verb) if parse.tag.POS == "VERB"), None)
    form = parse.inflect({"plur"} if wanted == "plur" else {"sing", wanted}) if parse else None
    return str(form.word) if form else None
