"""What ``docgen new protocol`` starts from: a draft that passes the check and tells what to write where."""

from docgen.corpus import Scaffold, Start


def scaffold(start: Start) -> Scaffold:
    """The draft, with the place of the schema in it."""
    return Scaffold(_TEXT.replace("<schema>", start.schema))


_TEXT = """\
# yaml-language-server: $schema=<schema>
# Протокол совещания. Строки с «#» – подсказки, их можно удалить.
# Проверить: docgen check    Собрать Word и PDF: docgen build    Что означает код ошибки: docgen explain КОД

# Стадия: draft – черновик (печатается «ПРОЕКТ»), to_sign – на подпись, signed – подписан.
stage: draft

# Чей бланк: ключ из content/reference/organisations.yaml или название организации.
organisation:

# Заголовок отвечает на вопрос «протокол чего?», со строчной буквы, без точки.
# Например: совещания с участниками федерального проекта «Профессионалитет»
title:

# Дата совещания (не подписания): 2026-03-14, 14.03.2026 или 14 марта 2026 г.
date:

# Место – если это не город организации.
# place: Москва

# Кто председательствовал: ключ из people.yaml или «Фамилия Имя Отчество».
chair:

# Кто присутствовал: по организациям и группами.
present:
#  - organisation: irpo
#    people: [bondar, sokolov]
#  - group: руководители образовательных организаций

# Вопросы повестки. «Заслушав выступление …», номера и падежи docgen напишет сам.
agenda:
  - # О чём вопрос: с предлогом, со строчной буквы («об итогах приёма»).
    topic:
    # Кто докладывал: ключи из people.yaml.
    speakers:
    decisions:
      # «Принять информацию … к сведению»:
      # - note: true
      # Поручение: кому (в именительном падеже), что сделать (неопределённая форма глагола), к какому сроку.
      # - to: руководители образовательных организаций
      #   text: направить предложения о включении в план мероприятий
      #   deadline: до 24 апреля 2026 г.

# Для коллегиального органа: collegial: true, form: full, secretary: …, quorum: {members: 7, present: 5},
# а в вопросе повестки – vote: {favour: 5, against: 0, abstained: 0}.
# Приложения, лист согласования, лист рассылки, исполнитель: annexes, approvals, distribution, executor.
# Все поля: docgen schema protocol
"""
