"""Quorum, votes and dissent of a collegial body (P50x)."""

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, Related, Severity, Span, rule
from docgen.kinds.protocol.record import Protocol, Vote
from docgen.kinds.protocol.rules.walk import lacking


@rule("P501", Severity.GAP)
def no_quorum(document: Document[Protocol], corpus: Corpus) -> Findings:
    """У заседания коллегиального органа не указан кворум.

    Решения коллегиального органа действительны только при кворуме, поэтому его записывают в протокол.

    Плохо:
        collegial: true
        secretary: ivanova
    Хорошо:
        collegial: true
        secretary: ivanova
        quorum: {members: 7, present: 5}
    """
    protocol = document.record
    if protocol.collegial and protocol.quorum is None:
        span = lacking(protocol, "quorum") if protocol.has("quorum") else protocol.at("collegial")
        yield Finding(span, "не указан кворум", "добавьте quorum: {members: …, present: …}")


@rule("P502", Severity.GAP)
def no_vote(document: Document[Protocol], corpus: Corpus) -> Findings:
    """По вопросу коллегиального органа нет итогов голосования.

    Коллегиальный орган решает голосованием; итоги записывают по каждому вопросу. Решению «принять к сведению»
    голосование не нужно.

    Плохо:
        collegial: true
        agenda:
          - topic: о смете расходов
            speakers: ivanova
            decisions: [{text: утвердить смету расходов}]
    Хорошо:
        collegial: true
        agenda:
          - topic: о смете расходов
            speakers: ivanova
            decisions: [{text: утвердить смету расходов}]
            vote: {favour: 5}
    """
    protocol = document.record
    if not protocol.collegial:
        return
    for item in protocol.agenda:
        if item.vote is None and any(not order.note for order in item.decisions):
            span = lacking(item, "vote") if item.has("vote") else item.at_name("decisions")
            yield Finding(span, "нет итогов голосования", "добавьте vote: {favour: …}")


@rule("P503")
def more_votes_than_voters(document: Document[Protocol], corpus: Corpus) -> Findings:
    """Голосов больше, чем присутствующих членов.

    Сумма голосов «за», «против» и «воздержались» не может быть больше числа присутствующих членов органа.

    Плохо:
        quorum: {members: 7, present: 5}
        agenda:
          - topic: о смете расходов
            vote: {favour: 5, against: 1}
    Хорошо:
        quorum: {members: 7, present: 5}
        agenda:
          - topic: о смете расходов
            vote: {favour: 4, against: 1}
    """
    for span, vote, present, related in _votes(document.record):
        if cast(vote) > present:
            message = f"голосов {cast(vote)}, а присутствующих членов {present}"
            yield Finding(span, message, "проверьте голоса и кворум", related)


@rule("P504", Severity.INFO)
def fewer_votes_than_voters(document: Document[Protocol], corpus: Corpus) -> Findings:
    """Голосов меньше, чем присутствующих членов.

    Кто не голосовал, обычно записан воздержавшимся; разницу стоит проверить.

    Плохо:
        quorum: {members: 7, present: 5}
        agenda:
          - topic: о смете расходов
            vote: {favour: 4}
    Хорошо:
        quorum: {members: 7, present: 5}
        agenda:
          - topic: о смете расходов
            vote: {favour: 4, abstained: 1}
    """
    for span, vote, present, related in _votes(document.record):
        if cast(vote) < present:
            message = f"голосов {cast(vote)}, а присутствующих членов {present}"
            yield Finding(span, message, "не голосовавших запишите в abstained", related)


def cast(vote: Vote) -> int:
    """All votes together."""
    return vote.favour + vote.against + vote.abstained


def _votes(protocol: Protocol) -> list[tuple[Span, Vote, int, tuple[Related, ...]]]:
    if protocol.quorum is None:
        return []
    related = (Related(protocol.quorum.at("present"), "присутствует членов"),)
    present = protocol.quorum.present
    return [
        (item.at("vote"), item.vote, present, related) for item in protocol.agenda if item.vote is not None
    ]


@rule("P505")
def not_carried(document: Document[Protocol], corpus: Corpus) -> Findings:
    """Решение записано, хотя большинства «за» нет.

    Если «за» не больше половины голосов, печатается «Решение не принято.» – и под ним решение стоять не может.
    Не принятое решение из протокола убирают, оставляя голосование.

    Плохо:
        agenda:
          - topic: о смете расходов
            decisions: [{text: утвердить смету расходов}]
            vote: {favour: 2, against: 3}
    Хорошо:
        agenda:
          - topic: о смете расходов
            decisions: [{text: утвердить смету расходов}]
            vote: {favour: 3, against: 2}
    """
    for item in document.record.agenda:
        vote = item.vote
        if vote is not None and item.decisions and vote.favour <= vote.against + vote.abstained:
            message = "большинства «за» нет, а решение записано"
            yield Finding(item.at("vote"), message, "проверьте голоса или уберите решение")


@rule("P506")
def quorum_not_reached(document: Document[Protocol], corpus: Corpus) -> Findings:
    """Кворума нет.

    Без кворума заседание не правомочно принимать решения. Кворум – больше половины членов, если устав не требует
    иного (needed).

    Плохо:
        quorum: {members: 7, present: 3}
    Хорошо:
        quorum: {members: 7, present: 4}
    """
    quorum = document.record.quorum
    if quorum is None:
        return
    needed = quorum.needed or quorum.members // 2 + 1
    if quorum.present < needed:
        message = f"кворума нет: присутствует {quorum.present}, нужно {needed}"
        yield Finding(quorum.at("present"), message, "проверьте числа; без кворума решения недействительны")


@rule("P507")
def quorum_impossible(document: Document[Protocol], corpus: Corpus) -> Findings:
    """Числа кворума противоречат друг другу.

    Присутствующих членов и членов, нужных для кворума, не может быть больше, чем членов всего.

    Плохо:
        quorum: {members: 7, present: 8}
    Хорошо:
        quorum: {members: 8, present: 7}
    """
    quorum = document.record.quorum
    if quorum is None:
        return
    for key, number in (("present", quorum.present), ("needed", quorum.needed)):
        if number is not None and number > quorum.members:
            related = (Related(quorum.at("members"), "всего членов"),)
            yield Finding(quorum.at(key), f"{number} – больше, чем членов всего", "проверьте числа", related)


@rule("P508", Severity.WARNING)
def dissent_without_vote(document: Document[Protocol], corpus: Corpus) -> Findings:
    """Особое мнение записано, а голосования не было.

    Особое мнение – несогласие с решением, принятым голосованием; без итогов голосования непонятно, с чем.

    Плохо:
        agenda:
          - topic: о смете расходов
            dissent: [{person: ivanova, text: считает смету завышенной}]
    Хорошо:
        agenda:
          - topic: о смете расходов
            vote: {favour: 4, against: 1}
            dissent: [{person: ivanova, text: считает смету завышенной}]
    """
    for item in document.record.agenda:
        if item.dissent and item.vote is None:
            yield Finding(
                item.at_name("dissent"), "особое мнение без голосования", "добавьте vote: {favour: …}"
            )
