"""A person in the talk: talks that officers hold with applicants, call-backs, and answers proposed to the library."""
