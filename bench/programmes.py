"""Many programmes of which no two are alike, and what it costs to check and to build them.

``python bench/programmes.py [PROGRAMMES]``. Each is made of one of the two complete examples: participants, their
numbers, sums of money (the text with them), the words of most paragraphs are others; every second keeps its estimate in
Excel, the others in YAML. Then ``docgen check`` looks at all of them cold, again with nothing changed, and with one
changed; ``docgen build -t docx --no-pages`` makes all. Memory is the most that any process held. Results go to
``bench/results/programmes.json``.
"""

import json
import os
import re
import resource
import shutil
import subprocess
import sys
import time
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from openpyxl import Workbook, load_workbook
from varied import ROOT, Author

from docgen.language.numbers.numerals import group, parse_number

SEEDS = ("lipetsk-metallurgy", "saratov-agriculture")
_MONEY = re.compile(r"(\d+(?:,\d+)?)(?=\s+млн рублей)")
_AMOUNTS = re.compile(r"(?<=amounts: \{)[^}]*(?=\})")
_PLAIN = re.compile(r"(?<=\n\n)(?: {6}[А-ЯЁа-яё«(][^\[\d\n]*\n)+(?=\n)")
_PARAGRAPH_END = re.compile(r"(?<=[а-яё])\.\n\n(?= {6})")
_HEADERS = ("number", "name", "direction", "source", "measure", "year", "quantity", "unit", "price", "sum")


