"""``intake catalogue check | local | import | export | stats | vectors | alike``."""

from __future__ import annotations

import asyncio
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from intake import console
from intake.commands.options import DEFAULT_DATA, AsJson, DataDir
from intake.datafolder import open_folder
from intake.problems import Problem

if TYPE_CHECKING:
    from intake.datafolder import DataFolder
    from knowledge.catalogue.affair import Catalogue

commands = typer.Typer(no_args_is_help=True)


@commands.command("check", help="检查一个事项库文件夹，列出全部错误（文件、行、字段、怎么改）。")
def check(
    folder: Annotated[Path | None, typer.Argument(help="事项库文件夹；不写就检查随附的。")] = None,
    laws: Annotated[
        list[Path] | None, typer.Option(help="法规库文件夹，逐条核对引用的依据；可以写几个，合在一起看。")
    ] = None,
    record: Annotated[
        bool, typer.Option("--record", help="把核实过的依据记到事项库的 verified.yaml。")
    ] = False,
    today: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="按哪一天看法规是不是有效；不写就是今天。")
    ] = None,
    data_dir: DataDir = DEFAULT_DATA,
    json: AsJson = False,
) -> None:
    """List every fault at once; exit code 1 if there is one, with ``--laws`` also for a citation that is wrong.

    The shipped folder is checked with the centre's own ``local.yaml``, where the data folder has one, with the answers
    and with what others do.
    """
    from intake import lawcheck
    from intake.localfile import left_out_text
    from knowledge.answers.load import read_answers
    from knowledge.base.shipped import CATALOGUE as SHIPPED
    from knowledge.catalogue.load import read_catalogue
    from knowledge.catalogue.local import own_file
    from knowledge.elsewhere.load import read_register
    from knowledge.openings.load import read_openings

    where = folder or SHIPPED
    if not where.is_dir():
        raise Problem(f"没有文件夹 {where}。请写出事项库文件夹的位置。")
    catalogue, faults = read_catalogue(where, None if folder else own_file(data_dir))
    left_out: dict[str, tuple[str, ...]] = {}
    if catalogue and not folder:
        answers, found_in_answers = read_answers(catalogue)
        register, found_elsewhere = read_register(catalogue)
        known = {*catalogue.items, *catalogue.bundles, *register.matters}
        faults = [*faults, *found_in_answers, *found_elsewhere, *read_openings(known=known)[1]]
        left_out = dict(answers.left_out)
    day = today.date() if today else None
    report = lawcheck.hold_against(catalogue, where, laws, record, day) if catalogue and laws else None
    if json:
        listed = [
            {"file": f.file, "line": f.line, "field": f.field, "message": f.message} for f in sorted(faults)
        ]
        found: dict[str, Any] = {
            "ok": not faults and not (report and report.wrong),
            "items": len(catalogue.items) if catalogue else 0,
            "faults": listed,
            "answers_left_out": {key: list(names) for key, names in left_out.items()},
        }
        console.as_json({**found, "laws": lawcheck.as_data(report)} if report else found)
    else:
        for fault in sorted(faults):
            console.say(str(fault))
        if report:
            lawcheck.show(report)
        if left_out:
            console.say(f"本中心没有登记、因此不说的问答：{left_out_text(left_out)}。")
    if faults:
        if not json:
            console.say(f"共{len(faults)}处错误。改好以前，正在使用的事项库不变。")
        raise typer.Exit(1)
    if report and report.wrong:
        raise typer.Exit(1)
    if not json and catalogue is not None:
        console.say(f"没有错误：{len(catalogue.items)}个业务办理项，{len(catalogue.bundles)}个一件事。")


