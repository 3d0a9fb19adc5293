"""The documents themselves: one folder, one Word file and one line here for each kind.

Only names are known here: what makes a protocol does not load what a programme is made of.
"""

from docgen.corpus import later_kind, later_reference

KINDS = (
    later_kind("protocol", "Протокол совещания", "docgen.kinds.protocol"),
    later_kind("programme", "Программа развития кластера", "docgen.kinds.programme"),
    later_kind("portfolio", "Сводный отчёт по программам", "docgen.kinds.portfolio"),
)

_RULES = "docgen.kinds.every.reference_rules:RULES"
_PROGRAMME_RULES = "docgen.kinds.every.programme_data_rules:RULES"
_LAYOUT_RULES = "docgen.kinds.every.programme_data_rules:LAYOUT_RULES"

REFERENCES = (
    later_reference("people", "Люди", "docgen.model.people:People", _RULES),
    later_reference("organisations", "Организации", "docgen.model.organisations:Organisations", _RULES),
    later_reference("groups", "Группы участников и адресатов", "docgen.model.organisations:Groups", _RULES),
    later_reference(
        "documents", "Документы, на которые ссылаются", "docgen.model.cited:CitedDocuments", _RULES
    ),
    later_reference("forms", "Утверждённые формы", "docgen.model.forms:ApprovedForms", _RULES),
    later_reference(
        "regions", "Субъекты Российской Федерации", "docgen.model.subjects:Regions", _PROGRAMME_RULES
    ),
    later_reference("industries", "Отрасли", "docgen.model.industries:Industries", _PROGRAMME_RULES),
    later_reference("clusters", "Карточки отраслей", "docgen.model.clusters:Clusters", _PROGRAMME_RULES),
    later_reference(
        "passport", "Паспорт федерального проекта", "docgen.model.passport:Passport", _PROGRAMME_RULES
    ),
    later_reference(
        "layouts", "Макеты программ развития", "docgen.model.layout.layout:Layout", _LAYOUT_RULES, folder=True
    ),
)
