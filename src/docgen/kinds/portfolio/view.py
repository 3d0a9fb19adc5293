"""What a portfolio prints: the only names that ``templates/portfolio.docx`` may use."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from docgen.corpus import Corpus, Document, Stage, printed
from docgen.kinds.portfolio.coverage import coverage
from docgen.kinds.portfolio.members import Matter, matter
from docgen.kinds.portfolio.outliers import outliers
from docgen.kinds.portfolio.pages import Pages
from docgen.kinds.portfolio.record import Portfolio
from docgen.kinds.portfolio.similar import similar_texts
from docgen.kinds.portfolio.sums import against_passport, by_group, industries_and_cards, money
from docgen.kinds.portfolio.unready import unready
from docgen.language.dates.day import written
from docgen.language.numbers.numerals import counted
from docgen.render import Block, Contents

_TITLE = "Сводный отчёт по программам развития образовательно-производственных центров (кластеров)"


@dataclass(frozen=True)
class PortfolioView:
    """Сводный отчёт в том виде, в каком его печатает шаблон."""

    document_title: str = printed("Название в свойствах файла", verbatim=True)
    document_date: date | None = printed("Дата в свойствах файла")
    draft: bool = printed("Черновик (печатается «ПРОЕКТ»)")
    title: str = printed("Название отчёта")
    period: str = printed("Срок: на 2022–2024 годы")
    as_of: str = printed("По состоянию на …")
    place: str = printed("Город на титульном листе")
    year: str = printed("Год на титульном листе")
    contents: Contents = printed("Содержание с номерами страниц")
    body: tuple[Block, ...] = printed("Разделы отчёта с таблицами и рисунками")


def view(document: Document[Portfolio], corpus: Corpus) -> PortfolioView:
    """The portfolio as it is printed."""
    found = matter(document, corpus)
    pages = Pages()
    for title, write in SECTIONS.items():
        pages.heading(title)
        write(found, pages)
    portfolio = found.portfolio
    title = portfolio.title or _TITLE
    return PortfolioView(
        document_title=title,
        document_date=portfolio.as_of,
        draft=document.stage is Stage.DRAFT,
        title=title,
        period=f"на {portfolio.period} годы" if portfolio.period else "⟦период⟧",
        as_of=f"по состоянию на {written(portfolio.as_of)}" if portfolio.as_of else "⟦день отчёта⟧",
        place=portfolio.place or "",
        year=str(portfolio.as_of.year) if portfolio.as_of else "",
        contents=pages.contents(),
        body=tuple(pages.blocks),
    )


def _general(found: Matter, pages: Pages) -> None:
    """How many programmes there are, and what they add up to."""
    count = len(found.members)
    ready = sum(member.ready for member in found.members)
    pages.text(
        f"В отчёт {'вошла' if count % 10 == 1 and count % 100 != 11 else 'вошли'} "
        f"{counted(count, ('программа', 'программы', 'программ'))} развития кластеров: регионов – "
        f"{len(found.by_region())}, отраслей – {len(found.by_industry())}.",
        f"Готовы к подписанию {ready} из {count}.",
    )
    pages.text(
        "Показатели и средства сложены по исходным данным программ на день отчёта; неготовые программы учтены "
        "в той части, которая в них записана."
    )
    against_passport(found, pages)


def _industries(found: Matter, pages: Pages) -> None:
    industries_and_cards(found, pages)
    by_group(found, found.by_industry(), pages, "Отрасль", "по отраслям")


def _regions(found: Matter, pages: Pages) -> None:
    by_group(found, found.by_region(), pages, "Регион", "по регионам")
    coverage(found, pages)


SECTIONS: dict[str, Callable[[Matter, Pages], None]] = {
    "Общие итоги": _general,
    "Отрасли": _industries,
    "Регионы": _regions,
    "Финансовое обеспечение": money,
    "Программы, которые выделяются": outliers,
    "Совпадения текстов": similar_texts,
    "Готовность программ": unready,
}
