"""Control digits of ИНН and ОГРН (D203, D204)."""

from collections.abc import Iterator

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, rule
from docgen.kinds.programme.record import Programme
from docgen.language.numbers.numerals import counted
from docgen.sources import Record

_DIGITS = ("цифра", "цифры", "цифр")
_TEN = (2, 4, 10, 3, 5, 9, 4, 6, 8)
_ELEVEN = (7, 2, 4, 10, 3, 5, 9, 4, 6, 8)
_TWELVE = (3, *_ELEVEN)


@rule("D203")
def bad_inn(document: Document[Programme], corpus: Corpus) -> Findings:
    """ИНН неверен: не столько цифр или не сходится контрольная.

    У организации в ИНН 10 цифр, у предпринимателя 12; последние вычисляются из остальных, и опечатка сразу видна.

    Плохо:
        participants:
          - {key: college, name: Липецкий колледж, kind: base_college, inn: "4800000041", ogrn: "1214800000018", functions: [обучает], grant_recipient: true}
          - {key: plant, name: Липецкий завод, kind: enterprise, inn: "4800000053", ogrn: "1034800000058", functions: [принимает на практику]}
    Хорошо:
        participants:
          - {key: college, name: Липецкий колледж, kind: base_college, inn: "4800000014", ogrn: "1214800000018", functions: [обучает], grant_recipient: true}
          - {key: plant, name: Липецкий завод, kind: enterprise, inn: "4800000053", ogrn: "1034800000058", functions: [принимает на практику]}
    """
    for record in _organisations(document.record):
        inn = (getattr(record, "inn", None) or "").strip()
        if inn and (wrong := _wrong_inn(inn)):
            yield Finding(record.at("inn"), f"в ИНН {inn} {wrong}", "сверьте ИНН с выпиской из ЕГРЮЛ")


@rule("D204")
def bad_ogrn(document: Document[Programme], corpus: Corpus) -> Findings:
    """ОГРН неверен: не столько цифр или не сходится контрольная.

    У организации в ОГРН 13 цифр, у предпринимателя 15; последняя вычисляется из остальных.

    Плохо:
        participants:
          - {key: college, name: Липецкий колледж, kind: base_college, inn: "4800000014", ogrn: "1214800000081", functions: [обучает], grant_recipient: true}
          - {key: plant, name: Липецкий завод, kind: enterprise, inn: "4800000053", ogrn: "1034800000058", functions: [принимает на практику]}
    Хорошо:
        participants:
          - {key: college, name: Липецкий колледж, kind: base_college, inn: "4800000014", ogrn: "1214800000018", functions: [обучает], grant_recipient: true}
          - {key: plant, name: Липецкий завод, kind: enterprise, inn: "4800000053", ogrn: "1034800000058", functions: [принимает на практику]}
    """
    for record in _organisations(document.record):
        ogrn = (getattr(record, "ogrn", None) or "").strip()
        if ogrn and (wrong := _wrong_ogrn(ogrn)):
            yield Finding(record.at("ogrn"), f"в ОГРН {ogrn} {wrong}", "сверьте ОГРН с выпиской из ЕГРЮЛ")


def _organisations(programme: Programme) -> Iterator[Record]:
    yield from programme.participants
    if programme.structure is not None and programme.structure.ano is not None:
        yield programme.structure.ano


def _wrong_inn(inn: str) -> str:
    if not _digits(inn):
        return "не только цифры"
    if len(inn) not in (10, 12):
        return f"{counted(len(inn), _DIGITS)}, а должно быть 10 (у предпринимателя 12)"
    if len(inn) == 10:
        return _compared(inn[-1], str(_weighed(inn, _TEN)))
    return _compared(inn[-2:], f"{_weighed(inn, _ELEVEN)}{_weighed(inn, _TWELVE)}")


def _wrong_ogrn(ogrn: str) -> str:
    if not _digits(ogrn):
        return "не только цифры"
    if len(ogrn) not in (13, 15):
        return f"{counted(len(ogrn), _DIGITS)}, а должно быть 13 (у предпринимателя 15)"
    return _compared(ogrn[-1], str(int(ogrn[:-1]) % (len(ogrn) - 2) % 10))


def _weighed(inn: str, weights: tuple[int, ...]) -> int:
    return sum(int(digit) * weight for digit, weight in zip(inn, weights, strict=False)) % 11 % 10


def _digits(code: str) -> bool:
    return code.isascii() and code.isdigit()


def _compared(said: str, right: str) -> str:
    return "" if said == right else f"контрольное число {said}, а по остальным цифрам – {right}"
