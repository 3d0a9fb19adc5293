"""From a task over measures and indicators to money and results: what hangs loose (D43x)."""

from decimal import Decimal

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, Related, Severity, Span, rule
from docgen.kinds.programme.record import Programme
from docgen.kinds.programme.rules.walk import lacking, layout_of
from docgen.kinds.programme.rules.wording import near
from docgen.language.numbers.numerals import counted
from docgen.model.programme import Measure


@rule("D431", Severity.GAP)
def few_tasks(document: Document[Programme], corpus: Corpus) -> Findings:
    """Задач меньше, чем требует макет.

    Цель достигается решением нескольких задач; наименьшее их число задано в макете: limits.tasks_at_least.

    Плохо:
        tasks:
          - {code: З1, text: Обновить программы}
    Хорошо:
        tasks:
          - {code: З1, text: Обновить программы}
          - {code: З2, text: Оснастить мастерские}
    """
    programme, layout = document.record, layout_of(document, corpus)
    least = (layout.limits.tasks_at_least or 0) if layout is not None else 0
    number = len(programme.tasks)
    if 0 < number < least:
        message = f"в программе {counted(number, ('задача', 'задачи', 'задач'))}, а по макету нужно не меньше {least}"
        yield Finding(lacking(programme, "tasks"), message, "добавьте задачи")


@rule("D432")
def unknown_code(document: Document[Programme], corpus: Corpus) -> Findings:
    """Мероприятие ссылается на задачу или показатель, которых нет.

    В tasks и indicators мероприятия стоят коды задач и показателей программы.

    Плохо:
        measures:
          - {code: "1.1", block: programmes, text: Разработать программы, tasks: [З1], indicators: [П7]}
    Хорошо:
        measures:
          - {code: "1.1", block: programmes, text: Разработать программы, tasks: [З1], indicators: [П1]}
    """
    programme = document.record
    tasks = [task.code for task in programme.tasks]
    indicators = [indicator.code for indicator in programme.indicators]
    for field, what, known in (("tasks", "задачи", tasks), ("indicators", "показателя", indicators)):
        if len(set(known)) < len(known):
            continue  # a code that is given twice may stand in the place of the missing one
        unknown: dict[str, list[tuple[Measure, Span]]] = {}
        for one in programme.measures if known else ():
            for place, code in enumerate(getattr(one, field)):
                if code not in known:
                    unknown.setdefault(code, []).append((one, one.at(field, place)))
        for code, ((first, span), *others) in unknown.items():
            message = f"мероприятие {first.code}: {what} {code} в программе нет"
            related = tuple(Related(other, f"и в мероприятии {one.code}") for one, other in others)
            yield Finding(span, message, near(code, known), related)


@rule("D433", Severity.GAP)
def measure_without_task(document: Document[Programme], corpus: Corpus) -> Findings:
    """Не указано, какую задачу решает мероприятие.

    Мероприятие, которое не решает ни одной задачи, не ведёт к цели программы.

    Плохо:
        measures:
          - {code: "1.1", block: programmes, text: Разработать программы, indicators: [П1]}
    Хорошо:
        measures:
          - {code: "1.1", block: programmes, text: Разработать программы, tasks: [З1], indicators: [П1]}
    """
    for one in document.record.measures:
        if not one.tasks:
            message = f"мероприятие {one.code} не отнесено ни к одной задаче"
            yield Finding(lacking(one, "tasks"), message, "впишите в tasks коды задач")


@rule("D434", Severity.GAP)
def measure_without_indicator(document: Document[Programme], corpus: Corpus) -> Findings:
    """Не указано, на какой показатель влияет мероприятие.

    По показателям видно, достигло ли мероприятие своего.

    Плохо:
        measures:
          - {code: "1.1", block: programmes, text: Разработать программы, tasks: [З1]}
    Хорошо:
        measures:
          - {code: "1.1", block: programmes, text: Разработать программы, tasks: [З1], indicators: [П1]}
    """
    for one in document.record.measures:
        if not one.indicators:
            message = f"мероприятие {one.code} не связано ни с одним показателем"
            yield Finding(lacking(one, "indicators"), message, "впишите в indicators коды показателей")


@rule("D435", Severity.GAP)
def task_without_measure(document: Document[Programme], corpus: Corpus) -> Findings:
    """Задачу не решает ни одно мероприятие.

    У каждой задачи есть хотя бы одно мероприятие: иначе она останется намерением.

    Плохо:
        tasks:
          - {code: З1, text: Обновить программы}
          - {code: З2, text: Оснастить мастерские}
          - {code: З3, text: Подготовить наставников}
    Хорошо:
        tasks:
          - {code: З1, text: Обновить программы}
          - {code: З2, text: Оснастить мастерские}
    """
    programme = document.record
    solved = {code for one in programme.measures for code in one.tasks}
    for task in programme.tasks if programme.measures else ():
        if task.code not in solved:
            message = f"задачу {task.code} не решает ни одно мероприятие"
            yield Finding(task.at("code"), message, "впишите её код в tasks мероприятия или добавьте его")


