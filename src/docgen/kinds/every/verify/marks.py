"""What other people's work has left in a Word file (V201–V205, V209, V212–V215, V221)."""

from collections.abc import Iterator

from docgen.diagnostics import Finding, Findings, Severity, rule
from docgen.papers.examined import Examined
from docgen.papers.paper import Mark, MarkKind

_ACCEPT = "примите или отклоните исправления: «Рецензирование» → «Принять все исправления»"
_DONE = {
    MarkKind.INSERTED: "вставлен текст",
    MarkKind.DELETED: "удалён текст",
    MarkKind.MOVED: "перемещён текст",
}
_FEW = 20


def _first(marks: list[Mark]) -> Iterator[tuple[Mark, str]]:
    """The first marks; the last of them tells how many more there are."""
    for number, mark in enumerate(marks[:_FEW], 1):
        more = len(marks) - _FEW
        yield mark, f"; таких мест ещё {more}" if number == _FEW and more > 0 else ""


def _quoted(text: str) -> str:
    flat = " ".join(text.split())
    shown = flat if len(flat) <= 60 else f"{flat[:57]}…"
    return f" «{shown}»" if shown and shown != "¶" else ""


@rule("V201")
def tracked_changes(examined: Examined) -> Findings:
    """В файле остались непринятые исправления.

    Пока исправления не приняты, один читатель видит старый текст, другой – новый, и подписанным оказывается неизвестно
    какой. Удалённый текст при этом остаётся в файле и виден получателю.

    Плохо:   «направить до {-1-}{+5+} марта» с включёнными исправлениями
    Хорошо:  «направить до 5 марта», исправления приняты
    """
    for mark, more in _first(examined.marks(*_DONE)):
        who = f" ({mark.detail})" if mark.detail else ""
        told = f"{_DONE[mark.kind]}{_quoted(mark.text)}{who}: исправление не принято{more}"
        yield Finding(examined.place(mark), told, _ACCEPT)


@rule("V202", Severity.WARNING)
def tracked_formatting(examined: Examined) -> Findings:
    """В файле остались непринятые исправления оформления.

    Сам текст они не меняют, но документ печатается с пометками на полях.

    Плохо:   абзац с пометкой «Отформатировано»
    Хорошо:  тот же абзац, исправления приняты
    """
    for mark, more in _first(examined.marks(MarkKind.REFORMATTED)):
        yield Finding(examined.place(mark), f"изменение оформления не принято{more}", _ACCEPT)


@rule("V203")
def comments(examined: Examined) -> Findings:
    """В файле остались примечания.

    Примечания – переписка авторов; в документе, который отправляют на подпись или публикуют, их быть не должно.

    Плохо:   примечание «уточнить у бухгалтерии!»
    Хорошо:  документ без примечаний
    """
    for mark, more in _first(examined.marks(MarkKind.COMMENT)):
        who = f" ({mark.detail})" if mark.detail else ""
        told = f"осталось примечание{_quoted(mark.text)}{who}{more}"
        yield Finding(examined.place(mark), told, "ответьте на примечание и удалите его")


@rule("V204")
def hidden_text(examined: Examined) -> Findings:
    """В документе есть скрытый текст.

    Его не видно на бумаге, но он остаётся в файле: подписывающий не знает, что подписывает, а получатель может его
    прочитать.

    Плохо:   абзац с атрибутом «Скрытый»
    Хорошо:  этот абзац удалён или показан
    """
    for mark, more in _first(examined.marks(MarkKind.HIDDEN)):
        told = f"скрытый текст{_quoted(mark.text)}{more}"
        yield Finding(examined.place(mark), told, "удалите его или снимите атрибут «Скрытый»")


@rule("V205")
def unseen_text(examined: Examined) -> Findings:
    """В документе есть текст, которого не видно: белый на белом или мельче трёх пунктов.

    Так в документ незаметно вписывают лишнее; чаще же это след неудачной вёрстки. На бумаге текста нет, в файле – есть.

    Плохо:   белые буквы на белом листе
    Хорошо:  чёрный текст обычного размера
    """
    for mark, more in _first(examined.marks(MarkKind.PALE, MarkKind.TINY)):
        how = "белый текст" if mark.kind is MarkKind.PALE else f"текст размером {mark.detail} пт"
        told = f"{how}{_quoted(mark.text)} на бумаге не виден{more}"
        yield Finding(examined.place(mark), told, "удалите этот текст или сделайте его видимым")


