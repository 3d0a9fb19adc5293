"""The protocol's template: its page and type, and what it leaves of empty fields."""

import dataclasses
from itertools import pairwise
from pathlib import Path
from typing import Any, get_type_hints
from xml.etree.ElementTree import Element

import pytest

from docgen.kinds.protocol.agenda import ItemView
from docgen.kinds.protocol.attendance import AnnexList, PresentRow
from docgen.kinds.protocol.decisions import DecisionView, SubDecisionView
from docgen.kinds.protocol.ending import kept_to_the_end
from docgen.kinds.protocol.view import ApprovalView, ProtocolView, SignatureView
from docgen.render import Template
from tests.templates.word_file import W, WordFile, in_mm, text_of

PATH = Path(__file__).parent.parent.parent / "templates" / "protocol.docx"
TEMPLATE = Template(PATH)
FILE = WordFile(PATH)


def blank(kind: type[Any], **values: Any) -> Any:
    """A view with nothing in it but what is given."""
    empty: dict[Any, Any] = {str: "", bool: False}
    hints = get_type_hints(kind)
    fields = {field.name: hints[field.name] for field in dataclasses.fields(kind)}
    return kind(
        **{name: empty.get(hint, () if "tuple" in str(hint) else None) for name, hint in fields.items()}
        | values
    )


def protocol(**values: Any) -> ProtocolView:
    """A protocol of a letterhead, a title and a signature, and of what is given."""
    signature = blank(SignatureView, post="Директор", name="И.И. Иванов")
    given = {
        "letterhead": "МИНИСТЕРСТВО",
        "title": "совещания",
        "date": "8 ноября 2023 г.",
        "number": "№ 1",
        "place": "Москва",
    }
    given |= {"chair_label": "Председательствовал", "chair": "И.И. Иванов"}
    view = blank(ProtocolView, **(given | {"signatures": (signature,)} | values))
    assert isinstance(view, ProtocolView)
    return dataclasses.replace(view, items=kept_to_the_end(view.items, bool(view.control or view.annexes)))


def item(*decisions: DecisionView, **values: Any) -> ItemView:
    """An item of the agenda."""
    view = blank(ItemView, numeral="I", heading="О плане", resolved="РЕШИЛИ", decisions=decisions, **values)
    assert isinstance(view, ItemView)
    return view


def decision(text: str = "Утвердить план.", deadline: str = "", *subs: SubDecisionView) -> DecisionView:
    """A decision."""
    return DecisionView(number="1.", text=text, deadline=deadline, items=subs)


def printed(view: ProtocolView) -> WordFile:
    """The document."""
    return WordFile(TEMPLATE.render(view))


def texts(file: WordFile) -> list[str]:
    """The paragraphs of the body, those of tables among them."""
    return [text_of(paragraph) for paragraph in file.body.iter(f"{W}p")]


def before_the_signature(file: WordFile) -> list[Element]:
    """The paragraphs between the heading of the last item and the signatures."""
    children = list(file.body)
    table = max(place for place, child in enumerate(children) if child.tag == f"{W}tbl")
    return [child for child in children[:table] if child.tag == f"{W}p"]


def attributes(element: Element | None) -> dict[str, str]:
    """The attributes without their namespace."""
    assert element is not None
    return {key.removeprefix(W): value for key, value in element.attrib.items()}


def test_names_are_those_of_the_view() -> None:
    assert TEMPLATE.proof(ProtocolView) == []


def test_the_page() -> None:
    section = FILE.body.find(f"{W}sectPr")
    assert section is not None
    size, margins = section.find(f"{W}pgSz"), attributes(section.find(f"{W}pgMar"))
    assert attributes(size) == {"w": "11906", "h": "16838"}
    sides = ("left", "right", "top", "bottom", "header")
    assert [in_mm(margins[side]) for side in sides] == [30, 15, 20, 20, 10]


