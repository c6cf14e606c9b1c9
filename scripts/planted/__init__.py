"""The planted corpus: facts and the plan of an event, the reports that tell it, their sentences, and the labels."""
