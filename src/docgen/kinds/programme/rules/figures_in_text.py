"""Money and shares that the text names, against the funding table (D801, D802)."""

from collections.abc import Iterator

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, rule
from docgen.kinds.programme.record import Programme
from docgen.kinds.programme.rules.accounts import Accounts, accounts_of
from docgen.kinds.programme.rules.discrepancies import differ
from docgen.kinds.programme.rules.money_claims import Claim, Reader
from docgen.language.numbers.numerals import group
from docgen.sources import kept_of_last


@kept_of_last
def _wrong(accounts: Accounts) -> Iterator[Claim]:
    if accounts.layout is None or not accounts.amounts:
        return
    reader = Reader(accounts, accounts.layout)
    yield from (claim for claim in reader.claims() if not reader.agrees(claim))


@rule("D801")
def money_in_text(document: Document[Programme], corpus: Corpus) -> Findings:
    """Сумма в тексте не равна сумме таблицы финансирования.

    Сверяются суммы, о которых ясно, что они значат: общий объём, год, источник или направление, названные словами
    макета. Округление допускается: «253,2 млн» – это от 253 150 до 253 250 тыс. рублей. Приблизительные суммы («около»,
    «более») и суммы, у которых стоят другие слова, не сверяются. Суммы по источникам и направлениям ищутся в пунктах, где
    макет печатает финансирование, общий объём и грант – во всём тексте.

    Плохо:
        sections:
          finance:
            sources: |
              Общий объём финансирования программы составляет 26,5 млн рублей, в том числе в 2022 году – 12,5 млн рублей.
    Хорошо:
        sections:
          finance:
            sources: |
              Общий объём финансирования программы составляет 26 млн рублей, в том числе в 2022 году – 12,5 млн рублей.
    """
    for claim in _wrong(accounts_of(document, corpus)):
        said = claim.said
        if not said.is_share:
            counted = claim.values[0]
            message = (
                f"в тексте {_quoted(claim)}, а в таблице финансирования{_about(claim, accounts_of(document, corpus))} –"
                f" {group(counted)} тыс. рублей, {differ(said.value, counted)}"
            )
            span = claim.prose.at(claim.passage, said.start, said.end)
            yield Finding(span, message, "исправьте текст или таблицу")


@rule("D802")
def share_in_text(document: Document[Programme], corpus: Corpus) -> Findings:
    """Доля в тексте не равна доле по таблице финансирования.

    Сверяются доли общего объёма финансирования («доля средств работодателей – 24,3 %», «на ремонт направляется 16 %
    всех средств») и доли, которыми поясняется сумма: «100 млн рублей, или 58,7 % общего объёма».

    Плохо:
        sections:
          finance:
            sources: Грант составляет 20 млн рублей, или 67,9 % общего объёма.
    Хорошо:
        sections:
          finance:
            sources: Грант составляет 20 млн рублей, или 76,9 % общего объёма.
    """
    for claim in _wrong(accounts_of(document, corpus)):
        said = claim.said
        if said.is_share:
            message = (
                f"в тексте {_quoted(claim)}, а по таблице финансирования – {group(claim.values[0], 1)} %"
            )
            span = claim.prose.at(claim.passage, said.start, said.end)
            yield Finding(span, message, "исправьте долю или суммы")


def _quoted(claim: Claim) -> str:
    return f"«{claim.passage.text[claim.said.start : claim.said.end]}»"


def _about(claim: Claim, accounts: Accounts) -> str:
    """« (Федеральный бюджет (грант), 2022 год)»."""
    layout, told = accounts.layout, []
    for keys, parts in (
        (claim.about.sources, layout.sources if layout else ()),
        (claim.about.directions, layout.directions if layout else ()),
    ):
        told += [part.title for part in parts if keys and part.key in keys[0]]
    told += [f"{year} год" for year in sorted(claim.about.years)]
    return f" ({', '.join(told)})" if told else ""
