"""Where the files of the models are, and what each is called in Rasa."""

from dataclasses import dataclass
from pathlib import Path

from api.db.language_models import BASE
from api.db.models.learning import LanguageModel

# Rasa's name for the model that it was started with.
FIRST = ""


@dataclass(frozen=True, slots=True)
class Files:
    """`base` is the model that this version of the product was started with, None where nobody has said."""

    folder: Path
    base: Path | None

    @property
    def base_name(self) -> str:
        """The base model's name; it changes whenever what it is trained from does."""
        return self.base.name.partition(".")[0] if self.base else ""

    def path(self, row: LanguageModel) -> Path:
        """The file of a model."""
        if row.kind == BASE and self.base is not None:
            return self.base
        return (self.folder / f"{row.id}.tar.gz").resolve()


def name_in_rasa(row: LanguageModel) -> str:
    """Return what Rasa calls the model."""
    return FIRST if row.kind == BASE else str(row.id)
