"""The centre's own ``local.yaml`` in the data folder: begun from the shipped example, and how it stands."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from intake.problems import Problem
from knowledge.answers.load import read_answers
from knowledge.base.faults import Fault
from knowledge.base.shipped import CATALOGUE as SHIPPED
from knowledge.catalogue.affair import Catalogue
from knowledge.catalogue.load import read_catalogue
from knowledge.catalogue.local import FILE, own_file
from knowledge.elsewhere.load import read_register


@dataclass(frozen=True)
class Standing:
    """What is in force of what is local.

    Attributes:
        path: The centre's own file; None where the shipped example holds.
        example: It says of itself that it is an example, or still has values of one.
        faults: Of the catalogue and the answers with this file.
        left_out: Answers that are not given, with what the centre lacks for them.
    """

    path: Path | None
    example: bool
    faults: tuple[Fault, ...]
    left_out: dict[str, tuple[str, ...]]


COUNTY = "county"
"""The example that holds where a centre has no file of its own."""


def examples() -> dict[str, Path]:
    """The shipped examples by name: a county, and other kinds of centres."""
    return {COUNTY: SHIPPED / FILE} | {
        path.stem: path for path in sorted((SHIPPED / "centres").glob("*.yaml"))
    }


def begin(data_folder: Path, centre: str = COUNTY) -> Path:
    """Copy an example into the data folder, to be changed there.

    Raises:
        Problem: No such example, there is a file already, or the folder cannot be written.
    """
    if centre not in examples():
        raise Problem(f"没有叫「{centre}」的示例，可以写：{'、'.join(examples())}。")
    target = data_folder / FILE
    if target.exists():
        raise Problem(f"已经有 {target} 了，请直接改它。要重新开始，先把它移到别处。")
    try:
        data_folder.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(examples()[centre], target)
    except OSError as error:
        raise Problem(f"写不了文件 {target}（{error.strerror}）。请检查文件夹和权限。") from error
    return target


def standing(data_folder: Path) -> Standing:
    """How the local values stand, with every fault."""
    path = own_file(data_folder)
    catalogue, faults = read_catalogue(SHIPPED, path)
    if catalogue is None:
        return Standing(path, path is None, tuple(faults), {})
    answers, found = read_answers(catalogue)
    elsewhere = read_register(catalogue)[1]
    return Standing(path, is_example(catalogue), (*faults, *found, *elsewhere), dict(answers.left_out))


def is_example(catalogue: Catalogue) -> bool:
    """Whether anything local is still that of the example."""
    return (
        any(site.example for site in catalogue.sites.values())
        or any(fact.example for fact in catalogue.facts.values())
        or any(department.example for department in catalogue.departments.values())
    )


def left_out_text(left_out: dict[str, tuple[str, ...]]) -> str:
    """``sub_centres（分中心）、id_photo（证件照）``."""
    return "、".join(f"{answer}（{'、'.join(names)}）" for answer, names in left_out.items())
