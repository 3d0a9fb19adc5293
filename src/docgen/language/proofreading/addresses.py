"""Mail addresses and links."""

import re

from docgen.language.patterns import lazy
from docgen.language.proofreading.letters import CYRILLIC_LOOKS
from docgen.language.proofreading.rule import Slip, Slips, text_rule
from docgen.language.proofreading.sought import sought

_MAIL = sought(r"(?<![^\s<>«»\"(),;:])[^\s<>«»\"(),;:]+@[^\s<>«»\"(),;]+")
_LINK = sought(r"(?:https?://|www\.)[^\s<>«»\"]+", re.IGNORECASE)
_RUSSIAN = lazy("[А-яЁёІі]")
_LATIN = lazy("[A-Za-z]")


def _addresses(text: str) -> list[re.Match[str]]:
    found = list(_MAIL.finditer(text)) if "@" in text else []
    return found + (list(_LINK.finditer(text)) if "://" in text or "www." in text.lower() else [])


def _lookalike(part: str) -> bool:
    """A short piece of a path, all of Russian letters that look Latin: «/р/115»."""
    return len(part) <= 3 and all(letter in CYRILLIC_LOOKS for letter in part)


@text_rule("L010", "error", safe=True, seeks=(_MAIL, _LINK))
def russian_letter_in_address(text: str) -> Slips:
    """Русская буква в адресе почты или ссылке.

    Письмо на адрес с русской «с» вместо латинской «c» не дойдёт, а на вид адрес верен.

    Плохо: на адрес сppk-spo@guppros.ru
    Хорошо: на адрес cppk-spo@guppros.ru, сайт https://минпросвещения.рф
    """
    for match in _addresses(text):
        address = match[0]  # asked for once: each asking copies it
        for part in re.finditer(r"[^/@.:?&=#_-]+", address):
            odd = _RUSSIAN.findall(part[0])
            path = "://" in address and part.start() > address.index("://") + 3
            if path and _lookalike(part[0]) and _LATIN.search(address.partition("://")[2].partition("/")[0]):
                start = match.start() + part.start()
                right = "".join(CYRILLIC_LOOKS[letter] for letter in part[0])
                yield Slip(start, start + len(right), f"русская буква «{odd[0]}» в адресе", right)
                continue
            whole = "@" in address and odd and _LATIN.search(address)
            if not odd or not (_LATIN.search(part[0]) or whole):
                continue
            fixed = "".join(CYRILLIC_LOOKS.get(letter, letter) for letter in part[0])
            start = match.start() + part.start()
            yield Slip(
                start,
                match.start() + part.end(),
                f"русская буква «{odd[0]}» в адресе",
                None if _RUSSIAN.search(fixed) else fixed,
            )


_LOCAL = lazy(r"[\w+][\w.+-]*")
_HOST = lazy(r"(?:[\w-]+\.)+[A-Za-zА-яЁё][\w-]*[A-Za-zА-яЁё]")
_NO_HOST = sought(r"(?<![\w.@+-])[\w+-][\w.+-]*@(?=[\s,;:)»]|\.(?:\s|$)|$)")
_TORN_MAIL = sought(
    r"[A-Za-z0-9._-]+(?: @ ?| ?@ )[A-Za-z0-9-]+\.[a-z]{2,}|[A-Za-z0-9._-]+@[A-Za-z0-9-]+,(?=ru\b|com\b|org\b)\w+"
)


@text_rule("L011", "error", seeks=(_TORN_MAIL, _MAIL))
def mail_syntax(text: str) -> Slips:
    """Адрес почты написан с ошибкой.

    По адресу без домена, с двумя точками, пробелом или запятой письмо не отправить.

    Плохо: писать на sokolov@firpo
    Плохо: писать на sokolov@firpo,ru
    Хорошо: писать на sokolov@firpo.ru
    """
    if "@" not in text:
        return
    torn = [(m.start(), m.end()) for m in _TORN_MAIL.finditer(text)]
    for start, end in torn:
        fixed = text[start:end].replace(" ", "").replace(",", ".")
        yield Slip(start, end, "в адресе почты стоит лишний пробел или запятая", fixed)
    for match in _NO_HOST.finditer(text):
        yield Slip(match.start(), match.end(), "в адресе почты после знака @ нет домена")
    for match in _MAIL.finditer(text):
        if any(start <= match.start() < end for start, end in torn):
            continue
        local, _, host = match[0].rstrip(".!?…]}").partition("@")
        if "\\" in local or not any(character.isalnum() for character in local):
            continue
        if not _LOCAL.fullmatch(local) or local.endswith(".") or ".." in local or not _HOST.fullmatch(host):
            yield Slip(
                match.start(), match.start() + len(local) + 1 + len(host), "адрес почты написан с ошибкой"
            )


