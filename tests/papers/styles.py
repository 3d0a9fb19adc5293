"""Programmes as people write them in Word: one content, many ways to make headings; good and spoilt.

A :class:`Way` says how section headings, point headings and texts look; :func:`written` makes a Word file of it.
"""

import io
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

ROMAN = ("I", "II", "III", "IV", "V", "VI")
ORDINAL = ("первый", "второй", "третий", "четвёртый", "пятый", "шестой")
SECTIONS: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...] = (
    (
        "general",
        "Общие положения",
        (
            ("economy", "Анализ социально-экономической ситуации в регионе"),
            ("industry", "Динамика развития представляемой кластером отрасли промышленности в регионе"),
            (
                "vocational",
                "Тренды развития системы СПО в регионе, на территории которого расположен кластер",
            ),
            ("cluster", "Основные характеристики кластера и структура управления им"),
        ),
    ),
    (
        "mission",
        "Миссия, стратегическая цель и задачи кластера",
        (("mission", "Миссия кластера"), ("goals", "Стратегическая цель и задачи кластера")),
    ),
    (
        "organisation",
        "Организационная структура центра",
        (
            ("variant", "Организационная форма кластера"),
            ("participants", "Участники кластера, их функции и получатель гранта"),
            ("management", "Механизм управления кластером"),
        ),
    ),
    (
        "measures",
        "Мероприятия программы и этапы их реализации",
        (
            ("programmes", "Разработка и реализация образовательных программ"),
            ("infrastructure", "Создание и модернизация инфраструктуры и МТБ"),
            ("staff", "Развитие кадрового потенциала"),
            ("schedule", "Этапы и сроки реализации мероприятий"),
            ("indicators", "Основные показатели реализации программы"),
        ),
    ),
    (
        "finance",
        "Финансовое обеспечение программы развития",
        (
            ("sources", "Финансирование в разбивке по источникам"),
            ("directions", "Направления расходования средств и смета"),
        ),
    ),
    ("outcomes", "Ожидаемые результаты и риски реализации программы", ()),
)
TEXTS = (
    "Регион входит в число крупнейших промышленных территорий страны. Валовой продукт за три года вырос на 12 %.",
    "Предприятия отрасли нуждаются в токарях, сварщиках и наладчиках станков. Потребность до 2024 года – 840 человек.",
    "В колледже обучаются 1 240 студентов. Мастерские оснащены станками с числовым программным управлением.",
    "Совет собирается ежеквартально, решения принимаются большинством голосов. Отчёт утверждается до 1 февраля.",
    "Средства направляются на закупку оборудования и ремонт помещений. Вклад предприятий составляет 40 млн рублей.",
)
TRAPS = (
    "Общие положения устава автономной организации утверждены советом 3 марта 2022 г. и применяются ко всем участникам.",
    "Миссия, стратегическая цель и задачи кластера согласованы с предприятиями, что отражено в протоколе заседания.",
    "Как сказано выше, организационная структура центра описана в соглашении, а мероприятия программы – в плане.",
    "Финансовое обеспечение программы развития осуществляется за счёт трёх источников, они перечислены в таблице.",
    "Ожидаемые результаты и риски реализации программы рассмотрены советом и приняты к сведению всеми участниками.",
)

Document = Any
Put = Callable[[Document, int, str], None]


@dataclass(frozen=True)
class Way:
    """One way of writing: how a section's heading and a point's heading are put into the document."""

    name: str
    section: Put
    point: Put
    contents: Callable[[Document, Sequence[str]], None] | None = None
    prepare: Callable[[Document], None] | None = None
    retitle: Callable[[str], str] = field(default=lambda title: title)


def styled(name: str, numbered: str = "") -> Put:
    """A heading by its style."""

    def put(document: Document, number: int, title: str) -> None:
        document.add_paragraph(f"{_number(numbered, number)}{title}", style=name)

    return put


def typed(
    numbered: str = "",
    *,
    bold: bool = False,
    centred: bool = False,
    size: float | None = None,
    caps: bool = False,
    word_caps: bool = False,
    end: str = "",
    change: Callable[[str], str] = lambda title: title,
) -> Put:
    """A heading that is only set to look like one."""

    def put(document: Document, number: int, title: str) -> None:
        title = change(title)
        text = f"{_number(numbered, number)}{title.upper() if caps else title}{end}"
        run = (paragraph := document.add_paragraph()).add_run(text)
        run.bold = bold or None
        run.font.all_caps = word_caps or None
        if size:
            run.font.size = Pt(size)
        if centred:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER

    return put


def _number(shape: str, number: int) -> str:
    if not shape:
        return ""
    at = (number - 1) % 6
    return (
        shape.format(n=number, roman=ROMAN[at], ordinal=ORDINAL[at], cyrillic=ROMAN[at].replace("I", "І"))
        + " "
    )


