"""The next question and the open one: what is asked of the applicant."""
