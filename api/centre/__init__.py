"""What the centre's staff enter from day to day (中心事务): closures, holidays, transfers, who sits where."""
