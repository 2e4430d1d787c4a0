"""What `provenance.credits` is made of: a file for each way in which an article says who supplied it."""