@rule("V209", Severity.WARNING)
def highlighted(examined: Examined) -> Findings:
    """В тексте осталось выделение маркером.

    Цветом обычно отмечают то, что надо уточнить или дописать.

    Плохо:   «150 000» на жёлтом фоне
    Хорошо:  проверенное число без выделения
    """
    for mark, more in _first(examined.marks(MarkKind.HIGHLIGHTED)):
        told = f"выделено маркером{_quoted(mark.text)}{more}"
        yield Finding(examined.place(mark), told, "проверьте это место и снимите выделение")


@rule("V212", Severity.WARNING)
def about_the_author(examined: Examined) -> Findings:
    """В свойствах файла остались сведения об авторе.

    Имя составителя, последнего редактора, организация и шаблон видны каждому получателю, а к документу не относятся.

    Плохо:   Автор: User-PC\\Бухгалтер3
    Хорошо:  «Файл» → «Сведения» → «Инспектор документов» → удалить свойства
    """
    personal = ("автор", "последний редактор", "руководитель")
    for name, said in examined.paper.properties.items():
        if name in personal or name.startswith("свойство"):
            told = f"в свойствах файла: {name} – «{said}»"
            yield Finding(
                examined.paper.whole(), told, "удалите свойства: Файл → Сведения → Инспектор документов"
            )


@rule("V213")
def macros(examined: Examined) -> Findings:
    """В файле есть макросы.

    Макрос – программа, которая может выполниться при открытии; в документе на подпись ей не место.

    Плохо:   .docm с кодом VBA
    Хорошо:  тот же документ, сохранённый как .docx
    """
    for mark in examined.marks(MarkKind.MACRO):
        yield Finding(examined.place(mark), "в файле есть макросы (VBA)", "сохраните документ как .docx")


@rule("V214", Severity.WARNING)
def embedded_objects(examined: Examined) -> Findings:
    """В файл вложены объекты других программ или другие файлы.

    Их содержания проверка не видит, а при печати оно может оказаться другим или исчезнуть.

    Плохо:   таблица, вставленная как объект Excel
    Хорошо:  обычная таблица Word
    """
    for mark, more in _first(examined.marks(MarkKind.OBJECT)):
        told = f"вложен {mark.detail or 'объект'}: его содержание не проверено{more}"
        yield Finding(
            examined.place(mark), told, "вставьте содержание как обычный текст, таблицу или рисунок"
        )


@rule("V215")
def fetched_from_elsewhere(examined: Examined) -> Findings:
    """Документ берёт часть содержания из другого места.

    Связанный рисунок, шаблон, объект или поле подтягиваются с диска автора или из сети: у получателя документ будет
    другим, а адрес узнает, кто и когда его открыл. docgen по таким ссылкам не ходит.

    Плохо:   рисунок, связанный с http://…, поле INCLUDETEXT
    Хорошо:  рисунок и текст вставлены в сам документ
    """
    names = {
        "image": "рисунок",
        "attachedTemplate": "шаблон",
        "oleObject": "объект",
        "aFChunk": "вставленный файл",
    }
    for mark, more in _first(examined.marks(MarkKind.OUTSIDE)):
        what = names.get(mark.detail, "часть содержания")
        told = f"{what} – из другого места{_quoted(mark.text)}{more}"
        yield Finding(examined.place(mark), told, "вставьте содержание в сам документ и разорвите связь")
    for mark in examined.marks(MarkKind.FIELD):
        if mark.detail not in _LIVE:
            told = f"поле {mark.detail} берёт текст из другого места"
            yield Finding(examined.place(mark), told, "замените поле его текстом: Ctrl+Shift+F9")


_LIVE = ("DATE", "TIME", "SAVEDATE", "PRINTDATE", "FILENAME", "USERNAME")


@rule("V221", Severity.WARNING)
def changing_fields(examined: Examined) -> Findings:
    """В тексте поле, которое само меняется: дата, время, имя файла.

    При каждом открытии на его месте окажется другое, не то, что было подписано.

    Плохо:   поле DATE вместо даты документа
    Хорошо:  13 марта 2026 г.
    """
    for mark in examined.marks(MarkKind.FIELD):
        if mark.detail in _LIVE:
            told = f"поле {mark.detail} само меняет текст документа"
            yield Finding(examined.place(mark), told, "замените поле его текстом: Ctrl+Shift+F9")
