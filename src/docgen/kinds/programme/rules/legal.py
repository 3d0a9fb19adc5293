"""Legal acts: their list, and what the text says of them (D71x)."""

import re
from collections.abc import Iterator
from datetime import date

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, Related, Severity, rule
from docgen.kinds.programme.record import Programme
from docgen.kinds.programme.rules.participants import plain
from docgen.kinds.programme.rules.walk import Prose, lacking, prose
from docgen.language.dates.day import in_digits, parse_date
from docgen.model.markdown.passages import Passage
from docgen.model.programme import LegalAct
from docgen.sources import kept_of_last

_ACT = re.compile(
    r"(?<![А-Яа-яЁё-])(?:"
    r"[Фф]едеральн(?:ый|ого|ому|ым|ом)\s+(?:конституционн\w+\s+)?закон(?:а|у|ом|е)?"
    r"|[Уу]каз(?:а|у|ом|е)?\s+Президента"
    r"|(?:[Пп]остановлени|[Рр]аспоряжени)(?:е|я|ю|ем|и)\s+(?:[Пп]равительства|[Аа]дминистрации|[Гг]убернатора)"
    r"|[Пп]риказ(?:а|у|ом|е)?\s+(?:[Мм]инистерств[ао]|Мин[а-яё]+|[Фф]едеральной\s+службы|Рос[а-яё]+)"
    r")(?![а-яё])"
)
_STEMS = ("закон", "каз", "становлени", "споряжени")
_DATE = r"(?:\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}\s+[а-я]+\s+\d{4})"
_CITED = re.compile(rf"от\s+(?P<date>{_DATE})\s*(?:г\.|года)?,?\s*№\s*(?P<number>[\w/.-]*[\w])")
_DATED = re.compile(rf"\s[^«№.]{{0,60}}?\bот\s+{_DATE}")
_TITLE = re.compile(r"«((?:[^«»]|«[^«»]*»)+)»")
_REACH = 200
_END = re.compile(r"(?<!\bг)(?<!\bст)(?<!\bп)\.\s+[А-ЯЁ]|\n")


@rule("D711", Severity.GAP)
def act_incomplete(document: Document[Programme], corpus: Corpus) -> Findings:
    """У нормативного акта не указаны вид, дата или номер.

    По виду, дате и номеру акт находят однозначно; по одному названию – нет.

    Плохо:
        legal_acts:
          - {title: Об образовании в Российской Федерации, kind: Федеральный закон, number: 273-ФЗ}
    Хорошо:
        legal_acts:
          - {title: Об образовании в Российской Федерации, kind: Федеральный закон, date: 29.12.2012, number: 273-ФЗ}
    """
    for act in document.record.legal_acts:
        titles = {"kind": "вид", "date": "дата", "number": "номер"}
        absent = [field for field in titles if not getattr(act, field)]
        if absent:
            message = f"у акта не указано: {', '.join(titles[field] for field in absent)}"
            hint = f"заполните {', '.join(f'{field}:' for field in absent)}"
            yield Finding(lacking(act, absent[0]), message, hint)


@rule("D712", Severity.WARNING)
def act_repealed(document: Document[Programme], corpus: Corpus) -> Findings:
    """Акт утратил силу.

    Программа опирается на действующие акты. Отменённый акт упоминают только там, где важна история вопроса.

    Плохо:
        legal_acts:
          - {title: Об образовании, kind: Закон, date: 10.07.1992, number: 3266-1, repealed_by: Федеральный закон № 273-ФЗ}
    Хорошо:
        legal_acts:
          - {title: Об образовании в Российской Федерации, kind: Федеральный закон, date: 29.12.2012, number: 273-ФЗ}
    """
    for act in document.record.legal_acts:
        if act.repealed_by:
            message = f"акт «{act.title}» утратил силу: {act.repealed_by}"
            yield Finding(act.at("repealed_by"), message, "сошлитесь на действующий акт")


@rule("D713", Severity.WARNING)
def cited_without_number(document: Document[Programme], corpus: Corpus) -> Findings:
    """Акт упомянут без даты и номера.

    «Постановлением Правительства Российской Федерации утверждено …» – каким? Дата и номер не нужны, если акт назван по
    заголовку и есть в перечне нормативных актов. Дата без номера не говорит, какой это акт.

    Плохо:
        sections:
          general:
            economy: Экономика области держится на металлургии и производстве стали.
            industry: Отрасль развивается по постановлению Правительства Российской Федерации о поддержке заводов.
    Хорошо:
        sections:
          general:
            economy: Экономика области держится на металлургии и производстве стали.
            industry: Отрасль развивается по постановлению Правительства Российской Федерации от 26.12.2017 № 1642.
    """
    titles = {plain(act.title) for act in document.record.legal_acts}
    for one, passage, match in _acts(document.record):
        rest = _sentence(passage.text, match.end())
        named = {plain(title) for title in _TITLE.findall(rest)}
        half = _DATED.match(rest) is not None
        if "№" not in rest and half:
            span = one.at(passage, *match.span())
            yield Finding(span, "у акта названа дата, а номера нет", "добавьте номер: «от 26.12.2017 № 1642»")
        elif "№" not in rest and not named & titles:
            span = one.at(passage, *match.span())
            yield Finding(span, "акт назван без даты и номера", "добавьте: «от 26.12.2017 № 1642»")


