"""What the pre-check of a submission comes to, in a word for the queue."""

from __future__ import annotations


def precheck_words(files: int, waiting: int, findings: int) -> str:
    """``通过``, ``2处要看``, ``还在看``, ``没有上传``.

    Args:
        files: That the applicant has uploaded.
        waiting: Of them still to be read.
        findings: That a person should look at.
    """
    if not files:
        return "没有上传"
    if findings:
        return f"{findings}处要看" + ("，还在看" if waiting else "")
    return "还在看" if waiting else "通过"
