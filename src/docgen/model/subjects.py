"""The regions that documents refer to: ``content/reference/regions.yaml``.

Time zones and names for deadlines come from docgen's own table (:mod:`docgen.model.regions`), which is there without any
workspace too; a rule holds this file against it, so that there is one truth.
"""

from functools import cached_property

from pydantic import Field

from docgen.model.regions import Region, region
from docgen.sources import Prose, Record, Registry


class Subject(Record):
    """A subject of the Russian Federation."""

    code: str = Field(
        title="Код", description="Код субъекта по справочнику ФНС России: две цифры", pattern="^[0-9]{2}$"
    )
    name: Prose = Field(title="Наименование", description="По статье 65 Конституции Российской Федерации")
    district: str | None = Field(
        default=None,
        title="Федеральный округ",
        description="Например «Центральный»; пусто у субъектов, которые ни к одному округу не отнесены",
    )
    zone: str = Field(title="Часовая зона", description="Имя в базе IANA: Europe/Moscow, Asia/Omsk")

    @property
    def region(self) -> Region | None:
        """What docgen's own table says of the region with this code."""
        return region_or_none(self.code)


class Regions(Registry[Subject]):
    """``content/reference/regions.yaml``."""

    def find(self, text: str) -> Subject | None:
        """The subject by key, code, name or a common short name."""
        if text in self.root:
            return self.root[text]
        meant = region_or_none(text)
        return self._by_code.get(meant.code) if meant is not None else None

    @cached_property
    def _by_code(self) -> dict[str, Subject]:
        return {subject.code: subject for subject in self.root.values()}


def region_or_none(text: str) -> Region | None:
    """The region of docgen's own table by code or name."""
    try:
        return region(text)
    except ValueError:
        return None
