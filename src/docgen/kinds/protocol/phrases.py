"""The set phrases of a protocol: letterhead, date and number, chairman, quorum, control, marks."""

import re
from collections.abc import Sequence

from docgen.corpus import Stage
from docgen.kinds.protocol.attendance import AnnexList
from docgen.kinds.protocol.record import AgendaItem, Attendance, Protocol
from docgen.language.cases import Case, Gender
from docgen.language.dates.day import in_digits, written
from docgen.language.numbers.numerals import agree
from docgen.language.typography import typeset
from docgen.model.book import Book
from docgen.model.people import Person
from docgen.model.references import Ref

__all__ = ["in_digits"]


_BLANK = "\N{NO-BREAK SPACE}" * 4


def gap(what: str) -> str:
    """What a draft shows where something is not written yet."""
    return f"⟦{what}⟧"


def capital(text: str) -> str:
    """The text with its first letter in upper case; the rest is left alone."""
    return text[:1].upper() + text[1:]


def small(text: str) -> str:
    """The text with its first letter in lower case, unless it opens an abbreviation or a name in capitals."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


_LINK_AT_END = re.compile(r"(?:https?://\S*[\w/]|(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]*\w)$")


def sentence(text: str) -> str:
    """The text ended by a period; not after a link, where a period would be read as part of the address."""
    bare = text.rstrip()
    if bare.endswith("."):
        cut = bare.rstrip(".")
        return cut if _LINK_AT_END.search(cut) else bare
    return bare if bare.endswith(("!", "?", "…", ":", ";")) or _LINK_AT_END.search(bare) else f"{bare}."


_INITIAL_AT_END = re.compile(r"(?<![А-ЯЁа-яё])[А-ЯЁ]\.$")


def opening(text: str) -> str:
    """The text before the colon of a list: without its final sign, but the period of initials stays."""
    bare = text.rstrip(" :;")
    return bare if _INITIAL_AT_END.search(bare) else bare.rstrip(" .:;")


# «…, созданных в 2022 году» is a clause that a comma opened, so another must close it before the verb.
_CLAUSE = re.compile(
    r", (?:котор\w+|[\w-]+(?:нн|щ|вш|ем|им|т|ен)(?:ые|ых|ым|ыми|ий|ие|их|им|ими|ая|ую|ой|ей|его|ему|ого|ому|ее|ое)(?:ся)?)"
    r" [^,]*$"
)


def before_verb(addressee: str) -> str:
    """The addressee as it stands before the verb, with the clause it ends in closed by a comma."""
    return f"{addressee}," if _CLAUSE.search(addressee) else addressee


def letterhead(protocol: Protocol, book: Book) -> str:
    """The organisation's name as on its letterhead, line by line."""
    if protocol.organisation is None:
        return gap("организация")
    organisation = book.organisation(protocol.organisation)
    return "\n".join(organisation.letterhead or [organisation.name.upper()])


def letterhead_short(protocol: Protocol, book: Book) -> str:
    """«(МИНПРОСВЕЩЕНИЯ РОССИИ)»."""
    organisation = book.organisation(protocol.organisation) if protocol.organisation else None
    return f"({organisation.short.upper()})" if organisation is not None and organisation.short else ""


def dated(protocol: Protocol, stage: Stage) -> str:
    """The date of the meeting; on the way to signature the registration stamp's place stands for it."""
    if protocol.date is None:
        return gap("дата совещания")
    if stage is Stage.TO_SIGN and protocol.number is None:
        return f"«{_BLANK}» {protocol.anchors.registration} {protocol.date.year} г."
    if protocol.until is not None and protocol.until > protocol.date:
        return typeset(_days(protocol))
    return typeset(written(protocol.date))


def _days(protocol: Protocol) -> str:
    """«19–20 декабря 2023 г.», «28 ноября – 2 декабря 2023 г.»."""
    first, last = protocol.date, protocol.until
    if first is None or last is None:
        return ""
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{written(last)}"
    if first.year == last.year:
        return f"{written(first, year=None).removesuffix(f' {first.year}')} – {written(last)}"
    return f"{written(first)} – {written(last)}"


def numbered(protocol: Protocol, stage: Stage) -> str:
    """«№ Д05-125/05пр»; the number is given by registration."""
    if protocol.number:
        return f"№ {protocol.number}"
    return "№" if stage is Stage.TO_SIGN else f"№ {gap('номер')}"


def reference(protocol: Protocol, stage: Stage) -> str:
    """«от 8 ноября 2023 г. № Д05-125/05пр» – how the annexes name their protocol; never with the stamp's place."""
    return f"от {dated(protocol, Stage.DRAFT)} {numbered(protocol, stage)}"


