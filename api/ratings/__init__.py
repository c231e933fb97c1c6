"""好差评: the applicant's rating of a case, and the answer that a bad one gets."""
