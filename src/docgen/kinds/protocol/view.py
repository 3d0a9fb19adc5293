"""What a protocol prints: the only names that ``templates/protocol.docx`` may use."""

from dataclasses import dataclass
from datetime import date

from docgen.corpus import Corpus, Document, Stage, printed
from docgen.kinds.protocol import phrases
from docgen.kinds.protocol.agenda import ItemView, item_views
from docgen.kinds.protocol.attendance import AnnexList, PresentRow, annex_list, rows
from docgen.kinds.protocol.ending import kept_to_the_end
from docgen.kinds.protocol.record import Form, Protocol
from docgen.model.book import Book
from docgen.model.people import Person


@dataclass(frozen=True)
class SignatureView:
    """A signature: the post on the left, the place of the stamp, the name on the right."""

    post: str = printed("Должность")
    anchor: str = printed("Место отметки об электронной подписи", verbatim=True)
    name: str = printed("И.О. Фамилия")


@dataclass(frozen=True)
class ApprovalView:
    """A line of the approval sheet."""

    post: str = printed("Должность")
    name: str = printed("И.О. Фамилия")
    date: str = printed("Дата согласования")
    remark: str = printed("Замечание")


@dataclass(frozen=True)
class ProtocolView:
    """Протокол в том виде, в каком его печатает шаблон."""

    document_title: str = printed("Название в свойствах файла", verbatim=True)
    document_date: date | None = printed("Дата в свойствах файла")
    draft: bool = printed("Черновик (печатается «ПРОЕКТ»)")
    letterhead: str = printed("Наименование организации по строкам бланка")
    letterhead_short: str = printed("Сокращённое наименование, в скобках")
    title: str = printed("Заголовок (протокол чего?)")
    date: str = printed("Дата словами или место штампа регистрации", verbatim=True)
    number: str = printed("Номер со знаком №")
    place: str = printed("Место")
    reference: str = printed("Ссылка на протокол в его приложениях: от … № …")
    chair_label: str = printed("Слово «Председательствовал»")
    chair: str = printed("Председательствующий: И.О. Фамилия, в полной форме с должностью")
    secretary: str = printed("Секретарь, в полной форме с должностью")
    quorum: str = printed("Фраза о кворуме")
    present: tuple[PresentRow, ...] = printed("Присутствовали: организации и имена")
    groups: tuple[str, ...] = printed("Присутствовали: группы участников")
    invited: tuple[PresentRow, ...] = printed("Приглашённые: организации и имена")
    invited_groups: tuple[str, ...] = printed("Приглашённые: группы")
    outline: tuple[str, ...] = printed("Повестка списком (полная форма)")
    items: tuple[ItemView, ...] = printed("Вопросы повестки и решения")
    control: str = printed("Пункт о контроле")
    annexes: tuple[str, ...] = printed("Отметки о приложениях")
    signatures: tuple[SignatureView, ...] = printed("Подписи")
    executor: str = printed("Отметка об исполнителе: имя")
    executor_contacts: str = printed("Отметка об исполнителе: телефон и почта")
    attendance_list: AnnexList | None = printed("Список присутствовавших, вынесенный в приложение")
    approvals: tuple[ApprovalView, ...] = printed("Лист согласования")
    distribution: tuple[str, ...] = printed("Лист рассылки")


def view(document: Document[Protocol], corpus: Corpus) -> ProtocolView:
    """The protocol as it is printed. Everything that can be derived is derived here."""
    protocol, book, stage = document.record, Book.of(corpus), document.stage
    listed = annex_list(protocol, book)
    full = protocol.form is Form.FULL
    return ProtocolView(
        document_title=f"Протокол {protocol.title or document.id}",
        document_date=protocol.date,
        draft=stage is Stage.DRAFT,
        letterhead=phrases.letterhead(protocol, book),
        letterhead_short=phrases.letterhead_short(protocol, book),
        title=protocol.title or phrases.gap("заголовок протокола"),
        date=phrases.dated(protocol, stage),
        number=phrases.numbered(protocol, stage),
        place=phrases.place(protocol, book),
        reference=phrases.reference(protocol, stage),
        chair_label=phrases.chair_label(protocol, book),
        chair=phrases.named(protocol.chair, book, with_post=full) or phrases.gap("председательствующий"),
        secretary=phrases.named(protocol.secretary, book, with_post=full),
        quorum=phrases.quorum(protocol),
        present=rows(protocol.present, book) if listed is None else (),
        groups=phrases.groups(protocol.present, book, listed)
        if protocol.present
        else (phrases.gap("участники"),),
        invited=rows(protocol.invited, book),
        invited_groups=phrases.groups(protocol.invited, book, None),
        outline=tuple(phrases.outline_line(n, item, book) for n, item in enumerate(protocol.agenda, 1))
        if full
        else (),
        items=kept_to_the_end(item_views(protocol, book), bool(protocol.control or protocol.annexes)),
        control=phrases.control(protocol, book),
        annexes=phrases.annexes(protocol, listed),
        signatures=_signatures(protocol, book, stage),
        executor=phrases.executor(protocol, book),
        executor_contacts=phrases.executor_contacts(protocol, book),
        attendance_list=listed,
        approvals=_approvals(protocol, book),
        distribution=tuple(f"{r.to} – {r.copies} экз." for r in protocol.distribution),
    )


def _signatures(protocol: Protocol, book: Book, stage: Stage) -> tuple[SignatureView, ...]:
    """The chairman's; in a collegial body the secretary's beside it. The anchor stands once, at the chairman's."""
    anchor = protocol.anchors.esign if stage is Stage.TO_SIGN else ""
    signatures = []
    if protocol.chair is not None:
        chair = book.person(protocol.chair)
        signatures.append(SignatureView(_chair_post(protocol, chair), anchor, chair.signed))
    else:
        signatures.append(SignatureView(phrases.gap("должность"), anchor, phrases.gap("подпись")))
    if protocol.secretary is not None and protocol.collegial:
        signatures.append(SignatureView("Секретарь", "", book.person(protocol.secretary).signed))
    return tuple(signatures)


def _chair_post(protocol: Protocol, chair: Person) -> str:
    """A collegial body's chairman signs as such, a meeting's by the post."""
    return "Председатель" if protocol.collegial or chair.post is None else phrases.capital(chair.post)


def _approvals(protocol: Protocol, book: Book) -> tuple[ApprovalView, ...]:
    lines = []
    for approval in protocol.approvals:
        person = book.person(approval.person)
        day = phrases.in_digits(approval.date) if approval.date else ""
        lines.append(
            ApprovalView(phrases.capital(book.post_of(person)), person.signed, day, approval.remark or "")
        )
    return tuple(lines)
