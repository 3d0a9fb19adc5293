"""What a stranger has written in a value or in a file's name is obeyed by no terminal, server or viewer of reports."""

import json
import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.diagnostics import Related, Source
from docgen.diagnostics.harmless import clean, harmless
from docgen.diagnostics.json_text import json_text
from docgen.diagnostics.report import FORMATS
from docgen.diagnostics.report.markdown import manual, unlinked
from tests.diagnostics.samples import DEADLINE

OBEYED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
COMMAND = re.compile(r"^\s*::|##\[|##vso\[", re.MULTILINE)

CONTROLS = ("\n", "\r", "\t", "\x1b[31m", "\x9b2J", "\x07", "\x00", "\u202e", "\u2028", "\ud800", "\ufffe")
COMMANDS = ("::", "##[", "##vso[", "#", "::error::", "##[add-mask]x", "]]>", "<&>", "](", "[", "\\", '"')
NASTY = st.lists(st.sampled_from((*CONTROLS, *COMMANDS, " ", "слово", "😀")), max_size=8).map("".join)


@given(NASTY, NASTY, NASTY, NASTY, st.sampled_from(list(FORMATS)))
def test_no_report_is_obeyed(path: str, text: str, message: str, hint: str, name: str) -> None:
    related = Related(Source(f"{path}.yaml", text).span(), message)
    told = FORMATS[name]([DEADLINE.at(Source(path, text).span(), message, hint, [related])])
    assert not OBEYED.search(told)
    commands = [line for line in told.split("\n") if COMMAND.search(line)]
    if name == "github":
        assert len(commands) == 1  # the report itself is one
        assert commands[0].startswith("::error file=")
    else:
        assert commands == []


@given(NASTY)
def test_json_says_the_same_in_other_letters(text: str) -> None:
    whole = text.encode("utf-8", "replace").decode() if "\ud800" in text else text
    assert json.loads(json_text({"a": [text, 1]})) == {"a": [text.replace("\ud800", "\ufffd"), 1]}
    assert json_text(whole) == json_text(json.loads(json_text(whole)))


@given(NASTY)
def test_junit_is_read_back(text: str) -> None:
    told = FORMATS["junit"]([DEADLINE.at(Source(f"{text}.yaml", text).span(), text)])
    (case,) = ET.fromstring(told.encode()).iter("testcase")
    assert str(case.get("name")).startswith("P104:")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("::error::нет", ":\u200b:error::нет"),
        ("да\n  ::stop-commands::x", "да\n  :\u200b:stop-commands::x"),
        ("а ##[add-mask]б", "а #\u200b#[add-mask]б"),
        ("##vso[task.setvariable]", "#\u200b#vso[task.setvariable]"),
        ("## Раздел\n\tx: y", "## Раздел\n\tx: y"),
        ("\x1b[31mкрасный", "␛[31mкрасный"),
    ],
)
def test_a_command_is_shown_and_not_given(text: str, shown: str) -> None:
    assert harmless(text) == shown


def test_a_name_is_one_line() -> None:
    assert clean("x\n::error::\r.yaml") == "x␊::error::␍.yaml"


def test_a_message_is_no_link() -> None:
    assert (
        unlinked("значение «[нажмите](http://example.org)»") == r"значение «\[нажмите\](http://example.org)»"
    )
    assert unlinked("[РЕШИЛИ:]") == "[РЕШИЛИ:]"


def test_a_manual_keeps_its_examples_as_they_are_written() -> None:
    told = manual("Имён *нет*.\n\nПочему: <так>.\n\nПлохо:\n    a: `x`\nХорошо: a: 1")
    assert told == "Имён \\*нет\\*.\n\nПочему: \\<так\\>.\n\n```text\nПлохо:\n    a: `x`\nХорошо: a: 1\n```"
    assert manual("Только слова.") == "Только слова."
    assert manual("Слова.\n\nПлохо: ```").endswith("````text\nПлохо: ```\n````")
