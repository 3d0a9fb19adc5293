"""How the time of day is written."""

from docgen.language.proofreading.rule import Slip, Slips, prose, text_rule
from docgen.language.proofreading.sought import sought

_HOUR, _MINUTE = r"([01]?\d|2[0-4])", r"([0-5]\d)"
_WITH_WORD = sought(rf"(?<![\w.,:/№-]){_HOUR}[.:-]{_MINUTE}\s?(?:часов|часа|час\.?|ч\.?)(?![\w-])")
_ZONE = r"(?:\(?(?:мск|МСК)(?!\w)|(?:ч\.\s)?по (?:московскому|местному|Москве|омскому|томскому)|времени)"
_BEFORE_ZONE = sought(rf"(?<![\w.,:/№-]){_HOUR}[.-]{_MINUTE}(?=\s{_ZONE})")
_GOES_ON = r"(?=[.,;]?$|[.,;]? (?:в|по|на|до|и|местного|московского)(?!\w)|\s?\()"
_HYPHENED = sought(
    rf"(?:(?<=\bв )|(?<=\bдо )|(?<=\bс )|(?<=\bк )|(?<=\bна )){_HOUR}-(00(?![\w-]|\.\d)|[0-5][05]{_GOES_ON})"
)
_POINTED = sought(
    rf"(?:(?<=\b[вск] )|(?<=\bдо )|(?<=\bна )|(?<=\bпосле )){_HOUR}\.(00|30|15|45)(?=\s\d{{1,2}} [а-яё]{{3,8}} \d{{4}}|\sдо\s\d{{1,2}}[.:]\d\d)"
)


@text_rule("L058", "warning")
def time_of_day(text: str) -> Slips:
    """Время записано не так.

    Часы и минуты разделяет двоеточие, а слово «часов» после минут лишнее: «12:00», «в 12 часов».

    Плохо: начало в 12.00 часов
    Плохо: направить до 18-00 (мск)
    Плохо: приём завершается в 15:00 ч.
    Хорошо: начало в 12:00; направить до 18:00 (мск); в 15 часов; 14 ч 30 мин; телефон 8-800-200-91-85; п. 12.00 сметы
    """
    masked = prose(text)
    done: set[int] = set()
    for pattern in (_WITH_WORD, _BEFORE_ZONE, _HYPHENED, _POINTED):
        for match in pattern.finditer(masked):
            if match.start() in done:
                continue
            done.add(match.start())
            right = f"{match[1]}:{match[2]}"
            yield Slip(match.start(), match.end(), f"время пишут «{right}»", right)
