"""The intake (草稿): what one applicant has said so far, until it becomes a case."""