_BROKEN_LINK = sought(
    r"(?:https?:/(?=[^/\s])|https?//:?|https?;//|https?:\\\\|htt?ps?:///+|(?<![A-Za-z])(?:htps?|ttps?|hhttps?|htttps?)://|https?: //|https?:// )[^\s,;)]*"
    r"|www,\S+|(?<![\w@.,/])[a-z]{2,},[a-z0-9-]+\.(?:ru|com|org)(?!\w)|www\.?\s(?=[a-z]+\.ru)\S+|https?://https?://\S+|https?://(?:www\.)?[\w-]+(?=[\s,;)]|$)|https?://\S*,(?:ru|com|org)\b\S*",
    re.IGNORECASE,
)


@text_rule("L012", "error")
def link_syntax(text: str) -> Slips:
    """Ссылка написана с ошибкой.

    По ссылке с пробелом, с одной косой чертой или без домена страница не откроется.

    Плохо: размещено по ссылке https:/firpo.ru/d/JJgT5jcBBB
    Плохо: размещено по ссылке https: //firpo.ru/d/JJgT5jcBBB
    Хорошо: размещено по ссылке https://firpo.ru/d/JJgT5jcBBB
    """
    for match in _BROKEN_LINK.finditer(text):
        if "localhost" not in match[0]:
            yield Slip(match.start(), match.end(), "ссылка написана с ошибкой и не откроется")


_GLUED = sought(
    r"(?:https?://|www\.)[^\s<>«»\"]+?[\w/]([.,;])(?=\s|$)|(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+(\.)(?=\s|$)",
    re.IGNORECASE,
)


@text_rule("L013", "info")
def glued_full_stop(text: str) -> Slips:
    """Точка вплотную к ссылке или адресу почты.

    Программы захватывают точку в ссылку, и она не открывается; лучше закончить предложение словом или обойтись без точки.

    Плохо: размещено по ссылке: https://firpo.ru/d/JJgT5jcBBB_O0g.
    Хорошо: размещено по ссылке https://firpo.ru/d/JJgT5jcBBB_O0g (список)
    """
    for match in _GLUED.finditer(text):
        group = 1 if match[1] else 2
        yield Slip(match.start(group), match.end(group), "знак вплотную к адресу попадёт в ссылку")


_STORAGE = sought(
    r"(?:disk\.yandex\.\w+|yadi\.sk|drive\.google\.com|docs\.google\.com|dropbox\.com|cloud\.mail\.ru|wetransfer\.com|fex\.net|1drv\.ms|mega\.nz)[^\s<>«»\"]*",
    re.IGNORECASE,
)


@text_rule("L014", "info")
def file_exchange(text: str) -> Slips:
    """Ссылка на файлообменник в официальном документе.

    Содержимое файлообменника меняют без следа, и через год ссылка не откроется; надёжнее приложение или сайт ведомства.

    Плохо: список размещён по ссылке https://disk.yandex.ru/d/JJgT5jcBBB_O0g
    Хорошо: список приведён в приложении № 1
    """
    for match in _STORAGE.finditer(text):
        yield Slip(match.start(), match.end(), "ссылка ведёт на файлообменник: содержимое могут изменить")


_PERSONAL = sought(
    r"(?<![\w.])[a-z]{1,2}\.[a-z]{3,}@[\w.-]+\.\w+|(?<![\w.+-])[\w.+-]{1,64}@(?:mail|bk|inbox|list|yandex|ya|gmail|rambler|hotmail|icloud)\.(?:ru|com)\b",
    re.IGNORECASE,
)


@text_rule("L015", "info")
def personal_mailbox(text: str) -> Slips:
    """Отчёты направляют на личный ящик сотрудника.

    Человек уйдёт в отпуск или уволится, и отчёты пропадут; для поручений заводят ящик подразделения.

    Плохо: направить презентацию на почту a.sokolov@firpo.ru
    Хорошо: направить презентацию на почту cluster@firpo.ru
    """
    for match in _PERSONAL.finditer(text):
        yield Slip(match.start(), match.end(), "похоже на личный ящик, а не на почту подразделения")
