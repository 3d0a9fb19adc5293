"""The development programme of a cluster as typed records, shared by its kind and by the portfolio."""

from docgen.model.layout.demands import ParticipantKind
from docgen.model.programme.funding import EstimateLine, FundingLine, StatedTotal
from docgen.model.programme.indicators import Indicator
from docgen.model.programme.legal import Abbreviation, LegalAct
from docgen.model.programme.measures import Measure, Task
from docgen.model.programme.participants import Participant
from docgen.model.programme.results import Result, ResultKind, Risk
from docgen.model.programme.signing import Approval, Authority, AuthorityKind, Signatory, Stamp
from docgen.model.programme.structure import Agreement, Ano, Association, Member, Role, Structure
from docgen.model.programme.written import WrittenProgramme

__all__ = [
    "Abbreviation",
    "Agreement",
    "Ano",
    "Approval",
    "Association",
    "Authority",
    "AuthorityKind",
    "EstimateLine",
    "FundingLine",
    "Indicator",
    "LegalAct",
    "Measure",
    "Member",
    "Participant",
    "ParticipantKind",
    "Result",
    "ResultKind",
    "Risk",
    "Role",
    "Signatory",
    "Stamp",
    "StatedTotal",
    "Structure",
    "Task",
    "WrittenProgramme",
]
