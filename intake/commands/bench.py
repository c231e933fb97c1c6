"""``intake bench``: how fast things are, and how well people and papers are understood."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from intake import console
from intake.commands.options import DEFAULT_DATA, AsJson, DataDir
from intake.datafolder import open_folder
from intake.problems import Problem, say
from knowledge.embedding.encoder import PRETRAINED

commands = typer.Typer(no_args_is_help=True)


@commands.command("turns", help="对话测速：起一个真的服务，用真的对话测延迟、吞吐、内存、启动和训练时间。")
def turns(
    clients: Annotated[int, typer.Option(min=1, max=512, help="吞吐测试的并发数。")] = 32,
    conversations: Annotated[int, typer.Option(min=1, help="吞吐测试的对话数。")] = 128,
    json: AsJson = False,
) -> None:
    """Measure and print figures and conditions."""
    from intake.bench.turns import measure

    console.out.quiet = json
    figures = measure(clients=clients, conversations=conversations)
    _print("对话测速", figures, json)


@commands.command(
    "wechat",
    help="微信测速：和网页轮流按每秒几句发，量答复时间；再发一万条，三成重发、百分之五乱序、中途结束进程，数丢的和办重的。",
)
def wechat(
    messages: Annotated[int, typer.Option(min=20, help="中途结束进程的，发几条（重发的不算）。")] = 10_000,
    paced: Annotated[int, typer.Option(min=20, help="量答复时间的，网页和微信各发几条。")] = 2_000,
    users: Annotated[int, typer.Option(min=1, help="几个关注者。")] = 500,
    rate: Annotated[float, typer.Option(min=0.5, help="每秒几句。")] = 20.0,
    json: AsJson = False,
    data_dir: DataDir = DEFAULT_DATA,
) -> None:
    """Measure in an installation of its own; of the data folder only the trained models are used."""
    import contextlib
    import tempfile

    from intake.bench.wechat import measure
    from intake.page_build import CHAT, DESK, prepare_pages
    from intake.prepare import api_settings, prepare
    from intake.settings import Role

    console.out.quiet = json
    models = open_folder(data_dir).models
    with tempfile.TemporaryDirectory(prefix="intake-bench-") as name:
        (Path(name) / "models").symlink_to(models.resolve(), target_is_directory=True)
        folder = open_folder(Path(name))
        with contextlib.suppress(Problem):  # without npm the service runs without the page
            prepare_pages(CHAT)
            prepare_pages(DESK)
        prepare(folder, api_settings(folder), Role.ALL)
        figures = measure(folder.root, messages, paced, users, rate)
    _print("微信测速", figures, json)


@commands.command("talk", help="对话测准：演一遍写好的对话，看回答里该有的有没有、不该有的有没有。")
def talk(
    cases: Annotated[list[Path], typer.Option("--cases", help="写好的对话，JSON Lines；可以给几个文件。")],
    kind: Annotated[str | None, typer.Option("--kind", help="只演这一类。")] = None,
    show_failing: Annotated[bool, typer.Option("--show-failing", help="把没通过的对话印出来。")] = False,
    json: AsJson = False,
    data_dir: DataDir = DEFAULT_DATA,
) -> None:
    """Play written conversations; of the data folder only the trained models are used."""
    from intake.bench.talk import figures, run, shown
    from intake.bench.talk_cases import read_cases

    console.out.quiet = json
    chosen = read_cases(cases, kind)
    models = open_folder(data_dir).models
    with console.step("演对话") as tell:
        played = run(chosen, models, lambda count: tell(f"{count} / {len(chosen)}"))
    if len(played) < len(chosen):
        say(f"中途停止：共{len(chosen)}段，演了{len(played)}段。")
    if show_failing and not json:
        for one in played:
            if not one.passed:
                console.say(shown(one))
    _print_talk(figures(played), json)


@commands.command("match", help="事项匹配测准：在带标注的说法上测准确率和拒识率。")
def match(
    items: Annotated[Path, typer.Option(help="事项名称，JSON Lines。")],
    train: Annotated[Path, typer.Option(help="训练用的说法，JSON Lines，每行有 query 和 item。")],
    test: Annotated[Path, typer.Option(help="检验用的说法，格式相同。")],
    out_of_scope: Annotated[Path | None, typer.Option("--out-of-scope", help="和办事无关的说法。")] = None,
    remove: Annotated[
        float | None, typer.Option(min=0, max=0.9, help="先拿掉多少比例的事项，测能不能承认没有。")
    ] = None,
    encoder: Annotated[
        str, typer.Option(help="句向量模型：pretrained（随附的）、none（不用），或者 ONNX 模型的文件夹。")
    ] = PRETRAINED,
    json: AsJson = False,
    data_dir: DataDir = DEFAULT_DATA,
) -> None:
    """Measure the matcher on labelled phrasings; vectors are kept in the data folder."""
    from api.published.matcher_files import Models
    from intake.bench.match import run

    for file in (items, test, train, out_of_scope):
        if file is not None and not file.is_file():
            raise Problem(f"没有文件 {file}。")
    figures = run(
        items=items,
        train=train,
        test=test,
        out_of_scope=out_of_scope,
        remove=remove,
        encoder=Models(open_folder(data_dir).models, encoder).encoder,
    )
    _print("事项匹配", figures, json)


@commands.command(
    "options", help="选项测准：把每种说法轮流拿掉，看还认不认得出是哪个选项，带句向量和不带各测一遍。"
)
def options(
    encoder: Annotated[
        str, typer.Option(help="句向量模型：pretrained（随附的）、none（不用），或者 ONNX 模型的文件夹。")
    ] = PRETRAINED,
    json: AsJson = False,
    data_dir: DataDir = DEFAULT_DATA,
) -> None:
    """Measure the reader of options on the shipped catalogue; vectors are kept in the data folder."""
    from api.published.matcher_files import Models
    from intake.bench.options import run
    from knowledge.catalogue.load import load_catalogue

    console.out.quiet = json
    kept = Models(open_folder(data_dir).models, encoder).encoder
    with console.step("轮流拿掉每种说法") as tell:
        figures = run(load_catalogue(), kept, tell)
    _print_options(figures, json)


@commands.command("danger", help="紧急情况测准：没学过的话里听出多少、误报多少，带句向量和不带各测一遍。")
def danger(
    fit: Annotated[bool, typer.Option("--fit", help="先照 examples.yaml 重新学一遍，写进项目里。")] = False,
    json: AsJson = False,
    data_dir: DataDir = DEFAULT_DATA,
) -> None:
    """Measure how danger is heard, and learn it anew."""
    from api.published.matcher_files import Models
    from intake.bench.danger import fit_weights, measure

    console.out.quiet = json
    encoder = Models(open_folder(data_dir).models).encoder
    if fit:
        with console.step("学"):
            fit_weights(encoder)
    _print("紧急情况", measure(encoder), json)


@commands.command("cases", help="办件测速：生成许多办件，测查询、窗口待办、巡检和提交。")
def cases(
    rows: Annotated[int, typer.Option(min=100, help="生成多少个办件，每个约十条日志。")] = 100_000,
    database_url: Annotated[
        str, typer.Option("--database-url", help="一个空的 PostgreSQL 数据库；不给就用临时的 SQLite。")
    ] = "",
    folder: Annotated[
        Path | None, typer.Option(help="把生成的数据留在这个文件夹，下次接着用；不给就用完即删。")
    ] = None,
    only_fill: Annotated[bool, typer.Option("--only-fill", help="只生成，不测。")] = False,
    json: AsJson = False,
) -> None:
    """Measure the case system when it holds years of work."""
    from intake.bench.cases.run import run

    console.out.quiet = json
    _print("办件测速", run(rows, database_url, folder, only_fill=only_fill), json)


@commands.command("desk", help="工作台测速：许多办件、许多打开的工作台，测待办、办件页、新提交多久出现。")
def desk(
    rows: Annotated[int, typer.Option(min=100, help="生成多少个办件，每个约十条日志。")] = 100_000,
    desks: Annotated[int, typer.Option(min=1, max=300, help="同时打开几个工作台。")] = 200,
    database_url: Annotated[
        str, typer.Option("--database-url", help="一个空的 PostgreSQL 数据库；不给就用临时的 SQLite。")
    ] = "",
    folder: Annotated[
        Path | None, typer.Option(help="把生成的数据留在这个文件夹，下次接着用；不给就用完即删。")
    ] = None,
    json: AsJson = False,
) -> None:
    """Measure the desk when it holds years of work and everybody has it open."""
    from intake.bench.desk.run import run

    console.out.quiet = json
    _print("工作台测速", run(rows, desks, database_url, folder), json)


@commands.command("precheck", help="预审测准：在自己画的证照照片上测识别、误报、漏报和耗时。")
def precheck(
    papers: Annotated[int, typer.Option(min=1, max=50, help="每种证照、每种拍法各几张。")] = 3,
    json: AsJson = False,
) -> None:
    """Measure the pre-check on drawn papers."""
    from intake.bench.precheck import run

    console.out.quiet = json
    with console.step("画、拍、读") as tell:
        figures = run(papers, lambda read: tell(f"第{read}张"))
    _print("预审", figures, json)


@commands.command(
    "publish", help="发布测速：试一句、发布（学和测）、发布时答一句话、换上、十万句分组要多久。"
)
def publish(
    phrasings: Annotated[int, typer.Option(min=1, max=280, help="发布以前加几种说法，一个事项一种。")] = 60,
    json: AsJson = False,
) -> None:
    """Measure what the studio costs, on an installation of its own."""
    from intake.bench.publish import measure

    console.out.quiet = json
    _print("发布测速", measure(phrasings), json)


@commands.command("page", help="网页测速：用真的浏览器，按慢网络、慢手机打开办事人的网页。")
def page(
    runs: Annotated[int, typer.Option(min=1, max=50, help="打开几次，取中位数。")] = 5,
    json: AsJson = False,
) -> None:
    """Measure how fast the applicant's page comes up."""
    from intake.bench.page import measure

    console.out.quiet = json
    _print("网页测速", measure(runs), json)


