"""The slots of the materials, their files and what the pre-check found, as clients see them."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from api.intakes.schemas import MaterialState
from api.platform.schemas import Payload, View
from knowledge.cases.limits.renewal import Renewal
from knowledge.catalogue.item import MaterialForm, Necessity, Source
from knowledge.papers.finding import Finding

CheckState = Literal["queued", "checking", "done", "off"]
SlotState = Literal["empty", "received", "checking", "passed", "doubtful", "mend"]
FileId = Annotated[str, Field(min_length=1, max_length=64)]


class Limits(View):
    """What may be uploaded; ``say`` is the sentence for the page."""

    max_bytes: int = Field(description="一个文件最多多少字节")
    max_files: int = Field(description="一份材料最多几个文件")
    max_pdf_pages: int = Field(description="一个 PDF 最多几页")
    types: list[str] = Field(description="收哪些媒体类型，例如 image/jpeg")
    accept: str = Field(description="给网页的文件选择框 accept 用的写法")
    kept_hours: int = Field(description="草稿没有再办，文件几小时后自动删除")
    say: str = Field(description="给人看的说明，一段话")


class PaperKind(View):
    """What kind of paper it was recognised as, for example ``business_licence`` 营业执照."""

    id: str = Field(description="种类的编号，例如 business_licence")
    name: str = Field(description="种类的名称，例如 营业执照")


class CheckView(View):
    """Where the pre-check of a file stands."""

    state: CheckState = Field(description="queued 排队、checking 正在看、done 看完了、off 本中心不做预审")
    position: int | None = Field(default=None, description="排队时排第几，1是下一个；不在排队时为空")
    kind: PaperKind | None = Field(default=None, description="认出的证照、文书种类；没有认出时为空")
    findings: list[Finding] = Field(
        default_factory=list, description="看完以后的预审意见；按现在填写的内容和今天的日期判断，改了就跟着变"
    )


class FileView(View):
    """One file of a slot."""

    id: str = Field(description="文件编号")
    name: str = Field(description="在申请人设备上的文件名，只用来显示")
    media_type: str = Field(description="保存下来的媒体类型：image/jpeg 或 application/pdf")
    size: int = Field(description="多少字节")
    pages: int = Field(description="几页；照片是1")
    width: int | None = Field(description="宽，像素；PDF 为空")
    height: int | None = Field(description="高，像素；PDF 为空")
    uploaded_at: datetime = Field(description="什么时候传的")
    kept_until: datetime | None = Field(description="没有再办时保存到什么时候；随办件保存的为空")
    content: str = Field(description="取文件的地址")
    thumbnail: str = Field(description="取小图（JPEG）的地址")
    reused_from: str = Field(description="从哪份材料沿用来的，材料名称；新传的为空")
    replaces: str = Field(description="代替哪个已经提交的文件，文件编号；那个文件留着，不再判断")
    removable: bool = Field(description="现在能不能移动、更换、删除；随申请提交的不能")
    check: CheckView = Field(description="预审到哪一步")
    recognised: bool = Field(default=False, description="认出来就是要的这份材料")
    belongs: str = Field(
        default="", description="看起来传错了、应该放到哪份材料，材料编号；没有传错或者说不上时为空"
    )


class MaterialSlot(View):
    """One material of this applicant's notice and what was uploaded for it."""

    id: str = Field(description="材料编号")
    name: str = Field(description="材料名称")
    need: Necessity = Field(description="必要、非必要或容缺后补")
    certain: bool = Field(description="一定要交；还有问题没答清、要不要交说不定时是 false")
    form: MaterialForm | None = Field(description="窗口收什么：原件、复印件、原件核对等；来源没有写时为空")
    copies: int | None = Field(description="份数；来源没有写时为空")
    source: Source | None = Field(description="来源渠道：申请人自备、政府部门核发、其他；来源没有写时为空")
    standard: str = Field(description="受理标准")
    filling: str = Field(description="填报须知")
    reason: str = Field(description="为什么要这份；人人都要的为空")
    declared: MaterialState | None = Field(
        description="草稿里怎么说的：ready 已备齐、missing 没有、later 后补、promised 书面承诺；没有说过时为空"
    )
    state: SlotState = Field(
        description="empty 没有文件、received 已收到（没有认出是不是，由窗口核对）、checking 正在看、passed 没有问题、doubtful 有疑问、mend 最好先改"
    )
    files: list[FileView] = Field(description="这一格的文件，按先后")
    findings: list[Finding] = Field(description="对整份材料的意见，例如缺背面")
    room: int = Field(description="还能再传几个文件")
    open: bool = Field(description="现在能不能传：已经提交的，只有要求补正和约好后补的能传")
    kinds: list[str] = Field(
        default_factory=list,
        description="这份材料是哪几种证照、文书，预审的代号，例如 id_card_front；说不上的为空",
    )


class ReusableFile(View):
    """A file of the same conversation that another slot may take over without uploading it again."""

    id: str = Field(description="文件编号")
    name: str = Field(description="在申请人设备上的文件名")
    media_type: str = Field(description="媒体类型")
    thumbnail: str = Field(description="取小图的地址")
    material: str = Field(description="原来传给哪份材料，材料编号")
    material_name: str = Field(description="那份材料的名称")
    item: str = Field(description="原来办的事项名称")
    uploaded_at: datetime = Field(description="什么时候传的")
    fits: list[str] = Field(description="同名材料的编号，适合直接沿用")


class SlotList(View):
    """All slots of an intake."""

    intake: str = Field(description="草稿编号")
    open: bool = Field(description="有没有哪一格现在能传")
    limits: Limits = Field(description="上传的限制")
    slots: list[MaterialSlot] = Field(description="清单上每份材料一格")
    reusable: list[ReusableFile] = Field(description="同一个对话里传过、可以沿用的文件")
    waiting: int = Field(description="还有几个文件没有看完")
    poll_after_ms: int | None = Field(description="隔多少毫秒再来看；都看完了就为空")


class Remark(View):
    """One thing that should be mended before a submission: on which material, and where it has several files on which."""

    material: str = Field(description="材料编号")
    name: str = Field(description="材料名称；有几个文件时写明第几个")
    say: str = Field(description="最好怎么改")


class RemarkList(View):
    """What the pre-check asks to have mended; advice that never stops a submission."""

    remarks: list[Remark] = Field(description="最好先改的，一次列全；只是建议")
    waiting: int = Field(description="还有几个文件没有看完")
    renewal: Renewal | None = Field(
        default=None,
        description="延续证照的，按申请人说的或者证上读出来的有效期，今天申请来不来得及；不是延续的为空",
    )


class FileReceived(View):
    """The answer to an upload or a reuse: the file and its slot as it is now."""

    file: FileView = Field(description="收到的文件")
    slot: MaterialSlot = Field(description="它所在的材料现在的样子")


class FileOrder(Payload):
    """The files of a slot in their new order; each exactly once."""

    files: list[FileId] = Field(max_length=200, description="这一格全部文件的编号，按新的先后，各一次")


class Reuse(Payload):
    """The file to take over, from ``reusable``."""

    file: FileId = Field(description="要沿用的文件编号，从 reusable 里选")
