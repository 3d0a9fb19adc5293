"""The industries that clusters are made for."""

from pydantic import Field

from docgen.sources import Prose, Record, Registry


class Industry(Record):
    """An industry: «металлургия»."""

    name: Prose = Field(title="Название", description="В именительном падеже, со строчной буквы")
    of: Prose = Field(
        title="Чей кластер",
        description="В родительном падеже, после слова «кластер»: металлургической отрасли",
    )
    aliases: list[str] = Field(
        default_factory=list, title="Другие названия", description="Как её ещё называют в документах"
    )


class Industries(Registry[Industry]):
    """``content/reference/industries.yaml``."""

    def find(self, text: str) -> Industry | None:
        """The industry by key or by one of its names."""
        if text in self.root:
            return self.root[text]
        wanted = _plain(text)
        return next(
            (one for one in self.root.values() if wanted in map(_plain, (one.name, one.of, *one.aliases))),
            None,
        )


def _plain(text: str) -> str:
    return " ".join(text.lower().replace("ё", "е").split())
