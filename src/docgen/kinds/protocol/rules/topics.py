"""How the topics of an agenda are worded (P404–P406)."""

import re

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, Severity, rule
from docgen.kinds.protocol.record import Protocol
from docgen.kinds.protocol.rules.wording import ends_with_period, right_about

_ABOUT = re.compile(r"(?P<about>о|об|обо)\s+(?P<next>[\w«„\"]+)", re.IGNORECASE)


@rule("P404", Severity.WARNING)
def topic_form(document: Document[Protocol], corpus: Corpus) -> Findings:
    """Тема вопроса не начинается с «о» или «об».

    Вопросы повестки пишут с предлогом: «об итогах …», «о ходе …»; та же тема печатается после слов «Заслушав
    выступление …» и должна их продолжать.

    Плохо:
        agenda:
          - topic: итоги приёма
            speakers: ivanova
    Хорошо:
        agenda:
          - topic: об итогах приёма
            speakers: ivanova
    """
    for item in document.record.agenda:
        if item.topic is not None and _ABOUT.match(item.topic) is None:
            yield Finding(
                item.at("topic"), "тема не начинается с «о» или «об»", "напишите: об итогах …, о ходе …"
            )


@rule("P405", Severity.WARNING)
def topic_preposition(document: Document[Protocol], corpus: Corpus) -> Findings:
    """«О» перед гласной или «об» перед согласной.

    «Об» ставится перед а, и, о, у, э («об итогах»); перед согласными и перед е, ё, ю, я – «о» («о проведении»,
    «о единой форме»).

    Плохо:
        agenda:
          - topic: о итогах приёма
            speakers: ivanova
    Хорошо:
        agenda:
          - topic: об итогах приёма
            speakers: ivanova
    """
    for item in document.record.agenda:
        match = _ABOUT.match(item.topic or "")
        if match is None or match["about"].lower() == "обо":
            continue
        following = match["next"].lstrip('«„"')
        right = right_about(following)
        scalar = item.scalar("topic")
        if right is not None and match["about"].lower() != right and scalar is not None:
            good = f"{right} {following}"
            yield Finding(scalar.part(*match.span("about")), f"правильно «{good}»", f"напишите: {good}")


@rule("P406", Severity.WARNING)
def topic_with_period(document: Document[Protocol], corpus: Corpus) -> Findings:
    """Тема или заголовок вопроса кончается точкой.

    После заголовка точка не ставится, а внутри фразы «Заслушав выступление … о …,» она была бы ошибкой.

    Плохо:
        agenda:
          - topic: об итогах приёма.
            speakers: ivanova
    Хорошо:
        agenda:
          - topic: об итогах приёма в 2024 и 2025 гг.
            speakers: ivanova
    """
    for item in document.record.agenda:
        for key, text in (("topic", item.topic), ("heading", item.heading), ("aside", item.aside)):
            scalar = item.scalar(key)
            if text is not None and scalar is not None and ends_with_period(text):
                last = len(text.rstrip())
                yield Finding(scalar.part(last - 1, last), "точка в конце заголовка", "уберите точку")
