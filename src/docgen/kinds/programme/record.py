"""What is written in ``content/programme/<id>.yaml``."""

from docgen.corpus import DocumentRecord
from docgen.model.programme import WrittenProgramme


class Programme(DocumentRecord, WrittenProgramme):
    """Программа развития образовательно-производственного центра (кластера)."""
