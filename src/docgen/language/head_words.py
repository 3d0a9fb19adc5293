"""Words whose part in a phrase the dictionary alone does not tell."""

from docgen.language.word_lists import word_set

# Stand for a whole post and never change.
ABBREVIATED_POSTS = word_set("врио вриио ио вио")
FIXED_WORDS = word_set("врио врид")

# Participles and adjectives that are heads by themselves when no noun agrees with them.
SUBSTANTIVES = word_set("""исполняющий исполняющая исполняющие заведующий заведующая заведующие командующий командующие обучающийся
    обучающиеся учащийся учащиеся служащий служащие уполномоченный уполномоченная уполномоченные
    управляющий управляющая управляющие""")

# Stems of heads that are things although people bear the same name.
LIFELESS = (
    "субъект",
    "орган",
    "предприят",
    "организац",
    "объект",
    "центр",
    "кластер",
    "учрежден",
    "колледж",
    "школ",
)
# Stems of heads that are people although things bear the same name.
LIVING = (
    "член",
    "оператор",
    "представител",
    "исполнител",
    "получател",
    "координатор",
    "куратор",
    "эксперт",
    "секретар",
)

# Heads followed by a name in the nominative that declines with them: города Москвы.
NAMED_BY_NEXT = word_set("город")
