"""A Word template filled in: values are text, whatever stands in them; a template can only show what it is given."""

from __future__ import annotations

import io
import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import SandboxedEnvironment

from api.errors import FormBroken

log = logging.getLogger("intake.forms")


def filled(template: Path, fields: Mapping[str, Any]) -> bytes:
    """The document.

    Blocks for some 30 ms. docxtpl and lxml take 15 MB, so that they are loaded with the first form.

    Raises:
        FormBroken: Somebody has changed the template so that it cannot be filled in; the log says how.
    """
    from docx.opc.exceptions import PackageNotFoundError
    from docxtpl import DocxTemplate

    environment = SandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    out = io.BytesIO()
    try:
        document = DocxTemplate(template)
        document.render(dict(fields), jinja_env=environment, autoescape=True)
        document.save(out)
    except (TemplateError, PackageNotFoundError, BadZipFile, KeyError) as error:
        # The message names the faulty place of the template; values do not come into it.
        log.error("form template %s cannot be filled in: %s", template.name, error)
        raise FormBroken from error
    return out.getvalue()
