"""A person's whole name: which word is what, in whatever order it was written."""

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from docgen.language.cases import Gender
from docgen.language.endings import syllables
from docgen.language.names.given import (
    gender_of_first_name,
    gender_of_patronymic,
    gender_of_rare_first_name,
    is_turkic_particle,
)
from docgen.language.word_lists import word_set

NBSP = "\u00a0"
_INITIALS = re.compile(r"(?:[А-ЯЁA-Z][а-яё]?\.[-‑]?)+[А-ЯЁA-Z]?")
_BETWEEN_WORDS = re.compile(r"(\s+|(?<=[А-ЯЁ]\.)(?=[А-ЯЁ][а-яё]{2}))")
_PARTICLES = word_set("фон ван де дер ден ди да дю ла ле эль аль ибн бен бин дос ду дель делла")

# Family names of the Far East: in «Нгуен Ван Линь» only the last word declines.
FAR_EASTERN = word_set("""нгуен чан ле фам хоанг хюинь фан во ву данг буй до хо нго зыонг ли ван чжан лю чэнь чэн ян чжао хуан у чжоу сюй
    сунь ма чжу ху го хэ гао линь ло лян сун чжэн се хань тан фэн дун сяо цао юань дэн сюэ фу шэнь цзэн пэн люй су лу
    цзян цай цзя дин вэй е юй пань ду дай ся чжун тянь жэнь фань фан ши яо тань ляо цзоу сюн цзинь хао кун бай цуй кан
    мао цю цинь гу хоу шао мэн лун вань дуань лэй цянь инь и чан ким пак цой чой чон кан чо юн лим хан со син шин квон
    хван ан сон хон мун пан тен тян ни ю нам мин си вэнь динь тхай лыонг лам чинь дао доан май то ха ы пэ те но чхве
    тон""")


class Role(Enum):
    """What a word of a name is."""

    SURNAME = "surname"
    FIRST = "first"
    PATRONYMIC = "patronymic"
    INITIALS = "initials"
    FIXED = "fixed"
    FAR_EASTERN = "far_eastern"


@dataclass(frozen=True, slots=True)
class Name:
    """A name as written: its parts with their roles, and the spaces between them."""

    parts: tuple[tuple[Role, str], ...]
    separators: tuple[str, ...]

    def _of(self, *roles: Role) -> str:
        return " ".join(text for role, text in self.parts if role in roles)

    @property
    def surname(self) -> str:
        """The surname with its particles."""
        return self._of(Role.SURNAME)

    @property
    def first(self) -> str:
        """The given name or names."""
        return self._of(Role.FIRST)

    @property
    def patronymic(self) -> str:
        """The patronymic, «оглы» included; empty if there is none."""
        return self._of(Role.PATRONYMIC)

    @property
    def initials(self) -> str:
        """Initials without spaces («И.О.»): as written, or made from the full name."""
        written = self._of(Role.INITIALS).replace(" ", "")
        return written or "".join(_initial(word) for word in f"{self.first} {self.patronymic}".split())

    @property
    def signature(self) -> str:
        """«И.О. Фамилия», as under a document."""
        return f"{self.initials}{NBSP}{self.surname}" if self.initials else self.surname

    @property
    def listed(self) -> str:
        """«Фамилия И.О.», as in lists and before addressees."""
        return f"{self.surname}{NBSP}{self.initials}" if self.initials else self.surname

    @property
    def full(self) -> str:
        """«Фамилия Имя Отчество»."""
        given = [word for word in (self.first, self.patronymic) if word]
        return " ".join([self.surname, *(given or [self.initials])]).strip()


def _initial(word: str) -> str:
    if is_turkic_particle(word):
        return ""
    return "-".join(
        f"{piece[0]}." for piece in re.split(r"[-‑]", word) if piece and not is_turkic_particle(piece)
    )


@lru_cache(maxsize=65536)
def parse_name(text: str) -> Name:
    """The parts of a name in any order: «Бондарь О.А.», «О. А. Бондарь», «Ольга Александровна Бондарь»."""
    pieces = _BETWEEN_WORDS.split(text.strip())
    words, spaces = pieces[0::2], pieces[1::2]
    glued = [*spaces, ""]
    words, spaces = _patronymics_glued(words, glued)
    return Name(tuple(zip(_roles(words), words, strict=True)), tuple(spaces))


