"""Domain errors, each with a stable code, a status and a Chinese sentence; ``api.problems`` turns them into responses.

409 for a state that does not allow the act, 422 for a payload, 404 for what is not yours to see, 429 for too many tries.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from api.schemas import FieldProblem


class StartupProblem(Exception):
    """The service cannot start; the command line prints the sentence.

    Attributes:
        code: Stable name.
        detail: What is wrong and what to do, in Chinese.
    """

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(detail)
        self.code = code
        self.detail = detail


class ApiError(Exception):
    """Base of everything that the api refuses.

    Attributes:
        members: Further members of the problem document.
        headers: Further headers of the response.
    """

    status = 400
    code = "bad_request"
    detail = "请求有误，请检查后再试。"

    def __init__(
        self,
        detail: str | None = None,
        *,
        errors: Sequence[FieldProblem] = (),
        headers: dict[str, str] | None = None,
        **members: Any,
    ) -> None:
        self.detail = detail or type(self).detail
        self.errors = tuple(errors)
        self.headers = headers or {}
        self.members = members
        super().__init__(self.code)


class ItemNotFound(ApiError):
    status, code, detail = 404, "item_not_found", "没有这个事项，请重新搜索或按部门查找。"


class IntakeNotFound(ApiError):
    status, code, detail = 404, "intake_not_found", "没有找到这份草稿，请重新说一下您要办的事。"


class NoticeNotFound(ApiError):
    status, code, detail = 404, "notice_not_found", "没有找到这份告知单，请核对后再试。"


class CaseNotFound(ApiError):
    """One answer for an unknown number and for a wrong second factor, so that neither tells of the other."""

    status, code = 404, "case_not_found"
    detail = "没有查到编号和手机号相符的办件。请核对后再试，或带身份证到窗口查询。"


class CodeNotFound(ApiError):
    status, code, detail = (
        404,
        "code_not_found",
        "这个续办码不对，或者已经用过、过期了。请核对后再试，或者重新开始。",
    )


class ChannelClosed(ApiError):
    status, code, detail = 403, "channel_closed", "这个渠道的对话只能由本中心的程序读取。"


class IntakeNotOpen(ApiError):
    status, code, detail = 409, "intake_not_open", "这份草稿已经提交或者已经结束，不能再改。"


class NoAffair(ApiError):
    status, code, detail = 409, "no_affair", "还没有确定要办的事项，请先选事项。"


class NoForm(ApiError):
    status, code, detail = 409, "no_form", "这件事没有要填的申请书，不用下载。"


class FormBroken(ApiError):
    status, code, detail = 503, "form_broken", "这份申请书暂时不能下载，请到窗口领空白表，或者过一会儿再试。"


class TicketUnknown(ApiError):
    status, code, detail = 404, "ticket_unknown", "这个实时进度的地址已经过期，请重新查询。"


class TooManyStreams(ApiError):
    status, code, detail = 429, "too_many_streams", "打开的实时进度太多，请关掉几个页面，或者直接查询进度。"


class WindowNotFound(ApiError):
    status, code, detail = 404, "window_not_found", "没有这个窗口，请重新选。"


class AppointmentsNotTaken(ApiError):
    status, code, detail = 409, "appointments_not_taken", "办这件事的窗口不在这里预约，直接去就可以。"


class AppointmentExists(ApiError):
    """There is another appointment; the member ``appointment`` says which."""

    status, code, detail = 409, "appointment_exists", "您已经有一个预约。要换时间请改约，不去了请取消。"


class SlotFull(ApiError):
    status, code, detail = 409, "slot_full", "这个时间已经约满，请另选一个时间。"


class SlotNotOffered(ApiError):
    status, code, detail = (
        409,
        "slot_not_offered",
        "这个时间约不了：已经过了、窗口不开，或者还没有开放预约。请另选一个时间。",
    )


class WrongWindow(ApiError):
    status, code, detail = 409, "wrong_window", "这件事不在这个窗口办理，请约办理它的窗口。"


class CaseOver(ApiError):
    status, code, detail = 409, "case_over", "这个办件已经办完，不用再到窗口。"


class NoAppointment(ApiError):
    status, code, detail = 404, "no_appointment", "没有找到预约，可能已经过了时间。要约请说「预约」。"


class TooManyMoves(ApiError):
    status, code, detail = 429, "too_many_moves", "今天约了又取消的次数太多，请明天再约，或者打窗口电话。"


class QuestionsOpen(ApiError):
    status, code, detail = 409, "questions_open", "还有问题没有回答，答完才能出告知单。"


class KeyReused(ApiError):
    status, code = 409, "idempotency_key_reused"
    detail = "这个提交编号已经用在另一份申请上，请换一个编号再提交。"


class CannotWithdraw(ApiError):
    status, code, detail = 409, "cannot_withdraw", "这个办件现在不能撤回。如有疑问，请联系受理窗口。"


class InvalidChange(ApiError):
    """Something in the payload does not fit the affair; every fault is listed."""

    status, code, detail = 422, "invalid_payload", "提交的内容有误，请按提示修改。"


class UnknownQuestion(InvalidChange):
    code, detail = "unknown_question", "这个事项没有所说的问题。"


class UnknownOption(InvalidChange):
    code, detail = "unknown_option", "所选的答案不在选项里，请从选项里选一个。"


class UnknownPlace(InvalidChange):
    code, detail = "unknown_place", "没有这个乡镇或街道，请从列表里选。"


class UnknownMaterial(InvalidChange):
    code, detail = "unknown_material", "所说的材料不在这个事项的清单里。"


class PromiseNotAllowed(InvalidChange):
    code, detail = "promise_not_allowed", "有的材料不能用书面承诺代替，请按提示备齐。"


class SecondFactorMissing(InvalidChange):
    code, detail = "second_factor_missing", "请给出提交时预留手机号的后4位。"


class KeyMissing(InvalidChange):
    code, detail = (
        "idempotency_key_missing",
        "提交请求缺少 Idempotency-Key 头，或者它太长。请带上一个唯一的编号。",
    )


class Incomplete(ApiError):
    """The submission lacks something; the member ``gaps`` names all of it at once."""

    status, code, detail = 422, "incomplete", "还不能提交，请按清单补齐。"


class TooManyTries(ApiError):
    status, code, detail = 429, "too_many_tries", "试错次数太多，请过一会儿再试。"


class PayloadTooLarge(ApiError):
    status, code, detail = 413, "payload_too_large", "内容太大，请缩短后再发。"


class Busy(ApiError):
    status, code, detail = 503, "busy", "系统正忙，您的内容还没有存上，请稍后再试。"


class NumbersUsedUp(ApiError):
    status, code, detail = 503, "numbers_used_up", "今天的编号已经用完，请明天再试或到窗口办理。"


class TokenMissing(ApiError):
    """Nobody has said who they are (RFC 6750 § 3: no error code in the challenge)."""

    status, code, detail = 401, "token_missing", "这里要用工作人员的令牌，请在 Authorization 头里带上。"


class TokenWrong(ApiError):
    status, code = 401, "token_wrong"
    detail = "令牌不对，请核对后再试，或者请系统管理员用 intake staff token 发一个新的。"


class TokenRevoked(TokenWrong):
    code, detail = "token_revoked", "这个令牌已经作废，请系统管理员发一个新的。"


class TokenExpired(TokenWrong):
    code, detail = "token_expired", "这个令牌已经过期，请系统管理员发一个新的。"


class AccountDisabled(TokenWrong):
    code, detail = "account_disabled", "这个账号已经停用。如果不该停用，请联系系统管理员。"


class RoleMissing(ApiError):
    """The detail says which role is needed."""

    status, code, detail = 403, "role_missing", "您的账号没有做这件事所需的身份。"


class NotYours(ApiError):
    """A case of another window or department, answered as one that does not exist."""

    status, code, detail = 404, "not_yours", "没有这个办件，或者它不归您的窗口和部门办理。"


class AccountNotFound(ApiError):
    status, code, detail = 404, "account_not_found", "没有这个账号，请核对账号编号。"


class LastAdministrator(ApiError):
    status, code = 409, "last_administrator"
    detail = "这是最后一个能用的系统管理员账号，停用以后没有人能管账号了。请先给另一个人建管理员账号。"


class NotShown(ApiError):
    status, code, detail = 403, "not_shown", "按您的身份，不能查看这些信息的原文。"


class WrongState(ApiError):
    """The state does not allow the act; ``possible`` names the acts that it allows."""

    status, code, detail = 409, "wrong_state", "办件现在的状态不能这样做。"


class StaleVersion(ApiError):
    """Somebody else has changed the case since; ``state`` and ``version`` are what it is now."""

    status, code, detail = 409, "stale_version", "这个办件刚被别人改过，请刷新后再做。"


class WrongRole(ApiError):
    status, code, detail = 403, "wrong_role", "这个操作由别的岗位来做。"


class ActNotPossible(ApiError):
    """The act lacks something; ``reason`` is the first objection's code, ``objections`` has all of them."""

    status, code, detail = 422, "act_not_possible", "现在还不能这样做，请按提示补齐。"


