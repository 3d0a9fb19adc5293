"""Measures: blocks, dates, who is responsible (D40x)."""

from collections.abc import Iterator

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, Related, Severity, Span, rule
from docgen.kinds.programme.matter import named
from docgen.kinds.programme.record import Programme
from docgen.kinds.programme.rules.participants import plain
from docgen.kinds.programme.rules.walk import lacking, layout_of
from docgen.kinds.programme.rules.wording import near
from docgen.model.programme import Measure, Task


@rule("D401")
def code_twice(document: Document[Programme], corpus: Corpus) -> Findings:
    """Код задачи или мероприятия повторяется.

    По коду задачу находят мероприятия, а мероприятие – строки сметы. У каждого он свой.

    Плохо:
        tasks:
          - {code: З1, text: Обновить программы}
          - {code: З1, text: Оснастить мастерские}
    Хорошо:
        tasks:
          - {code: З1, text: Обновить программы}
          - {code: З2, text: Оснастить мастерские}
    """
    programme = document.record
    for what, rows in (("задачи", programme.tasks), ("мероприятия", programme.measures)):
        seen: dict[str, Task | Measure] = {}
        for one in rows:
            first = seen.setdefault(one.code, one)
            if first is not one:
                related = (Related(first.at("code"), "первый раз"),)
                message = f"код {what} {one.code} уже занят: «{first.text}»"
                yield Finding(one.at("code"), message, "дайте другой код", related)


@rule("D402", Severity.WARNING)
def measure_twice(document: Document[Programme], corpus: Corpus) -> Findings:
    """Одно и то же мероприятие записано дважды.

    Повтор – след копирования строки: второе мероприятие либо лишнее, либо его забыли переписать.

    Плохо:
        measures:
          - {code: "1.1", block: programmes, text: Разработать программы}
          - {code: "1.2", block: programmes, text: Разработать программы}
    Хорошо:
        measures:
          - {code: "1.1", block: programmes, text: Разработать программы первой очереди}
          - {code: "1.2", block: programmes, text: Разработать программы второй очереди}
    """
    seen: dict[str, Measure] = {}
    for one in document.record.measures:
        first = seen.setdefault(plain(one.text), one)
        if first is not one:
            message = f"мероприятие {one.code} повторяет мероприятие {first.code}"
            related = (Related(first.at("text"), "первый раз"),)
            yield Finding(one.at("text"), message, "перепишите или уберите повтор", related)


@rule("D403", Severity.GAP)
def block_empty(document: Document[Programme], corpus: Corpus) -> Findings:
    """В обязательном блоке нет ни одного мероприятия.

    Макет делит мероприятия на блоки: программы, инфраструктура, кадры. В каждом обязательном блоке нужно хотя бы одно.

    Плохо:
        measures:
          - {code: "1.1", block: programmes, text: Разработать программы}
    Хорошо:
        measures:
          - {code: "1.1", block: programmes, text: Разработать программы}
          - {code: "2.1", block: infrastructure, text: Оснастить мастерские}
    """
    programme, layout = document.record, layout_of(document, corpus)
    if layout is None or not programme.measures:
        return
    found = [named(one.block, layout.blocks) for one in programme.measures]
    if None in found:
        return  # a measure without its block may be the one: that is told of first
    for block in layout.blocks:
        if block.required and block not in found:
            message = f"в блоке «{block.title}» нет ни одного мероприятия"
            yield Finding(
                lacking(programme, "measures"), message, f"добавьте мероприятие с block: {block.key}"
            )


@rule("D404", Severity.GAP)
def block_missing(document: Document[Programme], corpus: Corpus) -> Findings:
    """Не указано, к какому блоку относится мероприятие.

    План-график печатается по блокам макета; без блока мероприятию в нём нет места.

    Плохо:
        measures:
          - {code: "1.1", text: Разработать программы}
    Хорошо:
        measures:
          - {code: "1.1", block: programmes, text: Разработать программы}
    """
    layout = layout_of(document, corpus)
    keys = ", ".join(block.key for block in layout.blocks) if layout is not None else ""
    for one in document.record.measures if keys else ():
        if not one.block:
            message = f"у мероприятия {one.code} не указан блок"
            yield Finding(lacking(one, "block"), message, f"впишите block: {keys}")


