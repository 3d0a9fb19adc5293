"""Problems that somebody has taken upon himself for a time, by a comment in the source."""

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any

from docgen.corpus import problems as said
from docgen.corpus.kind import Kind, Reference
from docgen.diagnostics import Problem, Rule, Severity, Source, Span, Waiver
from docgen.diagnostics.codes import typed
from docgen.sources.waivers import WrittenWaiver, written_waivers

UNLIMITED = date.min
"""The day for whom no waiver has expired: of documents that are signed, and of who does not ask for time."""

_NEVER = {
    "C0": "файл лежит не на своём месте",
    "C11": "стадия и подписанный файл должны быть верны",
    "C15": "это правило о самих допусках",
    "C2": "подписанный файл не меняют",
    "F": "это правило о готовом файле, а не об исходнике",
    "S": "с такой ошибкой исходник не прочитать",
    "T": "шаблон исправляют в Word",
    "V": "это правило о готовом файле, а не об исходнике",
}

Rules = Mapping[str, Rule]


@dataclass
class Checked:
    """What must be mended, and what is waived: each of these carries its waiver."""

    problems: list[Problem] = field(default_factory=list)
    waived: list[Problem] = field(default_factory=list)


def rules_by_code(*groups: Iterable[Rule]) -> dict[str, Rule]:
    """All rules that a waiver may name; those that may not be waived too."""
    return {rule.code: rule for group in groups for rule in group}


class RulesOf(Mapping[str, Rule]):
    """The rules of kinds and reference data by code: found when first asked for, which a source without waivers never is."""

    def __init__(self, kinds: Sequence[Kind[Any, Any]], references: Sequence[Reference]) -> None:
        self._owners: tuple[Kind[Any, Any] | Reference, ...] = (*kinds, *references)

    @cached_property
    def _by_code(self) -> dict[str, Rule]:
        return rules_by_code(*(owner.rules for owner in self._owners))

    def __getitem__(self, code: str) -> Rule:
        return self._by_code[code]

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_code)

    def __len__(self) -> int:
        return len(self._by_code)


def with_waivers(checked: Checked, source: Source, rules: Rules | None, today: date) -> Checked:
    """The same with the waivers of one more source applied to the problems that lie in it or in its tables.

    ``rules`` are those that a waiver may name; without them nothing is said of the waivers themselves.
    """
    written = [_Use(one) for one in written_waivers(source)]
    if not written:
        return checked
    acting: dict[str, list[_Use]] = {}
    for use in written:
        if use.clause is not None and use.clause.until >= today:
            for code in {code for code, _ in use.codes}:
                acting.setdefault(code, []).append(use)
    problems, waived = [], list(checked.waived)
    for problem in checked.problems:
        found = _covering(problem, source, acting)
        if found is None:
            problems.append(problem)
        else:
            waived.append(replace(problem, waiver=found.waiver))
    told = [problem for use in written for problem in _about(use, rules, today)] if rules is not None else []
    return Checked(sorted([*problems, *told]), sorted(waived))


class _Use:
    """A waiver and the codes that it was good for."""

    def __init__(self, written: WrittenWaiver) -> None:
        self.written, self.clause = written, written.clause
        self.codes = [(typed(code), span) for code, span in written.codes()]
        self.used: set[str] = set()

    @property
    def waiver(self) -> Waiver | None:
        """What a waived problem remembers."""
        if self.clause is None:
            return None
        return Waiver(self.written.span, self.clause.until, self.clause.reason)


def _covering(problem: Problem, source: Source, acting: Mapping[str, list[_Use]]) -> _Use | None:
    code = problem.rule.code
    for use in acting.get(code, ()):
        if _covers(use.written, problem.span, source) and not _never(problem.rule):
            use.used.add(code)
            return use
    return None


def _covers(waiver: WrittenWaiver, span: Span, source: Source) -> bool:
    """Whether a place lies in what a waiver covers, or in a table that is named there."""
    path = span.source.path
    if path == source.path:
        return span.start in waiver.covers
    folder = f"{source.path.removesuffix('.yaml')}/"
    return path.startswith(folder) and waiver.names(path.removeprefix(folder).partition("!")[0])


def _about(use: _Use, rules: Rules, today: date) -> Iterator[Problem]:
    """What is wrong with the waiver itself."""
    clause = use.clause
    if clause is None:
        form = "запишите так: # docgen: допустить P304 до 2026-12-31: причина"
        yield said.WAIVER_UNCLEAR.at(use.written.span, use.written.fault, form)
        return
    refused = [_refusal(code, span, rules) for code, span in use.codes]
    yield from filter(None, refused)
    if clause.until < today:
        message = f"срок допуска истёк {clause.until:%d.%m.%Y}"
        yield said.WAIVER_EXPIRED.at(use.written.span, message, "исправьте замечание или продлите допуск")
        return
    for (code, span), wrong in zip(use.codes, refused, strict=True):
        if wrong is None and code not in use.used:
            message = f"замечания {code} здесь нет"
            yield said.WAIVER_UNUSED.at(
                span, message, "уберите код из допуска или перенесите допуск к месту замечания"
            )


def _refusal(code: str, span: Span, rules: Rules) -> Problem | None:
    """Why a code may not stand in a waiver, if it may not."""
    rule = rules.get(code)
    reason = _never(rule) if rule is not None else _family(code)
    if reason:
        return said.WAIVER_REFUSED.at(
            span, f"правило {code} не допускается: {reason}", "исправьте само замечание"
        )
    if rule is None:
        near = difflib.get_close_matches(code, rules, n=1)
        hint = f"может быть, {near[0]}?" if near else "перепишите код из замечания: буква и три цифры"
        return said.WAIVER_UNKNOWN.at(span, f"правила «{span.text}» нет", hint)
    return None


def _never(rule: Rule) -> str:
    """Why a rule is never waived; nothing if it may be."""
    if rule.severity is Severity.GAP:
        return "пробел не допускают, а заполняют"
    if rule.essential:
        return "без этого документ не собрать"
    return _family(rule.code)


def _family(code: str) -> str:
    whole = len(code) == 4 and code[1:].isdecimal()
    return next((why for start, why in _NEVER.items() if whole and code.startswith(start)), "")
