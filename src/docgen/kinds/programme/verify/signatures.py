"""Who signs a finished programme (V411, V412)."""

import re

from docgen.diagnostics import Finding, Findings, Severity, rule
from docgen.papers.examined import Examined
from docgen.papers.paper import APART, Block

_INITIALS = re.compile(r"[А-ЯЁ]\.\s?[А-ЯЁ]\.\s?[А-ЯЁ][а-яё]{2,}|[А-ЯЁ][а-яё]{2,}\s[А-ЯЁ]\.\s?[А-ЯЁ]\.")
_POST = re.compile(
    r"директор|ректор|министр|руководител|председател|губернатор|начальник|глав[аы]\b|президент|заместител",
    re.IGNORECASE,
)
_REGION = re.compile(
    r"министр|министерств|губернатор|правительств|департамент|управлени[ея]|администраци|комитет|глав[аы]\s+(?:республики|края|области)",
    re.IGNORECASE,
)
_COLLEGE = re.compile(r"колледж|техникум|г[бк]?поу|г[ао]поу|училищ|политехникум", re.IGNORECASE)
_ENTERPRISE = re.compile(
    r"(?<![А-ЯЁа-яё])(?:ООО|АО|ПАО|ОАО|ЗАО|НАО|ФГУП|ИП)(?![А-ЯЁа-яё])|завод|комбинат|предприяти|корпораци|холдинг|общество с ограниченной|акционерное общество|генеральный директор",
    re.IGNORECASE,
)
_LAST = 80  # blocks: signatures stand at the end
_POST_ABOVE = 4  # blocks: a post stands at most so far above its name
_ANNEX = re.compile(r"\s*приложение(?:\s*№?\s*\d{1,2})?\s*\.?\s*", re.IGNORECASE)


@rule("V411")
def no_signatures(examined: Examined) -> Findings:
    """Нет подписей участников.

    Программу подписывают все участники: субъект Российской Федерации (и учредитель федерального колледжа), колледж и
    предприятия. У каждой подписи – должность, место для подписи и фамилия с инициалами.

    Плохо:   программа обрывается на рисках
    Хорошо:  «Директор ГБПОУ … ________ И.И. Иванов» в конце
    """
    if examined.unreadable or not examined.map.sections or signing(examined):
        return
    yield Finding(
        examined.paper.whole(), "в конце документа нет подписей участников", "добавьте лист подписей"
    )


@rule("V412", Severity.WARNING)
def missing_side(examined: Examined) -> Findings:
    """Среди подписей нет одной из сторон.

    Подписать должны стороны, которых требует макет: субъект Российской Федерации, колледж, хотя бы одно предприятие. Стороны
    узнаются по должностям и названиям организаций, поэтому это предупреждение.

    Плохо:   подписали только колледж и министерство
    Хорошо:  подписали министерство, колледж и завод
    """
    signed = signing(examined)
    if examined.unreadable or not examined.map.sections or not signed:
        return
    text = " ".join(block.text for block in signed)
    first = next(block for block in signed if _INITIALS.search(block.text))
    for side, pattern, demanded in (
        ("субъекта Российской Федерации", _REGION, {"region"}),
        ("колледжа", _COLLEGE, {"base_college", "college"}),
        ("предприятия", _ENTERPRISE, {"enterprise"}),
    ):
        if demanded.intersection(examined.outline.signed_by) and not pattern.search(text):
            told = f"среди подписей не видно {side}"
            yield Finding(
                examined.paper.span(first), told, "добавьте подпись или назовите организацию полностью"
            )


def signing(examined: Examined) -> list[Block]:
    """The paragraphs of the signatures: at the end, or before the annexes."""
    body = [block for block in examined.paper.body if block.text.strip()]
    if not examined.map.sections:
        return []
    start = max(found.heading.last for found in examined.map.sections.values())
    last = examined.paper.blocks[start]
    after = next((at for at, block in enumerate(body) if block is last), 0)
    annex = next((at for at in range(after, len(body)) if _ANNEX.fullmatch(body[at].text)), len(body))
    return _signed(body[-_LAST:]) or _signed(body[after + 1 : annex][-_LAST:])


def _signed(tail: list[Block]) -> list[Block]:
    """From the post of the first name with initials that has one beside it."""
    for at, block in enumerate(tail):
        near = tail[_above(tail, at) : at + 2]
        short = len(block.text) < 200
        if short and _INITIALS.search(block.text) and _POST.search(" ".join(one.text for one in near)):
            return tail[_above(tail, at) :]
    return []


def _above(tail: list[Block], at: int) -> int:
    """Where what belongs to a name may begin: no cell of another table stands above it."""
    own = _table(tail[at])
    first = at
    while first > max(0, at - _POST_ABOVE) and _table(tail[first - 1]) in (own, None):
        first -= 1
    return first


def _table(block: Block) -> int | None:
    """The table of a paragraph; in a PDF a name that stands apart from its post is in none."""
    return block.cell.table if block.cell is not None and block.cell.table != APART else None