def main() -> None:
    """Measure, print, write down."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 400
    with TemporaryDirectory(prefix="docgen-programmes-") as folder:
        root = Path(folder)
        sources = write_workspace(root, number)
        result: dict[str, Any] = {"programmes": number, "kilobytes": sum(map(_size, sources)) // 1024}
        result["check, cold"] = command(root, "check")
        result["check, unchanged"] = command(root, "check")
        sources[0].write_text(sources[0].read_text(encoding="utf-8") + "\n# ещё раз\n", encoding="utf-8")
        result["check, one changed"] = command(root, "check")
        result["build of DOCX, cold"] = command(root, "build", "-t", "docx", "--no-pages", "-q")
    for name, value in result.items():
        print(f"{name:24}{value}")
    path = ROOT / "bench" / "results" / "programmes.json"
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(result, ensure_ascii=False, indent=1), encoding="utf-8")


def command(root: Path, *arguments: str) -> dict[str, float]:
    """Seconds by the clock and of the processors, and megabytes of the greediest process so far."""
    environment = {**os.environ, "DOCGEN_CACHE": str(root / "cache")}
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "docgen", *arguments],
        cwd=root,
        env=environment,
        capture_output=True,
        check=False,
    )
    seconds = time.perf_counter() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {
        "seconds": round(seconds, 2),
        "cpu": round(cpu, 2),
        "megabytes": after.ru_maxrss // 1024,
        "exit": done.returncode,
        "lines": done.stdout.count(b"\n"),
    }


def _size(source: Path) -> int:
    return source.stat().st_size


def write_workspace(root: Path, number: int) -> list[Path]:
    """A workspace with so many programmes; their sources."""
    shutil.copytree(ROOT / "templates", root / "templates")
    shutil.copytree(ROOT / "content" / "reference", root / "content" / "reference")
    folder = root / "content" / "programme"
    folder.mkdir(parents=True)
    return [write_programme(folder, index) for index in range(number)]


def write_programme(folder: Path, index: int) -> Path:
    """One programme with what lies beside it."""
    author, seed = Author(index), SEEDS[index % 2]
    original = ROOT / "content" / "programme" / seed
    scale = Decimal(author.number(2, 12)) / 2
    text = original.with_suffix(".yaml").read_text(encoding="utf-8")
    text = _with_other_money(_with_other_numbers(_with_other_names(text, author, index), author), scale)
    text = _with_other_text(text, author)
    beside = folder / f"p{index:03}"
    shutil.copytree(original, beside)
    rows = _estimate(beside / "estimate.xlsx", scale)
    if index % 4 < 2:
        _write_book(beside / "estimate.xlsx", rows)
    else:
        (beside / "estimate.xlsx").unlink()
        text = re.sub(r"(?m)^estimate:.*\n", lambda _: _in_yaml(rows), text)
    source = beside.with_suffix(".yaml")
    source.write_text(text, encoding="utf-8")
    return source


def _with_other_names(text: str, author: Author, index: int) -> str:
    """Other participants and another cluster: whatever stands in quotes in their names, wherever it stands."""
    head = text[: text.index("\nmeasures:")]
    names = dict.fromkeys(re.findall(r"^\s+(?:-\s*)?(?:name|short):.*«([^«»]+)»", head, re.MULTILINE))
    for count, name in enumerate(names):
        other = author.college(index * 100 + count).partition("«")[2].rstrip("»")
        text = text.replace(f"«{name}»", f"«{other}»")
    return text


def _with_other_numbers(text: str, author: Author) -> str:
    def inn(match: re.Match[str]) -> str:
        return _controlled_inn(match[0][:2] + str(author.number(1000000, 9999999)))

    def ogrn(match: re.Match[str]) -> str:
        digits = f"1{match[0][1:5]}{author.number(1000000, 9999999)}"
        return digits + str(int(digits) % 11 % 10)

    text = re.sub(r'(?<=inn: ")\d{10}(?=")', inn, text)
    return re.sub(r'(?<=ogrn: ")\d{13}(?=")', ogrn, text)


def _controlled_inn(digits: str) -> str:
    weights = (2, 4, 10, 3, 5, 9, 4, 6, 8)
    return digits + str(sum(w * int(d) for w, d in zip(weights, digits, strict=True)) % 11 % 10)


def _with_other_money(text: str, scale: Decimal) -> str:
    """Funding, measures and what the text says of them, all by the same factor."""

    def scaled(match: re.Match[str]) -> str:
        return _written(parse_number(match[0]) * scale)

    def amounts(match: re.Match[str]) -> str:
        return re.sub(r"(?<=: )[\d.]+", lambda one: _plain(Decimal(one[0]) * scale), match[0])

    text = _AMOUNTS.sub(amounts, text)
    text = re.sub(
        r"(?<=^    money: )\d+", lambda one: _plain(Decimal(one[0]) * scale), text, flags=re.MULTILINE
    )
    return _MONEY.sub(scaled, text)


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"


def _written(value: Decimal) -> str:
    return group(value.normalize())


def _with_other_text(text: str, author: Author) -> str:
    """Other words in every paragraph that refers to nothing and counts nothing, a sentence more in the others."""
    head, mark, sections = text.partition("\nsections:\n")
    others = _PLAIN.sub(lambda _: f"      {_sentence(author)}.\n", sections)
    more = _PARAGRAPH_END.sub(lambda _: f".\n      {_sentence(author)}.\n\n", others)
    return head + mark + more


def _sentence(author: Author) -> str:
    said = author.topic(author.number(60, 120))
    return f"Участники обсудили вопрос {said}"


def _estimate(book: Path, scale: Decimal) -> list[list[Any]]:
    """The lines of an estimate with other prices; the total last."""
    sheet = load_workbook(book, read_only=True).worksheets[0]
    rows = [list(row) for row in sheet.iter_rows(min_row=4, values_only=True)]
    for row in rows:
        for column in (8, 9):
            row[column] = None if row[column] is None else Decimal(str(row[column])) * scale
    return rows


def _write_book(path: Path, rows: list[list[Any]]) -> None:
    original: Any = load_workbook(path, read_only=True).worksheets[0]
    book: Any = Workbook()
    sheet = book.active
    sheet.title = original.title
    for row in [*original.iter_rows(max_row=3, values_only=True), *rows]:
        sheet.append(list(row))
    book.save(path)


def _in_yaml(rows: list[list[Any]]) -> str:
    lines = ["estimate:"]
    for row in rows:
        if str(row[0]) == "Итого":
            lines.append(f"  - {{total_row: Итого, sum: {_plain(row[-1])}}}")
            continue
        cells = [f"{name}: {_cell(name, value)}" for name, value in zip(_HEADERS, row, strict=True)]
        lines.append(f"  - {{{', '.join(cells)}}}")
    return "\n".join([*lines, ""])


def _cell(name: str, value: Any) -> str:
    if name in ("price", "sum"):
        return f'"{_plain(value)}"'
    return json.dumps(str(value) if name == "number" else value, ensure_ascii=False)


if __name__ == "__main__":
    main()