class InvalidAct(InvalidChange):
    code, detail = "invalid_act", "填写的内容有误，请按提示修改。"


class TokenNotFound(ApiError):
    status, code, detail = 404, "token_not_found", "没有这个令牌编号，请核对后再试。"


class UnknownPlaceInQueue(InvalidChange):
    code, detail = "unknown_place_in_queue", "翻页的位置不对，请从第一页开始。"


class MaterialNotFound(ApiError):
    status, code, detail = 404, "material_not_found", "这份材料不在您的清单里，请刷新清单后再试。"


class FileNotFound(ApiError):
    status, code, detail = 404, "file_not_found", "没有找到这个文件，它可能已经删除，请刷新后再试。"


class TooManyFiles(ApiError):
    status, code, detail = 409, "too_many_files", "这份材料的文件太多了，请先删掉不用的再传。"


class UploadKeyReused(ApiError):
    status, code = 409, "upload_key_reused"
    detail = "这个上传编号已经用在另一个文件上，请换一个编号再传。"


class UploadKeyMissing(InvalidChange):
    code, detail = (
        "idempotency_key_missing",
        "上传缺少 Idempotency-Key 头，或者它太短、太长。请给每个文件一个唯一的编号，重传时用同一个。",
    )


class OrderIncomplete(InvalidChange):
    code, detail = "order_incomplete", "排列里的文件和这份材料现有的不一样，请刷新后再排。"


