"""Which form an intake needs and what is known to stand on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from api.intakes import reading
from api.platform.errors import NoForm
from api.services import Services
from knowledge.forms import Known, fields_of, forms_on, template_of
from knowledge.privacy.contact_data import problem_with, tidy
from knowledge.privacy.kinds import Personal


@dataclass(frozen=True)
class Form:
    """A form to be filled in. What the draft holds sealed stays out: whoever has the draft's name would read it."""

    name: str
    template: Path
    fields: dict[str, Any]

    def __repr__(self) -> str:
        return f"Form({self.name})"


async def form_for(
    session: AsyncSession,
    intake_id: str,
    material: str | None,
    services: Services,
    values: Mapping[Personal, str] | None = None,
) -> Form:
    """The form for a material of the intake's notice; the first one where none is named.

    Args:
        values: What whoever asks typed in this visit; what is right of it is filled in, and nothing is stored.

    Raises:
        NoForm: The notice asks for no such form.
    """
    row = await reading.found(session, intake_id)
    affair, content = reading.affair_of(row, services), reading.content_of(row, services)
    forms = forms_on(content)
    wanted = material or next(iter(forms), None)
    if wanted is None or wanted not in forms:
        raise NoForm
    line = next(one for one in content.materials if one.id == wanted)
    department = content.route.department if content.route else affair.department
    known = Known(
        department=services.catalogue.department_name(department),
        notice_number=row.notice["number"] if row.notice and row.notice["affair"] == row.affair else "",
        materials=row.materials,
        today=services.today(),
        contact=_right(values or {}),
    )
    own = services.settings.data_dir / "forms"
    return Form(line.name, template_of(line, own), fields_of(content, line, known))


def _right(values: Mapping[Personal, str]) -> dict[Personal, str]:
    tidied = {kind: tidy(kind, value) for kind, value in values.items()}
    return {kind: value for kind, value in tidied.items() if problem_with(kind, value) is None}
