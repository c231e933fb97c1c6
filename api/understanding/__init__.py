"""What a sentence may mean, from everything that is published: items, matters elsewhere, answers, departments, facts."""
