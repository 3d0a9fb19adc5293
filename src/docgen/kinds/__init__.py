"""The documents themselves: one folder, one Word file and one line here for each kind."""

from docgen.corpus import Reference
from docgen.kinds import programme, protocol
from docgen.kinds.every import reference_rules
from docgen.model.cited import CitedDocuments
from docgen.model.clusters import Clusters
from docgen.model.forms import ApprovedForms
from docgen.model.industries import Industries
from docgen.model.layout import Layout
from docgen.model.organisations import Groups, Organisations
from docgen.model.passport import Passport
from docgen.model.people import People
from docgen.model.subjects import Regions

KINDS = (protocol.KIND, programme.KIND)

REFERENCES = (
    Reference("people", "Люди", People, reference_rules.RULES),
    Reference("organisations", "Организации", Organisations, reference_rules.RULES),
    Reference("groups", "Группы участников и адресатов", Groups, reference_rules.RULES),
    Reference("documents", "Документы, на которые ссылаются", CitedDocuments, reference_rules.RULES),
    Reference("forms", "Утверждённые формы", ApprovedForms, reference_rules.RULES),
    Reference("regions", "Субъекты Российской Федерации", Regions, reference_rules.PROGRAMME_RULES),
    Reference("industries", "Отрасли", Industries, reference_rules.PROGRAMME_RULES),
    Reference("clusters", "Карточки отраслей", Clusters, reference_rules.PROGRAMME_RULES),
    Reference("passport", "Паспорт федерального проекта", Passport, reference_rules.PROGRAMME_RULES),
    Reference("layouts", "Макеты программ развития", Layout, reference_rules.LAYOUT_RULES, folder=True),
)
