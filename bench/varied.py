"""A workspace of many protocols of which no two are alike, made from the two seeds, for measurements.

Every document keeps the shape and the length of its seed; people, posts, organisations, topics, tasks, addresses
and deadlines are others each time, so that what is remembered from one document helps little with the next.
"""

# ruff: noqa: SIM905  # lists of words are read easier as text
import random
import re
import shutil
from datetime import date, timedelta
from pathlib import Path

from docgen.model.calendar import production_calendar

ROOT = Path(__file__).parent.parent
SEEDS = ("2023-11-08-mshrg-4", "2026-03-12-sovet")


def _words(text: str) -> list[str]:
    return text.split()


_STEMS = _words(
    "Агап Анис Бород Вереск Волод Галкин Гордел Дроздов Еремен Жарк Зайк Ильюш Каменск Колесник Кузьм Лазар Малах "
    "Назар Огород Пан Рогоз Савел Тарас Устин Филат Холод Цветк Черныш Шаталов Щеглов Юдин Якуш Байков Ветл Горяч "
    "Долгор Ермак Жаворонк Зимин Крапив Луговск Медвед Никиф Осок Полян Рогач Сосн Тополь Ушак Хлебн Чебот Широк"
)
_MALE_ENDS = ("ов", "ин", "ский", "енко", "чук", "ян", "ых", "ко", "ик", "швили", "овский", "ун")
_FEMALE_ENDS = ("ова", "ина", "ская", "енко", "чук", "ян", "ых", "ко", "ик", "швили", "овская", "ун")
_MALE_FIRST = _words(
    "Андрей Борис Виктор Глеб Денис Егор Захар Илья Кирилл Лев Максим Никита Олег Павел Роман Тимур Фёдор"
)
_FEMALE_FIRST = _words(
    "Анна Вера Галина Дарья Елена Жанна Зоя Ирина Ксения Лидия Мария Нина Ольга Полина Раиса Софья Юлия"
)
_FATHERS = _words(
    "Андреев Борисов Викторов Глебов Денисов Егоров Захаров Кириллов Максимов Олегов Павлов Романов Тимуров"
)

_RANKS = (
    "директор|проректор|заместитель директора|начальник отдела|начальник управления|советник руководителя|"
    "заведующая кафедрой|ведущий эксперт|главный специалист|руководитель лаборатории|учёный секретарь|методист"
).split("|")
_FIELDS = (
    "развития|сопровождения|координации|мониторинга|оценки качества|организации|планирования|анализа|поддержки|"
    "модернизации|цифровизации|методического обеспечения|нормативного регулирования|аккредитации"
).split("|")
_OBJECTS = (
    "инфраструктуры колледжей|учебной базы|целевого обучения|производственной практики|педагогических кадров|"
    "образовательных программ|сетевого взаимодействия|дуального обучения|профессиональных проб|закупочных процедур|"
    "учебных мастерских|демонстрационных экзаменов|приёма студентов|трудоустройства выпускников|наставничества|"
    "молодёжных инициатив|воспитательной работы|цифровых сервисов|ремонтных работ|финансовой грамотности"
).split("|")
_PLACES = _words(
    "Липецкой Тульской Рязанской Калужской Псковской Омской Томской Курской Орловской Тверской Ярославской Брянской "
    "Самарской Пензенской Ростовской Вологодской Амурской Кировской Челябинской Иркутской Новосибирской Тюменской"
)
_INDUSTRIES = _words(
    "металлургической машиностроительной химической лёгкой атомной железнодорожной горнодобывающей фармацевтической "
    "электронной строительной рыбной лесной аграрной судостроительной авиационной туристической"
)
_VERBS = _words(
    "представить направить подготовить согласовать обеспечить проанализировать актуализировать разместить уточнить "
    "доработать завершить организовать рассмотреть провести сформировать утвердить"
)
_PAPERS = (
    "отчёт об итогах|предложения по вопросам|сведения о ходе|план мероприятий в части|анализ результатов|"
    "перечень показателей|справку о состоянии|дорожную карту по направлению|график проведения|проект положения о вопросах"
).split("|")
_MONTHS = _words("января февраля марта апреля мая июня июля августа сентября октября ноября декабря")


