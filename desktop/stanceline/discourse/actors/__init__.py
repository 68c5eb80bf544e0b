"""Who is spoken of: names, offices, groups and pronouns of an article, and one identity for each over all articles."""
