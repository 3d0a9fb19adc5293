"""The results as Markdown: for the terminal, and a short form for the README."""

import textwrap
from collections.abc import Callable, Iterator
from typing import Any

BARS = (
    ("≥ 20 × docxtpl with zlib", lambda r: _ratio(r, "docxtpl", "docgen, zlib"), 20, max),
    ("≥ 30 × docxtpl with isal", lambda r: _ratio(r, "docxtpl", "docgen, isal"), 30, max),
    ("≥ 8 × docxtemplater", lambda r: _ratio(r, "docxtemplater", "docgen, zlib"), 8, max),
    ("≥ 8 × carbone", lambda r: _ratio(r, "carbone", "docgen, zlib"), 8, max),
    ("within 2 × of the floor", lambda r: _ratio(r, "docgen, zlib", "floor"), 2, min),
    ("linear: ms a row at 50 000 within 2 × of 1 000", lambda r: _steepness(r), 2, min),
)


def whole(results: dict[str, Any]) -> str:
    """Everything."""
    return "\n".join(
        (
            *_documents(results),
            *_bars(results),
            *_tables(results),
            *_pdf(results),
            *_processes(results),
            *_growth(results),
            *_texts(results),
        )
    )


def short(results: dict[str, Any]) -> str:
    """For the README: how it was measured, the engines, PDF."""
    docx = results["docx"]
    head = (
        f"Measured on {results['date']} on two shared (and busy) cores with Python {results['python']} by `make bench`: "
        f"the protocol of the examples ({docx['document_xml_bytes'] / 1000:.0f} KB of document.xml), the same data and "
        "the same template written in each engine's tag language, every engine warm in a process of its own, "
        f"{docx['rounds']} rounds in turns so that a busy machine slows all alike; the text of every document was "
        "compared with docgen's. docxtpl is used as its manual shows, and most of its time goes into compiling the "
        "template's tags anew for each document; docx-templates runs without its sandbox; the engines on Node.js were "
        "spared the conditions, which were worked out beforehand. Ratios are those of the fastest documents."
    )
    return "\n".join(
        (textwrap.fill(head, 118, break_on_hyphens=False), "", *_documents(results), *_pdf(results))
    )


def _documents(results: dict[str, Any]) -> Iterator[str]:
    yield "| data → DOCX | ms, least | ms, median | × docxtpl | ÷ docgen | text |"
    yield "| --- | ---: | ---: | ---: | ---: | --- |"
    for row in results["docx"]["rows"]:
        if row["least"]:
            to_docxtpl = f"{row['to_docxtpl']:.1f}" if row["to_docxtpl"] else "–"
            yield (
                f"| {row['engine']} | {row['least']:.2f} | {row['median']:.2f} | {to_docxtpl} "
                f"| {row['to_docgen']:.1f} | {row['text']} |"
            )
        else:
            yield f"| {row['engine']} | | | | | {row['text']} |"
    yield ""


def _bars(results: dict[str, Any]) -> Iterator[str]:
    yield "| bar | measured | |"
    yield "| --- | ---: | --- |"
    for title, measured, bar, better in BARS:
        value = measured(results)
        if value is None:
            yield f"| {title} | – | not measured |"
        else:
            reached = better(value, bar) == value
            yield f"| {title} | {value:.1f} | {'reached' if reached else 'missed'} |"
    yield ""


def _tables(results: dict[str, Any]) -> Iterator[str]:
    yield "| rows of a table | docgen, ms of CPU | µs a row | docxtpl, ms of CPU | × |"
    yield "| ---: | ---: | ---: | ---: | ---: |"
    for row in results["tables"]:
        peer = f"{row['docxtpl']:.0f} | {row['docxtpl'] / row['docgen']:.0f}" if row["docxtpl"] else "| "
        yield f"| {row['rows']} | {row['docgen']:.1f} | {row['docgen'] / row['rows'] * 1000:.1f} | {peer} |"
    yield ""


def _pdf(results: dict[str, Any]) -> Iterator[str]:
    pdf = results["pdf"]
    if "note" in pdf:
        yield from (f"PDF: {pdf['note']}", "")
        return
    base = pdf["rows"]["docgen, two workers, start included"]["least"]
    yield f"| DOCX → PDF/A, {pdf['documents']} documents of {pdf['pages']} pages | s, least | s, median | ÷ docgen |"
    yield "| --- | ---: | ---: | ---: |"
    for road, took in sorted(pdf["rows"].items(), key=lambda item: item[1]["least"]):
        yield f"| {road} | {took['least']:.3f} | {took['median']:.3f} | {took['least'] / base:.1f} |"
    if pdf["unoserver"]:
        yield f"| unoserver | | | {pdf['unoserver']} |"
    yield ""


def _processes(results: dict[str, Any]) -> Iterator[str]:
    processes = results["processes"]
    if "note" in processes:
        yield from (f"Processes: {processes['note']}", "")
        return
    yield "| process | CPU, ms | above bare Python | wall, ms | memory, MB |"
    yield "| --- | ---: | ---: | ---: | ---: |"
    bare = processes["bare Python"]["cpu"]
    for case, took in processes.items():
        above = (took["cpu"] - bare) * 1000
        yield (
            f"| {case} | {took['cpu'] * 1000:.0f} | {above:.0f} | {took['wall'] * 1000:.0f} "
            f"| {took['memory']:.0f} |"
        )
    yield ""


def _growth(results: dict[str, Any]) -> Iterator[str]:
    road = results["road"]
    peer, ours = road["least"]["peer"], road["least"]["docgen"]
    yield (
        f"YAML → DOCX on one core, ms of CPU a document: docgen with all its checks {ours:.1f}, "
        f"PyYAML and docxtpl without any {peer:.1f} ({peer / ours:.1f} ×)"
    )
    yield from ("", "| `docgen build -t docx`, all anew | s | ms a document | CPU, s | memory, MB |")
    yield "| ---: | ---: | ---: | ---: | ---: |"
    for one in road["growth"]:
        number, wall = one["documents"], one["wall s"]
        yield f"| {number} | {wall:.1f} | {wall / number * 1000:.0f} | {one['CPU s']:.1f} | {one['tree MB']:.0f} |"
    yield ""


def _texts(results: dict[str, Any]) -> Iterator[str]:
    for name, lines in results["texts"].items():
        yield from (f"{name}:", "```", *lines, "```", "")


def _ratio(results: dict[str, Any], slow: str, fast: str) -> float | None:
    """How many times faster ``fast`` is, by the least times."""
    least: Callable[[str], float] = lambda name: next(  # noqa: E731
        (row["least"] for row in results["docx"]["rows"] if row["engine"].startswith(name)), 0.0
    )
    return least(slow) / least(fast) if least(slow) and least(fast) else None


def _steepness(results: dict[str, Any]) -> float | None:
    each = {row["rows"]: row["docgen"] / row["rows"] for row in results["tables"] if row["docgen"]}
    return each[50_000] / each[1_000] if {1_000, 50_000} <= each.keys() else None
