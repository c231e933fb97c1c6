"""Supervision (电子监察): limits about to pass or passed, marks on cases, misroutes, refused acts."""
