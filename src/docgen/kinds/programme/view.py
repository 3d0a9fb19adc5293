"""What a programme prints: the only names that ``templates/programme.docx`` may use."""

import re
from dataclasses import dataclass
from datetime import date

from docgen.corpus import Corpus, Document, Stage, printed
from docgen.kinds.programme.body import SIGNATURES, body, bookmark
from docgen.kinds.programme.matter import Matter, gap
from docgen.kinds.programme.naming import title_name
from docgen.kinds.programme.record import Programme
from docgen.kinds.programme.signing import SignatureView, StampRow, signatures, stamps
from docgen.render import Block, Bookmark, Contents

_SIGNATURE_TITLE = "Лист подписания программы"
_SIGNATURE_NOTE = "Программа развития подписана всеми участниками кластера:"


_SHORT_NAME = re.compile(r"«[^«»]{1,30}»$")


def _unbroken(name: str) -> str:
    """The name with the cluster's own, in quotation marks at its end, on one line of the title page."""
    return _SHORT_NAME.sub(lambda found: found[0].replace(" ", "\N{NO-BREAK SPACE}"), name)


@dataclass(frozen=True)
class ProgrammeView:
    """Программа в том виде, в каком её печатает шаблон."""

    document_title: str = printed("Название в свойствах файла", verbatim=True)
    document_date: date | None = printed("Дата в свойствах файла")
    draft: bool = printed("Черновик (печатается «ПРОЕКТ»)")
    teaching_example: bool = printed("Учебный пример (печатается пометка)")
    approvals: tuple[StampRow, ...] = printed("Грифы титульного листа, по два в ряд")
    name: str = printed("Полное наименование кластера в родительном падеже")
    period: str = printed("Срок: на 2022–2024 годы")
    title_lines: tuple[str, ...] = printed("Строки титула: регион, отрасль")
    place: str = printed("Город на титульном листе")
    year: str = printed("Год на титульном листе")
    contents: Contents = printed("Содержание с номерами страниц")
    body: tuple[Block, ...] = printed("Разделы программы с таблицами и рисунками")
    signature_title: Bookmark = printed("Заголовок листа подписания")
    signature_note: str = printed("Вводная фраза листа подписания")
    signatures: tuple[SignatureView, ...] = printed("Подписи сторон")


def view(document: Document[Programme], corpus: Corpus) -> ProgrammeView:
    """The programme as it is printed. Everything that can be derived is derived here."""
    matter = Matter.of(document, corpus)
    programme = matter.programme
    name = title_name(document, corpus)
    made = body(matter, document.picture, _SIGNATURE_TITLE)
    year = programme.year or (programme.date.year if programme.date else None)
    return ProgrammeView(
        document_title=f"Программа развития {name or document.id}",
        document_date=programme.date,
        draft=document.stage is Stage.DRAFT,
        teaching_example=programme.teaching_example,
        approvals=stamps(matter),
        name=_unbroken(name) or gap("полное наименование кластера"),
        period=f"на {matter.period} годы",
        title_lines=(matter.region, f"Отрасль: {matter.industry}"),
        place=programme.place or gap("город"),
        year=str(year) if year else gap("год"),
        contents=made.contents,
        body=made.blocks,
        signature_title=Bookmark(bookmark(SIGNATURES), _SIGNATURE_TITLE),
        signature_note=_SIGNATURE_NOTE,
        signatures=signatures(matter),
    )
