"""Which form an intake needs and what is known to stand on it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from api.intakes import reading
from api.platform.errors import NoForm
from api.services import Services
from knowledge.forms import Known, fields_of, forms_on, template_of


@dataclass(frozen=True)
class Form:
    """A form to be filled in. What the secure form holds stays out: whoever has the draft's name would read it."""

    name: str
    template: Path
    fields: dict[str, Any]

    def __repr__(self) -> str:
        return f"Form({self.name})"


async def form_for(session: AsyncSession, intake_id: str, material: str | None, services: Services) -> Form:
    """The form for a material of the intake's notice; the first one where none is named.

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
    )
    own = services.settings.data_dir / "forms"
    return Form(line.name, template_of(line, own), fields_of(content, line, known))
