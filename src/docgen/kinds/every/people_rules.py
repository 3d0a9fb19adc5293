"""What must hold for the people of the reference data (C12x)."""

import re
from collections.abc import Iterator
from typing import Any

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, Related, Severity, rule
from docgen.language.cases import Certainty
from docgen.language.declension import decline
from docgen.model.people import People, Person


@rule("C121", Severity.WARNING)
def person_twice(document: Document[Any], corpus: Corpus) -> Findings:
    """Один человек записан под двумя ключами.

    Имя и организация совпадают: должность или падежи исправят в одной записи, а документ возьмёт другую. У тёзок
    различайте отчества или должности.

    Плохо:
        ivanova: {name: Иванова А.С., gender: f, organisation: college}
        ivanova-as: {name: Иванова Анна Сергеевна, organisation: college}
    Хорошо:
        ivanova: {name: Иванова Анна Сергеевна, organisation: college}
        petrov: {name: Петров Иван Ильич, organisation: college}
    """
    seen: dict[object, tuple[str, Person]] = {}
    for key, person in _people(document):
        organisation = person.organisation.key if person.organisation is not None else None
        first_key, first = seen.setdefault((_called(person), organisation), (key, person))
        if first is not person:
            related = (Related(first.at("name"), "первая запись"),)
            message = f"этот человек уже есть под ключом {first_key}"
            yield Finding(person.at("name"), message, "оставьте одну запись", related)


def _people(document: Document[Any]) -> Iterator[tuple[str, Person]]:
    if isinstance(document.record, People):
        yield from document.record.root.items()


def _called(person: Person) -> str:
    return " ".join(person.parsed.listed.lower().replace("ё", "е").split())


_EMAIL = re.compile(r"[A-Za-z0-9_+-]+(?:\.[A-Za-z0-9_+-]+)*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}")


@rule("C122")
def bad_email(document: Document[Any], corpus: Corpus) -> Findings:
    """Адрес электронной почты не читается.

    Адрес пишется латиницей: имя@узел.зона. Русские «с», «о», «а», «е», «р» на глаз не отличить от латинских, но письмо
    не дойдёт.

    Плохо:
        ivanova: {name: Иванова Анна Сергеевна, email: ivanova@example}
    Хорошо:
        ivanova: {name: Иванова Анна Сергеевна, email: ivanova@example.ru}
    """
    for _, person in _people(document):
        scalar = person.scalar("email")
        if scalar is None or person.email is None or _EMAIL.fullmatch(person.email.strip()):
            continue
        foreign = re.search(r"[А-Яа-яЁё]", scalar)
        if foreign is not None:
            message = f"русская буква «{foreign[0]}» в адресе почты"
            yield Finding(scalar.part(*foreign.span()), message, "наберите адрес латиницей")
        else:
            yield Finding(scalar.span, "адрес почты не читается", "например: ivanova@example.ru")


_PHONE = re.compile(r"(?:\+7|8) ?\(?\d{3,5}\)?[ \d-]{5,10}(?:,? ?доб\. ?\d{1,6})?")


@rule("C123", Severity.WARNING)
def odd_phone(document: Document[Any], corpus: Corpus) -> Findings:
    """Номер телефона записан необычно.

    В отметке об исполнителе номер пишут с кодом города: «+7 (495) 123-45-67», с добавочным – «доб. 12».

    Плохо:
        ivanova: {name: Иванова Анна Сергеевна, phone: 123-45}
    Хорошо:
        ivanova: {name: Иванова Анна Сергеевна, phone: "+7 (495) 123-45-67, доб. 12"}
    """
    for _, person in _people(document):
        if person.phone is None:
            continue
        digits = re.sub(r"\D", "", person.phone.partition("доб")[0])
        if len(digits) != 11 or not _PHONE.fullmatch(person.phone.strip()):
            yield Finding(
                person.at("phone"), "номер телефона записан необычно", "например: +7 (495) 123-45-67"
            )


@rule("C124", Severity.INFO)
def gender_not_told(document: Document[Any], corpus: Corpus) -> Findings:
    """Пол человека не указан, а фамилия склоняется по-разному.

    Инициалы пола не выдают. Пока имя стоит в именительном падеже, это не мешает; когда понадобится другой падеж,
    документ остановится.

    Плохо:
        bondar: {name: Бондарь О.А.}
    Хорошо:
        bondar: {name: Бондарь О.А., gender: f}
    """
    for _, person in _people(document):
        doubtful = person.gender_known() is None and person.cases is None
        if doubtful and decline(person.name, "person").certainty is Certainty.UNSURE:
            message = "пол не указан, а фамилия склоняется по-разному"
            yield Finding(person.at("name"), message, "добавьте gender: m или f")


@rule("C125", Severity.WARNING)
def post_with_capital(document: Document[Any], corpus: Corpus) -> Findings:
    """Должность записана с прописной буквы.

    В тексте должность пишут со строчной («директора департамента …»); в подписи прописную поставит docgen. С прописной
    пишут высшие государственные должности («Президент», «Председатель Правительства», «Министр» в официальных
    документах).

    Плохо:
        ivanova: {name: Иванова Анна Сергеевна, post: Директор колледжа}
    Хорошо:
        ivanova: {name: Иванова Анна Сергеевна, post: директор колледжа}
    """
    for _, person in _people(document):
        scalar = person.scalar("post")
        if scalar is not None and re.match(r"[А-ЯЁ][а-яё]", scalar) and not _HIGH.match(scalar):
            good = f"{scalar[:1].lower()}{scalar.split()[0][1:]}"
            yield Finding(scalar.part(0, 1), "должность записана с прописной буквы", f"напишите: {good} …")


_HIGH = re.compile(
    r"Президент|Председатель|Премьер|Вице-премьер|Министр|Губернатор|Глава|Первый заместитель Пред|Заместитель (?:Пред|Мин)"
)
