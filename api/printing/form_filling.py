"""A Word template filled in: values are text, whatever stands in them; a template can only show what it is given."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import SandboxedEnvironment


class TemplateFaulty(Exception):
    """The template cannot be filled in; the message names the faulty place of it, and no value."""


def filled(template: Path, fields: Mapping[str, Any]) -> bytes:
    """The document. Blocks for some 30 ms, in the process of ``api.printing``: docxtpl and lxml take 20 MB once they are loaded.

    Raises:
        TemplateFaulty: Somebody has changed the template so that it cannot be filled in.
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
        raise TemplateFaulty(str(error)) from error
    return out.getvalue()
