"""Application forms in Word, filled in with what the applicant has said already."""