def _patronymics_glued(words: list[str], spaces: list[str]) -> tuple[list[str], list[str]]:
    """«Аликпер оглы» as one word."""
    done: list[str] = []
    between: list[str] = []
    for word, space in zip(words, spaces, strict=True):
        if done and is_turkic_particle(word):
            done[-1] += between.pop() + word
        else:
            done.append(word)
        between.append(space)
    return done, between[:-1]


def _roles(words: list[str]) -> list[Role]:
    if any(_INITIALS.fullmatch(word) for word in words):
        return [Role.INITIALS if _INITIALS.fullmatch(word) else Role.SURNAME for word in words]
    patronymic = _place_of_patronymic(words)
    if patronymic is not None:
        return _around_patronymic(len(words), patronymic, words)
    return _without_patronymic(words)


def _place_of_patronymic(words: list[str]) -> int | None:
    """Index of the patronymic: never the first word, and of its own gender («Анна Мицкевич» has none)."""
    places = [index for index, word in enumerate(words) if index and gender_of_patronymic(word) is not None]
    if not places:
        return None
    if len(words) == 2:
        known, told = gender_of_first_name(words[0]), gender_of_patronymic(words[1])
        return 1 if known is told else None
    if len(places) > 1 and gender_of_first_name(words[places[-1] - 1]) is None:
        return places[0]
    return places[-1]


def _around_patronymic(size: int, place: int, words: list[str]) -> list[Role]:
    roles = [Role.FIRST] * size
    roles[place] = Role.PATRONYMIC
    if place < size - 1:
        roles[place + 1 :] = [Role.SURNAME] * (size - 1 - place)
    elif size > 3 and re.search(r"[\s-]", words[place]):
        roles[2:] = [Role.PATRONYMIC] * (size - 2)
        roles[0] = Role.SURNAME
    elif size > 2:
        given = 2 if size > 3 and gender_of_first_name(words[place - 2]) and not words[0].islower() else 1
        roles[: place - given] = [Role.SURNAME] * (place - given)
    return roles


def _without_patronymic(words: list[str]) -> list[Role]:
    if len(words) == 1:
        return [Role.SURNAME]
    first, last = gender_of_first_name(words[0]), gender_of_first_name(words[-1])
    particle = next(
        (i for i, word in enumerate(words) if _is_particle(word, after_name=i > 0 and first)), None
    )
    if particle:
        return [Role.FIRST] * particle + [Role.SURNAME] * (len(words) - particle)
    if words[0].lower() in FAR_EASTERN and last is None:
        return [Role.FIXED] * (len(words) - 1) + [Role.FAR_EASTERN]
    if particle == 0:
        given = len(words) > 2  # «фон Браун Вернер»; «фон Браун» is all of it a surname
        return [Role.SURNAME] * (len(words) - given) + [Role.FIRST] * given
    if first is None and last is None and all(gender_of_first_name(word) is None for word in words):
        first, last = gender_of_rare_first_name(words[0]), gender_of_rare_first_name(words[-1])
    if len(words) > 2:
        return _many_words(words, first, last)
    return [Role.FIRST, Role.SURNAME] if first and not last else [Role.SURNAME, Role.FIRST]


def _is_particle(word: str, after_name: object) -> bool:
    """«де», «фон»; with a capital («Ван Дамм») only after a known given name."""
    return word.lower() in _PARTICLES and (word.islower() or bool(after_name))


def _many_words(words: list[str], first: Gender | None, last: Gender | None) -> list[Role]:
    """Three words and more without a patronymic: «Джон Рональд Толкин», «Хо Ши Мин»."""
    if first is None and (gender_of_first_name(words[1]) or last):
        return [Role.SURNAME] + [Role.FIRST] * (len(words) - 1)
    if first is None and all(syllables(word) < 2 for word in words[:-1]):
        return [Role.FIXED] * (len(words) - 1) + [Role.FAR_EASTERN]
    return [Role.FIRST] * (len(words) - 1) + [Role.SURNAME]