@rule("D436", Severity.GAP)
def indicator_without_measure(document: Document[Programme], corpus: Corpus) -> Findings:
    """На показатель не влияет ни одно мероприятие.

    Показатель, который ничем не обеспечен, не изменится. Показатели, которые нужны только как знаменатель доли
    (share_of), не проверяются.

    Плохо:
        indicators:
          - {code: П1, name: Численность обучающихся, unit: человек, base: 0, base_year: 2021, values: {2022: 40, 2023: 80, 2024: 120}}
          - {code: П3, name: Количество мастерских, unit: единиц, base: 0, base_year: 2021, values: {2022: 1, 2023: 2, 2024: 2}}
    Хорошо:
        indicators:
          - {code: П1, name: Численность обучающихся, unit: человек, base: 0, base_year: 2021, values: {2022: 40, 2023: 80, 2024: 120}}
          - {code: П2, name: Количество мастерских, unit: единиц, base: 0, base_year: 2021, values: {2022: 1, 2023: 2, 2024: 2}}
    """
    programme = document.record
    served = {code for one in programme.measures for code in one.indicators}
    served |= {one.share_of for one in programme.indicators if one.share_of}
    for one in programme.indicators if programme.measures else ():
        if one.code not in served:
            message = f"на показатель {one.code} не влияет ни одно мероприятие"
            yield Finding(one.at("code"), message, "впишите его код в indicators мероприятия")


@rule("D437", Severity.GAP)
def measure_without_money(document: Document[Programme], corpus: Corpus) -> Findings:
    """Не указано, сколько средств нужно мероприятию.

    У мероприятия есть объём средств (money, тыс. рублей) или строки сметы с его кодом. Если средств не требуется, пишут
    money: 0.

    Плохо:
        measures:
          - {code: "1.3", block: programmes, text: Разработать программы, tasks: [З1], indicators: [П1]}
    Хорошо:
        measures:
          - {code: "1.3", block: programmes, text: Разработать программы, tasks: [З1], indicators: [П1], money: 0}
    """
    programme = document.record
    paid = {line.measure for line in programme.estimate}
    for one in programme.measures:
        if one.money is None and one.code not in paid:
            message = f"у мероприятия {one.code} нет ни объёма средств, ни строк сметы"
            yield Finding(lacking(one, "money"), message, "впишите money: тыс. рублей или 0")


@rule("D438", Severity.GAP)
def task_without_money(document: Document[Programme], corpus: Corpus) -> Findings:
    """На задачу не предусмотрено средств.

    Если у всех мероприятий задачи money: 0, задача либо решается сама собой, либо деньги отнесены не к тем
    мероприятиям.

    Плохо:
        estimate: []
        measures:
          - {code: "1.1", block: programmes, text: Разработать программы, tasks: [З1], indicators: [П1], money: 0}
    Хорошо:
        estimate: []
        measures:
          - {code: "1.1", block: programmes, text: Разработать программы, tasks: [З1], indicators: [П1], money: 1000}
    """
    programme = document.record
    paid = {line.measure for line in programme.estimate if (line.sum or Decimal()) > 0}
    for task in programme.tasks:
        measures = [one for one in programme.measures if task.code in one.tasks]
        if measures and all(one.money == 0 and one.code not in paid for one in measures):
            message = f"ни на одно мероприятие задачи {task.code} не предусмотрено средств"
            yield Finding(task.at("code"), message, "укажите money мероприятий и их строки в смете")


@rule("D439", Severity.GAP)
def task_without_result(document: Document[Programme], corpus: Corpus) -> Findings:
    """Задача не ведёт ни к одному ожидаемому результату.

    Результаты измеряются показателями, на которые влияют мероприятия задачи. Если среди результатов нет ни одного с
    таким показателем, чем кончится решение задачи, неизвестно.

    Плохо:
        results:
          - {text: Трудоустроены по профессии, kind: industry, indicator: П2, value: "88,5", unit: процентов, year: 2024}
    Хорошо:
        results:
          - {text: Обучаются по новым программам, kind: social, indicator: П1, value: 120, unit: человек, year: 2024}
          - {text: Трудоустроены по профессии, kind: industry, indicator: П2, value: "88,5", unit: процентов, year: 2024}
    """
    programme = document.record
    known = {one.code for one in programme.indicators}
    measured = {one.indicator for one in programme.results}
    if not measured or not measured <= known:
        return  # a result whose indicator is missing or unknown may be the one
    for task in programme.tasks:
        serving = [set(one.indicators) for one in programme.measures if task.code in one.tasks]
        served = set().union(*serving)
        if served and served <= known and not served & measured:
            message = f"показатели задачи {task.code} ({', '.join(sorted(served))}) не измеряют ни одного результата"
            yield Finding(task.at("code"), message, "добавьте результат с одним из этих показателей")
