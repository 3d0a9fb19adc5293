"""Pages and the file as a whole: numbers of pages, fonts, what a PDF is (V216, V218, V6xx)."""

from docgen.diagnostics import Finding, Findings, Severity, rule
from docgen.papers.examined import Examined
from docgen.papers.paper import MarkKind

_LONG = 6_000  # characters: such a document takes more than two pages
_MOST_FONTS = 3
_RARE = 0.02
_SOME_GARBLED, _ALL_GARBLED = 0.02, 0.3


@rule("V216", Severity.WARNING)
def page_numbers(examined: Examined) -> Findings:
    """Страницы не пронумерованы, или номер стоит на первой.

    На документе из нескольких страниц номера ставятся со второй, посередине верхнего поля (ГОСТ Р 7.0.97).

    Плохо:   двадцать страниц без номеров
    Хорошо:  номера вверху, «Особый колонтитул для первой страницы»
    """
    paper = examined.paper
    several = (paper.page_count or 0) > 1 or (paper.page_count is None and paper.letters > _LONG)
    if not several or examined.unreadable:
        return
    if not paper.numbering.fields:
        yield Finding(
            paper.whole(), "страницы не пронумерованы", "вставьте номера страниц вверху, со второй страницы"
        )
    elif not paper.numbering.first_page_differs:
        told = "номер стоит и на первой странице"
        yield Finding(paper.whole(), told, "включите «Особый колонтитул для первой страницы»")


@rule("V218", Severity.INFO)
def many_fonts(examined: Examined) -> Findings:
    """Текст набран многими шрифтами.

    Куски, вставленные из других документов, приносят свои шрифты; на компьютере, где их нет, строки переносятся иначе.

    Плохо:   Times New Roman, Calibri, Verdana и PT Sans в одном документе
    Хорошо:  один шрифт во всём документе
    """
    total = sum(font.characters for font in examined.paper.fonts) or 1
    used = [
        f.name
        for f in examined.paper.fonts
        if f.characters > _RARE * total and f.name not in ("Symbol", "Wingdings")
    ]
    families = sorted({name.partition(",")[0].partition("-")[0] for name in used})
    if len(families) > _MOST_FONTS:
        told = f"текст набран {len(families)} шрифтами: {', '.join(families)}"
        yield Finding(examined.paper.whole(), told, "выделите весь текст и задайте один шрифт")


@rule("V601")
def no_text_layer(examined: Examined) -> Findings:
    """В PDF нет текста: это скан без текстового слоя.

    Страницы – рисунки; ни разделов, ни сумм, ни описок в них не найти, и проверка содержания не делается. Это не значит,
    что в документе чего-то нет.

    Плохо:   отсканированная программа
    Хорошо:  PDF, сохранённый из Word, или скан с распознанным текстом
    """
    if examined.paper.scanned:
        told = f"скан без текстового слоя: на {examined.paper.page_count} стр. текста нет, содержание не проверено"
        yield Finding(examined.paper.whole(), told, "пришлите PDF, сохранённый из Word, или распознайте скан")


@rule("V602")
def garbled_text(examined: Examined) -> Findings:
    """Текст PDF не читается: у шрифтов нет таблицы соответствия знаков.

    На экране буквы видны, но скопировать, найти и проверить текст нельзя: вместо букв – случайные знаки.

    Плохо:   PDF, напечатанный через старый драйвер
    Хорошо:  PDF, сохранённый из Word командой «Сохранить как»
    """
    paper = examined.paper
    if paper.format == "pdf" and not paper.scanned and paper.garbled > _SOME_GARBLED:
        share = f"{paper.garbled:.0%}".replace("%", " %")
        rest = "содержание не проверено" if paper.garbled > _ALL_GARBLED else "часть текста не проверена"
        told = f"не читается {share} знаков: {rest}"
        yield Finding(paper.whole(), told, "сохраните PDF заново: Файл → Сохранить как → PDF")


@rule("V603", Severity.WARNING)
def restricted(examined: Examined) -> Findings:
    """PDF защищён: открывается без пароля, но копирование или печать запрещены.

    Документ нельзя хранить как PDF/A и обработать в системе документооборота.

    Плохо:   PDF с запретом копирования
    Хорошо:  PDF/A без защиты
    """
    if examined.paper.locked:
        yield Finding(
            examined.paper.whole(), "PDF защищён от копирования или печати", "сохраните PDF без защиты"
        )


@rule("V604", Severity.WARNING)
def no_archival_claim(examined: Examined) -> Findings:
    """Файл не заявлен как PDF/A.

    Для обмена между органами власти и для хранения нужен PDF/A; в описании файла нет отметки о нём.

    Плохо:   PDF, сохранённый кнопкой «Печать»
    Хорошо:  PDF/A-2b
    """
    paper = examined.paper
    if paper.format == "pdf" and not any(claim.startswith("PDF/A") for claim in paper.claims):
        hint = "сохраните PDF с параметром «Совместимость с PDF/A»"
        yield Finding(paper.whole(), "файл не заявлен как PDF/A", hint)


@rule("V605")
def font_not_embedded(examined: Examined) -> Findings:
    """Шрифт не вложен в PDF.

    На другом компьютере вместо него возьмут чужой: строки разъедутся, буквы могут пропасть.

    Плохо:   шрифт Arial назван в файле, но не вложен
    Хорошо:  все шрифты вложены
    """
    for font in examined.paper.fonts:
        if font.embedded is False and font.name:
            told = f"шрифт {font.name} не вложен в файл"
            yield Finding(examined.paper.whole(), told, "сохраните PDF заново с вложенными шрифтами")


@rule("V606", Severity.WARNING)
def signed_already(examined: Examined) -> Findings:
    """В файле, который идёт на подпись, уже есть электронная подпись.

    Любая правка после подписи делает её недействительной; на подпись отправляют неподписанный файл.

    Плохо:   PDF с чужой подписью в документе на подпись
    Хорошо:  неподписанный PDF/A
    """
    if examined.stage != "to_sign":
        return
    for mark in examined.marks(MarkKind.SIGNATURE)[:1]:
        who = f" ({mark.text})" if mark.text else ""
        told = f"в файле уже есть электронная подпись{who}"
        yield Finding(examined.paper.whole(), told, "отправьте на подпись неподписанный файл")


@rule("V607")
def active_contents(examined: Examined) -> Findings:
    """В PDF есть программы или вложенные файлы.

    JavaScript, запуск программ и вложения запрещены в PDF/A-1 и PDF/A-2 и опасны для получателя.

    Плохо:   PDF, который при открытии выполняет JavaScript
    Хорошо:  PDF только с текстом и рисунками
    """
    for mark in examined.marks(MarkKind.SCRIPT, MarkKind.ATTACHMENT)[:5]:
        what = "действие" if mark.kind is MarkKind.SCRIPT else "вложение"
        told = f"в PDF есть {what}: {mark.detail}"
        yield Finding(examined.paper.whole(), told, "сохраните PDF заново из исходного документа")
