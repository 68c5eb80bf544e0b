"""One description of what is seen, and the painters that put it on a screen, a picture or a page."""
