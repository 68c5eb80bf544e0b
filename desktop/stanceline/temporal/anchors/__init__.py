"""What an expression counts from: the tense of its clause, the passage and the quotation it stands in."""
