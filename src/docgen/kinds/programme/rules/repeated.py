"""Texts that a programme says twice (D117)."""

from collections.abc import Iterator
from dataclasses import dataclass

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, Related, Severity, Span, rule
from docgen.kinds.programme.record import Programme
from docgen.kinds.programme.rules.stated_numbers import Sentence, sentences
from docgen.kinds.programme.rules.walk import Prose, prose
from docgen.language.numbers.numerals import counted
from docgen.model.markdown.passages import Passage

_LONG = 12
"""Words: a shorter sentence may be said twice on purpose."""


@dataclass(frozen=True)
class _Said:
    """Where a sentence stands."""

    prose: Prose
    passage: Passage
    start: int
    end: int

    @property
    def span(self) -> Span:
        return self.prose.at(self.passage, self.start, self.end)


@rule("D117", Severity.WARNING)
def said_twice(document: Document[Programme], corpus: Corpus) -> Findings:
    """Текст повторяется в другом месте программы.

    Предложение из двенадцати и более слов, слово в слово сказанное второй раз, – обычно след копирования: второе место
    хотели переписать. Сверяются тексты всех пунктов; подряд повторённые предложения показаны одним замечанием.

    Плохо:
        sections:
          general:
            economy: Завод тонкого проката ежегодно принимает на работу выпускников колледжа, которые прошли практику в его цехах.
            industry: Завод тонкого проката ежегодно принимает на работу выпускников колледжа, которые прошли практику в его цехах.
    Хорошо:
        sections:
          general:
            economy: Завод тонкого проката ежегодно принимает на работу выпускников колледжа, которые прошли практику в его цехах.
            industry: Отрасль представлена заводом тонкого проката, на котором работают 5200 человек.
    """
    first: dict[str, _Said] = {}
    for one in prose(document.record):
        for passage in one.passages:
            for run in _repeated(one, passage, first):
                words = sum(len(text.split()) for _, text in run)
                start, end = run[0][0].start, run[-1][0].end
                message = f"текст повторяется: {counted(words, ('слово', 'слова', 'слов'))} уже сказано в другом месте"
                related = (Related(first[run[0][1]].span, "здесь сказано то же"),)
                yield Finding(
                    one.at(passage, start, end), message, "оставьте одно из мест или перепишите", related
                )


def _repeated(one: Prose, passage: Passage, first: dict[str, _Said]) -> Iterator[list[tuple[_Said, str]]]:
    """The runs of sentences of a passage that were said before; all of its other sentences are remembered."""
    run: list[tuple[_Said, str]] = []
    for sentence in sentences(passage.text):
        text = _plain(sentence) if len(sentence.text) > _LONG * 4 else ""
        said = _Said(one, passage, sentence.start, sentence.start + len(sentence.text))
        if len(text.split()) >= _LONG and first.setdefault(text, said) is not said:
            run.append((said, text))
        elif run:
            yield run
            run = []
    if run:
        yield run


def _plain(sentence: Sentence) -> str:
    return " ".join(sentence.text.casefold().split()).rstrip(".;:")