def test_pages_are_numbered_from_the_second() -> None:
    assert FILE.body.find(f"{W}sectPr/{W}titlePg") is not None
    kinds = [attributes(one)["type"] for one in FILE.body.iter(f"{W}headerReference")]
    assert kinds == ["default", "first"]
    assert ["".join(map(text_of, root)) for root in FILE.headers().values()] == ["{PAGE}2", ""]
    assert attributes(FILE.inherited("Header", "pPr/jc")) == {"val": "center"}


def test_the_type() -> None:
    defaults = FILE.root("word/styles.xml").find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    assert defaults is not None
    assert set(attributes(defaults.find(f"{W}rFonts")).values()) == {"Times New Roman"}
    assert attributes(defaults.find(f"{W}sz")) == {"val": "28"}
    assert attributes(defaults.find(f"{W}lang"))["val"] == "ru-RU"
    assert len(list(FILE.root("word/styles.xml").iter(f"{W}rFonts"))) == 1
    assert attributes(FILE.root("word/settings.xml").find(f"{W}autoHyphenation")) == {"val": "0"}


@pytest.mark.parametrize(
    ("style", "points"),
    [("Вид документа", 17), ("Исполнитель", 10), ("Таблица", 12), ("Участник в списке", 13), ("header", 12)],
)
def test_type_sizes(style: str, points: int) -> None:
    identifier = next(one for one in FILE.styles if FILE.name_of(one) == style)
    assert attributes(FILE.inherited(identifier, "rPr/sz")) == {"val": str(points * 2)}


def test_letters_are_spaced_by_the_font() -> None:
    for style in ("Letterhead", "DocumentKind", "Resolved"):
        assert int(attributes(FILE.inherited(style, "rPr/spacing"))["val"]) > 0


def test_an_empty_field_leaves_nothing() -> None:
    file = printed(protocol())
    said = texts(file)
    assert said == [
        "МИНИСТЕРСТВО",
        "ПРОТОКОЛ",
        "совещания",
        "8 ноября 2023 г.→№ 1",
        "Москва",
        "Председательствовал:→И.И. Иванов",
        "Директор",
        "",  # the place of the mark of an electronic signature
        "И.И. Иванов",
    ]
    assert file.body[-2].tag == f"{W}tbl"


def test_a_draft_says_so() -> None:
    assert texts(printed(protocol(draft=True)))[0] == "ПРОЕКТ"