@commands.command("local", help="把本中心信息的示例（local.yaml）抄到数据文件夹，在那里改成自己的。")
def local(
    data_dir: DataDir = DEFAULT_DATA,
    centre: Annotated[
        str, typer.Option(help="从哪个示例开始：county（县），district（市辖区，许可划转到行政审批局）。")
    ] = "county",
) -> None:
    """Begin the centre's own file; a new release leaves it alone."""
    from intake.localfile import begin

    target = begin(data_dir, centre)
    console.say(f"已写到 {target}。改成自己的以后运行 intake catalogue check，再重启服务。")


@commands.command(
    "import", help="导入别的平台公布的事项（广东政务服务网的 JSON Lines），或者导回改好的 Excel 文件。"
)
def import_(
    file: Annotated[Path | None, typer.Argument(help="要导入的文件，一行一条记录。")] = None,
    xlsx: Annotated[
        Path | None, typer.Option(help="用 export --xlsx 导出、改好的 Excel 文件，整个事项库以它为准。")
    ] = None,
    data_dir: DataDir = DEFAULT_DATA,
    json: AsJson = False,
) -> None:
    """Take what can be taken in one transaction and report the rest; a running service picks it up by itself."""
    file, is_workbook = _one_of(file, xlsx)
    content = _content(file)
    folder = open_folder(data_dir)
    console.out.quiet = json
    if is_workbook:
        _import_workbook(content, folder, json)
        return

    from intake.importing import store
    from intake.prepare import api_settings, working_catalogue
    from intake.report import print_report
    from knowledge.imports.guangdong import import_guangdong

    with console.step("读取并整理记录"):
        result = import_guangdong(content)
    if result.items:
        settings = api_settings(folder)
        working_catalogue(folder, settings)
        with console.step("训练事项匹配，存入事项库"):
            version = asyncio.run(store(result, settings))
    else:
        version = None
    if json:
        console.as_json({**result.report.as_dict(), "file": file.name, "catalogue_version": version})
    else:
        print_report(result.report, version)
    if not result.items:
        raise typer.Exit(1)


def _import_workbook(content: bytes, folder: DataFolder, json: bool) -> None:
    from intake import revising
    from intake.prepare import api_settings, working_catalogue

    catalogue = revising.read_from(content, json)
    if catalogue is None:
        raise typer.Exit(1)
    settings = api_settings(folder)
    working_catalogue(folder, settings)
    with console.step("训练事项匹配，存入事项库"):
        revision, version = asyncio.run(revising.take(catalogue, settings))
    if json:
        console.as_json(revising.as_data(revision, version))
    else:
        revising.show(revision, version)


@commands.command("export", help="导出正在使用的事项库，一条不少（Excel、JSON Lines 或 YAML）。")
def export(
    target: Annotated[Path | None, typer.Argument(help="写到哪个文件：.xlsx、.jsonl 或 .yaml。")] = None,
    xlsx: Annotated[Path | None, typer.Option(help="写成 Excel 文件，改好以后可以导回来。")] = None,
    data_dir: DataDir = DEFAULT_DATA,
) -> None:
    """Write every record of the working catalogue."""
    from intake.exporting import FORMATS, write

    target, is_workbook = _one_of(target, xlsx)
    if not is_workbook and target.suffix not in FORMATS:
        known = "、".join((*FORMATS, ".xlsx"))
        raise Problem(f"不认识的文件类型 {target.suffix or target.name}。请用 {known} 之一。")
    catalogue = _working(data_dir)
    try:
        if is_workbook:
            from intake.revising import write_to

            write_to(catalogue, target)
            console.say(
                f"已导出到 {target}，事项库版本 {catalogue.version}。改好以后用 import --xlsx 导回来。"
            )
            return
        count = write(catalogue, target)
    except OSError as error:
        raise Problem(f"写不了文件 {target}（{error.strerror}）。请检查文件夹和权限。") from error
    console.say(f"已导出{count}条记录到 {target}，事项库版本 {catalogue.version}。")


