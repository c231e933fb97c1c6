"""What an applicant does with a draft: begin, answer, declare, take it over elsewhere, end it."""