def on_two_lines(document: Document, number: int, title: str) -> None:
    """«РАЗДЕЛ 1.» above, the title below."""
    for text in (f"РАЗДЕЛ {number}.", title):
        paragraph = document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.add_run(text).bold = True


def torn(document: Document, number: int, title: str) -> None:
    """A long bold title torn into two paragraphs."""
    words = f"{number}. {title}".split()
    half = (len(words) + 1) // 2
    for part in (words[:half], words[half:]):
        if part:
            document.add_paragraph().add_run(" ".join(part)).bold = True


def with_break(document: Document, number: int, title: str) -> None:
    """A line's end within the heading."""
    run = document.add_paragraph().add_run(f"Раздел {ROMAN[(number - 1) % 6]}.")
    run.bold = True
    run.add_break()
    run.add_text(title)


def in_table(document: Document, number: int, title: str) -> None:
    """A heading in a table of one cell."""
    cell = document.add_table(1, 1).cell(0, 0)
    cell.paragraphs[0].add_run(f"{number}. {title}").bold = True


def run_in(document: Document, number: int, title: str) -> None:
    """A bold beginning, the text goes on in the same paragraph."""
    paragraph = document.add_paragraph()
    paragraph.add_run(f"{number}. {title}. ").bold = True
    paragraph.add_run(TEXTS[number % len(TEXTS)])


def spaced(document: Document, number: int, title: str) -> None:
    """Letters parted by spaces."""
    text = "   ".join(" ".join(word) for word in title.upper().split())
    document.add_paragraph().add_run(f"{number}.  {text}").bold = True


def outlined(document: Document, number: int, title: str) -> None:
    """An outline level of its own, no style."""
    paragraph = document.add_paragraph(f"{number} {title}")
    level = OxmlElement("w:outlineLvl")
    level.set(qn("w:val"), "0")
    paragraph._p.get_or_add_pPr().append(level)


def shattered(document: Document, number: int, title: str) -> None:
    """Every few letters a run of its own, as after many edits."""
    paragraph = document.add_paragraph(style="Heading 1")
    for at in range(0, len(title), 3):
        paragraph.add_run(title[at : at + 3])


def russian_style(document: Document) -> None:
    """A localised style that is based on nothing known."""
    for name in ("Заголовок 1", "Заголовок 2"):
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)


def own_style(document: Document) -> None:
    """«Глава» is based on Heading 1."""
    document.styles.add_style("Глава", WD_STYLE_TYPE.PARAGRAPH).base_style = document.styles["Heading 1"]


def toc_styles(document: Document, titles: Sequence[str]) -> None:
    """Contents with the styles of Word."""
    if "toc 1" not in [style.name for style in document.styles]:
        document.styles.add_style("toc 1", WD_STYLE_TYPE.PARAGRAPH)
    document.add_paragraph("Оглавление")
    for at, title in enumerate(titles):
        document.add_paragraph(f"{at + 1}. {title}\t{at + 3}", style="toc 1")


def toc_dots(document: Document, titles: Sequence[str]) -> None:
    """Contents typed with dots."""
    document.add_paragraph().add_run("СОДЕРЖАНИЕ").bold = True
    for at, title in enumerate(titles):
        document.add_paragraph(f"{at + 1}. {title} {'.' * 30} {at + 3}")


def toc_plain(document: Document, titles: Sequence[str]) -> None:
    """Contents typed without pages."""
    document.add_paragraph().add_run("Содержание").bold = True
    for at, title in enumerate(titles):
        document.add_paragraph(f"{at + 1}. {title}")


def toc_field(document: Document, titles: Sequence[str]) -> None:
    """A field TOC over several paragraphs."""
    first = document.add_paragraph()
    _field(first.add_run(), "begin")
    code = OxmlElement("w:instrText")
    code.text = ' TOC \\o "1-3" \\h '
    first.add_run()._r.append(code)
    _field(first.add_run(), "separate")
    for title in titles:
        document.add_paragraph(title)
    _field(document.add_paragraph().add_run(), "end")


def _field(run: Any, kind: str) -> None:
    mark = OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    run._r.append(mark)


def misspelt(title: str) -> str:
    """Two letters of the longest word change places, another is lost."""
    words = title.split()
    longest = max(range(len(words)), key=lambda at: len(words[at]))
    word = words[longest]
    if len(word) > 6:
        words[longest] = word[:3] + word[4] + word[3] + word[5:]
    return " ".join(words).replace("ё", "е").replace("структура", "структра")


def reordered(title: str) -> str:
    """Other order and case of the words."""
    swaps = {
        "Миссия, стратегическая цель и задачи кластера": "Стратегическая цель, задачи и миссия кластера",
        "Организационная структура центра": "Структура центра организационная",
        "Мероприятия программы и этапы их реализации": "Этапы реализации и мероприятия Программы",
        "Финансовое обеспечение программы развития": "Обеспечение программы развития финансовое",
        "Ожидаемые результаты и риски реализации программы": "Риски и ожидаемые результаты реализации программы",
    }
    return swaps.get(title, title)


