"""The archive of a case (办件档案): its papers, their order and names."""