@rule("D405")
def unknown_block(document: Document[Programme], corpus: Corpus) -> Findings:
    """Такого блока мероприятий в макете нет.

    Блок называют ключом или названием из макета.

    Плохо:
        measures:
          - {code: "1.1", block: programs, text: Разработать программы}
    Хорошо:
        measures:
          - {code: "1.1", block: programmes, text: Разработать программы}
    """
    layout = layout_of(document, corpus)
    for one in document.record.measures if layout is not None and layout.blocks else ():
        if layout is not None and one.block and named(one.block, layout.blocks) is None:
            message = f"блока «{one.block}» в макете нет"
            yield Finding(one.at("block"), message, near(one.block, [block.key for block in layout.blocks]))


@rule("D406", Severity.GAP)
def owner_missing(document: Document[Programme], corpus: Corpus) -> Findings:
    """Не назван ответственный за мероприятие.

    За каждое мероприятие отвечает один участник кластера: с него спрашивают о сроке и результате.

    Плохо:
        measures:
          - {code: "1.1", block: programmes, text: Разработать программы}
    Хорошо:
        measures:
          - {code: "1.1", block: programmes, text: Разработать программы, owner: college}
    """
    for one in document.record.measures:
        if not one.owner:
            message = f"у мероприятия {one.code} не назван ответственный"
            yield Finding(lacking(one, "owner"), message, "впишите в owner ключ участника")


@rule("D407")
def unknown_executor(document: Document[Programme], corpus: Corpus) -> Findings:
    """Ответственного или соисполнителя мероприятия нет среди участников.

    Мероприятия выполняют участники кластера: их называют ключами из перечня participants.

    Плохо:
        measures:
          - {code: "1.1", block: programmes, text: Разработать программы, owner: colledge}
    Хорошо:
        measures:
          - {code: "1.1", block: programmes, text: Разработать программы, owner: college}
    """
    programme = document.record
    keys = [one.key for one in programme.participants]
    for one in programme.measures if keys else ():
        for said, span in _involved(one):
            if programme.participant(said) is None:
                message = f"мероприятие {one.code}: участника «{said}» нет в перечне"
                yield Finding(span, message, near(said, keys))


@rule("D408", Severity.WARNING)
def involved_twice(document: Document[Programme], corpus: Corpus) -> Findings:
    """Участник назван в мероприятии дважды.

    Ответственный уже участвует в мероприятии: соисполнители – другие участники, каждый по одному разу.

    Плохо:
        measures:
          - {code: "1.1", block: programmes, text: Разработать программы, owner: college, executors: [college]}
    Хорошо:
        measures:
          - {code: "1.1", block: programmes, text: Разработать программы, owner: college, executors: [plant]}
    """
    programme = document.record
    for one in programme.measures:
        seen: set[str] = set()
        for said, span in _involved(one):
            found = programme.participant(said)
            if found is not None and found.key in seen:
                message = f"мероприятие {one.code}: участник «{found.in_text}» назван дважды"
                yield Finding(span, message, "оставьте его один раз")
            seen.add(found.key if found is not None else "")


def _involved(one: Measure) -> Iterator[tuple[str, Span]]:
    if one.owner:
        yield one.owner, one.at("owner")
    for place, said in enumerate(one.executors):
        yield said, one.at("executors", place)


@rule("D409", Severity.GAP)
def outcome_missing(document: Document[Programme], corpus: Corpus) -> Findings:
    """Не указан результат мероприятия.

    Результат – то, чем подтверждается выполнение: утверждённые программы, введённые мастерские, обученные люди.

    Плохо:
        measures:
          - {code: "1.1", block: programmes, text: Разработать программы}
    Хорошо:
        measures:
          - {code: "1.1", block: programmes, text: Разработать программы, result: Утверждены две программы}
    """
    for one in document.record.measures:
        if not (one.result or "").strip():
            message = f"у мероприятия {one.code} не указан результат"
            yield Finding(lacking(one, "result"), message, "впишите result: чем подтверждается выполнение")
