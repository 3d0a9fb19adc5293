"""Words whose part in a phrase the dictionary alone does not tell."""

from docgen.language.word_lists import word_set

# Stand for a whole post and never change; full stops are left out.
ABBREVIATED_POSTS = word_set("врио вриио ио вио врид врип зав зам")

# Participles that are heads by themselves even before a noun that could agree with them
# («исполняющие обязанности», «обучающиеся организации»).
ALWAYS_HEADS = ("исполняющ", "обучающиеся", "обучающийся", "учащиеся", "учащийся", "трудящиеся")

# Adjectives and participles that name people or things by themselves: a safe head.
SUBSTANTIVES = word_set(
    """заведующий заведующая заведующие командующий командующие служащий служащие уполномоченный уполномоченная
    уполномоченные управляющий управляющая управляющие председательствующий председательствующая ученый ученые
    рабочий рабочие дежурный дежурная дежурные ответственный ответственная ответственные военнослужащий
    военнослужащие доверенный поверенный нижеподписавшиеся присутствующие приглашенные выступающие проверяющий
    дознаватель начальствующий госслужащий госслужащие участковый вожатый вожатая вожатые старший постовой
    рулевой горничная управляющие голосующие заинтересованные больной городовой понятой присяжный
    портной управделами подсудимый пострадавший безработные военный военные завхоз проверяющие отвечающий
    отвечающая отвечающие"""
)

# Nouns that are things here, although people bear the same name.
LIFELESS = word_set(
    "субъект орган объект предприятие организация регион бригада центр кластер учреждение колледж"
)
# Nouns that are people here, although things bear the same name.
LIVING = word_set(
    """член оператор представитель исполнитель получатель координатор куратор эксперт конструктор модератор инициатор
    соискатель заявитель адресат лицо лидер исследователь контролер водитель потребитель поставщик провайдер
    разработчик учредитель производитель изготовитель перевозчик победитель держатель правообладатель"""
)

# Heads that a name in the nominative follows and declines with: города Москвы.
NAMED_CITY = word_set("город г.")
# Proper names that never change by themselves.
FIXED_NAMES = word_set("саха")
# Heads that a person's name follows.
NAMED_PERSON = word_set("предприниматель ип")

# Endings of nouns new to the dictionary that decline in one way only.
SAFE_NOUN = (
    "тор",
    "ер",
    "ист",
    "лог",
    "вед",
    "граф",
    "мен",
    "ант",
    "ент",
    "тель",
    "ник",
    "щик",
    "чик",
    "ация",
)
