"""当面办: an officer opens a case for somebody who stands at the window; what follows is the procedure of all cases."""
