"""How a year is written: shortened or in full, one or many."""

import re

from docgen.language.patterns import lazy
from docgen.language.proofreading.rule import Slip, Slips, prose, text_rule
from docgen.language.proofreading.sought import sought

_ONE_YEAR = sought(r"(?<![\d–—/-])((?:19|20)\d\d)(\s+)гг\.")
_MANY_YEARS = sought(r"(?<!\d)((?:19|20)\d\d\s?[–—-]\s?(?:19|20)\d\d)\s+(г\.|год(?:у|а)?)(?!\w)")
_AND_YEAR = sought(r"(?<!\d)(?:(?:19|20)\d\d)\s+и\s+(?:19|20)\d\d\s+(году|год)(?!\w)")
_LIST_YEAR = sought(r"(?<![\d.])(?:19|20)\d\d(?:, | и )(?:19|20)\d\d\s(г\.)(?!\s?[-–—])")
_LISTED = lazy(r"(?:\d{4}|г\.|\d{2}),?\s*(?:и|или|,|[–—-])?\s*\Z")


@text_rule("L055", "error", seeks=(_ONE_YEAR, _MANY_YEARS, _AND_YEAR, _LIST_YEAR))
def one_year_or_many(text: str) -> Slips:
    """«гг.» при одном годе или «г.» при нескольких.

    Один год – «2023 г.», несколько – «2022–2024 гг.».

    Плохо: в 2023 гг.
    Плохо: в 2022–2024 г.
    Хорошо: в 2023 г., в 2022–2024 гг., в 2023 и 2024 гг., 2023–2024 учебный год
    """
    masked = prose(text)
    for match in _ONE_YEAR.finditer(masked):
        if not _LISTED.search(masked, max(0, match.start() - 12), match.start()):
            yield Slip(
                match.start(),
                match.end(),
                "год один, а сокращение «гг.» – о нескольких",
                f"{match[1]}{match[2]}г.",
            )
    for match in _MANY_YEARS.finditer(masked):
        right = {"г.": "гг.", "год": "годы", "году": "годах", "года": "годов"}[match[2]]
        yield Slip(match.start(2), match.end(2), "лет несколько, а сокращение или слово – об одном", right)
    for match in _LIST_YEAR.finditer(masked):
        yield Slip(match.start(1), match.end(1), "лет несколько, а сокращение или слово – об одном", "гг.")
    for match in _AND_YEAR.finditer(masked):
        yield Slip(
            match.start(1),
            match.end(1),
            "лет несколько, а слово – об одном",
            {"году": "годах", "год": "годы"}[match[1]],
        )


_NO_STOP = sought(r"(?<!\d)((?:19|20)\d\d\s?)(гг?)(?![\w./])", word=r"(?:\A|\d)гг?(?![\w./])")
_TWO_STOPS = sought(r"(?<=\d)(\s?)(г\.\s?г\.)|(?<=[IVX])(\s)(в\.\s?в\.)")
_NAMED_YEAR = sought(
    r"(?<!\w)(?:учебн|финансов|календарн|хозяйственн)(?:ый|ого|ому|ым|ом|ые|ых|ым|ыми)\s(гг?\.)(?!\s?\d)"
)


@text_rule("L056", "error", safe=True)
def year_without_stop(text: str) -> Slips:
    """Сокращение слова «год» написано не так.

    «г.» и «гг.» ставят при цифрах и пишут с одной точкой; при слове «учебный» год пишут полностью.

    Плохо: с 4 октября 2023 г по средам
    Плохо: в 2022–2024 г.г.
    Плохо: показатели на 2024/25 учебный г.
    Хорошо: с 4 октября 2023 г. по средам; в 2022–2024 гг.; 2024/25 учебный год; 2024/25 уч. г.
    """
    masked = prose(text)
    for match in _NO_STOP.finditer(masked):
        yield Slip(match.start(2), match.end(2), f"после «{match[2]}» нет точки", f"{match[2]}.")
    for match in _TWO_STOPS.finditer(masked):
        right = "гг." if match[2] else "вв."
        group = 2 if match[2] else 4
        yield Slip(match.start(group), match.end(group), f"сокращение пишут с одной точкой: «{right}»", right)
    for match in _NAMED_YEAR.finditer(masked):
        yield Slip(match.start(1), match.end(1), "при определении слово «год» пишут полностью")


_SHORT = sought(r"(?<!\d)(?:19|20)\d\d\sг\.")
_LONG = sought(r"(?<!\d)(?:19|20)\d\d\s(?:год|года|году|годом)(?!\w)")


@text_rule("L057", "info", seeks=(_SHORT,))
def mixed_year(text: str) -> Slips:
    """В тексте смешаны «2023 г.» и «2023 году».

    В одном документе год пишут одинаково: в датах «г.», а в тексте либо всюду «году», либо всюду «г.».

    Плохо: созданных в 2022 году, и созданных в 2023 г.
    Хорошо: созданных в 2022 году и созданных в 2023 году; от 5 июля 2023 г.
    """
    masked = prose(text)
    if not _LONG.search(masked):
        return
    for match in _SHORT.finditer(masked):
        if re.search(r"(?:\sв|\sза|\sна|\sдо|\sс)\s\Z", masked[max(0, match.start() - 4) : match.start()]):
            yield Slip(match.start(), match.end(), "в тексте есть и «г.», и «году»")
            return
