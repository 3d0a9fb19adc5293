"""Lines that are paragraphs of their own (V222)."""

from docgen.diagnostics import Finding, Findings, Severity, rule
from docgen.papers.examined import Examined
from docgen.papers.torn import torn


@rule("V222", Severity.WARNING)
def torn_sentences(examined: Examined) -> Findings:
    """Предложения разорваны концами абзацев.

    Так выглядит текст, скопированный из PDF или письма: каждая строка – отдельный абзац. При любой правке строки
    переносятся посреди слов и предложений. Остальные правила читают такой текст, соединив строки.

    Плохо:   совещания с инициаторами создания образовательно-производственных ¶ центров среднего профессионального ¶ образования
    Хорошо:  совещания с инициаторами создания образовательно-производственных центров среднего профессионального образования ¶
    """
    found = torn(examined.paragraphs)
    if found and examined.paper.format == "docx":
        told = f"предложения разорваны концами абзацев: таких мест {len(found)}, первое – здесь"
        hint = "соедините строки: замените ^p на пробел там, где предложение не кончилось"
        yield Finding(examined.paper.span(found[0]), told, hint)
