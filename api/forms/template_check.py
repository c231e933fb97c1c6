"""Whether a Word template can be filled in, said before an applicant finds out."""

from __future__ import annotations

from pathlib import Path
from zipfile import BadZipFile

from jinja2 import TemplateError

from knowledge.forms import NAMES


def template_fault(template: Path) -> str:
    """What is wrong with a template, in a few words; empty where nothing is."""
    from docx.opc.exceptions import PackageNotFoundError
    from docxtpl import DocxTemplate

    try:
        named = DocxTemplate(template).get_undeclared_template_variables()
    except (PackageNotFoundError, BadZipFile, KeyError, OSError):
        return "不是能读的 .docx 文件"
    except TemplateError as error:
        return f"花括号写法有误（{error}）"
    unknown = "、".join(sorted(f"{{{{ {name} }}}}" for name in named - NAMES))
    return f"没有这样的名称：{unknown}" if unknown else ""