def extended(title: str) -> str:
    """With the name of the cluster and other words around."""
    return (
        f"{title} образовательно-производственного центра (кластера) «Металлург Урала»"
        if "центра" not in title
        else title
    )


def latin_letters(title: str) -> str:
    """Cyrillic letters replaced by those that look the same."""
    return title.replace("о", "o").replace("е", "e").replace("с", "c")


def hyphened(title: str) -> str:
    """With soft hyphens and no-break spaces."""
    return " ".join(
        word[:4] + "\u00ad" + word[4:] if len(word) > 7 else word for word in title.split()
    ).replace(" и ", " и\u00a0")


POINT = typed("", bold=True)
WAYS: tuple[Way, ...] = (
    Way("heading styles", styled("Heading 1"), styled("Heading 2")),
    Way("heading styles with typed numbers", styled("Heading 1", "{n}."), styled("Heading 2"), toc_styles),
    Way("Russian style names", styled("Заголовок 1"), styled("Заголовок 2"), prepare=russian_style),
    Way("a style based on a heading", styled("Глава", "Глава {n}."), styled("Heading 2"), prepare=own_style),
    Way("outline level only", outlined, POINT),
    Way("bold", typed(bold=True), POINT),
    Way("bold, numbered", typed("{n}.", bold=True), POINT, toc_dots),
    Way("bold, numbered with a bracket", typed("{n})", bold=True), POINT),
    Way("centred capitals", typed(centred=True, caps=True), POINT),
    Way("capitals by Word", typed("{n}.", word_caps=True, centred=True), POINT),
    Way("Roman numbers", typed("{roman}.", bold=True), POINT, toc_plain),
    Way("Roman numbers typed in Cyrillic", typed("{cyrillic}.", bold=True), POINT),
    Way("«Раздел I»", typed("Раздел {roman}.", bold=True), POINT),
    Way("«РАЗДЕЛ 1.» in capitals", typed("РАЗДЕЛ {n}.", caps=True), POINT, toc_field),
    Way("«Раздел первый»", typed("Раздел {ordinal}.", bold=True), POINT),
    Way("larger letters only", typed(size=16), POINT),
    Way("number, nothing else", typed("{n}."), typed()),
    Way("number and larger", typed("{n}", size=15), POINT),
    Way("title under «РАЗДЕЛ 1.»", on_two_lines, POINT),
    Way("title torn into two paragraphs", torn, POINT),
    Way("a line break in the heading", with_break, POINT),
    Way("heading in a table", in_table, POINT),
    Way("bold beginning of the text", run_in, POINT),
    Way("spaced letters", spaced, POINT),
    Way("misspelt", typed("{n}.", bold=True, change=misspelt), typed(bold=True, change=misspelt)),
    Way("words in another order", typed("{n}.", bold=True, change=reordered), POINT),
    Way("with the cluster's name", typed("{n}.", bold=True, change=extended), POINT),
    Way("Latin look-alikes", typed("{n}.", bold=True, change=latin_letters), POINT),
    Way("soft hyphens", typed("{n}.", bold=True, change=hyphened), POINT),
    Way("bold with a full stop", typed("{n}.", bold=True, end="."), POINT),
    Way("many runs", shattered, styled("Heading 2")),
    Way("lower case, bold", typed("{n}.", bold=True, change=str.lower), POINT),
)


@dataclass(frozen=True)
class Spoilt:
    """What is wrong with a document: sections left out, in which order the others stand, which are empty."""

    missing: frozenset[str] = frozenset()
    order: tuple[str, ...] = ()
    empty: frozenset[str] = frozenset()


def written(way: Way, spoilt: Spoilt = Spoilt(), seed: int = 1) -> bytes:
    """A programme written in a way, with text and traps between the headings."""
    chance = random.Random(seed)
    document = docx.Document()
    document.styles["Normal"].font.size = Pt(12)
    if way.prepare:
        way.prepare(document)
    document.add_paragraph(
        "Программа развития образовательно-производственного кластера"
    ).alignment = WD_ALIGN_PARAGRAPH.CENTER
    chosen = list(_ordered(spoilt))
    if way.contents:
        way.contents(document, [title for _, title, _ in chosen])
    for number, (key, title, points) in enumerate(chosen, 1):
        way.section(document, number, title)
        if key in spoilt.empty:
            continue
        document.add_paragraph(chance.choice(TEXTS))
        document.add_paragraph(TRAPS[(number + seed) % len(TRAPS)])
        for at, (_, point) in enumerate(points, 1):
            way.point(document, at, point)
            document.add_paragraph(chance.choice(TEXTS))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _ordered(spoilt: Spoilt) -> Iterator[tuple[str, str, tuple[tuple[str, str], ...]]]:
    by_key = {section[0]: section for section in SECTIONS}
    for key in spoilt.order or tuple(by_key):
        if key not in spoilt.missing:
            yield by_key[key]
