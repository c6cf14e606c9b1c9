"""The forms of a language: how it writes counts, sums, shares and dates, and which words change with them."""
