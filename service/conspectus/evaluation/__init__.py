"""Measures summaries of sets that people have summarized, beside baselines in the same run: `conspectus eval`."""