class Author:
    """Writes texts; the same seed writes the same texts."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)

    def one(self, words: "tuple[str, ...] | list[str]") -> str:
        """Any of the words."""
        return self._chance.choice(words)

    def number(self, first: int, last: int) -> int:
        """Any number between the two."""
        return self._chance.randint(first, last)

    def name(self) -> str:
        """A full name: family names of many kinds, a third of them without a telling ending."""
        stem, father = self.one(_STEMS), self.one(_FATHERS)
        double = f"{self.one(_STEMS)}" if self.number(1, 12) == 1 else ""
        if self.number(0, 1):
            first = f"{double}ова-" if double else ""
            return f"{first}{stem}{self.one(_FEMALE_ENDS)} {self.one(_FEMALE_FIRST)} {father}на"
        first = f"{double}ов-" if double else ""
        return f"{first}{stem}{self.one(_MALE_ENDS)} {self.one(_MALE_FIRST)} {father}ич"

    def post(self) -> str:
        """A post of three to twenty words."""
        post = f"{self.one(_RANKS)} {self.one(_FIELDS)} {self.one(_OBJECTS)}"
        if self.number(0, 1):
            post += f" Центра {self.one(_FIELDS)} {self.one(_OBJECTS)} {self.one(_PLACES)} области"
        return post

    def college(self, number: int) -> str:
        """The name of an organisation."""
        return f"ГБПОУ «Колледж {self.one(_INDUSTRIES)} отрасли {self.one(_PLACES)} области № {number + 1}»"

    def text(self, key: str, length: int) -> str:
        """The text of a field of about so many signs."""
        if key == "aside":
            return f"итоги {self.one(_FIELDS)} {self.one(_OBJECTS)} в {self.number(2023, 2027)} году"
        return self.topic(length) if key == "topic" else self.task(length)

    def task(self, length: int) -> str:
        """An order's text of about so many signs."""
        text = f"{self.one(_VERBS)} {self.one(_PAPERS)} {self.one(_OBJECTS)}"
        while len(text) < length - 40:
            text += f" и {self.one(_OBJECTS)} {self.one(_INDUSTRIES)} отрасли {self.one(_PLACES)} области"
        return f"{text} в {self.number(2023, 2027)} году"

    def topic(self, length: int) -> str:
        """What an item of the agenda is about."""
        text = f"об итогах {self.one(_FIELDS)} {self.one(_OBJECTS)}"
        while len(text) < length - 40:
            text += f" и {self.one(_OBJECTS)} в {self.one(_PLACES)} области"
        return f"{text} за {self.number(2, 28)} {self.one(_MONTHS)} {self.number(2022, 2026)} года"

    def deadline(self, year: int) -> str:
        """A deadline after the meetings of the seeds."""
        day = date(year, 4, 1) + timedelta(self.number(0, 240))
        while not production_calendar().is_working(day):
            day += timedelta(1)
        written = f"{day.day} {_MONTHS[day.month - 1]} {year} г."
        phrases = (
            f"до {written}",
            f"до {self.number(9, 17)}:{self.number(0, 59):02} (мск) {written}",
            f"в течение {self.number(3, 90)} рабочих дней",
            f"ежемесячно до {self.number(1, 28)} числа",
        )
        return self.one(phrases)


# Who of the seeds works where: such people get an organisation of their own in every document.
_STAFF = {
    "irpo": ("bondar", "sokolov", "ivanova", "gorgiashvili"),
    "gup": ("petrova",),
    "minprosvet": ("neumyvakin",),
    "lipetsk-plant": ("lebedev", "kim"),
    "lipetsk-college": ("zhuk",),
    "lipetsk-education": ("shevchenko",),
    "lipetsk-association": ("sedykh",),
}
_EMPLOYED = 5  # people of every organisation


def write_workspace(root: Path, number: int, organisations: int = 100) -> list[Path]:
    """Fill an empty folder with templates, reference data and so many protocols; their paths."""
    author = Author(number)
    shutil.copytree(ROOT / "templates", root / "templates", dirs_exist_ok=True)
    shutil.copytree(ROOT / "content" / "reference", root / "content" / "reference", dirs_exist_ok=True)
    folder = root / "content" / "protocol"
    folder.mkdir(parents=True)
    _add_reference(root / "content" / "reference", author, organisations)
    sources = []
    for index in range(number):
        seed = SEEDS[index % len(SEEDS)]
        text = (ROOT / "content" / "protocol" / f"{seed}.yaml").read_text(encoding="utf-8")
        path = folder / f"{seed[:4]}-{index:05}.yaml"
        path.write_text(varied(text, author, organisations), encoding="utf-8")
        sources.append(path)
    return sources


def _add_reference(folder: Path, author: Author, organisations: int) -> None:
    colleges, people = [], []
    for index in range(organisations):
        colleges.append(f"college-{index}:\n  name: {author.college(index)}\n  city: Липецк\n")
        for place in range(_EMPLOYED):
            people.append(  # noqa: PERF401
                f"person-{index}-{place}:\n  name: {author.name()}\n  post: {author.post()}\n"
                f"  organisation: college-{index}\n  phone: +7 (4742) 00-00-00\n"
            )
    for name, added in (("people", people), ("organisations", colleges)):
        with (folder / f"{name}.yaml").open("a", encoding="utf-8") as file:
            file.write("\n" + "\n".join(added))


_LONG = re.compile(
    r"^( *(?:- )?)(topic|text|aside|answer): (>-\n(?: +(?!(?:- )?[a-z_]+:\s)\S.*\n)+|.+\n)", re.MULTILINE
)
_DEADLINE = re.compile(r"deadline: (?!в установленные)(.+)")


def varied(text: str, author: Author, organisations: int) -> str:
    """The text of a seed with other people, topics, tasks and deadlines of the same length."""
    year = 2024 if "date: 2023" in text else 2026

    def long(match: re.Match[str]) -> str:
        indent, key, value = match.groups()
        if "{cites}" in value or "приложение" in value:
            return match[0]
        made = author.text(key, len(" ".join(value.split())))
        if "https://" in value:
            made += f" по ссылке https://disk.yandex.ru/d/{author.number(10**9, 10**10)}"
        return f"{indent}{key}: {made}\n"

    text = _LONG.sub(long, text)
    text = _DEADLINE.sub(lambda match: f"deadline: {author.deadline(year)}", text)
    chosen = random.Random(author.number(0, 10**9)).sample(range(organisations), len(_STAFF))
    for (organisation, staff), index in zip(_STAFF.items(), chosen, strict=True):
        for place, person in enumerate(staff):
            text = re.sub(rf"\b{person}\b(?!@)", f"person-{index}-{place}", text)
        text = re.sub(
            rf"(?<!^organisation: )\b{organisation}\b", f"college-{index}", text, flags=re.MULTILINE
        )
    return text