def _sentence(text: str, start: int) -> str:
    """What follows within the sentence, not too far."""
    rest = text[start : start + _REACH]
    end = min(filter(None, (_END.search(rest), _ACT.search(rest))), key=lambda one: one.start(), default=None)
    return rest[: end.start()] if end is not None else rest


@kept_of_last
def _acts(programme: Programme) -> Iterator[tuple[Prose, Passage, re.Match[str]]]:
    """The words of the text that name an act by its kind."""
    for one in prose(programme):
        for passage in one.passages:
            if any(stem in passage.text for stem in _STEMS):
                yield from ((one, passage, match) for match in _ACT.finditer(passage.text))


def _citations(programme: Programme) -> Iterator[tuple[Prose, Passage, re.Match[str], re.Match[str], date]]:
    """Acts cited with date and number: the words that name the act, the date with the number."""
    for one, passage, act in _acts(programme):
        rest = _sentence(passage.text, act.end())
        match = _CITED.search(passage.text, act.end(), act.end() + len(rest))
        try:
            day = parse_date(match["date"]) if match is not None else None
        except ValueError:
            continue  # the text rules tell of a day that is not
        if match is not None and day is not None:
            yield one, passage, act, match, day


@rule("D714")
def cited_differently(document: Document[Programme], corpus: Corpus) -> Findings:
    """Дата или номер акта в тексте не те, что в перечне.

    Акт с тем же номером записан в перечне с другой датой, или акт той же даты и того же вида – с другим номером, а
    заголовок тот же.

    Плохо:
        sections:
          general:
            economy: Экономика области держится на металлургии и производстве стали.
            industry: Кадры готовят по Федеральному закону от 29.12.2013 № 273-ФЗ, отрасль их ждёт.
    Хорошо:
        sections:
          general:
            economy: Экономика области держится на металлургии и производстве стали.
            industry: Кадры готовят по Федеральному закону от 29.12.2012 № 273-ФЗ, отрасль их ждёт.
    """
    for one, passage, act, match, day in _citations(document.record):
        listed = _of_kind(document.record, act[0])
        if any(each.date == day and each.number == match["number"] for each in listed):
            continue
        title = _TITLE.search(_sentence(passage.text, match.end()))
        for each in listed:
            same_title = title is not None and plain(title[1]) == plain(each.title)
            if each.date and each.number and (each.number == match["number"] or same_title):
                right = f"от {in_digits(each.date)} № {each.number}"
                related = (Related(each.at(), "в перечне"),)
                span = one.at(passage, *match.span())
                yield Finding(
                    span, f"акт назван {match[0]}, а в перечне – {right}", "исправьте одно из двух", related
                )
                break


def _of_kind(programme: Programme, said: str) -> list[LegalAct]:
    """The listed acts of the kind that the words name."""
    stem = said[:4].casefold()
    return [act for act in programme.legal_acts if (act.kind or "").casefold().startswith(stem)]


@rule("D715", Severity.INFO)
def cited_not_listed(document: Document[Programme], corpus: Corpus) -> Findings:
    """Акт упомянут в тексте, а в перечне нормативных актов его нет.

    Плохо:
        sections:
          general:
            economy: Экономика области держится на металлургии и производстве стали.
            industry: Отрасль развивается по постановлению Правительства Российской Федерации от 26.12.2017 № 1642.
    Хорошо:
        sections:
          general:
            economy: Экономика области держится на металлургии и производстве стали.
            industry: Кадры готовят по Федеральному закону от 29.12.2012 № 273-ФЗ, отрасль их ждёт.
    """
    programme = document.record
    told: set[str] = set()
    if not all(act.number for act in programme.legal_acts):
        return  # the list itself is not complete, D711 tells of it
    for one, passage, act, match, _ in _citations(programme):
        listed = _of_kind(programme, act[0])
        title = _TITLE.search(_sentence(passage.text, match.end()))
        known = any(
            each.number == match["number"] or (title is not None and plain(title[1]) == plain(each.title))
            for each in listed
        )
        if programme.legal_acts and not known and match["number"] not in told:
            told.add(match["number"])
            span = one.at(passage, *match.span())
            yield Finding(span, f"акта № {match['number']} нет в перечне", "добавьте его в legal_acts:")


@rule("D716", Severity.WARNING)
def act_twice(document: Document[Programme], corpus: Corpus) -> Findings:
    """Акт записан в перечне дважды.

    Плохо:
        legal_acts:
          - {title: Об образовании в Российской Федерации, kind: Федеральный закон, date: 29.12.2012, number: 273-ФЗ}
          - {title: Об образовании, kind: Федеральный закон, date: 29.12.2012, number: 273-ФЗ}
    Хорошо:
        legal_acts:
          - {title: Об образовании в Российской Федерации, kind: Федеральный закон, date: 29.12.2012, number: 273-ФЗ}
    """
    seen: dict[object, LegalAct] = {}
    for act in document.record.legal_acts:
        if act.date is None or not act.number:
            continue
        first = seen.setdefault((act.date, plain(act.number)), act)
        if first is not act:
            related = (Related(first.at("number"), "первый раз"),)
            yield Finding(act.at("number"), f"акт № {act.number} уже записан", "уберите повтор", related)