@commands.command("photo", help="照片测速：用真的浏览器，从选好一张3 MB 的照片量到预审结果出来。")
def photo(
    photos: Annotated[int, typer.Option(min=2, max=20, help="上传几张；第一张单独报。")] = 5,
    json: AsJson = False,
) -> None:
    """Measure how long a photo takes from the choice to its pre-check."""
    from intake.bench.photo import measure

    console.out.quiet = json
    _print("照片测速", measure(photos), json)


def _print(title: str, figures: dict[str, Any], json: bool) -> None:
    if json:
        console.as_json(figures)
        return
    flat = [(key, value) for key, value in figures.items() if not isinstance(value, dict | list)]
    console.table(title, ["指标", "数值"], flat)
    for key, value in figures.items():
        if isinstance(value, dict):
            console.table(key, ["名称", "数值"], list(value.items()))


def _print_options(figures: dict[str, Any], json: bool) -> None:
    if json:
        console.as_json(figures)
        return
    columns = (
        "replies",
        "right",
        "decided_at_97",
        "decided",
        "decided_rightly",
        "guessed",
        "guessed_rightly",
    )
    for name in ("with_encoder", "without_encoder"):
        if name not in figures:
            continue
        groups = {key: row for key, row in figures[name].items() if isinstance(row, dict) and "right" in row}
        rows = [
            (key, row["replies"], *(f"{row[column]:.1%}" for column in columns[1:]))
            for key, row in (groups | figures[name]["kinds"]).items()
        ]
        console.table(
            "带句向量" if name == "with_encoder" else "不带句向量",
            ["说法", "句数", "认对", "准到97%时能定", "定了", "定得对", "能猜", "猜得对"],
            rows,
        )
        console.table("哪个也不是的", ["名称", "数值"], list(figures[name]["nothing"].items()))
    console.table(
        "读一句多少微秒", ["名称", "数值"], list((figures["reading_us"] | figures["conditions"]).items())
    )


def _print_talk(figures: dict[str, Any], json: bool) -> None:
    if json:
        console.as_json(figures)
        return
    rows = [*figures["kinds"].items(), ("合计", figures)]
    shares = [
        (name, row["passed"], row["cases"], f"{row['passed'] / row['cases']:.1%}") for name, row in rows
    ]
    console.table("对话", ["种类", "通过", "段数", "比例"], shares)
    times = {"p50": figures["p50_ms"], "p95": figures["p95_ms"], **figures["conditions"]}
    console.table("一句话多少毫秒", ["名称", "数值"], list(times.items()))