def _one_of(file: Path | None, xlsx: Path | None) -> tuple[Path, bool]:
    """The file that was named, and whether it is a workbook."""
    if (file is None) == (xlsx is None):
        raise Problem("请写出一个文件：直接写文件名，或者用 --xlsx 写 Excel 文件名。")
    if xlsx is not None:
        return xlsx, True
    assert file is not None
    return file, file.suffix == ".xlsx"


@commands.command("stats", help="统计正在使用的事项库：按部门、类型、操作，以及情形、别名、依据。")
def stats(data_dir: DataDir = DEFAULT_DATA, json: AsJson = False) -> None:
    """Print the figures of the working catalogue."""
    from intake.statistics import figures

    console.out.quiet = json
    counted = figures(_working(data_dir))
    if json:
        console.as_json(counted)
        return
    plain = [(name, value) for name, value in counted.items() if not isinstance(value, dict)]
    console.table("事项库", ["指标", "数值"], [(_LABELS[name], value) for name, value in plain])
    for name, title in _GROUPS.items():
        console.table(title, ["名称", "事项数"], list(counted[name].items()))


@commands.command("vectors", help="重新算随附内容的句向量（改了很多说法以后、发布以前做一次，要几分钟）。")
def vectors() -> None:
    """Write the vectors of everything that is shipped into the project."""
    from intake.shipping import make_vectors

    file, texts = make_vectors()
    console.say(f"已写到 {file}：{texts}句。")


@commands.command("alike", help="列出申请人难以分清的事项，供合并、改名或补充说法。")
def list_alike(data_dir: DataDir = DEFAULT_DATA, json: AsJson = False) -> None:
    """Print the near-duplicates of the working catalogue."""
    from api.published.matcher_files import Models
    from intake.alike import alike, as_data, show
    from intake.prepare import api_settings, working_catalogue

    console.out.quiet = json
    folder = open_folder(data_dir)
    settings = api_settings(folder)
    pairs = alike(working_catalogue(folder, settings), Models.of(settings))
    if json:
        console.as_json(as_data(pairs))
    else:
        show(pairs)


_LABELS = {
    "version": "版本",
    "main_items": "主项",
    "business_items": "业务办理项",
    "departments": "部门",
    "items_with_scenarios": "有两个以上情形问题改变材料的事项",
    "bundles": "一件事",
    "answers": "问答",
    "matters_elsewhere": "别处办的事",
    "min_aliases": "别名最少的事项有几个别名（不算导入的）",
    "repeated_aliases": "几个事项共用的别名",
    "bases": "不同的依据",
    "bases_verified": "核实过的依据",
    "materials": "材料",
    "questions": "情形问题",
    "windows": "窗口",
    "with_scenario_questions": "有情形问题的事项占比",
    "aliases_per_item": "平均每个事项的别名数",
    "items_with_basis": "有设定依据的事项占比",
    "materials_with_basis": "有依据的材料占比",
    "laws": "引用的法律法规",
}
_GROUPS = {
    "by_department": "按部门",
    "by_type": "按事项类型",
    "by_case_kind": "按办件类型",
    "by_operation": "按操作",
    "by_origin": "按来源",
}
LARGEST_FILE = 500_000_000


def _content(file: Path) -> bytes:
    if not file.is_file():
        raise Problem(f"没有文件 {file}。请写出要导入的文件的位置。")
    if file.stat().st_size > LARGEST_FILE:
        raise Problem(f"文件 {file} 超过{LARGEST_FILE // 1_000_000}MB。请分成几个文件导入。")
    try:
        content = file.read_bytes()
    except OSError as error:
        raise Problem(f"读不了文件 {file}（{error.strerror}）。请检查权限。") from error
    if not content.strip():
        raise Problem(f"文件 {file} 是空的。")
    return content


def _working(data_dir: Path) -> Catalogue:
    from intake.prepare import api_settings, working_catalogue

    folder = open_folder(data_dir)
    return working_catalogue(folder, api_settings(folder))
