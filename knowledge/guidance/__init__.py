"""From an affair and its answers to what the applicant is told: the notice, the window, why, when, what is missing."""
