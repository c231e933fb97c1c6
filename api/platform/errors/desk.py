"""Refusals of the desk beside the acts on cases."""

from __future__ import annotations

from api.platform.errors.base import ApiError, InvalidChange


class TooManyNotes(ApiError):
    status, code, detail = 409, "too_many_notes", "这个办件的留言已经太多，请在办理的意见里写明。"


class SentencePersonal(InvalidChange):
    code, detail = "sentence_personal", "常用语会给别的办件用，请不要写姓名、号码和地址，改好再存。"


class SentenceUnclear(InvalidChange):
    code = "sentence_unclear"
    detail = "花括号里只能写 {材料}、{标准}、{形式}、{份数}，请改好再存。"


class SentenceNotFound(ApiError):
    status, code, detail = 404, "sentence_not_found", "没有这一句，可能已经被同事删了，请刷新。"


class TooManySentences(ApiError):
    status, code, detail = 409, "too_many_sentences", "本部门的常用语已经有500句，请先删掉不用的。"


class ViewNotFound(ApiError):
    status, code, detail = 404, "view_not_found", "没有这个视图，请刷新。"


class ViewExists(ApiError):
    status, code, detail = 409, "view_exists", "您已经有一个同名的视图，请换个名称，或者改原来的。"


class TooManyViews(ApiError):
    status, code, detail = 409, "too_many_views", "您已经存了30个视图，请先删掉不用的。"


class ResultNotDue(ApiError):
    """A certificate is attached between the decision and the making of the result (制作结果)."""

    status, code = 409, "result_not_due"
    detail = "作出决定以后、制作结果以前，才能附上证照文件。"


class ResultNotPdf(ApiError):
    status, code = 415, "result_not_pdf"
    detail = "证照文件要用 PDF。请从制证系统导出 PDF，或者把扫描件另存为 PDF 再传。"


class SlipNotDue(ApiError):
    status, code, detail = 409, "slip_not_due", "还没有送达，送达以后才能打印送达回证。"


class NotShared(ApiError):
    status, code, detail = 409, "not_shared", "这份材料不在这个办件的免提交清单里，请按告知单收材料。"
