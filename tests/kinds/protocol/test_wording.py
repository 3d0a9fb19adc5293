"""What the rules know of Russian sentences."""

import pytest

from docgen.kinds.protocol.rules.wording import (
    ends_with_period,
    right_about,
    same_word,
    starts_with_infinitive,
)

ORDERS = """\
принять меры
довести до сведения руководителей
вести учёт
с учётом предложений доработать проект
до 1 декабря 2026 г. представить отчёт
в двухнедельный срок подготовить план
на заседании рабочей группы рассмотреть вопрос
при формировании бюджета предусмотреть средства
ещё раз проверить списки
не допускать задержки
ежегодно, начиная с 2026 года, представлять отчёт
учитывая замечания, доработать проект
рассмотрев предложения, подготовить ответ
максимально использовать оборудование
под личную ответственность обеспечить явку
согласно графику провести проверку
обязательно принять участие
беречь имущество
обратиться в министерство
"""

NAMES_OF_WORK = """\
отчёт о ходе приёма
обеспечение доступности
подготовка отчёта
контроль за исполнением
область применения
отчётность по форме
необходимо обеспечить
"""


@pytest.mark.parametrize("text", ORDERS.splitlines())
def test_orders_start_with_an_infinitive(text: str) -> None:
    assert starts_with_infinitive(text)


@pytest.mark.parametrize("text", NAMES_OF_WORK.splitlines())
def test_names_of_work_do_not(text: str) -> None:
    assert not starts_with_infinitive(text)


@pytest.mark.parametrize(
    ("word", "about"),
    [
        ("итогах", "об"), ("учёбе", "об"), ("едином", "о"), ("юбилее", "о"), ("приёме", "о"), ("ОПОП", "об"),
        ("ЕГЭ", "о"), ("ЦОПП", "о"), ("ФГОС", None), ("СПО", None), ("10", None), ("III", None),
    ],
)  # fmt: skip
def test_about(word: str, about: str | None) -> None:
    assert right_about(word) == about


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("об итогах.", True), ("в 2026 г.", False), ("в 2025 и 2026 гг.", False), ("и др.", False),
        ("Иванову И.И.", False), ("и так далее…", False), ("и т.д.", False), ("стр. 5.", True), ("", False),
    ],
)  # fmt: skip
def test_period(text: str, ends: bool) -> None:
    assert ends_with_period(text) is ends


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("руководители", "руководителям", True), ("колледж", "колледжу", True), ("колледжи", "колледжам", True),
        ("тульский", "тульскому", True), ("направить", "направлению", False), ("министерство", "министру", False),
    ],
)  # fmt: skip
def test_same_word(one: str, other: str, same: bool) -> None:
    assert same_word(one, other) is same
