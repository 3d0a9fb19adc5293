"""What must hold of a portfolio (R1xx)."""

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, Related, Severity, rule
from docgen.kinds.portfolio.copied import copied, pairs
from docgen.kinds.portfolio.members import chosen
from docgen.kinds.portfolio.record import Portfolio
from docgen.language.numbers.numerals import counted
from docgen.model.layout.layout import Layout
from docgen.model.programme import WrittenProgramme

_TOLD = 100
_NAMED = 5


@rule("R101", Severity.GAP)
def unsaid(document: Document[Portfolio], corpus: Corpus) -> Findings:
    """Не указан период отчёта или день, на который он составлен.

    По периоду отбираются программы, а день печатается на титульном листе: без него не понять, какие данные учтены.

    Плохо:
        as_of:
    Хорошо:
        as_of: 2022-03-01
    """
    portfolio = document.record
    for field, title, example in (
        ("period", "период", "period: {from: 2022, to: 2024}"),
        ("as_of", "день отчёта", "as_of: 2022-03-01"),
    ):
        if getattr(portfolio, field) is None:
            span = portfolio.at_name(field) if portfolio.has(field) else portfolio.at()
            yield Finding(span, f"не указан {title}", f"напишите {example}")


@rule("R102")
def unknown_layout(document: Document[Portfolio], corpus: Corpus) -> Findings:
    """Макета с таким именем нет.

    По макету отбираются программы; имя макета – имя файла из content/reference/layouts/.

    Плохо:
        layout: programm
    Хорошо:
        layout: programme
    """
    named = document.record.layout
    known = [one.id for one in corpus.of(Layout)]
    if named is not None and named not in known:
        hint = f"есть: {', '.join(known)}" if known else "положите макет в content/reference/layouts/"
        yield Finding(document.record.at("layout"), f"макета «{named}» нет", hint)


@rule("R103")
def nothing_to_tell(document: Document[Portfolio], corpus: Corpus) -> Findings:
    """На период отчёта нет ни одной программы.

    Отчёт складывается из программ, срок которых пересекается с его периодом.

    Плохо:
        period: {from: 2031, to: 2033}
    Хорошо:
        period: {from: 2022, to: 2024}
    """
    period = document.record.period
    if period is not None and not chosen(document, corpus):
        span = document.record.at_name("period")
        yield Finding(span, f"программ на {period} годы нет", "исправьте период или добавьте программы")


@rule("R104", Severity.WARNING)
def same_cluster(document: Document[Portfolio], corpus: Corpus) -> Findings:
    """О кластере одной отрасли в одном регионе – две программы.

    Такой кластер будет посчитан дважды: и его обучающиеся, и его средства. Проверьте, не осталась ли в папке
    прежняя редакция программы.

    Плохо:
        period: {from: 2021, to: 2024}
    Хорошо:
        period: {from: 2022, to: 2024}
    """
    alike: dict[tuple[str, str], list[Document[WrittenProgramme]]] = {}
    for one in chosen(document, corpus):
        alike.setdefault((one.record.region or "", one.record.industry or ""), []).append(one)
    for key, programmes in alike.items():
        if all(key) and len(programmes) > 1:
            paths = [one.source.path for one in programmes]
            more = f" и ещё {len(paths) - _NAMED}" if len(paths) > _NAMED else ""
            message = f"кластер учтён {_times(len(paths))}: {', '.join(paths[:_NAMED])}{more}"
            yield Finding(document.record.at_name("period"), message, "оставьте одну из программ")


def _times(number: int) -> str:
    return counted(number, ("раз", "раза", "раз"))


@rule("R201", Severity.WARNING)
def copied_text(document: Document[Portfolio], corpus: Corpus) -> Findings:
    """Программы повторяют текст друг друга.

    Программа пишется о своём регионе и своей отрасли; большой отрывок, взятый из чужой программы, обычно остался в ней
    вместе с чужими цифрами. Сравниваются тексты всех пунктов, миссия и цель; совпадением считаются шесть и более слов
    подряд. С какой доли и с какого числа слов о совпадении сообщать, говорит copies.

    Плохо:
        period: {from: 2022, to: 2025}
    Хорошо:
        period: {from: 2022, to: 2024}
    """
    layouts = {one.id: one.record for one in corpus.of(Layout)}
    found = pairs(copied(chosen(document, corpus), document.record.copies))
    place = document.record.at_name("period")
    for (first, second), texts in list(found.items())[:_TOLD]:
        most = texts[0]
        more = f" и ещё в {len(texts) - 1}" if len(texts) > 1 else ""
        message = (
            f"программы {first} и {second} совпадают: {round(most.percent)} % текста, "
            f"{counted(most.words, ('слово', 'слова', 'слов'))} подряд или частями{more}"
        )
        related = tuple(
            Related(at, text.title(layouts.get(text.document.record.layout or "")))
            for text, at in ((most.first, most.at_first), (most.second, most.at_second))
        )
        yield Finding(place, message, "перепишите заимствованный текст", related)
    if len(found) > _TOLD:
        rest = counted(len(found) - _TOLD, ("паре", "парах", "парах"))
        yield Finding(
            place, f"совпадения есть ещё в {rest} программ", "посмотрите их в таблице отчёта: -t xlsx"
        )