def place(protocol: Protocol, book: Book) -> str:
    """Where the meeting was: said, or the organisation's city."""
    if protocol.place:
        return protocol.place
    organisation = book.organisation(protocol.organisation) if protocol.organisation else None
    return (organisation.city if organisation else None) or gap("место")


def chair_label(protocol: Protocol, book: Book) -> str:
    """«Председательствовал» agrees with who presided; a collegial body has a «Председатель»."""
    if protocol.collegial:
        return "Председатель"
    person = book.person(protocol.chair) if protocol.chair else None
    feminine = person is not None and person.gender_known() is Gender.FEMININE
    return "Председательствовала" if feminine else "Председательствовал"


def named(ref: Ref[Person] | None, book: Book, *, with_post: bool) -> str:
    """«В.С. Неумывакин», or «директор Департамента … Неумывакин В.С.» where the post is wanted."""
    if ref is None:
        return ""
    person = book.person(ref)
    post = book.post_of(person) if with_post else ""
    return f"{post} {person.listed()}" if post else person.signed


def quorum(protocol: Protocol) -> str:
    """«Из 12 членов присутствуют 9. Кворум имеется.»"""
    if protocol.quorum is None:
        return ""
    body = protocol.quorum
    needed = body.needed or body.members // 2 + 1
    verdict = "Кворум имеется." if body.present >= needed else "Кворума нет."
    members = agree(body.members, ("члена", "членов", "членов"))
    verb = "присутствует" if body.present % 10 == 1 and body.present % 100 != 11 else "присутствуют"
    return f"Из {body.members} {members} {verb} {body.present}. {verdict}"


def groups(attendance: Sequence[Attendance], book: Book, listed: AnnexList | None) -> tuple[str, ...]:
    """Collective participants, capitalised, with their number; people moved to the annex are one line of them."""
    lines = []
    if listed is not None:
        lines.append(f"{listed.count} чел. (список прилагается)")
    for entry in attendance:
        if entry.group is not None:
            count = f" ({entry.count} чел.)" if entry.count else ""
            lines.append(capital(book.group(entry.group).name) + count)
    return tuple(lines)


def outline_line(number: int, item: AgendaItem, book: Book) -> str:
    """«1. Об итогах приёма (Иванов И.И.)»."""
    speakers = ", ".join(book.person(speaker).listed() for speaker in item.speakers)
    return f"{number}. {heading(item, book)}" + (f" ({speakers})" if speakers else "")


def heading(item: AgendaItem, book: Book) -> str:
    """The heading of an item, without final period."""
    if item.heading is not None:
        return capital(item.heading)
    if item.opening:
        if not item.speakers:
            return "Вступительное слово"
        return f"Вступительное слово {book.post_of(book.person(item.speakers[0]), Case.GENITIVE)}"
    if item.topic is None:
        return gap("вопрос повестки")
    return capital(item.topic) + (f" ({item.aside})" if item.aside else "")


def control(protocol: Protocol, book: Book) -> str:
    """«Контроль за исполнением … возложить на директора … Иванова И.И.»"""
    if protocol.control is None:
        return ""
    person = book.person(protocol.control.person)
    what = protocol.control.text or "исполнением поручений, данных настоящим протоколом,"
    who = " ".join(filter(None, (book.post_of(person, Case.ACCUSATIVE), person.listed(Case.ACCUSATIVE))))
    return sentence(f"Контроль за {what} возложить на {who}")


def annexes(protocol: Protocol, listed: AnnexList | None) -> tuple[str, ...]:
    """«Приложение: список участников на 2 л. в 1 экз.»; several are numbered."""
    lines = [AnnexList.title] if listed is not None else []
    lines = [f"{line[:1].lower()}{line[1:]}" for line in lines]
    for annex in protocol.annexes:
        sheets = f" на {annex.sheets} л. в {annex.copies} экз." if annex.sheets else ""
        file = f" (файл «{annex.file}»)" if annex.file else ""
        lines.append(f"{annex.title}{sheets}{file}")
    if len(lines) == 1:
        return (f"Приложение: {lines[0]}",)
    return tuple(f"{'Приложения: ' if n == 1 else ''}{n}. {line}" for n, line in enumerate(lines, 1))


def executor(protocol: Protocol, book: Book) -> str:
    """The executor's mark: the name in full as the record has it."""
    return book.person(protocol.executor).name if protocol.executor else ""


def executor_contacts(protocol: Protocol, book: Book) -> str:
    """Phone and mailbox of the executor."""
    if protocol.executor is None:
        return ""
    person = book.person(protocol.executor)
    return ", ".join(filter(None, (person.phone, person.email)))