def test_everything_at_once() -> None:
    rows = (PresentRow(organisation="от Академии", names="Иванов И.И.\nПетров П.П."),)
    file = printed(
        protocol(
            letterhead_short="(МИНИСТЕРСТВО)",
            secretary="П.П. Петров",
            quorum="Из 7 членов присутствуют 5. Кворум имеется.",
            present=rows,
            groups=("Представители предприятий",),
            invited=rows,
            invited_groups=("Родители",),
            outline=("1. О плане",),
            items=(
                item(
                    decision("Академии:", "до 1 мая.", SubDecisionView("1.1.", "Сделать.", "до 2 мая.")),
                    speakers="(Иванов И.И.)",
                    heard="Заслушав выступление,",
                    listened=("Иванов И.И. – о плане.",),
                    discussed=("Петров П.П. – за.",),
                    questions=("Петров П.П.: Когда?",),
                    vote="Голосовали: «за» – 5.",
                    dissent=("Петров П.П. – против.",),
                ),
            ),
            control="Контроль возложить на Иванова И.И.",
            annexes=("Приложения: 1. список участников", "2. смета"),
            executor="Иванов Иван Иванович",
            executor_contacts="+7 (495) 000-00-00",
            reference="от 8 ноября 2023 г. № 1",
            attendance_list=AnnexList(count=2, rows=rows),
            approvals=(ApprovalView("Директор", "И.И. Иванов", "01.11.2023", "нет"),),
            distribution=("Академии – 1 экз.",),
        )
    )
    said = texts(file)
    assert not [text for text in said if "{" in text or "⟦" in text]
    wanted = "(МИНИСТЕРСТВО)|Секретарь:→П.П. Петров|Присутствовали:|от Академии|Иванов И.И.↵Петров П.П.|Представители предприятий|"
    wanted += "Кворум:→Из 7 членов присутствуют 5. Кворум имеется.|Приглашены:|Родители|ПОВЕСТКА ДНЯ|1. О плане|I. О плане.|"
    wanted += "(Иванов И.И.)|Заслушав выступление,|СЛУШАЛИ:|Иванов И.И. – о плане.|ВОПРОСЫ:|Петров П.П.: Когда?|ВЫСТУПИЛИ:|"
    wanted += "Петров П.П. – за.|РЕШИЛИ:|1.→Академии:|1.1.→Сделать.|Срок – до 2 мая.|Срок – до 1 мая.|Голосовали: «за» – 5.|"
    wanted += "Особое мнение: Петров П.П. – против.|Контроль возложить на Иванова И.И.|Приложения: 1. список участников|2. смета|"
    wanted += "Директор|И.И. Иванов|Иванов Иван Иванович|+7 (495) 000-00-00|Приложение № 1|к протоколу↵от 8 ноября 2023 г. № 1|"
    wanted += "СПИСОК УЧАСТНИКОВ|ЛИСТ СОГЛАСОВАНИЯ|01.11.2023|ЛИСТ РАССЫЛКИ|Академии – 1 экз."
    rest = iter(said)
    assert [one for one in wanted.split("|") if one not in rest] == []  # all of them, in this order
    assert len(list(file.body.iter(f"{W}tblHeader"))) == 2


@pytest.mark.parametrize("style", ["Приложение", "Заголовок листа"])
def test_annexes_and_sheets_start_a_page(style: str) -> None:
    identifier = next(one for one in FILE.styles if FILE.name_of(one) == style)
    assert FILE.inherited(identifier, "pPr/pageBreakBefore") is not None


@pytest.mark.parametrize(
    "view",
    [
        protocol(items=(item(decision(), decision()),)),
        protocol(items=(item(decision()), item(decision("Сделать.", "до 1 мая.")))),
        protocol(items=(item(decision("Всем:", "", SubDecisionView("1.1.", "Сделать.", "до 1 мая."))),)),
        protocol(items=(item(decision("Всем:", "до 2 мая.", SubDecisionView("1.1.", "Сделать.", ""))),)),
        protocol(items=(item(decision(), vote="Голосовали: «за» – 5."),)),
        protocol(items=(item(decision(), dissent=("Иванов И.И. – против.",)),)),
        protocol(items=(item(decision()),), control="Контроль возложить на Иванова И.И."),
        protocol(items=(item(decision()),), annexes=("Приложение: смета на 2 л. в 1 экз.",)),
    ],
)
def test_the_signature_keeps_the_end_of_the_text_with_it(view: ProtocolView) -> None:
    file = printed(view)
    assert file.keeps_with_next(before_the_signature(file)[-1])


def test_a_deadline_stays_with_its_decision() -> None:
    sub = SubDecisionView("1.1.", "Сделать.", "до 1 мая.")
    file = printed(
        protocol(
            items=(item(decision("Сделать.", "до 2 мая."), decision("Всем:", "", sub)), item(decision()))
        )
    )
    paragraphs = before_the_signature(file)
    ahead = [one for one, after in pairwise(paragraphs) if text_of(after).startswith("Срок")]
    assert len(ahead) == 2
    assert all(map(file.keeps_with_next, ahead))


def test_a_signature_is_in_one_piece() -> None:
    file = printed(protocol(executor="Иванов Иван Иванович"))
    rows = list(file.body.iter(f"{W}tr"))
    assert len(rows) == 2
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    assert all(map(file.keeps_with_next, rows[0].iter(f"{W}p")))
