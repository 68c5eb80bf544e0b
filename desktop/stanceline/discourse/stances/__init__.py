"""Who is for or against what: predications of favor and disfavor, matched with proposals, counted into cells."""
