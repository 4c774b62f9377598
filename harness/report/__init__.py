"""The report: results, cases, rules and measurements as a static site, as a comment on a pull request, as JUnit."""
