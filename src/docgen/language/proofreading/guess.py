"""A word of the office one letter away from what is written (L074)."""

from functools import cache

from docgen.language.patterns import lazy
from docgen.language.proofreading.morphology import readings

_STEMS = """
агентств аккредитац анализ аппарат ассигнован ассоциац аттестац бюджет бухгалтер ведомств взаимодейств внедрен
возможност выполнен выпускник выступлен государствен гарант график действ делопроизводств демонстрацион департамент
деятельност директор дисциплин договор документ должност дополнительн достижен ежемесячн ежеквартальн заведен
завершен задолженност заключен законодательств закупк заместител заместитель заседан заявк заявлен значен индикатор
индустри инициатив инициатор инженер инновац институт инструктаж инструмент интеграц информац инфраструктур
использован исполнен исполнительн исследован кадров календарн кандидат квалификац квартал кластер колледж количеств
комисси комитет компетенц компенсац комплекс конкурс консультац контингент контрол конференц координатор координац
кооперац критери лаборатор лиценз материал мастерск машиностроен металлург методик методическ механизм министерств
модернизац мониторинг муниципальн наблюдательн назначен направлен наставник необходим норматив обеспечен обновлен
оборудован образован образовательн обсужден обучен обучающ обязанност обязательств ознакомлен организац организатор
основан ответственн отделен отраслев отчетност оценк партнер педагог перечен перспектив план повестк подведомственн
подготовк поддержк поздравлен показател положен получател популяризац поручен посещен постановлен поставк
правительств практик предложен предприят представител представлен председател презентац преподавател приглашен
приказ приложен применен присутств проведен программ продолжен проект производств производственн промышленност
просвещен протокол профессион профессионалитет профессиональн процедур публикац рабоч развит раздел размещен
разработк район распоряжен расписан рассмотрен расход реализац региональн регламент регистрац результат рейтинг
рекомендац реконструкц ремонт реорганизац ресурс решен руководител руководств секретар семинар сертификат сессия
систем служб снижен собран совещан совершенствован согласован соглашен создан сооружен соответств сопровожден
сотрудник сотрудничеств социальн специалист специальност справк среднемесячн стажировк стандарт статистик стипенд
стоимост стратег стратегическ строительств структур студент субсид субъект таблиц территор технолог техникум технич
требован трудоустройств уведомлен управлен управляющ уровен условий участник участие учебн учредител учрежден
утвержден федеральн федерац финансирован финансов формирован функционал функционирован характеристик ходатайств
чемпионат численност экзамен экономик экономическ эксперт эксплуатац электронн эффективност юридическ ярмарк январ
феврал октябр ноябр декабр сентябр понедельник воскресень пятниц четверг вторник
"""


@cache
def _index() -> dict[str, list[str]]:
    """Every stem under itself and under itself without any one of its letters."""
    index: dict[str, list[str]] = {}
    for stem in _STEMS.split():
        if len(stem) > 5:
            for variant in {stem, *_without_one(stem)}:
                index.setdefault(variant, []).append(stem)
    return index


def _without_one(word: str) -> list[str]:
    return [word[:i] + word[i + 1 :] for i in range(len(word))]


_MADE_OF_NOUN = lazy(r"н(?:ый|ого|ому|ым|ом|ая|ой|ую|ое|ые|ых|ыми)\Z")


@cache
def nearest(word: str) -> str | None:
    """The known word that an unknown one was meant to be: one letter changed, lost, added, or two swapped."""
    if len(word) < 7:
        return None
    found = {near for stem, length in _candidates(word) if (near := stem + word[length:]) != word}
    if not found or readings(word):
        return None
    if _MADE_OF_NOUN.search(word) and readings(_MADE_OF_NOUN.sub("", word)):
        return None  # «чемпионатный»
    known = sorted(near for near in found if readings(near))
    return known[0] if len(known) == 1 else None


def _candidates(word: str) -> list[tuple[str, int]]:
    """Stems one edit away from a beginning of the word, and the length of that beginning."""
    index = _index()
    found: list[tuple[str, int]] = []
    for length in range(5, min(len(word), 17) + 1):
        beginning = word[:length]
        for variant in (beginning, *_without_one(beginning)):
            found += ((stem, length) for stem in index.get(variant, ()) if _one_edit(beginning, stem))
    return found


def _one_edit(first: str, second: str) -> bool:
    if abs(len(first) - len(second)) > 1 or first[0] != second[0]:
        return False
    same = next(
        (i for i, (a, b) in enumerate(zip(first, second, strict=False)) if a != b),
        min(len(first), len(second)),
    )
    one, two = first[same:], second[same:]
    return (
        one[1:] == two[1:]
        or one[1:] == two
        or one == two[1:]
        or (one[:2] == two[1::-1] and one[2:] == two[2:])
    )
