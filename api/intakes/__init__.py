"""The intake (草稿): what one applicant has said so far, and what follows from it under the catalogue in force."""
