"""Men's surnames in a consonant: fleeting vowels (Кравец, Голубок), stress (Ткачом), -ов and -ин."""

import re

from docgen.language import endings as e
from docgen.language.cases import Certainty, Declension, Gender
from docgen.language.names import surname_words as words

SURE, RULE, UNSURE = Certainty.SURE, Certainty.RULE, Certainty.UNSURE


def decline_consonant_surname(text: str, word: str) -> Declension:
    """A man's surname in a hard consonant or a sibilant: which vowel is lost, which ending is stressed."""
    key, man = e.plain(word), Gender.MASCULINE
    if key in words.FLEETING:
        endings = e.HUSHED if key.endswith("ц") else e.HARD
        return e.inflected(text, words.FLEETING[key], endings, SURE, man)
    if re.search(r"([оеё]в|[иы]н)$", word):
        return _in_ov_in(text, word)
    if word.endswith("ец"):
        return _in_ets(text, word)
    if word.endswith(("ок", "ёк", "ек")):
        return _in_ok(text, word)
    if word[-1] in e.HUSHING + "ц":
        return _in_sibilant(text, word)
    doubtful = re.search(r"ё[лрн]$", word) is not None or (e.syllables(word) == 1 and "ё" in word)
    return e.inflected(text, word, e.HARD, UNSURE if doubtful else RULE, man)


def _in_ov_in(text: str, word: str) -> Declension:
    if e.plain(word) in words.FOREIGN_POSSESSIVE or e.syllables(word) == 1 or word.endswith(("ддин", "тдин")):
        return e.inflected(text, word, e.HARD, RULE, Gender.MASCULINE)
    return e.inflected(text, word, e.POSSESSIVE, SURE, Gender.MASCULINE)


def _in_ets(text: str, word: str) -> Declension:
    """-ец: the vowel is lost (Кравца), but kept after two consonants and in short words (Швеца)."""
    key, man, before = e.plain(word), Gender.MASCULINE, word[-3:-2]
    cluster = len(word) > 3 and word[-4] not in e.VOWELS + "ьй" and before not in e.VOWELS
    if key in words.FIRM_ETS or e.syllables(word) == 1 or cluster:
        endings = e.HUSHED if key in words.FIRM_UNSTRESSED_ETS else e.HARD
        return e.inflected(text, word, endings, RULE if key in words.FIRM_ETS else UNSURE, man)
    if before in e.VOWELS:
        stem = word[:-2] + "йц"
    elif before == "л":
        stem = word[:-2] + "ьц"
    else:
        stem = word[:-2] + "ц"
    if key in words.STRESSED_ETS:
        return e.inflected(text, stem, e.HARD, SURE, man)
    if key in words.UNSTRESSED_ETS or word.endswith(("иец", "аец")):
        return e.inflected(text, stem, e.HUSHED, SURE, man)
    return e.inflected(text, stem, e.HUSHED, UNSURE, man)


def _in_ok(text: str, word: str) -> Declension:
    man = Gender.MASCULINE
    if re.search(r"[шжчщ]ок$", word) and e.syllables(word) > 1:
        return e.inflected(text, word[:-2] + "к", e.HARD, RULE, man)
    if word.endswith("ёк"):
        soft = "ь" if word[-3] not in e.VOWELS + "ь" else "й"
        return e.inflected(text, word[:-2].rstrip("ь") + soft + "к", e.HARD, RULE, man)
    if word.endswith("ок") and e.syllables(word) > 1:
        firm = e.plain(word) in words.FIRM_OK or word.endswith(("шток", "блок", "рок"))
        return e.inflected(text, word if firm else word[:-2] + "к", e.HARD, RULE if firm else UNSURE, man)
    return e.inflected(text, word, e.HARD, RULE, man)


def _in_sibilant(text: str, word: str) -> Declension:
    """-ж, -ч, -ш, -щ, -ц: the instrumental is -ом under stress, else -ем."""
    key, man = e.plain(word), Gender.MASCULINE
    if key in words.STRESSED_HUSHED:
        return e.inflected(text, word, e.HARD, SURE, man)
    if re.search(r"[^иоуеа]ыш$", word):
        return e.inflected(text, word, e.HARD, RULE, man)
    if word.endswith(("ич", "дж", "ц", "ель")) or (e.syllables(word) > 2 and not word.endswith("ач")):
        return e.inflected(text, word, e.HUSHED, RULE, man)
    stressed = (e.syllables(word) == 1 and word[-1] in "щж") or word.endswith(("кач", "гач", "хач"))
    return e.inflected(text, word, e.HARD if stressed else e.HUSHED, UNSURE, man)
