"""Refusals about files that are handed in."""

from __future__ import annotations

from api.platform.errors.base import ApiError, InvalidChange


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


class SubmittedStays(ApiError):
    """What was submitted is neither moved nor removed."""

    status, code, detail = (
        409,
        "submitted_stays",
        "已经交上去的文件留在办件里，不能删、不能换位置；新传的排在它们后面。要换其中一张，请传一张新的代替它。",
    )


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
