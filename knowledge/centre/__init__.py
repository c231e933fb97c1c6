"""What the centre's staff enter from day to day: closures, holidays, transfers of items, who sits where, what is present."""