class UploadCutOff(ApiError):
    status, code, detail = 400, "upload_cut_off", "文件没有传完，可能是网络断了，请再传一次。"


class FileTooLarge(ApiError):
    status, code, detail = 413, "file_too_large", "文件太大，请压缩或者重新拍一张再传。"


class FileType(ApiError):
    status, code = 415, "file_type"
    detail = "这个文件不能用。请传照片（JPG、PNG、WebP、HEIC）或者 PDF。"


class FileRefused(ApiError):
    """What is in the file; see the classes below."""

    status, code, detail = 422, "file_refused", "这个文件不能用，请换一个。"


class FileEmpty(FileRefused):
    code, detail = "file_empty", "这个文件是空的，请重新选择或者重新拍照。"


class FileBroken(FileRefused):
    code, detail = "file_broken", "文件打不开，可能已经损坏或者没有传完。请重新拍照，或者另存一份再传。"


class FileUnsafe(FileRefused):
    code, detail = (
        "file_unsafe",
        "文件里带有脚本、附件或者其他不安全的内容，不能接收。请打印成 PDF 或者拍照再传。",
    )


class FileEncrypted(FileRefused):
    code, detail = "file_encrypted", "这个 PDF 加了密码或者限制。请先解除，或者把它打印出来拍照再传。"


class PictureTooLarge(FileRefused):
    code, detail = "picture_too_large", "照片的尺寸太大，请用手机的普通拍照模式重拍一张再传。"


class PdfTooLong(FileRefused):
    code, detail = "pdf_too_long", "这个 PDF 的页数太多，请分成几份再传。"


class ScannerDown(ApiError):
    status, code = 503, "scanner_down"
    detail = "文件检查暂时不能用，现在收不了文件。您填写的内容都在，请过几分钟再传。"


class StorageFull(ApiError):
    status, code, detail = 503, "storage_full", "文件暂时存不下，请过一会儿再传，或者直接到窗口办理。"


class ResultNotFound(ApiError):
    status, code, detail = 404, "result_not_found", "没有这个编号的结果，或者它不归您的部门认领。"


class FeedbackFaulty(InvalidChange):
    code, detail = "feedback_faulty", "反馈的内容有误，一条也没有收，请按提示改好后整批再报。"


class FeedbackKeyReused(ApiError):
    status, code, detail = 409, "feedback_key_reused", "这个编号已经用在另一条反馈上，请换一个编号再报。"


class RangeWrong(InvalidChange):
    code, detail = "range_wrong", "日期范围不对：结束日期不能早于开始日期。"


class CannotRate(ApiError):
    status, code, detail = 409, "cannot_rate", "现在不能评价这个办件。"


class RatingNotFound(ApiError):
    status, code, detail = 404, "rating_not_found", "没有这条评价，或者它不归您答复。"


class AlreadyAnswered(ApiError):
    status, code, detail = 409, "already_answered", "已经有人答复过了，请刷新后看一看。"


class TooManyComplaints(ApiError):
    status, code = 409, "too_many_complaints"
    detail = "这个办件已有几件投诉正在处理，请等答复后再提；情况紧急请拨打12345。"


class ComplaintNotFound(ApiError):
    """Also for those whom the complaint is about, so that they do not learn of it."""

    status, code, detail = 404, "complaint_not_found", "没有这件投诉，或者它不由您处理。"


class MessageNotDead(ApiError):
    status, code, detail = 409, "message_not_dead", "这些消息不在待处理之列，没有重新排队的。"


class PaperMissing(ApiError):
    """A stored paper cannot be read; an archive without it would look complete."""

    status, code = 503, "paper_missing"
    detail = "有材料读不出来，没有归档。请让管理员检查上传文件夹和备份。"
