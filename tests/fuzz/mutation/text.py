"""Spoiling text of lines: words of its language where they do not belong, lines moved, indents changed."""

from random import Random

from tests.fuzz.mutation import plain

_UNSEEN = (
    "\u0000 \u0007 \u0085 \u00a0 \u00ad \u200b \u200e \u202e \u2028 \u2066 \ufeff \ufffe \ufffd \U000e0041"
)
_LETTERS = "\U0001f600 а́ ё й Й № « » – —"
_SIGNS = (*_UNSEEN.split(" "), *_LETTERS.split(" "), " ", "\t", "\n", "\r", "\r\n\r\n")


class Words:
    """The words of a language, in a mutator of its texts."""

    def __init__(self, *words: str) -> None:
        self._words = words + _SIGNS

    def __call__(self, data: bytes, chance: Random, others: list[bytes]) -> bytes:
        """A text with a few changes; now and then its bytes are spoilt as well."""
        if chance.random() < 0.1:
            return plain.spoilt(data, chance, others)
        text = data.decode("utf-8", "replace")
        for _ in range(chance.choice((1, 1, 2, 3, 6))):
            text = self._changed(text, chance, others)
        return text.encode("utf-8", "surrogatepass")

    def _changed(self, text: str, chance: Random, others: list[bytes]) -> str:
        if chance.random() < 0.5:
            return self._in_line(text, chance)
        lines = text.split("\n")
        at = chance.randrange(len(lines))
        way = chance.randrange(6)
        if way == 0:
            del lines[at : at + chance.choice((1, 1, 5))]
        elif way == 1:
            lines[at:at] = lines[at : at + chance.choice((1, 3, 20))]
        elif way == 2:
            other = chance.randrange(len(lines))
            lines[at], lines[other] = lines[other], lines[at]
        elif way == 3:
            lines[at] = " " * chance.randint(0, 9) + lines[at].lstrip()
        elif way == 4:
            lines[at] += chance.choice(self._words)
        else:
            foreign = chance.choice(others).decode("utf-8", "replace").split("\n")
            lines[at : at + 1] = chance.choices(foreign, k=chance.choice((1, 3)))
        return "\n".join(lines)

    def _in_line(self, text: str, chance: Random) -> str:
        at = chance.randint(0, len(text))
        until = at + chance.choice((0, 0, 1, 4, 12))
        times = chance.choice((1, 1, 1, 1, 2, 70))
        return text[:at] + chance.choice(self._words) * times + text[until:]


spoilt_yaml = Words(
    *(
        ": ",
        "- ",
        "? ",
        "{",
        "}",
        "[",
        "]",
        "&a ",
        "*a",
        "<<: *a",
        "!!python/name:os.system ",
        "!!timestamp x",
        "!!int ''",
        "! ",
    ),
    *(
        "|",
        ">-\n",
        "'",
        '"',
        '"\\x00"',
        '"\\ud800"',
        '"\\u202e"',
        "# ",
        "---\n",
        "...\n",
        "%YAML 9.9\n---\n",
        "%TAG ! x\n",
        "@",
        "`",
    ),
    *(
        "null",
        "~",
        "no",
        "012",
        "0x1F",
        "1e999",
        "-.inf",
        "10:30",
        "2026-13-45",
        "31.02.2026",
        "до 32 мая 2026 г.",
        "9" * 400,
    ),
    *(
        "title",
        "date: ",
        "to: ",
        "text: ",
        "deadline: ",
        "chair: ",
        "rows: ",
        "sheet: ",
        "../../etc/passwd",
        "x.xlsx",
        "# docgen: C101 до 2026-01-01 – так надо",
    ),
    *(
        "⟦",
        "⟧",
        "**",
        "{cites:x}",
        "{{ x }}",
        "[a](javascript:x)",
        "| a | b |",
        "минпросвет@edu.ru",
        "e-mаil",
    ),
)
spoilt_csv = Words(
    *(
        ";",
        ",",
        "\t",
        '"',
        '""',
        '";"',
        "sep=;\n",
        "sep=\t\n",
        "=1+1",
        "@SUM(A1)",
        "+cmd|' /C calc'!A0",
        "-1",
        "1,5",
        "1 000,00",
    ),
    *(
        "Год",
        "Наименование",
        "Значение",
        "Итого",
        "Всего по разделу",
        "2026 г.",
        "2 квартал 2026",
        "тыс. руб.",
        "%",
        "да",
        "9" * 60,
    ),
)
spoilt_template = Words(
    *(
        "{{",
        "}}",
        "{%",
        "%}",
        "{%p ",
        "{%tr ",
        "{%tc ",
        "{{r ",
        "{{p ",
        "{#",
        "#}",
        "{%- ",
        " -%}",
        "for i in items",
        "endfor",
        "if x",
    ),
    *(
        "endif",
        "else",
        "elif y",
        "set z = 1",
        "macro m()",
        "loop.index",
        "range(9999)",
        "|upper",
        "|join(', ')",
        "|default(",
        "|sort",
    ),
    *(
        "|batch(0)",
        "|sum",
        "|round(99)",
        "|items",
        "is divisibleby 0",
        "is in",
        "x[",
        "x[-1]",
        "x[::0]",
        "not ",
        "~",
        "**",
        "//0",
        "% 0",
    ),
    *(
        ".__class__",
        "cycler",
        "'",
        '"',
        "«",
        "»",
        "\\",
        "(",
        ")",
        "[",
        "{",
        "1e999",
        "9" * 300,
        "if x else",
        ":=",
        "lambda: 1",
    ),
)
