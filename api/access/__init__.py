"""Who acts: accounts and tokens, the policies that routes declare, and the record of what was done."""
